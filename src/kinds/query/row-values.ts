import { CheckError } from '../../model/check-error.ts'
import { type Json, numberFromText, parseJson } from '../../model/json.ts'
import type { SqlSession, StatementResult } from '../../transport/postgres-statement.ts'

/** Types by their numbers in `pg_type`, which never change. */
const NUMBERS = new Set([20, 21, 23, 700, 701, 1700])
/** "char", name, text, unknown, bpchar, varchar, uuid; and void and cstring, which nothing can be cast to. */
const TEXTS = new Set([18, 19, 25, 705, 1042, 1043, 2950, 2275, 2278])
const JSONS = new Set([114, 3802])
const BOOLEAN = 16
/** record, record[], anyarray: values that only the statement itself can turn into JSON, for no text can be cast to them. */
const UNCASTABLE = new Set([2249, 2287, 2277])

export function hasUncastable(columns: StatementResult['columns']): boolean {
  return columns.some(({ type }) => UNCASTABLE.has(type))
}

/**
 * The values of a result as `to_json` gives them. Numbers, texts, booleans and JSON are what they are; of every other type
 * the server itself makes the JSON, from the text it gave, in the same transaction and with the same settings.
 */
export async function rowValues(
  { columns, rows }: StatementResult,
  session: SqlSession,
  signal: AbortSignal,
): Promise<readonly (readonly Json[])[]> {
  const others = columns.flatMap(({ type }, index) => (isPlain(type) ? [] : [{ type, index }]))
  if (others.length === 0 || rows.length === 0) {
    return rows.map(row => row.map((text, index) => plainValue(text, columns[index]?.type ?? 0)))
  }
  const converted = await convert(others, rows, session, signal)
  return rows.map((row, at) =>
    row.map((text, index) => {
      const place = others.findIndex(other => other.index === index)
      if (place === -1) return plainValue(text, columns[index]?.type ?? 0)
      const json = converted[at]?.[place]
      return json === undefined || json === null ? null : parseJson(json)
    }),
  )
}

function isPlain(type: number): boolean {
  return NUMBERS.has(type) || TEXTS.has(type) || JSONS.has(type) || type === BOOLEAN
}

function plainValue(text: string | null, type: number): Json {
  if (text === null) return null
  if (type === BOOLEAN) return text === 't'
  if (JSONS.has(type)) return parseJson(text)
  // NaN and Infinity are no JSON numbers: to_json writes them as text.
  return NUMBERS.has(type) && /\d/.test(text) ? numberFromText(text) : text
}

async function convert(
  others: readonly { readonly type: number; readonly index: number }[],
  rows: StatementResult['rows'],
  session: SqlSession,
  signal: AbortSignal,
): Promise<StatementResult['rows']> {
  const names = await typeNames(
    others.map(({ type }) => type),
    session,
    signal,
  )
  const selected = others.map((_, place) => `to_json(v${place}::${names[place]})::text`)
  const sources = others.map((_, place) => `$${place + 1}::text[]`)
  const aliases = others.map((_, place) => `v${place}`)
  const text = `SELECT ${selected.join(', ')} FROM unnest(${sources.join(', ')}) WITH ORDINALITY AS t(${aliases.join(', ')}, n) ORDER BY n`
  const values = others.map(({ index }) => rows.map(row => row[index] ?? null))
  return (await session.run({ text, values }, signal)).rows
}

/** Names of types as SQL reads them, quoted and with their schema where needed; -1, or `bit` would mean `bit(1)`. */
async function typeNames(
  types: readonly number[],
  session: SqlSession,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const text = 'SELECT format_type(t, -1) FROM unnest($1::oid[]) WITH ORDINALITY AS u(t, n) ORDER BY n'
  const { rows } = await session.run({ text, values: [types] }, signal)
  return rows.map(([name]) => {
    if (typeof name === 'string' && name !== '???' && name !== '-') return name
    throw new CheckError({
      code: 'query-type',
      message: 'A column has a type that the server does not know any more.',
      hint: 'Cast it to text.',
    })
  })
}
