import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { queryKind } from '../../src/kinds/query/query.ts'
import type { Json } from '../../src/model/json.ts'
import { describeWithDocker } from '../real-stack.ts'
import { observe, observeContext, rejection, statement, type TestContext } from './builders.ts'
import { type PostgresContainer, startPostgresContainer } from './postgres-container.ts'
import { EXPRESSIONS, TYPE_STATEMENTS } from './postgres-expressions.ts'
import { contextThrough, dockerProject } from './postgres-ways.ts'
import { CASES, HOSTILE, seen, THINGS } from './query-cases.ts'

/** The role of the container instead of that of the other tests. */
const SETTINGS = TYPE_STATEMENTS.map(sql => sql.replace('ROLE tester', 'ROLE postgres'))

describeWithDocker('a query inside a container', () => {
  let container: PostgresContainer
  let straight: TestContext
  const contexts: TestContext[] = []

  beforeAll(async () => {
    container = await startPostgresContainer('query-itg')
    straight = observeContext({ database: async () => ({ url: container.url }) })
    for (const sql of [...SETTINGS, THINGS]) await ask(sql, straight, [], true)
  }, 90_000)
  afterAll(async () => {
    await straight.close()
    await container.remove()
  })

  function open(programs?: string, given: { readonly address?: string; readonly user?: string } = {}): TestContext {
    const project = dockerProject(container.name, programs === undefined ? undefined : `/tmp/only/${programs}`)
    const context = contextThrough(() => ({ host: 'prod', service: 'db', user: 'postgres', ...given }), { project })
    contexts.push(context)
    return context
  }

  async function ask(sql: string, context: TestContext, values: readonly Json[] = [], write = false) {
    return (await observe(queryKind, { sql: statement(sql, values), write }, context)).parts
  }

  describe.each([
    ['what the image has', undefined],
    ['perl', 'perl'],
    ['bash', 'bash'],
    ['psql', 'psql'],
  ] as const)('with %s', (_name, programs) => {
    it('needs no port and no password, and types every value as a direct connection does', async () => {
      const context = open(programs)
      for (const expression of EXPRESSIONS) {
        const sql = `SELECT ${expression} AS v`
        const { duration: _there, ...expected } = await ask(sql, straight)
        const { duration: _here, ...actual } = await ask(sql, context)
        expect(JSON.stringify(actual), expression).toBe(JSON.stringify(expected))
      }
      await context.close()
    })

    it('reads and refuses as a direct connection does, hostile values too', async () => {
      const context = open(programs)
      const hostile = HOSTILE.map(value => ({ sql: 'SELECT $1::text AS v', values: [value] }))
      for (const { sql, values } of [...CASES, ...hostile]) {
        expect(await seen(sql, values, context), sql).toEqual(await seen(sql, values, straight))
      }
      await context.close()
    })

    it('ends a statement on the server at the time of the check', async () => {
      const context = open(programs)
      await ask('SELECT 1', context)
      const late = { ...context, signal: AbortSignal.timeout(400) }
      await rejection(observe(queryKind, { sql: statement('SELECT pg_sleep(600)') }, late))
      await none("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'", straight)
      await context.close()
    })

    it('carries five sessions at once, and a long value both ways', async () => {
      const context = open(programs)
      const long = 'ü'.repeat(300_000)
      const answers = await Promise.all(Array.from({ length: 7 }, () => ask('SELECT $1::text AS v', context, [long])))
      expect(answers.every(({ value }) => value === long)).toBe(true)
      await context.close()
    })
  })

  it('reaches the socket where the server has one', async () => {
    const context = open('perl', { address: '/var/run/postgresql' })
    expect(await ask('SELECT inet_server_addr() IS NULL AS v', context)).toMatchObject({ value: true })
    await context.close()
  })

  it.each([
    ['nothing but a shell', 'none', {}, 'database-service-tools'],
    ['no shell', 'nowhere', {}, 'database-service-tools'],
    ['no server on the port', undefined, { address: '127.0.0.1:5433' }, 'database-refused'],
    ['no such role', undefined, { user: 'nobody' }, 'database-authentication'],
  ] as const)('says what is wrong: %s', async (_what, programs, given, code) => {
    const error = await rejection(ask('SELECT 1', open(programs, given)))
    expect(error).toMatchObject({ code, endpoint: expect.stringContaining('in the service db of prod') })
  })

  it.each([
    ['perl', 'perl'],
    ['bash', 'bash'],
    ['psql', 'psql'],
  ])('is lost when %s is killed in the container, and goes on with another session', async (programs, process) => {
    const context = open(programs)
    const running = rejection(ask('SELECT pg_sleep(600)', context))
    await some("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'", straight)
    // The relay in bash is killed by its words: the name alone would also be that of others.
    await container.inside('sh', '-c', process === 'bash' ? 'pkill -9 -f "^bash -c trap"' : `pkill -9 -x ${process}`)
    expect(await running).toMatchObject({ code: 'database-lost' })
    await ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'", straight, [], true)
    expect(await ask('SELECT 1 AS n', context)).toMatchObject({ value: 1 })
    await context.close()
  })

  it('leaves nothing behind in the container, and the server in peace', async () => {
    for (const context of contexts) await context.close().catch(() => undefined)
    await none(
      "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
      straight,
    )
    const processes = await container.inside('ps', '-eo', 'args')
    expect(processes).not.toMatch(/^(?:sh|perl|bash|cat|psql)\b|relay|defunct/m)
    expect(await container.log()).not.toMatch(/terminated by signal|was not properly shut down/)
  })

  it('is lost when the container is killed in the middle', async () => {
    const killed = await startPostgresContainer('query-itg-killed')
    onTestFinished(() => killed.remove())
    const from = observeContext({ database: async () => ({ url: killed.url }) })
    const context = contextThrough(() => ({ host: 'prod', service: 'db', user: 'postgres' }), {
      project: dockerProject(killed.name),
    })
    const running = rejection(ask('SELECT pg_sleep(600)', context))
    await some("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'", from)
    await killed.kill()
    expect(await running).toMatchObject({ code: 'database-lost' })
    await context.close()
  })

  async function none(sql: string, context: TestContext): Promise<void> {
    while ((await ask(sql, context)).value !== 0);
  }

  async function some(sql: string, context: TestContext): Promise<void> {
    while ((await ask(sql, context)).value === 0);
  }
})
