import { CheckError } from '../model/check-error.ts'
import { errorCode } from '../model/error-code.ts'
import type { PostgresTarget } from './postgres-target.ts'
import { wayLostIn } from './way-lost.ts'

/** What PostgreSQL says of an error (documentation, 54.8), as the driver gives it. */
export interface ServerError extends Error {
  readonly code: string
  readonly detail?: string | undefined
  readonly hint?: string | undefined
  /** Where in the statement, counted in characters from 1. */
  readonly position?: string | undefined
  readonly where?: string | undefined
}

/** An SQLSTATE has five capital letters or digits; errors of Node have longer codes. */
export function isServerError(error: unknown): error is ServerError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
}

/** Everything the server said of it. */
export function serverDetails(error: ServerError): Readonly<Record<string, string>> {
  const { code, detail, hint, position, where } = error
  const said = { code, detail, hint, position, where }
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** SQLSTATEs of a refused login, by their beginning: a code, and what to do. */
const REFUSALS: readonly (readonly [state: RegExp, code: string, hint: string])[] = [
  [
    /^28/,
    'database-authentication',
    'Compare `user` and `password` with the role in the database, and look at pg_hba.conf.',
  ],
  [/^3D000/, 'database-missing', 'Compare `database` with what the server has: `psql -l`.'],
  [/^53300/, 'database-busy', 'All connections of the server are taken: raise `max_connections`, or look for a leak.'],
  [/^57P/, 'database-starting', 'Wait for it in `ready`, or with `within`.'],
]

/** Why the login failed. */
export function connectionFault(error: unknown, target: PostgresTarget): CheckError {
  if (error instanceof CheckError) return error
  const { endpoint, user, database } = target
  const message = error instanceof Error ? error.message : String(error)
  if (isServerError(error)) {
    const [, code, hint] = REFUSALS.find(([state]) => state.test(error.code)) ?? [undefined, 'database-login', '']
    const unencrypted = /no encryption/.test(message)
    return new CheckError({
      code,
      message: `${endpoint} refused the login of \`${user}\` to \`${database}\`: ${message}.`,
      hint: unencrypted ? 'The server wants an encrypted connection: `tls: require` or `tls: verify`.' : hint,
      endpoint,
      details: serverDetails(error),
      cause: error,
    })
  }
  if (/^SASL|password/i.test(message)) {
    const given = target.password !== undefined
    return new CheckError({
      code: 'database-authentication',
      message: given
        ? `${endpoint} could not prove that it knows the password of \`${user}\`, or does not accept it.`
        : `${endpoint} asks for the password of \`${user}\`, and none is given.`,
      hint: given ? 'Compare `user` and `password`.' : 'Give `password`, or a password in the `url`.',
      endpoint,
      cause: error,
    })
  }
  return lostFault(error, endpoint)
}

/** The connection ended while something was asked. */
export function lostFault(error: unknown, endpoint?: string): CheckError {
  const way = wayLostIn(error)
  if (way !== undefined) return way
  const code = errorCode(error)
  return new CheckError({
    code: 'database-lost',
    message: `${endpoint ?? 'The database'} closed the connection before its answer was complete.`,
    hint: 'The server may have crashed or restarted, or the port may not be that of PostgreSQL; look at its log.',
    ...(endpoint === undefined ? {} : { endpoint }),
    details: code === undefined ? {} : { code },
    cause: error,
  })
}

export function floodFault(): CheckError {
  return new CheckError({
    code: 'database-flood',
    message: 'The database sent more than any answer can need, and was cut off.',
    hint: 'Is this the port of the database? Otherwise let the statement give less: `LIMIT`.',
  })
}
