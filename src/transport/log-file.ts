import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
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
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const chunk of stream) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
      rest = cut(lines.pop() ?? '')
      for (let at = 0; at < lines.length; at += BATCH) yield lines.slice(at, at + BATCH).map(cut)
      signal.throwIfAborted()
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw unreadable(path, error)
  }
  rest += decoder.decode()
  if (rest !== '') yield [cut(rest)]
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
