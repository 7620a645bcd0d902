import { CheckError, type Finding } from '../../model/check-error.ts'
import { formatSize } from '../../model/duration.ts'
import { type Json, parseJson } from '../../model/json.ts'
import type { BoundProgram } from '../../model/template.ts'
import type { Received, WebSocketClose, WebSocketConnection } from '../../transport/websocket-client.ts'
import type { ObserveContext } from '../kind.ts'

export const MOST_MESSAGES = 10_000
const MOST_BYTES = 10 * 1024 ** 2
const MARGIN_MS = 100

/** A step as it is to be done; exactly one of its fields is there. */
export interface Step {
  readonly send?: Json
  readonly receive?: number
  readonly until?: BoundProgram
}

/** What was said over a connection: messages in order, and the close if it came. */
export class Conversation {
  readonly messages: Json[] = []
  close: WebSocketClose | undefined
  readonly #connection: WebSocketConnection
  readonly #context: ObserveContext
  #bytes = 0

  constructor(connection: WebSocketConnection, context: ObserveContext) {
    this.#connection = connection
    this.#context = context
  }

  /**
   * Gives a CheckError of verdict *failed* when an `until` is not met, or the other side closes too early; what was read
   * until then stays. Rejects when it cannot go on.
   */
  async run(steps: readonly Step[]): Promise<CheckError | undefined> {
    for (const [index, step] of steps.entries()) {
      const unmet = await this.#do(step, index)
      if (unmet !== undefined) return unmet
    }
    return undefined
  }

  /** Reads on until nothing comes for so long, or the other side closes. */
  async readWhileBusy(silenceMs: number): Promise<void> {
    while ((await this.#read(silenceMs)).is === 'message');
  }

  async #do({ send, receive = 0, until }: Step, index: number): Promise<CheckError | undefined> {
    if (until !== undefined) return this.#readUntil(until, index)
    if (send === undefined) return this.#readCount(receive, index)
    await this.#connection.send(typeof send === 'string' ? send : JSON.stringify(send))
    return undefined
  }

  async #readCount(count: number, index: number): Promise<CheckError | undefined> {
    for (let read = 0; read < count; read += 1) {
      const received = await this.#read()
      if (received.is === 'message') continue
      const what = `Step ${index + 1} waited for ${messages(count)}, and ${read === 0 ? 'none' : read} came`
      return this.#failure(what, { expected: messages(count), actual: messages(read) })
    }
    return undefined
  }

  async #readUntil(until: BoundProgram, index: number): Promise<CheckError | undefined> {
    const begun = this.messages.length
    let received = await this.#read(this.#patience())
    while (received.is === 'message') {
      if (await holds(until, this.messages.at(-1))) return undefined
      received = await this.#read(this.#patience())
    }
    const read = this.messages.slice(begun)
    return this.#failure(unmet(until.display, index + 1, read.length), {
      expected: until.display,
      actual: read.length === 0 ? 'no message' : JSON.stringify(read.at(-1)),
    })
  }

  /** How long to wait for what may never come: not quite to the end of the attempt, so that it is told as what it is. */
  #patience(): number | undefined {
    const { deadline, clock } = this.#context
    if (deadline === undefined) return undefined
    const left = deadline - clock.elapsed()
    return Math.max(0, left - Math.min(MARGIN_MS, left / 10))
  }

  async #read(silenceMs?: number): Promise<Received> {
    const received = await this.#connection.next(this.#context.signal, silenceMs)
    if (received.is === 'closed') this.close = received.close
    if (received.is !== 'message') return received
    const { text, binary } = received.message
    this.#bytes += text.length
    if (this.messages.length >= MOST_MESSAGES || this.#bytes > MOST_BYTES) throw tooMuch()
    this.messages.push(binary ? text : readMessage(text))
    return received
  }

  #failure(what: string, finding: Finding): CheckError {
    const { close } = this
    const ending =
      close === undefined
        ? 'before the time was out'
        : `before the server closed the connection (${close.code}${close.reason === '' ? '' : `, ${close.reason}`})`
    return new CheckError({
      code: close === undefined ? 'websocket-until' : 'websocket-closed',
      message: `${what} ${ending}.`,
      hint: 'Compare the messages that came with what the step waits for.',
      verdict: 'failed',
      finding,
    })
  }
}

function unmet(program: string, step: number, read: number): string {
  if (read === 0) return `Step ${step} waited for a message that meets \`${program}\`, and none came`
  return `Step ${step} read ${messages(read)}, ${read === 1 ? 'which did not meet' : 'and none met'} \`${program}\``
}

function messages(count: number): string {
  return `${count} ${count === 1 ? 'message' : 'messages'}`
}

/** As an expectation: exactly one value, and that is true. A program that fails over a message is not true of it. */
async function holds(until: BoundProgram, message: Json | undefined): Promise<boolean> {
  const outcome = await until.evaluate(JSON.stringify(message ?? null))
  return outcome.values?.length === 1 && outcome.values[0] === true
}

function readMessage(text: string): Json {
  try {
    return parseJson(text)
  } catch {
    return text
  }
}

function tooMuch(): CheckError {
  return new CheckError({
    code: 'websocket-too-much',
    message: `The server sent more than ${MOST_MESSAGES.toLocaleString('en')} messages, or ${formatSize(MOST_BYTES)} of them.`,
    hint: 'Wait for fewer messages: `until` ends at the first that is looked for.',
  })
}
