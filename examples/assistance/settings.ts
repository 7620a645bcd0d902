import { randomBytes } from 'node:crypto'
import type { Behaviour } from './behaviour.ts'
import { behaviourWith, faults } from './faults.ts'

export interface Settings {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly databaseUrl: string
  /** Where the log is appended to; null: standard output. */
  readonly logFile: string | null
  /** What access tokens are signed with. */
  readonly tokenSecret: string
  /** True: it stands behind a proxy that tells, as `X-Real-IP`, whom it asks for. Anybody else could write that header. */
  readonly trustsProxy: boolean
  /** False: somebody else brings the tables up to date, before it starts. */
  readonly migrates: boolean
  readonly behaviour: Behaviour
}

/** Reads the settings from environment variables; the README lists them. Throws with a sentence for whoever starts us. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const databaseUrl = environment.DATABASE_URL
  if (!databaseUrl) throw new Error('Set DATABASE_URL, such as postgres://user:password@127.0.0.1:5432/assistance_kz.')
  const behaviour = behaviourWith(environment.FAULT || null)
  if (behaviour === undefined) {
    throw new Error(`There is no fault ${environment.FAULT}. There are: ${Object.keys(faults).join(', ')}.`)
  }
  const port = Number(environment.PORT || 8000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is no port: ${environment.PORT}.`)
  return {
    host: environment.HOST || '127.0.0.1',
    port,
    databaseUrl,
    logFile: environment.LOG_FILE || null,
    // Tokens made with a random secret end with the process, which is right for a demonstration and wrong for a cluster.
    tokenSecret: environment.TOKEN_SECRET || randomBytes(32).toString('hex'),
    trustsProxy: environment.TRUST_PROXY === 'yes',
    migrates: environment.MIGRATE !== 'no',
    behaviour,
  }
}
