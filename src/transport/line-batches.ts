import { TextDecoder } from 'node:util'

/** Lines are handed over so many at a time, or so many characters: enough to be worth a message to another thread. */
const BATCH_LINES = 1_000
const BATCH_CHARACTERS = 192 * 1024
/** What is read of one line unless more is asked for; the rest of it is passed over. */
const MOST_CHARACTERS = 64 * 1024

export interface LineReading {
  /** Chooses the decoder by the first bytes; UTF-8 unless given. */
  readonly decoderOf?: ((head: Buffer) => TextDecoder) | undefined
  /** What is read of one line, in characters. */
  readonly most?: number | undefined
}

/**
 * The lines of a text in batches, without their ends. Takes the same memory whatever the length of the text or of a line.
 */
export async function* lineBatches(
  chunks: AsyncIterable<unknown>,
  { decoderOf = () => new TextDecoder(), most = MOST_CHARACTERS }: LineReading = {},
): AsyncGenerator<readonly string[]> {
  let decoder: TextDecoder | undefined
  let rest = ''
  let batch: string[] = []
  let characters = 0
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    decoder ??= decoderOf(chunk)
    const text = rest + decoder.decode(chunk, { stream: true })
    const lines = text.split('\n')
    rest = cutLine(lines.pop() ?? '', most)
    for (const line of lines) {
      batch.push(cutLine(line, most))
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
  if (rest !== '') batch.push(cutLine(rest, most))
  if (batch.length > 0) yield batch
}

/** A line as far as it is read. */
export function cutLine(line: string, most: number = MOST_CHARACTERS): string {
  return line.length > most ? line.slice(0, most) : line
}
