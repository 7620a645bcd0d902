import { CheckError } from '../model/check-error.ts'
import { parseAddress } from './address.ts'

/** Where a PostgreSQL server is and as whom to log in. */
export interface PostgresTarget {
  readonly at: { readonly host: string; readonly port: number } | { readonly path: string }
  /** `host:port`, or a path, and how it is reached, for messages: without credentials. */
  readonly endpoint: string
  readonly user: string
  readonly password: string | undefined
  readonly database: string
  readonly tls: PostgresTls
}

export interface PostgresTls {
  /** `prefer` encrypts where the server can, `require` always, neither looks at the certificate; `verify` does. */
  readonly mode: 'disable' | 'prefer' | 'require' | 'verify'
  /** PEM text of the authority, instead of the public ones. */
  readonly ca?: string
  /** The name to verify, when it is not that of the address. */
  readonly serverName?: string
}

/** A database as the checklist gives it: a `url`, or its parts; parts that are given win. */
export interface PostgresAccess {
  readonly url?: string
  readonly address?: string
  readonly user?: string
  readonly password?: string
  readonly database?: string
  readonly tls?: 'disable' | 'require' | 'verify' | { readonly ca?: string; readonly server_name?: string }
}

const DEFAULT_PORT = 5432
const NO_HOST = 'none.invalid'

/** How a server is reached that is not reached directly. */
export interface PostgresWay {
  /** For messages, after the address: `via prod`, `in the service postgres of prod`. */
  readonly through: string
  /** Where it is unless given. */
  readonly at?: PostgresTarget['at']
  /** How it is encrypted unless given. */
  readonly tls?: PostgresTls['mode']
}

/** Throws a CheckError when something is missing or malformed. No message repeats the URL: it holds a password. */
export function postgresTarget(access: PostgresAccess, name?: string, way?: PostgresWay): PostgresTarget {
  const url = access.url === undefined ? undefined : readUrl(access.url, name)
  const at = access.address === undefined ? (url?.at ?? way?.at) : readAddress(access.address)
  const user = access.user ?? url?.user
  if (at === undefined) {
    const inside =
      'For one that runs in a container give `service`; otherwise `url` or `address`, as seen from the host.'
    throw incomplete(name, 'where its server is', way === undefined ? 'Give `url`, or `address: host:port`.' : inside)
  }
  if (user === undefined) throw incomplete(name, 'who logs in', 'Give `user`, or a user in the `url`.')
  return {
    at,
    endpoint: way === undefined ? addressText(at) : `${addressText(at)} ${way.through}`,
    user,
    password: access.password ?? url?.password,
    database: access.database ?? url?.database ?? user,
    tls: access.tls === undefined ? (url?.tls ?? { mode: way?.tls ?? 'prefer' }) : readTls(access.tls),
  }
}

function called(name: string | undefined): string {
  return name === undefined ? 'the database' : `the database \`${name}\``
}

function addressText(at: PostgresTarget['at']): string {
  if ('path' in at) return at.path
  return `${at.host.includes(':') ? `[${at.host}]` : at.host}:${at.port}`
}

function readTls(tls: NonNullable<PostgresAccess['tls']>): PostgresTls {
  if (typeof tls === 'string') return { mode: tls }
  return {
    mode: 'verify',
    ...(tls.ca === undefined ? {} : { ca: tls.ca }),
    ...(tls.server_name === undefined ? {} : { serverName: tls.server_name }),
  }
}

function readAddress(address: string): PostgresTarget['at'] {
  if (address.startsWith('/')) return { path: socketPath(address, DEFAULT_PORT) }
  const found = parseAddress(address) ?? parseAddress(`${address}:${DEFAULT_PORT}`)
  if (found !== undefined) return found
  throw new CheckError({
    code: 'address-invalid',
    message: `\`${address}\` is no address of a database.`,
    hint: 'Write host:port, with an IPv6 address in brackets: [::1]:5432.',
  })
}

interface UrlParts {
  readonly at: PostgresTarget['at'] | undefined
  readonly user: string | undefined
  readonly password: string | undefined
  readonly database: string | undefined
  readonly tls: PostgresTls | undefined
}

/** The connection URI of libpq (PostgreSQL documentation, 32.1.1.2): of its parameters `host`, `port` and `sslmode` are read. */
function readUrl(text: string, name: string | undefined): UrlParts {
  // libpq allows a user without a host, `postgres://user@/database?host=/run`; the URL standard does not.
  const url = URL.parse(text.trim().replace(/^(\w+:\/\/[^/@]*@)(?=\/)/, `$1${NO_HOST}`))
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new CheckError({
      code: 'database-url',
      message: `The \`url\` of ${called(name)} is no PostgreSQL URL.`,
      hint: 'Write postgres://user:password@host:5432/database, with special characters of the password percent-encoded.',
    })
  }
  const hostname = url.hostname === NO_HOST ? '' : url.hostname.replace(/^\[|\]$/g, '')
  const host = decoded(hostname) ?? url.searchParams.get('host') ?? undefined
  const port = Number(url.port || (url.searchParams.get('port') ?? DEFAULT_PORT))
  return {
    at: host === undefined ? undefined : host.startsWith('/') ? { path: socketPath(host, port) } : { host, port },
    user: decoded(url.username),
    password: decoded(url.password),
    database: decoded(url.pathname.slice(1)),
    tls: sslMode(url.searchParams.get('sslmode')),
  }
}

function decoded(text: string): string | undefined {
  if (text === '') return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function socketPath(directory: string, port: number): string {
  return `${directory}/.s.PGSQL.${port}`
}

function sslMode(mode: string | null): PostgresTls | undefined {
  if (mode === null) return undefined
  if (mode === 'verify-ca' || mode === 'verify-full') return { mode: 'verify' }
  if (mode === 'require' || mode === 'disable') return { mode }
  return { mode: 'prefer' }
}

function incomplete(name: string | undefined, what: string, hint: string): CheckError {
  return new CheckError({
    code: 'database-incomplete',
    message: `T${called(name).slice(1)} does not say ${what}.`,
    hint,
  })
}
