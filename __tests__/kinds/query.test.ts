import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queryKind } from '../../src/kinds/query/query.ts'
import { CheckError } from '../../src/model/check-error.ts'
import { numberFromText } from '../../src/model/json.ts'
import { observe, observeContext, rejection, statement } from './builders.ts'
import { usersDatabase } from './users-database.ts'

const { server, read, write, start, stop } = usersDatabase()
beforeAll(start)
afterAll(stop)

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
    const { parts, remarks } = await read(sql)
    expect(parts).not.toHaveProperty('row')
    expect(parts).not.toHaveProperty('value')
    expect(remarks?.row).toBe(reason)
  })

  it('has no value when the row has several columns', async () => {
    const { parts, remarks } = await read('SELECT 1 AS a, 2 AS b')
    expect(parts.row).toEqual({ a: 1, b: 2 })
    expect(parts).not.toHaveProperty('value')
    expect(remarks?.value).toBe('`value` needs exactly one column, and there are 2.')
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
    const own = observeContext({ database: async () => ({ url: server().url }) })
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

describe('the time of a query', () => {
  it('is limited in the server by what the attempt has left', async () => {
    const own = observeContext({ database: async () => ({ url: server().url }), deadline: performance.now() + 300 })
    expect(await rejection(observe(queryKind, { sql: statement('SELECT pg_sleep(20)') }, own))).toMatchObject({
      code: 'query-timeout',
    })
    await own.close()
  })

  it('ends with the signal, and so does the statement in the server', async () => {
    const stop = new AbortController()
    const reason = new CheckError({ code: 'timeout', message: 'Time is out.' })
    const own = observeContext({
      database: async () => ({ url: server().url }),
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
