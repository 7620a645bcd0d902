import { CheckError } from '../model/check-error.ts'

/** What Node and OpenSSL call a fault of a connection, and what the reader is told of it. */
const FAULTS: readonly (readonly [codes: RegExp, code: string, what: string, hint: string])[] = [
  [/^ECONNREFUSED$/, 'connection-refused', 'refused the connection', 'Is the service up, and is this its port?'],
  [/^(ENOTFOUND|EAI_NODATA|EAI_NONAME)$/, 'dns-not-found', 'has no address', 'Check the spelling of the name.'],
  [/^EAI_/, 'dns-failed', 'could not be looked up', 'The name server did not answer; is the network up?'],
  [/^(ECONNRESET|EPIPE|ECONNABORTED)$/, 'connection-lost', 'closed the connection', 'Look at the log of the server.'],
  [/^ETIMEDOUT$/, 'connection-timeout', 'did not answer', 'Is it up, and does a firewall drop what is sent to it?'],
  [
    /^ENETUNREACH$/,
    'network-unreachable',
    'is in a network without a route',
    'A runner without IPv6 cannot reach an IPv6 address.',
  ],
  [/^(EHOSTUNREACH|EHOSTDOWN)$/, 'host-unreachable', 'cannot be reached', 'Is the machine up?'],
  [
    /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/,
    'tls-name',
    'shows a certificate for another name',
    'Is this the right name?',
  ],
  [/^CERT_HAS_EXPIRED$/, 'tls-expired', 'shows a certificate that has expired', 'Renew the certificate.'],
  [
    /^(DEPTH_|SELF_|UNABLE_|CERT_)/,
    'tls-untrusted',
    'shows a certificate that is not trusted',
    'Is its chain complete, and its authority a public one?',
  ],
  [/^(EPROTO|ERR_SSL_|ERR_TLS_)/, 'tls-failed', 'could not agree on TLS', 'Does this port speak TLS at all?'],
]

/** What went wrong with a connection, as a CheckError. `endpoint` holds no credentials. */
export function socketFault(cause: unknown, endpoint: string): CheckError {
  if (cause instanceof CheckError) return cause
  const { code, message } = reasonOf(cause)
  const found = FAULTS.find(([codes]) => codes.test(code))
  const details: Record<string, string> = { ...(code === '' ? {} : { code }), ...(message === '' ? {} : { message }) }
  return new CheckError({
    code: found?.[1] ?? 'connection-failed',
    message: `${endpoint} ${found?.[2] ?? 'could not be reached'}${found === undefined && message !== '' ? `: ${message}` : ''}.`,
    hint: found?.[3] ?? 'Is the service up, and is this its address?',
    endpoint,
    details,
    cause,
  })
}

/** The code and the text of a network error; of several addresses tried in turn, those of the last. */
export function reasonOf(cause: unknown): { readonly code: string; readonly message: string } {
  if (cause instanceof AggregateError && cause.errors.length > 0) {
    const reasons = cause.errors.map(reasonOf)
    return { code: reasons.at(-1)?.code ?? '', message: reasons.map(reason => reason.message).join('; ') }
  }
  if (!(cause instanceof Error)) return { code: '', message: String(cause) }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return { code, message: cause.message }
}
