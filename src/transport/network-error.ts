import { CheckError } from '../model/check-error.ts'
import { wayLostIn } from './way-lost.ts'

interface Explanation {
  readonly code: string
  /** Follows the endpoint: `api.example:443` + ` refused the connection`. */
  readonly message: string
  readonly hint: string
}

const REFUSED: Explanation = {
  code: 'connection-refused',
  message: 'refused the connection',
  hint: 'Nothing listens there: is the service running, and is the port right?',
}
const RESET: Explanation = {
  code: 'connection-reset',
  message: 'closed the connection before its answer was complete',
  hint: 'The service may have crashed or restarted, or something between dropped the connection; look at its log. A port for `https://` ends so, too, when it is asked by `http://`.',
}
const UNREACHABLE: Explanation = {
  code: 'unreachable',
  message: 'cannot be reached from here',
  hint: 'There is no route to this address from the machine that runs the checks.',
}
const UNTRUSTED: Explanation = {
  code: 'tls-untrusted',
  message: 'shows a certificate that is not trusted',
  hint: 'Send the whole chain from the server, or give the authority of a private certificate with `tls: { ca: … }`.',
}
const NO_NAME: Explanation = {
  code: 'dns-failed',
  message: 'has no address: the name does not exist',
  hint: 'Check the spelling of the host name and its DNS records.',
}
const PROTOCOL: Explanation = {
  code: 'protocol-error',
  message: 'answered with something that is not valid HTTP',
  hint: 'Does an HTTP server listen on this port?',
}
const INVALID: Explanation = {
  code: 'request-invalid',
  message: 'cannot be asked this way',
  hint: 'Correct the request: header names, header values and paths may only hold the characters HTTP allows.',
}

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  ENOTFOUND: NO_NAME,
  ENODATA: NO_NAME,
  EAI_NONAME: NO_NAME,
  EAI_AGAIN: {
    code: 'dns-failed',
    message: 'could not be looked up: the name server does not answer',
    hint: 'Name resolution does not work on the machine that runs the checks, or not at the moment.',
  },
  ECONNREFUSED: REFUSED,
  ECONNRESET: RESET,
  ECONNABORTED: RESET,
  EPIPE: RESET,
  UND_ERR_SOCKET: RESET,
  UND_ERR_CLOSED: RESET,
  UND_ERR_DESTROYED: RESET,
  ETIMEDOUT: {
    code: 'connection-timeout',
    message: 'does not answer to connection attempts',
    hint: 'A firewall may drop the packets, or the machine is down.',
  },
  ENETUNREACH: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  EADDRNOTAVAIL: UNREACHABLE,
  EAFNOSUPPORT: UNREACHABLE,
  CERT_HAS_EXPIRED: {
    code: 'tls-expired',
    message: 'shows a certificate that has expired',
    hint: 'Renew the certificate, and reload the server that shows it.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    code: 'tls-name-mismatch',
    message: 'shows a certificate for another name',
    hint: 'The certificate must list this host name; perhaps the wrong virtual host answered.',
  },
  CERT_NOT_YET_VALID: { ...UNTRUSTED, message: 'shows a certificate that is not valid yet' },
  CERT_REVOKED: { ...UNTRUSTED, message: 'shows a certificate that was revoked' },
  DEPTH_ZERO_SELF_SIGNED_CERT: { ...UNTRUSTED, message: 'shows a self-signed certificate' },
  SELF_SIGNED_CERT_IN_CHAIN: { ...UNTRUSTED, message: 'shows a certificate of an unknown authority' },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    ...UNTRUSTED,
    message: 'shows a certificate without its intermediate certificates, or of an unknown authority',
  },
  UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { ...UNTRUSTED, message: 'shows a certificate of an unknown authority' },
  CERT_SIGNATURE_FAILURE: UNTRUSTED,
  CERT_UNTRUSTED: UNTRUSTED,
  CERT_REJECTED: UNTRUSTED,
  INVALID_CA: UNTRUSTED,
  INVALID_PURPOSE: UNTRUSTED,
  UND_ERR_HEADERS_OVERFLOW: {
    ...PROTOCOL,
    message: 'sent more header lines than are read',
    hint: 'Header lines may come to 16 KiB in all.',
  },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: {
    ...PROTOCOL,
    message: 'sent a body of another length than its Content-Length says',
    hint: 'The answer was cut short, or a proxy changed it.',
  },
  UND_ERR_INVALID_ARG: INVALID,
  UND_ERR_NOT_SUPPORTED: INVALID,
  ERR_INVALID_ARG_VALUE: INVALID,
}

/**
 * What the outside world did, as a CheckError: of errors of `net`, `tls`, `dns` and the HTTP client, which are told by
 * their codes; a way that was lost tells of itself. `endpoint` (`host:port`, without credentials) begins the message. An error without a code is a mistake
 * of this program and comes back as it is.
 */
export function networkError(error: unknown, endpoint: string): unknown {
  if (error instanceof CheckError || !(error instanceof Error)) return error
  const lost = wayLostIn(error)
  if (lost !== undefined) return lost
  const code = codeOf(error)
  if (code === undefined) return error
  const { message, hint: usual, code: name } = explain(code, error)
  const hint = name === 'dns-failed' && isBareName(endpoint) ? SERVICE_NAME : usual
  return new CheckError({
    code: name,
    message: `${endpoint} ${message}${said(name, error)}.`,
    hint,
    endpoint,
    details: { code },
    cause: error,
  })
}

const SERVICE_NAME =
  'Is it the name of a Compose service? It means something only inside containers: ask a port that is published on the machine (`via` a host), or give a database `host` and `service`. Otherwise check its spelling.'

/** `db`, `backend:8000`: nothing of the internet, and mostly copied from a compose file. */
function isBareName(endpoint: string): boolean {
  return /^[a-z0-9_-]+(?::\d+)?$/i.test(endpoint) && !/^localhost\b/i.test(endpoint)
}

function codeOf(error: Error): string | undefined {
  // The parser gives some of its errors no code, and calls some answers a broken socket.
  if (error.name === 'HTTPParserError' || error.message === 'bad response') return 'HPE_INVALID'
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** The short words for a failed attempt at one address: `refused`, `unreachable`. */
export function attemptWords(error: Error & { readonly code?: unknown }): string {
  const words: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'refused',
    ENETUNREACH: 'no route to this network',
    EHOSTUNREACH: 'no route to this host',
    EADDRNOTAVAIL: 'no such address here',
    EAFNOSUPPORT: 'address family not supported here',
    ETIMEDOUT: 'no answer',
    ECONNRESET: 'reset',
  }
  const code = typeof error.code === 'string' ? error.code : ''
  return words[code] ?? (code === '' ? error.message : code)
}

function explain(code: string, error: Error): Explanation {
  const known = EXPLANATIONS[code]
  if (known !== undefined) return known
  if (code.startsWith('HPE_') || code.startsWith('ERR_HTTP2') || code.startsWith('NGHTTP2')) return PROTOCOL
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) return tlsFailure(error)
  return { code: 'network-error', message: 'could not be reached', hint: 'See the details for what the system said.' }
}

function tlsFailure(error: Error): Explanation {
  const plain = /wrong version number|packet length too long|http request/i.test(error.message)
  const asksForCertificate = /certificate required|handshake failure|bad certificate/i.test(error.message)
  return {
    code: 'tls-failed',
    message: 'could not agree on an encrypted connection',
    hint: plain
      ? 'This port does not speak TLS: is it `http://` instead of `https://`?'
      : asksForCertificate
        ? 'The server may ask for a client certificate: give `tls: { cert: …, key: … }`.'
        : 'Compare the TLS versions and ciphers of the server with what is common today.',
  }
}

/** What the other side or the library said, where it adds to the message. */
function said(name: string, error: Error): string {
  if (name === 'tls-name-mismatch') {
    const names = /altnames: (.*)$/.exec(error.message)?.[1]
    return names === undefined ? '' : ` (${names})`
  }
  if (name === 'tls-failed') {
    const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : undefined
    return reason === undefined ? '' : ` (${reason})`
  }
  return ['protocol-error', 'request-invalid', 'network-error'].includes(name) ? ` (${error.message})` : ''
}
