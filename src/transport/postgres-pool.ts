import { abortable } from './dial.ts'
import { PostgresSession } from './postgres-client.ts'
import type { OpenPostgresStream } from './postgres-stream.ts'
import type { PostgresTarget } from './postgres-target.ts'

/** Enough for a parallel section, and little of what a server allows. */
const MOST_SESSIONS = 5

/** The sessions of one database, opened as they are needed. */
export class PostgresPool implements AsyncDisposable {
  readonly #target: PostgresTarget
  readonly #open: OpenPostgresStream
  readonly #idle: PostgresSession[] = []
  readonly #waiting: (() => void)[] = []
  #taken = 0

  constructor(target: PostgresTarget, open: OpenPostgresStream) {
    this.#target = target
    this.#open = open
  }

  get endpoint(): string {
    return this.#target.endpoint
  }

  /** Lends a session; one that `work` leaves broken, or wants closed by giving `reusable: false`, is not lent again. */
  async use<T extends { readonly reusable: boolean }>(
    work: (session: PostgresSession) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    await this.#turn(signal)
    let session: PostgresSession | undefined
    let reusable = false
    try {
      session = this.#reusable() ?? (await PostgresSession.connect(this.#target, this.#open, signal))
      const result = await work(session)
      reusable = result.reusable
      return result
    } finally {
      if (reusable && session?.broken === false) this.#idle.push(session)
      else await session?.close()
      this.#taken -= 1
      this.#waiting.shift()?.()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(session => session.close()))
  }

  async #turn(signal: AbortSignal): Promise<void> {
    while (this.#taken >= MOST_SESSIONS) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#waiting.push(resolve)
      try {
        await abortable(promise, signal)
      } catch (error) {
        const place = this.#waiting.indexOf(resolve)
        // Called already: the turn goes to the next in line.
        if (place === -1) this.#waiting.shift()?.()
        else this.#waiting.splice(place, 1)
        throw error
      }
    }
    this.#taken += 1
  }

  #reusable(): PostgresSession | undefined {
    let session = this.#idle.pop()
    while (session?.broken) session = this.#idle.pop()
    return session
  }
}
