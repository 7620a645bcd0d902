import type { TLSSocket } from 'node:tls'
import type { JsonObject } from '../model/json.ts'
import { type Address, formatAddress } from './address.ts'
import { dial as dialDirectly } from './dial.ts'
import type { Dial } from './dial-through.ts'
import { networkError } from './network-error.ts'
import { certificateParts, peerCertificate } from './peer-certificate.ts'
import { secure } from './secure.ts'

/**
 * Shakes hands and reads the certificate, whatever it is worth: the parts of {@link certificateParts}, and the
 * `reason` when it is not trusted. `now` is in milliseconds since 1970. Rejects with a CheckError when there is no TLS.
 */
export async function probeTls(
  address: Address,
  options: {
    readonly serverName: string | undefined
    readonly now: number
    readonly signal: AbortSignal
    readonly dial?: Dial | undefined
  },
): Promise<JsonObject> {
  const { dial = dialDirectly } = options
  const { socket } = await dial(address, options.signal)
  const encrypted = await secure(
    socket,
    {
      host: options.serverName ?? address.host,
      endpoint: formatAddress(address),
      context: undefined,
      insecure: true,
      protocols: [],
    },
    options.signal,
  )
  const certificate = peerCertificate(encrypted)
  const reason = reasonOf(encrypted, formatAddress(address))
  encrypted.destroy()
  if (certificate === undefined) return { trusted: false, reason: 'The server showed no certificate.' }
  return { ...certificateParts(certificate, options.now), ...(certificate.trusted ? {} : { reason }) }
}

/** Node gives only the code of what it found; the sentence is that of a refused connection. */
function reasonOf(socket: TLSSocket, endpoint: string): string {
  const code = String(socket.authorizationError)
  const told = networkError(Object.assign(new Error(code), { code }), endpoint)
  return told instanceof Error ? told.message : code
}
