import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningPostgres, startPostgres } from '../../scripts/demo/postgres.ts'
import { queryKind } from '../../src/kinds/query/query.ts'
import { observe, observeContext, rejection, statement, type TestContext } from './builders.ts'
import { contextThrough, programFolder, programPath, removeFolder, standInProject } from './postgres-ways.ts'
import { seen } from './query-cases.ts'

let server: RunningPostgres
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

const direct = (): TestContext => observeContext({ database: async () => ({ url: server.url, tls: 'disable' }) })

const PROGRAMS = [['perl'], ['bash', 'cat'], ['python3'], ['psql']].filter(names =>
  names.every(name => programPath(name) !== undefined),
)

function inService(folder: string): TestContext {
  const access = () => {
    const { address, user, password, database } = server
    return { address, user, password, database, host: 'prod', service: 'postgres' }
  }
  return contextThrough(access, { project: standInProject(folder) })
}

/** Ends the session that sleeps as the kernel does when memory is short: it says nothing more. */
async function killSleeper(): Promise<void> {
  const context = direct()
  const sleeper = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
  let pid: unknown
  while (typeof pid !== 'number') {
    pid = (await observe(queryKind, { sql: statement(sleeper) }, context)).parts.value
  }
  // All other sessions are thrown out as well, this one too.
  await seen(`COPY (SELECT 1) TO PROGRAM 'kill -9 ${pid}'`, [], context, true)
  await context.close()
}

async function comesBack(open: () => TestContext): Promise<void> {
  for (;;) {
    const context = open()
    const answer = await seen('SELECT 1 AS n', [], context)
    await context.close()
    if (JSON.stringify(answer).includes('"value":1')) return
  }
}

const WAYS: readonly (readonly [string, readonly string[] | undefined])[] = [
  ['directly', undefined],
  ...PROGRAMS.map(names => [`in a service with ${names[0]}`, names] as const),
]

describe.each(WAYS)('a query %s', (_name, names) => {
  it('is lost when its session is killed and says nothing, and the next one is not', async () => {
    const folder = names === undefined ? undefined : programFolder(...names)
    const open = (): TestContext => (folder === undefined ? direct() : inService(folder))
    const context = open()
    const running = rejection(observe(queryKind, { sql: statement('SELECT pg_sleep(600)') }, context))
    await killSleeper()
    expect(await running).toMatchObject({ code: 'database-lost' })
    await comesBack(open)
    await context.close()
    if (folder !== undefined) removeFolder(folder)
  })
})
