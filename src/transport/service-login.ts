import { posix } from 'node:path'
import { CheckError } from '../model/check-error.ts'
import type { ComposeProject } from './compose.ts'
import { PostgresSession } from './postgres-client.ts'
import type { SqlSession } from './postgres-statement.ts'
import { type OpenPostgresStream, openPostgresStream } from './postgres-stream.ts'
import type { PostgresTarget } from './postgres-target.ts'
import { PsqlSession } from './psql-session.ts'
import { psqlWords } from './psql-text.ts'
import { openServiceStream, type ServicePlace, startInService } from './service-stream.ts'

/**
 * How sessions are logged in that live inside a Compose service: by PostgreSQL's own protocol wherever the container has
 * something to carry it, by `psql` where not.
 */
export function serviceLogins(
  target: PostgresTarget,
  { project, service }: { readonly project: ComposeProject; readonly service: string },
): (signal: AbortSignal) => Promise<SqlSession> {
  const place: ServicePlace = { project, service, at: target.at, endpoint: target.endpoint }
  const open: OpenPostgresStream = signal =>
    openPostgresStream(target, (_at, within) => openServiceStream(place, within), signal)
  let onlyPsql = false
  return async signal => {
    if (onlyPsql) return loginByPsql(target, place, signal)
    try {
      return await PostgresSession.connect(target, open, signal)
    } catch (error) {
      if (!(error instanceof CheckError) || error.code !== 'database-service-tools') throw error
      const session = await loginByPsql(target, place, signal)
      onlyPsql = true
      return session
    }
  }
}

async function loginByPsql(target: PostgresTarget, place: ServicePlace, signal: AbortSignal): Promise<PsqlSession> {
  const { at, user, database, password, endpoint } = target
  requirePlain(target)
  const [host, port] =
    'path' in at ? [posix.dirname(at.path), Number(posix.extname(at.path).slice(1))] : [at.host, at.port]
  const words = psqlWords({ host, port, user, database, sslMode: target.tls.mode })
  const command = await startInService(place, words, signal)
  const session = new PsqlSession(command, endpoint, async (processId, within) => {
    const other = await loginByPsql(target, place, within)
    await other.command(`SELECT pg_catalog.pg_cancel_backend(${Number(processId)})`, within)
    await other.close()
  })
  try {
    await session.login(password, signal)
    return session
  } catch (error) {
    command.stop()
    throw error
  }
}

/** What psql could only be told by a file in the container, or as a line of its own. */
function requirePlain({ tls, password, endpoint }: PostgresTarget): void {
  if (tls.mode !== 'verify' && !/[\r\n]/.test(password ?? '')) return
  throw new CheckError({
    code: 'database-service-tools',
    message: `The container has only \`psql\` to reach ${endpoint} with, which cannot verify certificates here, nor take a password with a line break.`,
    hint: 'Inside the container `tls: disable` is enough; or install one of `perl`, `python3`, `bash` or `socat` in the image.',
    endpoint,
  })
}
