import { CheckError } from '../model/check-error.ts'
import { abortable } from './dial.ts'
import type { SqlSession } from './postgres-statement.ts'

/** Enough for a parallel section, and little of what a server allows. */
const MOST_SESSIONS = 5

/** What is to be done with a session: `prepare` changes nothing, and may be done again with another one. */
export interface SessionUse<T> {
  readonly prepare: (session: SqlSession) => Promise<void>
  readonly work: (session: SqlSession) => Promise<T>
}

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
    { prepare, work }: SessionUse<T>,
    signal: AbortSignal,
  ): Promise<T> {
    await this.#turn(signal)
    let session: SqlSession | undefined
    let reusable = false
    try {
      session = await this.#keptAndPrepared(prepare)
      if (session === undefined) {
        session = await this.#open(signal)
        await prepare(session)
      }
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

  /** Of one that lay idle it may only show when it is asked that its server is gone, as after a restart of that. */
  async #keptAndPrepared(prepare: (session: SqlSession) => Promise<void>): Promise<SqlSession | undefined> {
    for (let kept = this.#reusable(); kept !== undefined; kept = this.#reusable()) {
      try {
        await prepare(kept)
        return kept
      } catch (error) {
        await kept.close()
        if (!(error instanceof CheckError) || error.code !== 'database-lost') throw error
      }
    }
    return undefined
  }

  #reusable(): SqlSession | undefined {
    let session = this.#idle.pop()
    while (session?.broken) session = this.#idle.pop()
    return session
  }
}
