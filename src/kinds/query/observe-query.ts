import { CheckError } from '../../model/check-error.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Observation } from '../../model/observation.ts'
import type { Filled, SqlStatement } from '../../model/template.ts'
import type { PostgresPool } from '../../transport/postgres-pool.ts'
import type { ObserveContext } from '../kind.ts'
import { openDatabase } from './database.ts'
import { queryFault } from './query-fault.ts'
import { type Answer, QueryRun } from './query-run.ts'
import type { QuerySpec } from './shape.ts'
import { judgeSql, writeFault } from './sql-rules.ts'

/** How many rows the report may show. */
const EVIDENCE_ROWS = 50

export async function observeQuery(spec: Filled<QuerySpec>, context: ObserveContext): Promise<Observation> {
  const judged = judgeSql(spec.sql.text)
  if (judged.fault !== undefined) throw new CheckError({ ...judged.fault, span: spec.sql.span })
  if (judged.writes !== undefined && spec.write !== true) {
    throw new CheckError({ ...writeFault(judged.writes), span: spec.sql.span })
  }
  const { pool, secrets } = await openDatabase(spec.database, context)
  return observation(spec.sql, await ask(pool, spec, new QueryRun(spec.sql, judged, context), context), secrets)
}

async function ask(
  pool: PostgresPool,
  spec: Filled<QuerySpec>,
  run: QueryRun,
  context: ObserveContext,
): Promise<Answer> {
  try {
    const lent = await pool.use(spec.write === true ? run.writing() : run.reading(), context.signal)
    return lent.answer
  } catch (error) {
    throw queryFault(error, spec.sql, pool.endpoint)
  }
}

function observation(statement: SqlStatement, answer: Answer, secrets: readonly string[]): Observation {
  const { columns, rowCount, durationMs } = answer
  const rows = answer.rows.map(values => rowOf(columns, values))
  const only = answer.rows.length === 1 ? answer.rows[0] : undefined
  const [row] = rows
  const single = only !== undefined && row !== undefined
  const [value] = only ?? []
  const hasValue = single && columns.length === 1 && value !== undefined
  return {
    parts: {
      rows,
      ...(single ? { row } : {}),
      ...(hasValue ? { value } : {}),
      row_count: rowCount,
      columns,
      duration: durationMs,
    },
    remarks: absentReasons(rows.length, columns.length),
    document: { json: rows },
    secrets,
    evidence: () => [
      { title: 'Statement', text: statement.text, language: 'sql', outside: false },
      { title: rowsTitle(rows.length), text: rowLines(rows), language: 'json', outside: true },
    ],
  }
}

function absentReasons(rows: number, columns: number): Readonly<Record<string, string>> {
  const came = rows === 1 ? 'there is 1' : `there are ${rows === 0 ? 'none' : rows}`
  if (rows !== 1) {
    return {
      row: `\`row\` needs exactly one row, and ${came}.`,
      value: `\`value\` needs exactly one row, and ${came}.`,
    }
  }
  return columns === 1 ? {} : { value: `\`value\` needs exactly one column, and there are ${columns || 'none'}.` }
}

function rowOf(columns: readonly string[], values: readonly Json[]): JsonObject {
  return Object.fromEntries(columns.map((name, index) => [name, values[index] ?? null]))
}

function rowsTitle(count: number): string {
  return count > EVIDENCE_ROWS ? `Rows (the first ${EVIDENCE_ROWS} of ${count})` : `Rows (${count})`
}

function rowLines(rows: readonly JsonObject[]): string {
  return rows
    .slice(0, EVIDENCE_ROWS)
    .map(row => JSON.stringify(row))
    .join('\n')
}
