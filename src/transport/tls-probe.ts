import type { JsonObject } from '../model/json.ts'
import { type Address, formatAddress } from './address.ts'
import { dial } from './dial.ts'
import { certificateParts, peerCertificate } from './peer-certificate.ts'
import { secure } from './secure.ts'

/**
 * Shakes hands and reads the certificate, whatever it is worth: the parts of {@link certificateParts}, and the
 * `reason` when it is not trusted. `now` is in milliseconds since 1970. Rejects with a CheckError when there is no TLS.
 */
export async function probeTls(
  address: Address,
  options: { readonly serverName: string | undefined; readonly now: number; readonly signal: AbortSignal },
): Promise<JsonObject> {
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
  const error: unknown = encrypted.authorizationError
  encrypted.destroy()
  if (certificate === undefined) return { trusted: false, reason: 'The server showed no certificate.' }
  const reason = error instanceof Error ? error.message : String(error)
  return { ...certificateParts(certificate, options.now), ...(certificate.trusted ? {} : { reason }) }
}
