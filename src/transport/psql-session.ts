import { CheckError } from '../model/check-error.ts'
import { abortable } from './dial.ts'
import { lostFault } from './postgres-fault.ts'
import {
  MOST_BYTES,
  MOST_ROWS,
  noCopy,
  parameterText,
  type SqlSession,
  type StatementColumn,
  type StatementOptions,
  type StatementResult,
  tooMuch,
} from './postgres-statement.ts'
import { type PsqlAnswer, type PsqlTable, psqlAnswer, psqlError, psqlTable } from './psql-answer.ts'
import { psqlLoginFault } from './psql-fault.ts'
import { asked, errorAsked, formOf, literal, psqlMarks, settingUp, shownType, unread } from './psql-text.ts'
import type { InsideCommand } from './service-stream.ts'

/** What psql may print in answer to one statement: more than any result that is kept. */
const MOST_PRINTED = 64 * 1024 ** 2
/** Longer than any line that ends an answer. */
const LAST_LINE = 100
/** psql before 11 does not tell the code of an error. */
const OLDEST = 110_000
const CANCEL_MS = 3_000
/** How long psql may take to end by itself. */
const GRACE_MS = 1_000

/** A session that psql holds, where nothing can carry the protocol itself: the same rows, types and errors, more slowly. */
export class PsqlSession implements SqlSession {
  readonly #command: InsideCommand
  readonly #cancel: (processId: string, signal: AbortSignal) => Promise<void>
  readonly #endpoint: string
  readonly #marks = psqlMarks()
  #processId = ''
  #broken = false
  #prepared = 0
  #waiting: { readonly resolve: (answer: PsqlAnswer) => void; readonly reject: (error: unknown) => void } | undefined
  #chunks: Buffer[] = []
  #printed = 0

  /** `cancel` ends what another session is doing. */
  constructor(
    command: InsideCommand,
    endpoint: string,
    cancel: (processId: string, signal: AbortSignal) => Promise<void>,
  ) {
    this.#command = command
    this.#endpoint = endpoint
    this.#cancel = cancel
    const { running } = command
    running.stdin.on('error', () => undefined)
    running.stdout.on('data', (chunk: Buffer) => this.#read(chunk))
    const ended = ({ exitCode }: { readonly exitCode: number }): void => this.#end(exitCode)
    running.ended.then(ended, error => this.#fail(error))
  }

  /** Logs in; without a password the line is empty. Rejects with a CheckError or the signal's reason. */
  async login(password: string | undefined, signal: AbortSignal): Promise<void> {
    const { text } = await this.#ask(settingUp(this.#marks), signal, `${password ?? ''}\n`)
    const [version, processId] = psqlTable(text, this.#marks)?.rows[0] ?? []
    if (Number(version) >= OLDEST && typeof processId === 'string') {
      this.#processId = processId
      return
    }
    throw new CheckError({
      code: 'database-service-tools',
      message: `The \`psql\` of ${this.#endpoint} is too old to ask the database with.`,
      hint: 'It needs version 11; or install one of `perl`, `python3`, `bash` or `socat` in the image.',
      endpoint: this.#endpoint,
    })
  }

  get broken(): boolean {
    return this.#broken
  }

  async command(text: string, signal: AbortSignal): Promise<void> {
    await this.#must(`${text};`, undefined, signal)
  }

  async run(options: StatementOptions, signal: AbortSignal): Promise<StatementResult> {
    const form = formOf(options.text)
    if (form === 'prepared') return this.#runPrepared(options, signal)
    if (/^\s*COPY\b/i.test(options.text)) throw noCopy()
    if (form === 'impossible' || options.values.length > 0) throw notByPsql(this.#endpoint)
    options.sent?.()
    const { text } = await this.#must(unread(options.text), 0, signal)
    const table = form === 'shown' ? psqlTable(text, this.#marks) : undefined
    const columns = (table?.names ?? []).map(name => ({ name, type: shownType(options.text) }))
    return { columns, rows: kept(table), command: '' }
  }

  async close(): Promise<void> {
    this.#broken = true
    const { running, stop } = this.#command
    running.stdin.end()
    const late = setTimeout(stop, GRACE_MS)
    await running.ended.catch(() => undefined)
    clearTimeout(late)
  }

  async #runPrepared(
    { text, values, described, sent }: StatementOptions,
    signal: AbortSignal,
  ): Promise<StatementResult> {
    this.#prepared += 1
    const name = `verify_${this.#prepared}`
    const before = `PREPARE ${name} AS `
    await this.#must(unread(before + text), before.length, signal)
    const parameters = await this.#parameters(name, signal)
    const bound = values.map((value, index) => literal(parameterText(value, parameters[index] ?? 0)))
    const execute = bound.length === 0 ? `EXECUTE ${name}` : `EXECUTE ${name} (${bound.join(', ')})`
    const columns = await this.#columns(execute, signal)
    described?.(columns)
    sent?.()
    const answer = await this.#must(`${execute};`, undefined, signal)
    const rows = kept(psqlTable(answer.text, this.#marks))
    const bare = columns.length === 0 && /^\s*SELECT\b/i.test(text)
    return {
      columns,
      rows: bare ? Array.from({ length: answer.rowCount }, () => []) : rows,
      command: `EXECUTE ${answer.rowCount}`,
    }
  }

  async #parameters(name: string, signal: AbortSignal): Promise<readonly number[]> {
    const select = `SELECT pg_catalog.unnest(parameter_types::pg_catalog.oid[]) FROM pg_catalog.pg_prepared_statements WHERE name = '${name}';`
    const { text } = await this.#must(select, undefined, signal)
    return (psqlTable(text, this.#marks)?.rows ?? []).map(([type]) => Number(type))
  }

  /** psql tells the names of types, the server their numbers. */
  async #columns(execute: string, signal: AbortSignal): Promise<readonly StatementColumn[]> {
    const described = psqlTable((await this.#must(`${execute} \\gdesc`, undefined, signal)).text, this.#marks)
    if (described === undefined) return []
    const numbers = described.rows.map(([, type]) => `(${literal(type ?? null)}::pg_catalog.regtype::pg_catalog.oid)`)
    const select = `SELECT pg_catalog.unnest(ARRAY[${numbers.join(', ')}]);`
    const types = psqlTable((await this.#must(select, undefined, signal)).text, this.#marks)
    return described.rows.map(([name], index) => ({ name: name ?? '', type: Number(types?.rows[index]?.[0]) }))
  }

  /** Rejects with the server's error; its position is counted from behind the first `before` characters. */
  async #must(script: string, before: number | undefined, signal: AbortSignal): Promise<PsqlAnswer> {
    const answer = await this.#ask(script, signal)
    if (answer.state === '00000') return answer
    if (answer.state === '') {
      this.#break()
      throw /out of memory/i.test(answer.text)
        ? tooMuch()
        : lostFault(new Error(answer.text.slice(-500)), this.#endpoint)
    }
    const { text } = await this.#ask(errorAsked(this.#marks), signal)
    throw psqlError(answer, text, before, this.#marks)
  }

  async #ask(script: string, signal: AbortSignal, first = ''): Promise<PsqlAnswer> {
    signal.throwIfAborted()
    if (this.#broken) throw lostFault(undefined, this.#endpoint)
    const answered = new Promise<PsqlAnswer>((resolve, reject) => {
      this.#waiting = { resolve, reject }
    })
    this.#chunks = []
    this.#printed = 0
    this.#command.running.stdin.write(first + asked(script, this.#marks))
    try {
      return await abortable(answered, signal)
    } catch (error) {
      if (!signal.aborted) throw error
      answered.catch(() => undefined)
      this.#broken = true
      if (this.#processId !== '') {
        await this.#cancel(this.#processId, AbortSignal.timeout(CANCEL_MS)).catch(() => undefined)
      }
      this.#break()
      throw signal.reason
    }
  }

  #read(chunk: Buffer): void {
    if (this.#waiting === undefined) return
    this.#chunks.push(chunk)
    this.#printed += chunk.length
    if (this.#printed > MOST_PRINTED) {
      this.#fail(tooMuch())
      this.#break()
      return
    }
    // Only the last chunks are looked at: an answer may be long.
    let last = chunk
    for (let at = this.#chunks.length - 2; at >= 0 && last.length < LAST_LINE; at -= 1) {
      last = Buffer.concat([this.#chunks[at] ?? Buffer.alloc(0), last])
    }
    if (psqlAnswer(last, this.#marks) === undefined) return
    const answer = psqlAnswer(Buffer.concat(this.#chunks), this.#marks)
    const waiting = this.#waiting
    this.#waiting = undefined
    if (answer !== undefined) waiting.resolve(answer)
  }

  #end(exitCode: number): void {
    const said = Buffer.concat(this.#chunks).toString('utf8')
    this.#fail(
      this.#processId === ''
        ? psqlLoginFault(said, exitCode, this.#endpoint)
        : lostFault(new Error(said.slice(-500)), this.#endpoint),
    )
  }

  #fail(error: unknown): void {
    this.#broken = true
    this.#waiting?.reject(error)
    this.#waiting = undefined
  }

  #break(): void {
    this.#broken = true
    this.#command.stop()
  }
}

function kept(table: PsqlTable | undefined): PsqlTable['rows'] {
  const rows = table?.rows ?? []
  const bytes = rows.reduce((sum, row) => row.reduce((total, value) => total + (value?.length ?? 0), sum), 0)
  if (rows.length > MOST_ROWS || bytes > MOST_BYTES) throw tooMuch()
  return rows
}

function notByPsql(endpoint: string): CheckError {
  return new CheckError({
    code: 'query-psql',
    message: `The container has only \`psql\` to reach ${endpoint} with, and this statement cannot be run by it exactly.`,
    hint: 'Install one of `perl`, `python3`, `bash` or `socat` in the image, or leave out the holes of an EXPLAIN or a CALL.',
    endpoint,
  })
}
