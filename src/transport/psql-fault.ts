import { CheckError } from '../model/check-error.ts'
import { oneLine, shorten } from '../model/visible.ts'
import { NO_RELAY } from './relay-script.ts'

/** psql tells of a refused login in words only: a code, and what to do. The words of the server may be in its own language. */
const REFUSALS: readonly (readonly [words: RegExp, code: string, hint: string])[] = [
  [
    /connection refused|no such file or directory|could not translate host name|no route/i,
    'database-refused',
    'Is PostgreSQL running in this service? `address` gives another port, or the folder of its socket, as seen from inside.',
  ],
  [
    /password authentication failed|no password supplied|no pg_hba\.conf entry|peer authentication|role "[^"]*" does not exist/i,
    'database-authentication',
    'Compare `user` and `password` with the role in the database, and look at pg_hba.conf.',
  ],
  [/database "[^"]*" does not exist/i, 'database-missing', 'Compare `database` with what the server has: `psql -l`.'],
  [/starting up|shutting down|recovery mode/i, 'database-starting', 'Wait for it in `ready`, or with `within`.'],
  [
    /too many (clients|connections)|connection slots/i,
    'database-busy',
    'All connections of the server are taken: raise `max_connections`, or look for a leak.',
  ],
  [
    /does not support SSL/i,
    'database-tls',
    'Switch TLS on in the server (`ssl = on`), or give the database `tls: disable`.',
  ],
]

/** Why psql ended before it was logged in. */
export function psqlLoginFault(printed: string, exitCode: number, endpoint: string): CheckError {
  if (exitCode === NO_RELAY || exitCode === 126 || exitCode === 127) {
    return new CheckError({
      code: 'database-service-tools',
      message: `There is nothing to reach ${endpoint} with.`,
      hint: 'The image needs `sh`, and one of `perl`, `python3`, `bash` with `cat`, `socat`, BusyBox `nc` or `psql`. Or publish the port, and give `url` and `host` without `service`.',
      endpoint,
    })
  }
  const said = shorten(oneLine(printed.replace(/^psql: (error: )?/, '')), 300)
  const [, code, hint] = REFUSALS.find(([words]) => words.test(said)) ?? [undefined, 'database-login', '']
  return new CheckError({
    code,
    message: `${endpoint} could not be logged in to${said === '' ? '' : `: ${said}`}.`,
    hint,
    endpoint,
    details: { exit_code: String(exitCode) },
  })
}
