import { CheckError } from '../../model/check-error.ts'
import { isObject, type Json, parseJson } from '../../model/json.ts'
import type { SqlStatement } from '../../model/template.ts'
import type { SqlSession, StatementColumn, StatementResult } from '../../transport/postgres-statement.ts'
import type { ObserveContext } from '../kind.ts'
import { hasUncastable, rowValues } from './row-values.ts'
import type { JudgedSql } from './sql-rules.ts'

/** What an attempt without a deadline may take on the server. */
const DEFAULT_TIMEOUT_MS = 30_000

/** Whatever the role or the server prefers, values are written in one way; `standard_conforming_strings` is what the lexer reads by. */
const SETTINGS = ["TimeZone = 'UTC'", "DateStyle = 'ISO'", "IntervalStyle = 'postgres'", 'extra_float_digits = 3']
const LEXING = 'standard_conforming_strings = on'

const JSON_TYPE = 114

export interface Answer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Json[])[]
  /** How many came, or were changed. */
  readonly rowCount: number
  readonly durationMs: number
}

/** One statement on one session. */
export class QueryRun {
  readonly #statement: SqlStatement
  readonly #judged: JudgedSql
  readonly #context: ObserveContext

  constructor(statement: SqlStatement, judged: JudgedSql, context: ObserveContext) {
    this.#statement = statement
    this.#judged = judged
    this.#context = context
  }

  /** In a read-only transaction that is rolled back: not even a setting outlives it. */
  reading() {
    const { signal } = this.#context
    return {
      prepare: (session: SqlSession) =>
        session.command(['BEGIN READ ONLY', ...this.#settings('SET LOCAL')].join('; '), signal),
      work: async (session: SqlSession) => {
        try {
          return { answer: await this.#answer(session), reusable: true }
        } finally {
          if (!session.broken) await session.command('ROLLBACK', signal)
        }
      },
    }
  }

  /** By itself, as a transaction of its own: some statements (VACUUM, a CALL that commits) refuse to run inside one. */
  writing() {
    return {
      prepare: (session: SqlSession) => session.command(this.#settings('SET').join('; '), this.#context.signal),
      work: async (session: SqlSession) => ({
        answer: await this.#answer(session),
        reusable: this.#judged.leavesSession,
      }),
    }
  }

  async #answer(session: SqlSession): Promise<Answer> {
    const { clock, signal } = this.#context
    const began = clock.elapsed()
    const result = await this.#run(session)
    const durationMs = Math.round(clock.elapsed() - began)
    const rows = await rowValues(result, session, signal)
    const changed = /(\d+)$/.exec(result.command)?.[1]
    return {
      columns: result.columns.map(({ name }) => name),
      rows,
      rowCount: changed === undefined ? rows.length : Number(changed),
      durationMs,
    }
  }

  async #run(session: SqlSession): Promise<StatementResult> {
    const { text, values } = this.#statement
    const { signal } = this.#context
    const sent = (): void => this.#context.sent()
    try {
      return await session.run({ text, values, described: requireReadable, sent }, signal)
    } catch (error) {
      if (!(error instanceof UncastableColumns) || this.#judged.writes !== undefined) throw error
      // Only the statement itself can make JSON of these: once more, as the source of a row that is JSON.
      const wrapped = `SELECT to_json(q)::json FROM (${this.#judged.statement}\n) AS q`
      return unwrapped(await session.run({ text: wrapped, values, sent }, signal), error.columns)
    }
  }

  #settings(verb: 'SET' | 'SET LOCAL'): readonly string[] {
    const { deadline, clock } = this.#context
    const left = deadline === undefined ? DEFAULT_TIMEOUT_MS : deadline - clock.elapsed()
    const timeout = `statement_timeout = ${Math.max(1, Math.ceil(left))}`
    return [...SETTINGS, LEXING, timeout].map(setting => `${verb} ${setting}`)
  }
}

/** Ends a statement before it runs. */
class UncastableColumns extends CheckError {
  readonly columns: readonly StatementColumn[]

  constructor(columns: readonly StatementColumn[]) {
    super({
      code: 'query-type',
      message: 'A column of this statement has a type that cannot be read as JSON.',
      hint: 'Turn it into JSON in the statement: `to_json(…)`.',
    })
    this.columns = columns
  }
}

function requireReadable(columns: readonly StatementColumn[]): void {
  const names = columns.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    throw new CheckError({
      code: 'query-duplicate-columns',
      message: `Two columns are named \`${twice}\`, and a row can have only one.`,
      hint: 'Give one of them another name: `AS other_name`.',
    })
  }
  if (hasUncastable(columns)) throw new UncastableColumns(columns)
}

/** Rows that came as one JSON object each, as rows of JSON columns. */
function unwrapped({ rows, command }: StatementResult, columns: readonly StatementColumn[]): StatementResult {
  return {
    command,
    columns: columns.map(({ name }) => ({ name, type: JSON_TYPE })),
    rows: rows.map(([text]) => {
      const row = parseJson(text ?? 'null')
      return columns.map(({ name }) => JSON.stringify(isObject(row) ? (row[name] ?? null) : null))
    }),
  }
}
