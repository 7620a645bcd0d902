import { connect, type Socket } from 'node:net'
import { type Address, formatAddress } from './address.ts'
import { socketFault } from './socket-fault.ts'

/** Opens a TCP connection, trying each address of a name in turn (RFC 8305). Rejects with a CheckError, or the signal's reason. */
export function openSocket(target: Address | { readonly path: string }, signal: AbortSignal): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  if (signal.aborted) return Promise.reject(signal.reason)
  const endpoint = 'path' in target ? target.path : formatAddress(target)
  const socket = connect({ ...target, noDelay: true })
  const stop = (): void => {
    socket.destroy()
    reject(signal.reason)
  }
  signal.addEventListener('abort', stop, { once: true })
  socket.once('connect', () => resolve(socket))
  // Stays for good: an error after the connection was handed over must not end the process.
  socket.on('error', error => reject(socketFault(error, endpoint)))
  return promise.finally(() => signal.removeEventListener('abort', stop))
}
