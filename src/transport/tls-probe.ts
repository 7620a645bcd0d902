import { isIP, type Socket } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { type Address, formatAddress } from './address.ts'
import { openSocket } from './socket.ts'
import { socketFault } from './socket-fault.ts'

/**
 * Shakes hands and hands the connection over, whatever the certificate: `authorized` says whether it is trusted for
 * the name. To be destroyed by the caller. Rejects with a CheckError when there is no TLS to be had.
 */
export async function openTls(
  address: Address,
  options: { readonly serverName?: string; readonly signal: AbortSignal },
): Promise<TLSSocket> {
  return shakeHands(await openSocket(address, options.signal), {
    name: options.serverName ?? address.host,
    endpoint: formatAddress(address),
    signal: options.signal,
  })
}

function shakeHands(
  socket: Socket,
  options: { readonly name: string; readonly endpoint: string; readonly signal: AbortSignal },
): Promise<TLSSocket> {
  const { name, endpoint, signal } = options
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>()
  // An address must not be sent as a server name (RFC 6066 §3), but the certificate is verified for it all the same.
  const secure = connect({ socket, host: name, ...(isIP(name) ? {} : { servername: name }), rejectUnauthorized: false })
  const stop = (): void => {
    secure.destroy()
    socket.destroy()
    reject(signal.reason)
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  secure.once('secureConnect', () => resolve(secure))
  secure.on('error', error => {
    socket.destroy()
    reject(socketFault(error, endpoint))
  })
  return promise.finally(() => signal.removeEventListener('abort', stop))
}
