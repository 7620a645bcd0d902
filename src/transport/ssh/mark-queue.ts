/** More than ever wait: one of a command's end and one of what it left behind. */
const MOST_UNREAD = 16

/** The marks of a stream in their order, for whoever waits for the next one. */
export class MarkQueue {
  /** Called at once for every mark, before anything behind it is read. */
  onMark: (words: readonly string[]) => void = () => undefined
  readonly #unread: (readonly string[])[] = []
  #waiting: ((words: readonly string[] | undefined) => void) | undefined
  #ended = false

  push(words: readonly string[]): void {
    this.onMark(words)
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting === undefined && this.#unread.length < MOST_UNREAD) this.#unread.push(words)
    waiting?.(words)
  }

  /** Undefined when none comes any more. One may wait at a time. */
  next(): Promise<readonly string[] | undefined> {
    return new Promise(resolve => {
      const words = this.#unread.shift()
      if (words !== undefined || this.#ended) resolve(words)
      else this.#waiting = resolve
    })
  }

  end(): void {
    this.#ended = true
    this.#waiting?.(undefined)
    this.#waiting = undefined
  }
}
