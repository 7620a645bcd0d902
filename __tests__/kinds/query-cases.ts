import { queryKind } from '../../src/kinds/query/query.ts'
import type { Json } from '../../src/model/json.ts'
import { observe, statement, type TestContext } from './builders.ts'

export const THINGS = 'CREATE TABLE things (id serial PRIMARY KEY, name text UNIQUE)'

/** Everything an author can see of it, its duration apart. */
export async function seen(
  sql: string,
  values: readonly Json[],
  context: TestContext,
  write = false,
): Promise<unknown> {
  const outcome = await observe(queryKind, { sql: statement(sql, values), write }, context).then(
    ({ parts: { duration: _duration, ...parts } }) => parts,
    ({ code, message, hint, details }) => ({ code, message, hint, details }),
  )
  // How a parameter came to the server is the one thing that its words give away.
  return JSON.parse(JSON.stringify(outcome).replace(/,"where":"unnamed portal parameter[^"]*"/, ''))
}

export const HOSTILE = [
  "'; DROP TABLE things; --",
  '$(reboot) `id`',
  '\\! id\n\\q\n',
  ':name :\'name\' :"name"',
  'ünï 😀 \\x41',
  '',
]

/** Statements with their values: what they give, and how they fail, must be the same by every way. */
export const CASES = asCases([
  ['SELECT n, n::text AS t, NULLIF(n, 2) AS odd FROM generate_series(1, 3) AS n'],
  ['SELECT name FROM things WHERE false'],
  ['VALUES (1, 2)'],
  ['TABLE things'],
  ['(SELECT 1 AS a) UNION SELECT 2 ORDER BY 1'],
  ['WITH x AS (SELECT 1 AS n) SELECT * FROM x;'],
  ['-- a comment; with a semicolon\n/* and /* nested */ one */ SELECT 1 AS n -- \\q'],
  ['SELECT'],
  ['SELECT WHERE false'],
  ['SHOW TimeZone'],
  ['SHOW server_version_num'],
  ['EXPLAIN SELECT 1'],
  ['EXPLAIN (COSTS off, FORMAT JSON) SELECT 1'],
  [`SELECT ':x' AS a, E'\\\\!' AS b, $$\\q :name$$ AS c, ':''x''' AS ":d"`],
  ['SELECT $1::int + $2::int AS n', [1, 41]],
  ['SELECT $1::jsonb AS n, $2::text[] AS list', [{ a: ["'", '\\', null] }, ['a', 'NULL', null, 'x"y\\z']]],
  ['SELECT $1::text IS NULL AS nothing, $2::boolean AS yes', [null, true]],
  ['SELECT id FROM things WHERE id = $1', ["1'; --"]],
  [
    'SELECT $1::varchar(3) AS cut, $2::"char" AS c, $3::name AS n, $4::date AS d',
    ['abcdef', 'xy', 'a name', '2026-01-02'],
  ],
  ['SELECT * FROM nowhere'],
  ['SELECT "ünï",\n  nme FROM things'],
  ['SELECT 1 FROM'],
  ["SELECT 'x'::int"],
  ['SELECT 1/0'],
  ['SELECT nope(1)'],
  ['SELECT 1 AS a, 2 AS a'],
  ['SELECT n FROM generate_series(1, 10001) AS n'],
  ['INSERT INTO things (name) VALUES ($1)', ['x']],
  ["SELECT nextval('things_id_seq')"],
  ['SELECT * INTO other FROM things'],
  ['SELECT name FROM things FOR UPDATE'],
])

/** The same for statements that may change something, each on a table with the rows 1, 2 and 3. */
export const WRITES = asCases([
  ['INSERT INTO things (id, name) VALUES (7, $1), (8, NULL)', ["it's"]],
  ['INSERT INTO things (id, name) VALUES (9, $1) RETURNING name, id', ['\\n']],
  ['INSERT INTO things (id, name) VALUES (9, $1)', ['two']],
  ['UPDATE things SET name = upper(name) WHERE id > $1', [1]],
  ['DELETE FROM things WHERE id = ANY($1)', [[1, 3, 5]]],
  ["DO $$ BEGIN RAISE EXCEPTION 'no: %', 1 USING DETAIL = E'a\nb', HINT = 'h', ERRCODE = 'P0042'; END $$"],
  ['DO $$ BEGIN PERFORM * FROM nowhere; END $$'],
  ["DO $$ BEGIN RAISE NOTICE 'told'; END $$"],
  ['VACUUM things'],
  ['SET statement_timeout = 1'],
  ['CREATE TABLE things (id int)'],
  ['COPY (SELECT 1) TO STDOUT'],
  ['COPY things (name) FROM STDIN'],
])

function asCases(given: readonly [sql: string, values?: readonly Json[]][]) {
  return given.map(([sql, values = []]) => ({ sql, values }))
}
