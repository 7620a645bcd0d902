import { CheckError } from '../../model/check-error.ts'
import type { DatabaseSpec } from '../../model/connections.ts'
import type { Filled } from '../../model/template.ts'
import type { PostgresPool } from '../../transport/postgres-pool.ts'
import { type OpenPostgresStream, openPostgresStream } from '../../transport/postgres-stream.ts'
import { type PostgresTarget, type PostgresWay, postgresTarget } from '../../transport/postgres-target.ts'
import { isPrivateHost } from '../../transport/private-address.ts'
import type { ObserveContext } from '../kind.ts'
import { composeOf, machineOf } from '../on-host.ts'

export interface OpenDatabase {
  readonly pool: PostgresPool
  /** Its password, as it is and as a URL writes it. */
  readonly secrets: readonly string[]
}

/** Where a server listens inside its container unless the checklist says otherwise; nobody else is on that way. */
const INSIDE = { at: { host: '127.0.0.1', port: 5432 }, tls: 'disable' } as const

/** The sessions of a database, kept for the whole run. `name` may be left out when there is only one. */
export async function openDatabase(name: string | undefined, context: ObserveContext): Promise<OpenDatabase> {
  const database = await context.database(name)
  const target = postgresTarget(database, name, await wayTo(database, name, context))
  tellOfEncryption(target, context)
  const pool = await context.resource(`database ${name ?? ''}`, async () => {
    const { PostgresPool } = await import('../../transport/postgres-pool.ts')
    return new PostgresPool(target.endpoint, await logins(database, target, context))
  })
  const { password } = target
  return { pool, secrets: password === undefined ? [] : [password, encodeURIComponent(password)] }
}

/** Undefined: directly. A host without `ssh` is this machine itself. */
async function wayTo(
  { host, service }: Filled<DatabaseSpec>,
  name: string | undefined,
  context: ObserveContext,
): Promise<PostgresWay | undefined> {
  if (host === undefined) {
    if (service === undefined) return undefined
    throw new CheckError({
      code: 'database-incomplete',
      message: `The database ${name === undefined ? '' : `\`${name}\` `}does not say on which host its service \`${service}\` runs.`,
      hint: 'Give `host`, with the name of the machine its Compose project is on.',
    })
  }
  if (service !== undefined) return { through: `in the service ${service} of ${host}`, ...INSIDE }
  const { ssh } = await context.host(host)
  return ssh === undefined ? undefined : { through: `via ${host}` }
}

/** How a session of it is logged in. */
async function logins({ host, service }: Filled<DatabaseSpec>, target: PostgresTarget, context: ObserveContext) {
  if (host !== undefined && service !== undefined) {
    const { serviceLogins } = await import('../../transport/service-login.ts')
    return serviceLogins(target, { project: await composeOf(host, context), service })
  }
  const { PostgresSession } = await import('../../transport/postgres-client.ts')
  const machine = await machineOf(host, context)
  const open: OpenPostgresStream = signal =>
    openPostgresStream(target, (at, within) => machine.connect(at, within), signal)
  return (signal: AbortSignal) => PostgresSession.connect(target, open, signal)
}

function tellOfEncryption({ at, endpoint, tls }: PostgresTarget, context: ObserveContext): void {
  if (tls.mode === 'require') context.notice(`The certificate of the database ${endpoint} is not verified.`)
  if (tls.mode !== 'prefer' || 'path' in at || isPrivateHost(at.host)) return
  context.notice(
    `The connection to the database ${endpoint} is encrypted only if the server offers it, and unverified: \`tls: verify\` makes it safe.`,
  )
}
