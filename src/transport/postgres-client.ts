import type { Duplex } from 'node:stream'
import pg from 'pg'
import { CheckError } from '../model/check-error.ts'
import { abortable } from './dial.ts'
import { connectionFault, floodFault, lostFault } from './postgres-fault.ts'
import {
  PostgresStatement,
  type SqlSession,
  type StatementOptions,
  type StatementResult,
} from './postgres-statement.ts'
import { type OpenPostgresStream, sendCancelRequest } from './postgres-stream.ts'
import type { PostgresTarget } from './postgres-target.ts'

/** How long the request to stop a statement may take, opening its way into a container included; the statement's own time-out is what remains. */
const CANCEL_MS = 3_000
/** How long a server may take to hang up once it was told goodbye. */
const GRACE_MS = 1_000
/** What a server may send in answer to one statement: more than any result that is kept, less than what exhausts memory. */
const MOST_BYTES = 64 * 1024 ** 2

/** One logged-in session. The only owner of the PostgreSQL library. */
export class PostgresSession implements SqlSession {
  readonly #client: pg.Client
  readonly #open: OpenPostgresStream
  #broken = false
  #received = 0

  private constructor(client: pg.Client, open: OpenPostgresStream) {
    this.#client = client
    this.#open = open
    const { stream } = client.connection
    stream.on('data', (chunk: Buffer) => {
      this.#received += chunk.length
      if (this.#received > MOST_BYTES) stream.destroy(floodFault())
    })
    client.on('end', () => {
      this.#broken = true
    })
  }

  /** Logs in. Rejects with a CheckError or the signal's reason. */
  static async connect(
    target: PostgresTarget,
    open: OpenPostgresStream,
    signal: AbortSignal,
  ): Promise<PostgresSession> {
    const stream = await open(signal)
    const client = new pg.Client({
      stream: () => alreadyOpen(stream),
      user: target.user,
      // A function, even if it gives nothing: without a password the driver would look into the environment and files.
      password: () => target.password ?? '',
      database: target.database,
      host: 'path' in target.at ? target.at.path : target.at.host,
      port: 'path' in target.at ? 5432 : target.at.port,
      ssl: false,
      application_name: 'verify-deploy',
    })
    // What breaks while nobody waits is noticed when the session is next used.
    client.on('error', () => undefined)
    try {
      await abortable(client.connect(), signal)
      return new PostgresSession(client, open)
    } catch (error) {
      stream.destroy()
      throw signal.aborted ? signal.reason : connectionFault(error, target)
    }
  }

  get broken(): boolean {
    return this.#broken || this.#client.connection.stream.destroyed
  }

  async command(text: string, signal: AbortSignal): Promise<void> {
    this.#received = 0
    await this.#guarded(this.#client.query(text), signal)
  }

  run(options: StatementOptions, signal: AbortSignal): Promise<StatementResult> {
    this.#received = 0
    const statement = new PostgresStatement(options)
    this.#client.query(statement as unknown as pg.Submittable)
    return this.#guarded(statement.done, signal)
  }

  async close(): Promise<void> {
    if (this.#broken) return
    this.#broken = true
    // One that is frozen never does.
    const late = setTimeout(() => this.#client.connection.stream.destroy(), GRACE_MS)
    await this.#client.end().catch(() => undefined)
    clearTimeout(late)
  }

  async #guarded<T>(running: Promise<T>, signal: AbortSignal): Promise<T> {
    try {
      return await abortable(running, signal)
    } catch (error) {
      if (signal.aborted) {
        running.catch(() => undefined)
        await this.#cancel()
        throw signal.reason
      }
      if (error instanceof CheckError || error instanceof pg.DatabaseError) throw error
      this.#broken = true
      throw lostFault(error)
    }
  }

  async #cancel(): Promise<void> {
    this.#broken = true
    // Known to the driver since the login, but not to its types.
    const { processID, secretKey } = this.#client as unknown as { processID: number; secretKey: number }
    await sendCancelRequest(this.#open, { processId: processID, secretKey }, AbortSignal.timeout(CANCEL_MS)).catch(
      () => undefined,
    )
    this.#client.connection.stream.destroy()
  }
}

/** The driver opens its stream itself, as a socket; this one has been opened, and may be none. */
function alreadyOpen(stream: Duplex): Duplex {
  const nothing = (): Duplex => stream
  const socketOnly = { setNoDelay: nothing, setKeepAlive: nothing, ref: nothing, unref: nothing }
  return Object.assign(stream, 'setNoDelay' in stream ? {} : socketOnly, {
    connect: () => {
      queueMicrotask(() => stream.emit('connect'))
      return stream
    },
  })
}
