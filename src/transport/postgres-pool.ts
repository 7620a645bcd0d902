import { abortable } from './dial.ts'
import type { SqlSession } from './postgres-statement.ts'

/** Enough for a parallel section, and little of what a server allows. */
const MOST_SESSIONS = 5

/** The sessions of one database, opened as they are needed. */
export class PostgresPool implements AsyncDisposable {
  /** For messages. */
  readonly endpoint: string
  readonly #open: (signal: AbortSignal) => Promise<SqlSession>
  readonly #idle: SqlSession[] = []
  readonly #waiting: (() => void)[] = []
  #taken = 0

  /** `open` logs a new session in; it rejects with a CheckError or the signal's reason. */
  constructor(endpoint: string, open: (signal: AbortSignal) => Promise<SqlSession>) {
    this.endpoint = endpoint
    this.#open = open
  }

  /** Lends a session; one that `work` leaves broken, or wants closed by giving `reusable: false`, is not lent again. */
  async use<T extends { readonly reusable: boolean }>(
    work: (session: SqlSession) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    await this.#turn(signal)
    let session: SqlSession | undefined
    let reusable = false
    try {
      session = this.#reusable() ?? (await this.#open(signal))
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

  #reusable(): SqlSession | undefined {
    let session = this.#idle.pop()
    while (session?.broken) session = this.#idle.pop()
    return session
  }
}
