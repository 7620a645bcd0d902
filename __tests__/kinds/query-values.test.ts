import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningPostgres, startPostgres } from '../../scripts/demo/postgres.ts'
import { queryKind } from '../../src/kinds/query/query.ts'
import { isObject, type Json, parseJson } from '../../src/model/json.ts'
import { observe, observeContext, statement } from './builders.ts'
import { EXPRESSIONS, TYPE_STATEMENTS } from './postgres-expressions.ts'

let server: RunningPostgres
const context = observeContext({ database: async () => ({ url: server.url, tls: 'disable' }) })

beforeAll(async () => {
  server = await startPostgres()
  for (const sql of TYPE_STATEMENTS) {
    await observe(queryKind, { sql: statement(sql), write: true }, context)
  }
})

afterAll(async () => {
  await context.close()
  await server.stop()
})

describe('values of a query', () => {
  it.each(EXPRESSIONS)('are what to_json gives: %s', async expression => {
    const expected = await singleValue(`SELECT to_json(${expression})::text AS v`)
    const actual = await singleValue(`SELECT ${expression} AS v`)
    expect(JSON.stringify(actual)).toBe(JSON.stringify(typeof expected === 'string' ? parseJson(expected) : expected))
  })

  it('come of several columns and rows in their places', async () => {
    const sql = `SELECT n, ('2026-01-0' || n)::date AS day, NULLIF(n, 2) AS odd, ARRAY[n] AS list
      FROM generate_series(1, 3) AS n ORDER BY n DESC`
    const { parts } = await observe(queryKind, { sql: statement(sql) }, context)
    expect(parts.rows).toEqual([
      { n: 3, day: '2026-01-03', odd: 3, list: [3] },
      { n: 2, day: '2026-01-02', odd: null, list: [2] },
      { n: 1, day: '2026-01-01', odd: 1, list: [1] },
    ])
  })

  it('write zoned times in UTC whatever the role prefers', async () => {
    expect(await singleValue("SELECT '2026-01-14 09:30:00+05'::timestamptz AS v")).toBe('2026-01-14T04:30:00+00:00')
  })
})

async function singleValue(sql: string): Promise<Json | undefined> {
  const { parts } = await observe(queryKind, { sql: statement(sql) }, context)
  return isObject(parts.row) ? parts.row.v : undefined
}
