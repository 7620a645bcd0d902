import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { TextDecoder } from 'node:util'
import { CheckError } from '../model/check-error.ts'

/** Lines are handed over so many at a time: enough to be worth a message to another thread. */
const BATCH = 2_000
/** What is read of one line; the rest of it is passed over. */
const MOST_CHARACTERS = 64 * 1024
const CHUNK_BYTES = 256 * 1024

/**
 * The lines of a text file in batches, without their ends, as far as the file reached when reading began. Takes the same
 * memory whatever the length of the file or of a line. Rejects with a CheckError, or the signal's reason.
 */
export async function* readLogFile(path: string, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  const size = await sizeOf(path)
  if (size === 0) return
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES, end: size - 1, signal })
  let decoder: TextDecoder | undefined
  let rest = ''
  try {
    for await (const chunk of stream) {
      decoder ??= decoderOf(chunk as Buffer, path)
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
      rest = cut(lines.pop() ?? '')
      for (let at = 0; at < lines.length; at += BATCH) yield lines.slice(at, at + BATCH).map(cut)
      signal.throwIfAborted()
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw unreadable(path, error)
  }
  rest += decoder?.decode() ?? ''
  if (rest !== '') yield [cut(rest)]
}

/** How compressed files begin: gzip, zstd, bzip2, xz; and the journal of systemd. Read as text they would have no errors. */
const NO_TEXT: readonly (readonly [begin: string, what: string])[] = [
  ['\x1f\x8b', 'compressed'],
  ['\x28\xb5\x2f\xfd', 'compressed'],
  ['BZh', 'compressed'],
  ['\xfd7zXZ', 'compressed'],
  ['LPKSHHRH', 'a journal of systemd'],
]

/** By the byte order mark, as .NET and PowerShell write it; UTF-8 without one. */
function decoderOf(head: Buffer, path: string): TextDecoder {
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

/** A log that this one was rotated to and that was written to at `since` (milliseconds since 1970) or later; its path. */
export async function rotatedSince(path: string, since: number): Promise<string | undefined> {
  const folder = dirname(path)
  const name = basename(path)
  const names = await readdir(folder).catch(() => [])
  for (const other of names) {
    if (!other.startsWith(name) || !ROTATED.test(other.slice(name.length))) continue
    const found = await stat(join(folder, other)).catch(() => undefined)
    if (found?.isFile() && found.size > 0 && found.mtimeMs >= since) return join(folder, other)
  }
  return undefined
}

function cut(line: string): string {
  return line.length > MOST_CHARACTERS ? line.slice(0, MOST_CHARACTERS) : line
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  if (found.isFile()) return found.size
  throw new CheckError({
    code: 'log-unreadable',
    message: `\`${path}\` is ${found.isDirectory() ? 'a directory' : 'no regular file'}.`,
    hint: 'Name the log file itself.',
  })
}

function unreadable(path: string, error: unknown): unknown {
  if (error instanceof CheckError || !(error instanceof Error) || !('code' in error)) return error
  const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR'
  return new CheckError({
    code: missing ? 'log-missing' : 'log-unreadable',
    message: missing ? `There is no log file \`${path}\`.` : `The log file \`${path}\` cannot be read (${error.code}).`,
    hint: missing
      ? 'Relative paths start from the folder of the checklist; has the service written anything yet?'
      : 'May the user that runs the checks read it?',
    cause: error,
  })
}
