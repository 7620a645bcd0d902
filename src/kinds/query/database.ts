import type { PostgresPool } from '../../transport/postgres-pool.ts'
import { openPostgresStream } from '../../transport/postgres-stream.ts'
import { type PostgresTarget, postgresTarget } from '../../transport/postgres-target.ts'
import { isPrivateHost } from '../../transport/private-address.ts'
import type { ObserveContext } from '../kind.ts'
import { requireNoService, requireRunner } from '../runner-only.ts'

export interface OpenDatabase {
  readonly pool: PostgresPool
  /** Its password, as it is and as a URL writes it. */
  readonly secrets: readonly string[]
}

/** The sessions of a database, kept for the whole run. `name` may be left out when there is only one. */
export async function openDatabase(name: string | undefined, context: ObserveContext): Promise<OpenDatabase> {
  const database = await context.database(name)
  requireNoService(database.service)
  await requireRunner(database.host, context)
  const target = postgresTarget(database, name)
  tellOfEncryption(target, context)
  const pool = await context.resource(`database ${name ?? ''}`, async () => {
    const { PostgresPool } = await import('../../transport/postgres-pool.ts')
    return new PostgresPool(target, signal => openPostgresStream(target, signal))
  })
  const { password } = target
  return { pool, secrets: password === undefined ? [] : [password, encodeURIComponent(password)] }
}

function tellOfEncryption({ at, endpoint, tls }: PostgresTarget, context: ObserveContext): void {
  if (tls.mode === 'require') context.notice(`The certificate of the database ${endpoint} is not verified.`)
  if (tls.mode !== 'prefer' || 'path' in at || isPrivateHost(at.host)) return
  context.notice(
    `The connection to the database ${endpoint} is encrypted only if the server offers it, and unverified: \`tls: verify\` makes it safe.`,
  )
}
