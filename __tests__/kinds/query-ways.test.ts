import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningPostgres, startPostgres } from '../../scripts/demo/postgres.ts'
import { queryKind } from '../../src/kinds/query/query.ts'
import type { DatabaseSpec } from '../../src/model/connections.ts'
import type { Json } from '../../src/model/json.ts'
import type { Filled } from '../../src/model/template.ts'
import { observe, observeContext, rejection, statement, type TestContext } from './builders.ts'
import { EXPRESSIONS, TYPE_STATEMENTS } from './postgres-expressions.ts'
import {
  contextThrough,
  programFolder,
  programPath,
  removeFolder,
  standInMachine,
  standInProject,
} from './postgres-ways.ts'
import { CASES, HOSTILE, seen, THINGS, WRITES } from './query-cases.ts'

let server: RunningPostgres
const folders: string[] = []
const contexts: TestContext[] = []
const tunnel = standInMachine()

function direct(): TestContext {
  return observeContext({ database: async () => ({ url: server.url, tls: 'disable' }) })
}

/** Opens a way to the server; what is given goes before what is true. */
type OpenWay = (given?: Filled<DatabaseSpec>) => TestContext

function inService(programs: readonly string[]): OpenWay {
  const folder = programFolder(...programs)
  folders.push(folder)
  return given => {
    const access = (): Filled<DatabaseSpec> => {
      const { address, user, password, database } = server
      return { address, user, password, database, host: 'prod', service: 'postgres', ...given }
    }
    return contextThrough(access, { project: standInProject(folder) })
  }
}

const throughHost: OpenWay = given =>
  contextThrough(() => ({ url: server.url, host: 'prod', ...given }), { machine: tunnel })

/** What a container may have to carry a connection with; only sh, perl and bash are on every machine that runs this. */
const PROGRAMS = [['perl'], ['bash', 'cat'], ['python3'], ['socat'], ['psql']].filter(names =>
  names.every(name => programPath(name) !== undefined),
)
const WAYS: readonly (readonly [string, OpenWay])[] = [
  ['through a host', throughHost],
  ...PROGRAMS.map(names => [`in a service with ${names.join(' and ')}`, inService(names)] as const),
]

let straight: TestContext
beforeAll(async () => {
  server = await startPostgres()
  straight = direct()
  contexts.push(straight)
  for (const sql of [...TYPE_STATEMENTS, THINGS]) {
    await observe(queryKind, { sql: statement(sql), write: true }, straight)
  }
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  for (const folder of folders) removeFolder(folder)
  await server.stop()
})

/** What a statement gives and leaves behind. */
async function written(sql: string, values: readonly Json[], context: TestContext): Promise<unknown> {
  await seen('DELETE FROM things', [], straight, true)
  await seen("INSERT INTO things VALUES (1, 'one'), (2, 'two'), (3, 'three')", [], straight, true)
  const outcome = await seen(sql, values, context, true)
  return [outcome, await seen('TABLE things ORDER BY id', [], straight)]
}

/** Databases that cannot be logged in to. */
const REFUSALS: readonly (readonly [string, Filled<DatabaseSpec>, string])[] = [
  ['a wrong password', { password: 'wrong-password' }, 'database-authentication'],
  ['an unknown role', { user: 'nobody' }, 'database-authentication'],
  ['an unknown database', { database: 'nothing' }, 'database-missing'],
  ['a port where nothing listens', { address: '127.0.0.1:1' }, 'database-refused'],
  ['TLS that the server has not', { tls: 'require' }, 'database-tls'],
]

describe.each(WAYS)('a query %s', (_name, open) => {
  let context: TestContext
  beforeAll(() => {
    context = open()
    contexts.push(context)
  })

  it('types every value exactly as a direct one does', async () => {
    for (const expression of EXPRESSIONS) {
      const sql = `SELECT ${expression} AS v`
      const expected = await seen(sql, [], straight)
      expect(expected, expression).not.toHaveProperty('code')
      expect(await seen(sql, [], context), expression).toEqual(expected)
    }
    const all = `SELECT ${EXPRESSIONS.map((expression, at) => `${expression} AS v${at}`).join(', ')}`
    expect(await seen(all, [], context)).toEqual(await seen(all, [], straight))
  })

  it.each(CASES)('reads as a direct one does: $sql', async ({ sql, values }) => {
    expect(await seen(sql, values, context)).toEqual(await seen(sql, values, straight))
  })

  it.each(WRITES)('writes as a direct one does: $sql', async given => {
    const { sql, values } = given
    expect(await written(sql, values, context)).toEqual(await written(sql, values, straight))
  })

  it.each(HOSTILE)('hands a value over as it is: %j', async value => {
    expect(await seen('SELECT $1::text AS v', [value], context)).toMatchObject({ value })
    expect(await seen('SELECT $1::text[] AS v', [[value, null]], context)).toMatchObject({ value: [value, null] })
    expect(await seen('SELECT $1::jsonb AS v', [{ [value]: value }], context)).toMatchObject({
      value: { [value]: value },
    })
  })

  it('bounds the statement by the time of the check', async () => {
    const deadline = performance.now() + 300
    const error = await rejection(
      observe(queryKind, { sql: statement('SELECT pg_sleep(20)') }, { ...context, deadline }),
    )
    expect(error).toMatchObject({ code: 'query-timeout', details: { code: '57014' } })
  })

  it('stops the server when it is cancelled', async () => {
    const stop = new AbortController()
    const reason = new Error('cancelled')
    const running = rejection(
      observe(queryKind, { sql: statement('SELECT pg_sleep(20)') }, { ...context, signal: stop.signal }),
    )
    // By psql the server knows the statement only by the name it is prepared under.
    const active = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
    const busy = async (wanted: number): Promise<void> => {
      for (;;) {
        const { parts } = await observe(queryKind, { sql: statement(active) }, straight)
        if (parts.value === wanted) return
      }
    }
    await busy(1)
    stop.abort(reason)
    expect(await running).toBe(reason)
    await busy(0)
    expect(await seen('SELECT 1 AS n', [], context)).toMatchObject({ value: 1 })
  })

  it.each(REFUSALS)('cannot be made with %s', async (_what, wrong, code) => {
    const own = open(wrong)
    const error = await rejection(observe(queryKind, { sql: statement('SELECT 1') }, own))
    await own.close()
    expect(error).toMatchObject({ code, endpoint: expect.stringMatching(/prod$/) })
    expect(`${error}${JSON.stringify(error)}`).not.toContain(server.password)
  })

  it('tells a session that is lost from a statement that fails, and goes on with another', async () => {
    expect(await seen('SELECT pg_terminate_backend(pg_backend_pid())', [], context, true)).toMatchObject({
      code: 'database-lost',
    })
    expect(await seen('SELECT 1 AS n', [], context)).toMatchObject({ value: 1 })
  })

  it.each([false, true])('is asked anew when its session was lost while it lay idle, by write: %s', async write => {
    const pid = 'SELECT pg_backend_pid() AS pid'
    const { value: kept } = (await seen(pid, [], context)) as { readonly value: number }
    expect(await seen(pid, [], context)).toMatchObject({ value: kept })
    expect(await seen('SELECT pg_terminate_backend($1::int, 5000)', [kept], straight)).toMatchObject({ value: true })
    const after = await seen(pid, [], context, write)
    expect(after).toMatchObject({ value: expect.any(Number) })
    expect(after).not.toMatchObject({ value: kept })
  })
})

it('through a host asks that machine to connect, and keeps the session', async () => {
  const [host, port] = server.address.split(':')
  const context = throughHost()
  const before = tunnel.asked.length
  for (const _ of [1, 2, 3]) await seen('SELECT 1 AS n', [], context)
  expect(tunnel.asked.slice(before)).toEqual([{ host, port: Number(port) }])
  await context.close()
})

it('through a host reaches the socket of its server', async () => {
  const context = throughHost({ url: 'postgres://u@/d?host=/nowhere/postgresql' })
  const before = tunnel.asked.length
  expect(await seen('SELECT 1 AS n', [], context)).toMatchObject({ code: 'database-refused' })
  expect(tunnel.asked.slice(before)).toEqual([{ path: '/nowhere/postgresql/.s.PGSQL.5432' }])
})
