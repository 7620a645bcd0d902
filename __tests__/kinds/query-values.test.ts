import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningPostgres, startPostgres } from '../../scripts/demo/postgres.ts'
import { queryKind } from '../../src/kinds/query/query.ts'
import { isObject, type Json, parseJson } from '../../src/model/json.ts'
import { observe, observeContext, statement } from './builders.ts'

let server: RunningPostgres
const context = observeContext({ database: async () => ({ url: server.url, tls: 'disable' }) })

beforeAll(async () => {
  server = await startPostgres()
  for (const sql of [
    'ANALYZE pg_class',
    "CREATE TYPE mood AS ENUM ('calm', 'it''s')",
    'CREATE DOMAIN percent AS int CHECK (VALUE BETWEEN 0 AND 100)',
    'CREATE TYPE "a Pair" AS (n numeric, at timestamptz, tags text[])',
    "ALTER ROLE tester SET TimeZone = 'Asia/Almaty'",
    "ALTER ROLE tester SET DateStyle = 'German'",
    "ALTER ROLE tester SET IntervalStyle = 'iso_8601'",
    "ALTER ROLE tester SET bytea_output = 'escape'",
  ]) {
    await observe(queryKind, { sql: statement(sql), write: true }, context)
  }
})

afterAll(async () => {
  await context.close()
  await server.stop()
})

const EXPRESSIONS = [
  'true',
  'false',
  'NULL::int',
  '1::int2',
  '-5::int4',
  '9007199254740993::int8',
  '1.10::numeric',
  '123456789012345678901234567890.123456789::numeric',
  "'NaN'::numeric",
  "'Infinity'::numeric",
  '0.1::float4',
  '0.1::float8',
  '1e300::float8',
  '-1.5e-7::float8',
  "'NaN'::float8",
  "'-Infinity'::float8",
  '\'text with "quotes" and \\ and ünï\'::text',
  "''::text",
  "'varying'::varchar(10)",
  "'ab'::char(5)",
  '\'x\'::"char"',
  "'a name'::name",
  '\'{"a": 12345678901234567890, "b": [1.50]}\'::json',
  '\'{"a": 12345678901234567890, "b": [1.50]}\'::jsonb',
  "'null'::jsonb",
  "'0b5c1e1e-6f1c-4d43-9d5a-6d0f1c3b2a10'::uuid",
  "'2026-01-14'::date",
  "'infinity'::date",
  "'0044-03-15 BC'::date",
  "'2026-01-14 09:30:00.123456'::timestamp",
  "'2026-01-14 09:30:00+05'::timestamptz",
  "'infinity'::timestamptz",
  "'12:34:56.7'::time",
  "'12:34:56+05'::timetz",
  "'1 year 2 mons 3 days 04:05:06.7'::interval",
  "'\\xdeadbeef'::bytea",
  "'192.168.0.1/24'::inet",
  "'10.0.0.0/8'::cidr",
  "'08:00:2b:01:02:03'::macaddr",
  "'(1,2)'::point",
  "B'1011'::bit(4)",
  "ARRAY[B'10', B'1']::varbit[]",
  "'<a>b</a>'::xml",
  "'a fat cat'::tsvector",
  "'12.34'::money",
  '26::oid',
  "'pg_class'::regclass",
  "'calm'::mood",
  "'it''s'::mood",
  '50::percent',
  "ROW(1.10, '2026-01-14 09:30:00+05', ARRAY['x', NULL])::\"a Pair\"",
  'ARRAY[1, 2, NULL]',
  'ARRAY[[1, 2], [3, 4]]',
  "ARRAY['a', 'NULL', NULL, 'with, comma', '{brace}']",
  'ARRAY[9007199254740993]::int8[]',
  "ARRAY['2026-01-14 09:30:00+05'::timestamptz]",
  "ARRAY['calm']::mood[]",
  'ARRAY[\'{"a": 1}\'::jsonb]',
  "'{}'::int[]",
  "'[1,5)'::int4range",
  "'{[1,5), [7,9)}'::int4multirange",
  "tstzrange('2026-01-14 09:30:00+05', NULL)",
  "ROW(1, 'two', true)",
  'ARRAY[ROW(1, 2), ROW(3, 4)]',
  '(SELECT s FROM (SELECT 1 AS a, ARRAY[2] AS b) AS s)',
  "(SELECT most_common_vals FROM pg_stats WHERE tablename = 'pg_class' AND attname = 'relkind')",
  '(SELECT relacl FROM pg_class WHERE relacl IS NOT NULL LIMIT 1)',
  'current_user',
]

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
