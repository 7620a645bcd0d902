import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningPostgres, startPostgres } from '../../scripts/demo/postgres.ts'
import { queryKind } from '../../src/kinds/query/query.ts'
import { CheckError } from '../../src/model/check-error.ts'
import { numberFromText } from '../../src/model/json.ts'
import type { SqlStatement } from '../../src/model/template.ts'
import { codes, observe, observeContext, rejection, review, span, statement, template } from './builders.ts'

let server: RunningPostgres
const context = observeContext({ database: async () => ({ url: server.url }) })

beforeAll(async () => {
  server = await startPostgres()
  await write('CREATE TABLE users (id serial PRIMARY KEY, email text UNIQUE, active boolean, data jsonb, tags text[])')
  await write(
    `INSERT INTO users (email, active, data, tags) VALUES
     ('a@example.com', true, '{"n": 1}', '{x,y}'), ('b@example.com', false, '{"n": 2}', '{}')`,
  )
})

afterAll(async () => {
  await context.close()
  await server.stop()
})

describe('a query', () => {
  it('observes rows, the row, the value, the count, the columns and the duration', async () => {
    const { parts } = await read('SELECT count(*) AS users FROM users')
    expect(parts).toEqual({
      rows: [{ users: 2 }],
      row: { users: 2 },
      value: 2,
      row_count: 1,
      columns: ['users'],
      duration: expect.any(Number),
    })
  })

  it('keeps the order of columns and gives jq the rows', async () => {
    const { parts, document } = await read('SELECT email, id FROM users ORDER BY id')
    expect(parts.columns).toEqual(['email', 'id'])
    expect(document).toEqual({
      json: [
        { email: 'a@example.com', id: 1 },
        { email: 'b@example.com', id: 2 },
      ],
    })
  })

  it.each([
    ['SELECT id FROM users WHERE false', '`row` needs exactly one row, and there are none.'],
    ['SELECT id FROM users', '`row` needs exactly one row, and there are 2.'],
  ])('has no row and no value unless there is exactly one row: %s', async (sql, reason) => {
    const { parts, absent } = await read(sql)
    expect(parts).not.toHaveProperty('row')
    expect(parts).not.toHaveProperty('value')
    expect(absent?.row).toBe(reason)
  })

  it('has no value when the row has several columns', async () => {
    const { parts, absent } = await read('SELECT 1 AS a, 2 AS b')
    expect(parts.row).toEqual({ a: 1, b: 2 })
    expect(parts).not.toHaveProperty('value')
    expect(absent?.value).toBe('`value` needs exactly one column, and there are 2.')
  })

  it('tells a value that is null from one that is absent', async () => {
    const { parts } = await read('SELECT NULL::text AS nothing')
    expect(parts.value).toBeNull()
  })

  it.each([
    ['WHERE id = $1', [1], ['a@example.com']],
    ['WHERE email = $1', ['b@example.com'], ['b@example.com']],
    ['WHERE active = $1', [false], ['b@example.com']],
    ['WHERE data @> $1', [{ n: 2 }], ['b@example.com']],
    ['WHERE data = $1', [{ n: 1 }], ['a@example.com']],
    ['WHERE id = ANY($1)', [[2, 3]], ['b@example.com']],
    ['WHERE email = ANY($1)', [['a@example.com', 'NULL', 'x"y\\z', null]], ['a@example.com']],
    ['WHERE tags = $1', [['x', 'y']], ['a@example.com']],
    ['WHERE email IS NOT DISTINCT FROM $1', [null], []],
    ['WHERE id = $1 AND email = $2', [1, 'a@example.com'], ['a@example.com']],
    ['WHERE id < $1', [numberFromText('2147483647')], ['a@example.com', 'b@example.com']],
    ['ORDER BY id LIMIT $1', [1], ['a@example.com']],
    ["WHERE email LIKE $1 || '%'", ["' OR true --"], []],
  ])('binds values as what they are compared with: %s', async (clause, values, emails) => {
    const ordered = clause.includes('ORDER') ? clause : `${clause} ORDER BY id`
    const { parts } = await read(`SELECT email FROM users ${ordered}`, values)
    expect(parts.rows).toEqual(emails.map(email => ({ email })))
  })

  it('binds an integer of 64 bits without losing a digit', async () => {
    const { parts } = await read('SELECT $1::int8 AS v', [numberFromText('9007199254740993')])
    expect(JSON.stringify(parts.value)).toBe('9007199254740993')
  })

  it.each([
    ['INSERT INTO users (email) VALUES ($1), ($2) RETURNING email', ['c@example.com', 'd@example.com'], 2],
    ["UPDATE users SET active = true WHERE email LIKE 'c@%' OR email LIKE 'd@%'", [], 2],
    ["DELETE FROM users WHERE email IN ('c@example.com', 'd@example.com')", [], 2],
    ['DELETE FROM users WHERE false', [], 0],
    ['CREATE TEMPORARY TABLE short (n int)', [], 0],
  ])('counts the rows that a write changed: %s', async (sql, values, count) => {
    const { parts } = await write(sql, values)
    expect(parts.row_count).toBe(count)
  })

  it('gives the rows a write returns', async () => {
    const { parts } = await write("INSERT INTO users (email) VALUES ('r@example.com') RETURNING email, now() AS at")
    expect(parts.row).toEqual({ email: 'r@example.com', at: expect.stringMatching(/^\d{4}-.*\+00:00$/) })
    await write("DELETE FROM users WHERE email = 'r@example.com'")
  })

  it('runs statements that refuse to run inside a transaction', async () => {
    const { parts } = await write('VACUUM users')
    expect(parts.row_count).toBe(0)
  })

  it.each([
    ['SHOW server_version_num', /^\d+$/],
    ['TABLE users LIMIT 1', undefined],
    ['VALUES (1)', undefined],
    ['EXPLAIN SELECT 1', undefined],
    ['WITH one AS (SELECT 1 AS n) SELECT n FROM one', undefined],
    ['(SELECT 1 AS n) UNION SELECT 2', undefined],
    ['SELECT 1; -- that was it', undefined],
  ])('reads with %s', async (sql, value) => {
    const { parts } = await read(sql)
    expect(parts.row_count).toBeGreaterThan(0)
    if (value !== undefined) expect(parts.value).toMatch(value)
  })

  it('owes its cleanup only once the statement has been sent', async () => {
    const own = observeContext({ database: async () => ({ url: server.url }) })
    await rejection(observe(queryKind, { sql: statement('SELECT 1 AS a, 2 AS a') }, own))
    expect(own.sentCount()).toBe(0)
    await observe(queryKind, { sql: statement('SELECT 1') }, own)
    expect(own.sentCount()).toBe(1)
    await own.close()
  })

  it('answers many checks at once over a few sessions', async () => {
    const all = Array.from({ length: 40 }, (_, n) => read('SELECT $1::int AS n', [n]))
    expect((await Promise.all(all)).map(({ parts }) => parts.value)).toEqual(Array.from({ length: 40 }, (_, n) => n))
    const { parts } = await read("SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = 'verify-deploy'")
    expect(parts.value).toBeLessThanOrEqual(5)
  })

  it('leaves no setting behind in a session that is used again', async () => {
    await read("SELECT set_config('statement_timeout', '1', false)")
    await write("SET search_path = 'nowhere'")
    const { parts } = await read('SELECT count(*) AS n FROM users')
    expect(parts.value).toBe(2)
  })
})

describe('a query that is refused', () => {
  it.each([
    ['SELECT 1 AS a, 2 AS a', 'query-duplicate-columns'],
    ['SELECT * FROM usres', 'query-unknown'],
    ['SELECT emial FROM users', 'query-unknown'],
    ['SELEC 1', 'sql-write'],
    ['SELECT 1 FROM', 'query-syntax'],
    ['SELECT nextval(pg_get_serial_sequence($$users$$, $$id$$))', 'query-read-only'],
    ['SELECT * INTO copy_of_users FROM users', 'query-read-only'],
    ['SELECT * FROM users FOR UPDATE', 'query-read-only'],
    ['SELECT n FROM generate_series(1, 10001) AS n', 'query-too-much'],
    ["SELECT repeat('x', 1048576) AS x FROM generate_series(1, 11)", 'query-too-much'],
    ['SELECT 1; SELECT 2', 'sql-several-statements'],
    ['COMMIT', 'sql-transaction-control'],
    ['DELETE FROM users', 'sql-write'],
    ['SELECT 1/0 AS n', 'query-failed'],
    ["SELECT 'x'::int AS n", 'query-parameter'],
  ])('%s', async (sql, code) => {
    expect(await rejection(read(sql))).toMatchObject({ code, verdict: 'errored' })
  })

  it('stays what it is for a read-only transaction even if nothing in its words tells', async () => {
    await write('CREATE FUNCTION sneak() RETURNS int LANGUAGE sql AS $$ DELETE FROM users RETURNING 1 $$')
    expect(await rejection(read('SELECT sneak()'))).toMatchObject({ code: 'query-read-only' })
    expect((await read('SELECT count(*) FROM users')).parts.value).toBe(2)
  })

  it('keeps what the server said', async () => {
    const error = await rejection(write("INSERT INTO users (email) VALUES ('a@example.com')"))
    expect(error).toMatchObject({
      code: 'query-failed',
      details: { code: '23505', detail: 'Key (email)=(a@example.com) already exists.' },
    })
  })

  it('points at the word in the checklist, through indentation', async () => {
    const source = 'query: |\n    SELECT id\n    FROM usres\n'
    const written: SqlStatement = {
      text: 'SELECT id\nFROM usres\n',
      values: [],
      span: { ...span(source), start: 7 },
    }
    const error = await rejection(observe(queryKind, { sql: written }, context))
    if (!(error instanceof CheckError)) throw error
    expect(source.slice(error.span?.start, error.span?.end)).toBe('usres')
  })

  it('gives back a session that works', async () => {
    await rejection(read('SELECT * FROM usres'))
    await rejection(read('SELECT n FROM generate_series(1, 20000) AS n'))
    expect((await read('SELECT 1')).parts.value).toBe(1)
  })

  it.each(['COPY users TO STDOUT', 'COPY users (email) FROM STDIN'])(
    'does not copy to or from itself: %s',
    async sql => {
      expect(await rejection(write(sql))).toMatchObject({ code: 'query-copy' })
      expect((await read('SELECT count(*) FROM users')).parts.value).toBe(2)
    },
  )
})

describe('the time of a query', () => {
  it('is limited in the server by what the attempt has left', async () => {
    const own = observeContext({ database: async () => ({ url: server.url }), deadline: performance.now() + 300 })
    expect(await rejection(observe(queryKind, { sql: statement('SELECT pg_sleep(20)') }, own))).toMatchObject({
      code: 'query-timeout',
    })
    await own.close()
  })

  it('ends with the signal, and so does the statement in the server', async () => {
    const stop = new AbortController()
    const reason = new CheckError({ code: 'timeout', message: 'Time is out.' })
    const own = observeContext({
      database: async () => ({ url: server.url }),
      signal: stop.signal,
      sent: () => setTimeout(() => stop.abort(reason), 100),
    })
    const sleeping = observe(queryKind, { sql: statement('SELECT pg_sleep(20), 4711 AS mark') }, own)
    expect(await rejection(sleeping)).toBe(reason)
    const { parts } = await read(
      "SELECT count(*) AS n FROM pg_stat_activity WHERE query LIKE '%4711 AS mark%' AND state = 'active' AND pid <> pg_backend_pid()",
    )
    expect(parts.value).toBe(0)
    await own.close()
  })
})

describe('a database', () => {
  it.each([
    [
      'wrong password',
      () => ({ url: server.url.replace(server.password, 'wrong-password') }),
      'database-authentication',
    ],
    [
      'no password',
      () => ({ address: server.address, user: server.user, database: 'tests' }),
      'database-authentication',
    ],
    ['unknown database', () => ({ url: server.url.replace(/tests$/, 'nothing') }), 'database-missing'],
    ['no TLS where it is required', () => ({ url: server.url, tls: 'require' }), 'database-tls'],
    ['no TLS where it is to be verified', () => ({ url: `${server.url}?sslmode=verify-full` }), 'database-tls'],
    ['nothing that listens', () => ({ url: 'postgres://u:pass-word@127.0.0.1:1/d' }), 'database-refused'],
    ['no URL', () => ({ url: 'not a url with pass-word' }), 'database-url'],
    ['no user', () => ({ address: '127.0.0.1:1' }), 'database-incomplete'],
    ['an SSH host', () => ({ url: server.url, host: 'prod' }), 'not-supported'],
    ['a service', () => ({ user: 'x', host: 'prod', service: 'postgres' }), 'not-supported'],
  ])('that cannot be asked errs without giving its password away: %s', async (_what, database, code) => {
    const own = observeContext({
      database: async () => database() as never,
      host: async () => ({ ssh: { host: 'example.com' } }),
    })
    const error = await rejection(observe(queryKind, { sql: statement('SELECT 1') }, own))
    expect(error).toMatchObject({ code, verdict: 'errored' })
    if (!(error instanceof CheckError)) throw error
    const said = JSON.stringify([error.message, error.hint, error.endpoint, error.details])
    for (const secret of [server.password, 'wrong-password', 'pass-word']) expect(said).not.toContain(secret)
    await own.close()
  })

  it('may be given by its parts', async () => {
    const { address, user, password, database } = server
    const own = observeContext({ database: async () => ({ address, user, password, database }) })
    const { parts, secrets } = await observe(queryKind, { sql: statement('SELECT 1') }, own)
    expect(parts.value).toBe(1)
    expect(secrets).toContain(password)
    await own.close()
  })

  it('that is no PostgreSQL server errs', async () => {
    const other = await listen(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const own = observeContext({ database: async () => ({ address: other.address, user: 'u' }) })
    const error = await rejection(observe(queryKind, { sql: statement('SELECT 1') }, own))
    expect(error).toMatchObject({ code: 'database-protocol' })
    other.server.close()
  })

  it('that goes away in the middle errs', async () => {
    const error = await rejection(write('SELECT pg_terminate_backend(pg_backend_pid())'))
    expect(error).toMatchObject({ code: 'database-lost' })
    expect((await read('SELECT 1')).parts.value).toBe(1)
  })

  it('that floods is cut off', async () => {
    const own = observeContext({ database: async () => ({ address: flood.address, user: 'u', tls: 'disable' }) })
    const flood = await listen(socket => {
      socket.on('error', () => undefined)
      socket.once('data', () => {
        socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]))
        socket.once('data', () => endless(socket))
      })
    })
    const error = await rejection(observe(queryKind, { sql: statement('SELECT 1') }, own))
    expect(error).toMatchObject({ code: 'database-flood' })
    await own.close()
    flood.server.close()
  })
})

describe('what is wrong with a query before it runs', () => {
  const one = { databases: ['main'] }
  it.each([
    ['SELECT 1', []],
    ['SELECT 1;', []],
    ['SELECT \';\' AS a, $$;$$ AS b, "a;b" FROM t -- ; \n /* ; /* ; */ ; */', []],
    ["SELECT E'it\\'s; fine'", []],
    ['SELECT count(update) FROM t WHERE id = {{ $id }} FOR KEY SHARE', []],
    ['WITH a AS (SELECT 1) SELECT * FROM a', []],
    ["SELECT 'BEGIN; COMMIT' AS begin", []],
    ['SELECT 1; SELECT 2', ['sql-several-statements']],
    ['SELECT 1;; DELETE FROM t', ['sql-several-statements']],
    ['BEGIN', ['sql-transaction-control']],
    ['start transaction', ['sql-transaction-control']],
    ['ROLLBACK TO x', ['sql-transaction-control']],
    ['SET TRANSACTION READ WRITE', ['sql-transaction-control']],
    ['PREPARE TRANSACTION $$x$$', ['sql-transaction-control']],
    ['\\dt', ['sql-backslash']],
    ['SELECT 1 \\gexec', ['sql-backslash']],
    ['  -- nothing', ['sql-empty']],
    [';', ['sql-empty']],
    ["SELECT 'open", ['sql-unterminated']],
    ['SELECT 1 /* open', ['sql-unterminated']],
    ['SELECT $tag$ open', ['sql-unterminated']],
    ['SELECT "open', ['sql-unterminated']],
    ['INSERT INTO t VALUES (1)', ['sql-write']],
    ['set work_mem = 1', ['sql-write']],
    ['COPY t TO PROGRAM $$x$$', ['sql-write']],
    ['DO $$ BEGIN END $$', ['sql-write']],
    ['CALL p()', ['sql-write']],
    ['TRUNCATE t', ['sql-write']],
    ['WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone', ['sql-write']],
    ['WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a', ['sql-write']],
    ['EXPLAIN ANALYZE DELETE FROM t', ['sql-write']],
  ])('%s', (sql, expected) => {
    expect(codes(review(queryKind, { sql: template(sql, 'sql') }, one))).toEqual(expected)
  })

  it.each(['INSERT INTO t VALUES (1)', 'SET work_mem = 1', 'CALL p()'])('is nothing with `write: true`: %s', sql => {
    expect(review(queryKind, { sql: template(sql, 'sql'), write: true }, one)).toEqual([])
  })

  it('suggests the word that was meant', () => {
    const [fault] = review(queryKind, { sql: template('SELEC 1', 'sql') }, one)
    expect(fault?.hint).toBe('Did you mean `SELECT`?')
  })

  it('is that it does not say which database it is for', () => {
    const spec = { sql: template('SELECT 1', 'sql') }
    expect(codes(review(queryKind, spec, { databases: [] }))).toEqual(['database-not-named'])
    expect(codes(review(queryKind, spec, { databases: ['a', 'b'] }))).toEqual(['database-not-named'])
    const named = { ...spec, database: template('b') }
    expect(review(queryKind, named, { databases: ['a', 'b'] })).toEqual([])
    expect(codes(review(queryKind, { ...spec, database: template('mian') }, one))).toEqual(['unknown-database'])
  })
})

describe('the description of a query', () => {
  it('is its SQL with its holes as written, in one line', () => {
    const sql = template('SELECT *\n  FROM users WHERE id = {{ $user_id }}', 'sql')
    expect(queryKind.describe({ sql })).toBe('SELECT * FROM users WHERE id = {{ $user_id }}')
  })
})

function read(sql: string, values: SqlStatement['values'] = []) {
  return observe(queryKind, { sql: statement(sql, values) }, context)
}

function write(sql: string, values: SqlStatement['values'] = []) {
  return observe(queryKind, { sql: statement(sql, values), write: true }, context)
}

/** A notice that never ends: its length says two gigabytes. */
function endless(socket: Socket): void {
  socket.write(Buffer.from([0x4e, 0x7f, 0xff, 0xff, 0xff]))
  const more = (): void => {
    while (!socket.destroyed && socket.write(Buffer.alloc(1 << 20)));
    socket.once('drain', more)
  }
  more()
}

async function listen(onSocket: (socket: Socket) => void): Promise<{ server: Server; address: string }> {
  const listening = createServer(onSocket)
  await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve))
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return { server: listening, address: `127.0.0.1:${address.port}` }
}
