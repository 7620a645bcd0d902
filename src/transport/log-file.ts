import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { TextDecoder } from 'node:util'
import { CheckError } from '../model/check-error.ts'
import { lineBatches } from './line-batches.ts'

/** A text file that is a log, wherever it lies. */
export interface LogFile {
  readonly path: string
  /** How far local time there is ahead of UTC, in minutes; undefined where it is this program's own. */
  readonly zone: number | undefined
  /**
   * Its lines in batches, without their ends, as far as the file reached when reading began. Takes the same memory
   * whatever the length of the file or of a line. Rejects with a CheckError, or the signal's reason.
   */
  lines(signal: AbortSignal): AsyncGenerator<readonly string[]>
  /** A log that this one was rotated to and that was written to at `since` (milliseconds since 1970) or later; its path. */
  rotatedSince(since: number, signal: AbortSignal): Promise<string | undefined>
}

const CHUNK_BYTES = 64 * 1024

/** A file of the machine this program runs on; the path is absolute. */
export function localLogFile(path: string): LogFile {
  return {
    path,
    zone: undefined,
    lines: signal => readLogFile(path, signal),
    rotatedSince: since => rotatedSince(path, since),
  }
}

async function* readLogFile(path: string, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  const size = await sizeOf(path)
  if (size === 0) return
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES, end: size - 1, signal })
  try {
    yield* lineBatches(stream, { decoderOf: head => logDecoder(head, path) })
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw unreadable(path, error)
  }
}

/** How compressed files begin: gzip, zstd, bzip2, xz; and the journal of systemd. Read as text they would have no errors. */
const NO_TEXT: readonly (readonly [begin: string, what: string])[] = [
  ['\x1f\x8b', 'compressed'],
  ['\x28\xb5\x2f\xfd', 'compressed'],
  ['BZh', 'compressed'],
  ['\xfd7zXZ', 'compressed'],
  ['LPKSHHRH', 'a journal of systemd'],
]

/** By the byte order mark, as .NET and PowerShell write it; UTF-8 without one. Throws a CheckError for what is no text. */
export function logDecoder(head: Buffer, path: string): TextDecoder {
  const begin = head.toString('latin1', 0, 8)
  const what = NO_TEXT.find(([mark]) => begin.startsWith(mark))?.[1]
  if (what !== undefined) {
    throw new CheckError({
      code: 'log-unreadable',
      message: `\`${path}\` is ${what}, not text.`,
      hint: 'Name the log that is being written, or unpack this one with `run` first.',
    })
  }
  return new TextDecoder(
    begin.startsWith('\xff\xfe') ? 'utf-16le' : begin.startsWith('\xfe\xff') ? 'utf-16be' : 'utf-8',
  )
}

/** What logrotate and its like append to a name: `.1`, `-20260114`, `.2026-01-14.gz`, `.old`. */
const ROTATED = /^[.-](?:\d[\d._T-]*|old)(?:\.(?:gz|zst|bz2|xz))?$/

/** Whether `ending` makes of a log's name that of a rotated one. */
export function isRotatedEnding(ending: string): boolean {
  return ROTATED.test(ending)
}

async function rotatedSince(path: string, since: number): Promise<string | undefined> {
  const folder = dirname(path)
  const name = basename(path)
  const names = await readdir(folder).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  for (const other of names) {
    if (!other.startsWith(name) || !isRotatedEnding(other.slice(name.length))) continue
    const found = await stat(join(folder, other)).catch(() => undefined)
    if (found?.isFile() && found.size > 0 && found.mtimeMs >= since) return join(folder, other)
  }
  return undefined
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  if (found.isFile()) return found.size
  throw notRegular(path, found.isDirectory())
}

export function notRegular(path: string, isDirectory: boolean): CheckError {
  return new CheckError({
    code: 'log-unreadable',
    message: `\`${path}\` is ${isDirectory ? 'a directory' : 'no regular file'}.`,
    hint: 'Name the log file itself.',
  })
}

export function logMissing(path: string, hint: string, cause?: unknown): CheckError {
  return new CheckError({ code: 'log-missing', message: `There is no log file \`${path}\`.`, hint, cause })
}

export function logUnreadable(path: string, why: string, cause?: unknown): CheckError {
  return new CheckError({
    code: 'log-unreadable',
    message: `The log file \`${path}\` cannot be read (${why}).`,
    hint: 'May the user that runs the checks read it?',
    cause,
  })
}

function unreadable(path: string, error: unknown): unknown {
  if (error instanceof CheckError || !(error instanceof Error) || !('code' in error)) return error
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') return logUnreadable(path, String(error.code), error)
  const hint = 'Relative paths start from the folder of the checklist; has the service written anything yet?'
  return logMissing(path, hint, error)
}
