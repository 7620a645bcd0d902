export interface Message {
  /** A binary message as base64. */
  readonly text: string
  readonly binary: boolean
}

/** Where messages come from, and can be kept waiting. */
export interface Pausable {
  readonly isPaused: boolean
  pause(): void
  resume(): void
}

/** So many unread messages, or bytes of them, and the connection is not read on until they are: a flood waits on its own side. */
const UNREAD_MESSAGES = 1_000
const UNREAD_BYTES = 4 * 1024 ** 2

/** Messages in order, with a brake on the connection they come from. */
export class MessageQueue {
  readonly #source: Pausable
  readonly #messages: Message[] = []
  #bytes = 0
  #dropping = false

  constructor(source: Pausable) {
    this.#source = source
  }

  push(message: Message): void {
    if (this.#dropping) return
    this.#messages.push(message)
    this.#bytes += message.text.length
    if (this.#messages.length >= UNREAD_MESSAGES || this.#bytes >= UNREAD_BYTES) this.#source.pause()
  }

  shift(): Message | undefined {
    const message = this.#messages.shift()
    this.#bytes -= message?.text.length ?? 0
    if (this.#messages.length === 0 && this.#source.isPaused) this.#source.resume()
    return message
  }

  /** Nobody reads any more: what still comes before the close is passed over. */
  drop(): void {
    this.#dropping = true
    this.#messages.length = 0
    if (this.#source.isPaused) this.#source.resume()
  }
}
