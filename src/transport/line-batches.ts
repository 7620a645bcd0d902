import { TextDecoder } from 'node:util'

/** Lines are handed over so many at a time, or so many characters: enough to be worth a message to another thread. */
const BATCH_LINES = 1_000
const BATCH_CHARACTERS = 192 * 1024
/** What is read of one line; the rest of it is passed over. */
const MOST_CHARACTERS = 64 * 1024

/**
 * The lines of a text in batches, without their ends. Takes the same memory whatever the length of the text or of a line.
 * `decoderOf` chooses the decoder by the first bytes; UTF-8 unless given.
 */
export async function* lineBatches(
  chunks: AsyncIterable<unknown>,
  decoderOf: (head: Buffer) => TextDecoder = () => new TextDecoder(),
): AsyncGenerator<readonly string[]> {
  let decoder: TextDecoder | undefined
  let rest = ''
  let batch: string[] = []
  let characters = 0
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    decoder ??= decoderOf(chunk)
    const text = rest + decoder.decode(chunk, { stream: true })
    const lines = text.split('\n')
    rest = cut(lines.pop() ?? '')
    for (const line of lines) {
      batch.push(cut(line))
      if (batch.length < BATCH_LINES) continue
      yield batch
      batch = []
      characters = 0
    }
    characters += text.length
    if (characters < BATCH_CHARACTERS || batch.length === 0) continue
    yield batch
    batch = []
    characters = 0
  }
  rest += decoder?.decode() ?? ''
  if (rest !== '') batch.push(cut(rest))
  if (batch.length > 0) yield batch
}

function cut(line: string): string {
  return line.length > MOST_CHARACTERS ? line.slice(0, MOST_CHARACTERS) : line
}
