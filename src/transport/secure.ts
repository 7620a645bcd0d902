import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls'
import { CheckError } from '../model/check-error.ts'
import { networkError } from './network-error.ts'
import { unbracketed } from './private-address.ts'

/** All PEM text. `ca` is trusted instead of the public authorities; `cert` and `key` are the client's own. */
export interface TlsOptions {
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly insecure?: boolean
}

export interface SecureRequest {
  readonly host: string
  readonly endpoint: string
  readonly context: SecureContext | undefined
  readonly insecure: boolean
  readonly protocols: readonly string[]
}

/** Parsed once a client: undefined where Node's own defaults hold. Throws a CheckError for PEM text that cannot be read. */
export function secureContext(options: TlsOptions): SecureContext | undefined {
  const { ca, cert, key } = options
  if (ca === undefined && cert === undefined && key === undefined) return undefined
  try {
    return createSecureContext({
      ...(ca === undefined ? {} : { ca }),
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
    })
  } catch (error) {
    throw new CheckError({
      code: 'tls-material',
      message: `The certificate or key under \`tls\` cannot be used (${error instanceof Error ? error.message : String(error)}).`,
      hint: 'Give PEM text, `-----BEGIN …` lines included; `cert` and `key` must belong together.',
      cause: error,
    })
  }
}

/** Speaks TLS over an open connection and verifies the certificate. Rejects with a CheckError or the signal's reason; the socket is then closed. */
export function secure(socket: Duplex, request: SecureRequest, signal: AbortSignal): Promise<TLSSocket> {
  const host = unbracketed(request.host)
  return new Promise((resolve, reject) => {
    const encrypted = connect({
      socket,
      host,
      // RFC 6066 knows no addresses as server names; Node then verifies the address by `host`.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(request.context === undefined ? {} : { secureContext: request.context }),
      rejectUnauthorized: !request.insecure,
      ALPNProtocols: [...request.protocols],
    })
    const stop = (): void => {
      encrypted.destroy()
      reject(signal.reason)
    }
    encrypted.once('secureConnect', () => {
      signal.removeEventListener('abort', stop)
      resolve(encrypted)
    })
    // Stays for good: between here and the next owner an error must not end the process.
    encrypted.on('error', error => {
      signal.removeEventListener('abort', stop)
      socket.destroy()
      reject(networkError(error, request.endpoint))
    })
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
