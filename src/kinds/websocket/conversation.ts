import { CheckError } from '../../model/check-error.ts'
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

  /** Rejects with a CheckError of verdict *failed* when an `until` is not met, or the other side closes too early. */
  async run(steps: readonly Step[]): Promise<void> {
    for (const [index, step] of steps.entries()) {
      if (step.send !== undefined) {
        await this.#connection.send(typeof step.send === 'string' ? step.send : JSON.stringify(step.send))
      } else if (step.until !== undefined) await this.#readUntil(step.until, index)
      else await this.#readCount(step.receive ?? 0, index)
    }
  }

  /** Reads on until nothing comes for so long, or the other side closes. */
  async readWhileBusy(silenceMs: number): Promise<void> {
    while ((await this.#read(silenceMs)).is === 'message');
  }

  async #readCount(count: number, index: number): Promise<void> {
    for (let read = 0; read < count; read += 1) {
      const received = await this.#read()
      if (received.is === 'message') continue
      throw this.#failure(index, `\`receive: ${count}\` got ${read} ${read === 1 ? 'message' : 'messages'}`)
    }
  }

  async #readUntil(until: BoundProgram, index: number): Promise<void> {
    const begun = this.messages.length
    let received = await this.#read(this.#patience())
    while (received.is === 'message') {
      if (await holds(until, this.messages.at(-1))) return
      received = await this.#read(this.#patience())
    }
    throw this.#failure(index, this.#unmet(until, begun))
  }

  /** How long to wait for what may never come: not quite to the end of the attempt, so that it is told as what it is. */
  #patience(): number | undefined {
    const { deadline, clock } = this.#context
    if (deadline === undefined) return undefined
    const left = deadline - clock.elapsed()
    return Math.max(0, left - Math.min(MARGIN_MS, left / 10))
  }

  #unmet(until: BoundProgram, begun: number): string {
    const read = this.messages.length - begun
    return `\`until: ${until.display}\` was true of none of ${read} ${read === 1 ? 'message' : 'messages'}`
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

  #failure(index: number, what: string): CheckError {
    const { close } = this
    const last = this.messages.at(-1)
    const ending =
      close === undefined
        ? 'before the time was out'
        : `before the server closed the connection (${close.code}${close.reason === '' ? '' : `, ${close.reason}`})`
    return new CheckError({
      code: close === undefined ? 'websocket-until' : 'websocket-closed',
      message: `Step ${index + 1}: ${what} ${ending}.`,
      hint: 'Compare the messages that came with what the step waits for.',
      details: {
        messages: String(this.messages.length),
        ...(last === undefined ? {} : { 'last message': shortText(last) }),
      },
      verdict: 'failed',
    })
  }
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

function shortText(message: Json): string {
  const text = typeof message === 'string' ? message : JSON.stringify(message)
  return text.length > 500 ? `${text.slice(0, 500)}…` : text
}

function tooMuch(): CheckError {
  return new CheckError({
    code: 'websocket-too-much',
    message: `The server sent more than ${MOST_MESSAGES.toLocaleString('en')} messages, or ${formatSize(MOST_BYTES)} of them.`,
    hint: 'Wait for fewer messages: `until` ends at the first that is looked for.',
  })
}
