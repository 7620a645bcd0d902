import { CheckError } from '../model/check-error.ts'
import { formatSize } from '../model/duration.ts'
import { isList, isNumber, isObject, type Json, numberText } from '../model/json.ts'

/** The part of the driver's connection that a statement speaks to. */
export interface StatementConnection {
  parse(message: { readonly name: string; readonly text: string }): void
  describe(message: { readonly type: 'S'; readonly name: string }): void
  bind(message: { readonly values: readonly (string | null)[] }): void
  execute(message: { readonly rows: number }): void
  flush(): void
  sync(): void
  sendCopyFail(message: string): void
  once(event: string, listener: (message: never) => void): unknown
  removeListener(event: string, listener: (message: never) => void): unknown
}

export interface StatementColumn {
  readonly name: string
  /** The type's number in `pg_type`. */
  readonly type: number
}

export interface StatementResult {
  readonly columns: readonly StatementColumn[]
  /** Values as PostgreSQL writes them as text. */
  readonly rows: readonly (readonly (string | null)[])[]
  /** What the server says it did: `INSERT 0 3`. */
  readonly command: string
}

export interface StatementOptions {
  readonly text: string
  readonly values: readonly Json[]
  /** Called with the columns before anything runs; what it throws ends the statement without running it. */
  readonly described?: (columns: readonly StatementColumn[]) => void
  /** Called when the server is told to run it. */
  readonly sent?: () => void
}

/** One logged-in session, by whatever way its statements reach the server. */
export interface SqlSession {
  /** Nothing can be asked of it any more. */
  readonly broken: boolean
  /** Runs statements of ours, several in one text; their results are not wanted. */
  command(text: string, signal: AbortSignal): Promise<void>
  /**
   * Runs one statement. Rejects with the server's error (`isServerError`), a CheckError, or the signal's reason once it was
   * told to stop.
   */
  run(options: StatementOptions, signal: AbortSignal): Promise<StatementResult>
  /** Says goodbye; a session that is broken or busy is cut off. */
  close(): Promise<void>
}

export const MOST_ROWS = 10_000
export const MOST_BYTES = 10 * 1024 ** 2

/**
 * One statement by the extended query protocol (PostgreSQL documentation, 54.2.3), which takes exactly one and binds its
 * values. It is described before it runs, which the driver's own queries cannot do. The driver calls the `handle…` methods.
 */
export class PostgresStatement {
  readonly done: Promise<StatementResult>
  readonly #options: StatementOptions
  readonly #rows: (readonly (string | null)[])[] = []
  #resolve: (result: StatementResult) => void = () => undefined
  #reject: (error: unknown) => void = () => undefined
  #columns: readonly StatementColumn[] = []
  #parameters: readonly number[] = []
  #command = ''
  #bytes = 0
  #synced = false
  #fault: unknown
  #connection: StatementConnection | undefined

  constructor(options: StatementOptions) {
    this.#options = options
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  submit(connection: StatementConnection): void {
    this.#connection = connection
    connection.once('parameterDescription', this.#noteParameters)
    connection.once('noData', this.#run)
    connection.parse({ name: '', text: this.#options.text })
    connection.describe({ type: 'S', name: '' })
    connection.flush()
  }

  handleRowDescription(message: { readonly fields: readonly { name: string; dataTypeID: number }[] }): void {
    this.#columns = message.fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }))
    this.#run()
  }

  handleDataRow(message: { readonly fields: readonly (string | null)[] }): void {
    if (this.#fault !== undefined) return
    for (const value of message.fields) this.#bytes += value?.length ?? 0
    if (this.#rows.length >= MOST_ROWS || this.#bytes > MOST_BYTES) {
      this.#fault = tooMuch()
      this.#rows.length = 0
    } else this.#rows.push(message.fields)
  }

  handlePortalSuspended(): void {
    this.#fault ??= tooMuch()
  }

  handleCommandComplete(message: { readonly text: string }): void {
    this.#command = message.text
  }

  handleEmptyQuery(): void {
    // Nothing to do: the answer to Sync follows.
  }

  handleCopyInResponse(connection: StatementConnection): void {
    this.#fault = noCopy()
    connection.sendCopyFail('nothing to copy')
    // The Sync that was sent was swallowed as part of the copy (54.2.6).
    connection.sync()
  }

  handleCopyData(): void {
    this.#fault ??= noCopy()
  }

  handleError(error: unknown): void {
    this.#release()
    // After an error the server reads nothing until the next Sync.
    if (!this.#synced) this.#connection?.sync()
    this.#synced = true
    this.#reject(this.#fault ?? error)
  }

  handleReadyForQuery(): void {
    this.#release()
    if (this.#fault !== undefined) this.#reject(this.#fault)
    else this.#resolve({ columns: this.#columns, rows: this.#rows, command: this.#command })
  }

  readonly #noteParameters = (message: { readonly dataTypeIDs: readonly number[] }): void => {
    this.#parameters = message.dataTypeIDs
  }

  /** The description is complete: bind and run, or stop here. */
  readonly #run = (): void => {
    const connection = this.#connection
    if (connection === undefined) return
    this.#synced = true
    try {
      this.#options.described?.(this.#columns)
      const values = this.#options.values.map((value, index) => parameterText(value, this.#parameters[index] ?? 0))
      this.#options.sent?.()
      connection.bind({ values })
      connection.execute({ rows: MOST_ROWS + 1 })
    } catch (error) {
      this.#fault = error
    }
    connection.sync()
  }

  #release(): void {
    this.#connection?.removeListener('parameterDescription', this.#noteParameters)
    this.#connection?.removeListener('noData', this.#run)
  }
}

/** text, name, "char", varchar, bpchar, json, jsonb: what a list or an object is bound to as JSON text. */
const TEXT_TYPES = new Set([18, 19, 25, 705, 1042, 1043, 114, 3802])

/** A value as the server's input function reads it; the server decides the type from where the parameter stands. */
export function parameterText(value: Json, type: number): string | null {
  if (value === null) return null
  if (typeof value === 'string') return value
  if (isNumber(value)) return numberText(value)
  if (isList(value) && !TEXT_TYPES.has(type)) return arrayLiteral(value)
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}

/** PostgreSQL documentation, 8.15.2: every text is quoted, so that `NULL`, commas and braces in it stay text. */
function arrayLiteral(items: readonly Json[]): string {
  const texts = items.map(item => {
    if (item === null) return 'NULL'
    if (isList(item)) return arrayLiteral(item)
    const text = isObject(item) ? JSON.stringify(item) : (parameterText(item, 0) ?? '')
    return typeof item === 'string' || isObject(item) ? `"${text.replace(/[\\"]/g, '\\$&')}"` : text
  })
  return `{${texts.join(',')}}`
}

export function tooMuch(): CheckError {
  return new CheckError({
    code: 'query-too-much',
    message: `The query gives more than ${MOST_ROWS.toLocaleString('en')} rows, or ${formatSize(MOST_BYTES)}.`,
    hint: 'Let the database count or filter: `count(*)`, `WHERE`, `LIMIT`.',
  })
}

export function noCopy(): CheckError {
  return new CheckError({
    code: 'query-copy',
    message: 'COPY between the server and a client is not supported.',
    hint: 'Write a SELECT or an INSERT instead.',
  })
}
