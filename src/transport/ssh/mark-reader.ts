const LINE_FEED = 0x0a
/** More than any of our lines has. */
const MOST_LINE = 1_024

/** What a {@link MarkReader} hands on, in the order it came. */
export interface MarkSink {
  data(chunk: Buffer): void
  /** The words after a mark, up to the end of its line. */
  mark(words: readonly string[]): void
  /** A line of a mark that does not end: nobody who means well sends it. Nothing more is read then. */
  broken(): void
}

/**
 * Finds lines of our own in a stream of anything. A mark is random, so that nothing else in the stream can be one; it
 * may stand behind other bytes of a line, as output need not end with a line feed.
 */
export class MarkReader {
  readonly #mark: Buffer
  readonly #sink: MarkSink
  #held: Buffer = Buffer.alloc(0)
  #stopped = false
  #isBroken = false

  constructor(mark: string, sink: MarkSink) {
    this.#mark = Buffer.from(mark)
    this.#sink = sink
  }

  feed(chunk: Buffer): void {
    if (this.#isBroken) return
    let bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    while (!this.#stopped) {
      const start = bytes.indexOf(this.#mark)
      const end = start === -1 ? -1 : bytes.indexOf(LINE_FEED, start)
      const plain = start === -1 ? bytes.length - this.#begun(bytes) : start
      if (plain > 0) this.#sink.data(bytes.subarray(0, plain))
      bytes = bytes.subarray(plain)
      if (end === -1) {
        if (bytes.length <= MOST_LINE) break
        this.#break()
        return
      }
      const line = bytes.subarray(this.#mark.length, end - plain).toString('utf8')
      bytes = bytes.subarray(end - plain + 1)
      this.#sink.mark(line.split(' ').filter(Boolean))
    }
    this.#held = bytes
  }

  /** Looks for no more marks: what is left of what was fed is the caller's. */
  stop(): void {
    this.#stopped = true
  }

  /** What was fed and not handed on. */
  get rest(): Buffer {
    return this.#held
  }

  #break(): void {
    this.#isBroken = true
    this.#held = Buffer.alloc(0)
    this.#sink.broken()
  }

  /** How many bytes at the end may be the beginning of a mark. */
  #begun(bytes: Buffer): number {
    for (let length = Math.min(this.#mark.length - 1, bytes.length); length > 0; length -= 1) {
      if (bytes.subarray(bytes.length - length).equals(this.#mark.subarray(0, length))) return length
    }
    return 0
  }
}
