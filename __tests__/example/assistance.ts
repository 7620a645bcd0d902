import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { behaviourWith } from '../../examples/assistance/faults.ts'
import { type Service, startService } from '../../examples/assistance/service.ts'
import { type RunningPostgres, startPostgres } from '../../scripts/demo/postgres.ts'

export const ROOT = resolve(import.meta.dirname, '../..')

/** One PostgreSQL for a test file, and a folder below the repository for logs: a checklist reads no file outside it. */
export interface Ground extends AsyncDisposable {
  readonly postgres: RunningPostgres
  readonly folder: string
}

export interface RunningExample extends Service {
  readonly logFile: string
  log(): Promise<string>
}

export async function prepareGround(): Promise<Ground> {
  await mkdir(join(ROOT, '.tmp'), { recursive: true })
  const folder = await mkdtemp(join(ROOT, '.tmp', 'assistance-'))
  const postgres = await startPostgres({ user: 'assistadmin_pg', database: 'assistance_kz' })
  return {
    postgres,
    folder,
    async [Symbol.asyncDispose]() {
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The example on a free port, with a limiter and a log of its own. */
export async function startExample(ground: Ground, name: string, fault: string | null = null): Promise<RunningExample> {
  const behaviour = behaviourWith(fault)
  if (behaviour === undefined) throw new Error(`No fault is called ${fault}.`)
  const logFile = join(ground.folder, `${name}.log`)
  const service = await startService({
    host: '127.0.0.1',
    port: 0,
    databaseUrl: ground.postgres.url,
    logFile,
    tokenSecret: 'only for tests',
    trustsProxy: false,
    migrates: true,
    behaviour,
  })
  return { ...service, logFile, log: () => readFile(logFile, 'utf8') }
}
