import type { Socket } from 'node:net'
import { CheckError } from '../model/check-error.ts'
import type { Address } from './address.ts'
import { openSocket } from './socket.ts'

/** Refused is an answer. So is silence, once it has lasted: a firewall that drops packets leaves a port just as closed. */
export type PortState = { readonly socket: Socket } | { readonly socket?: never; readonly closed: string }

/** Opens a port and says whether it is one. `patienceMs` is how long silence may last before the port counts as closed. */
export async function probePort(address: Address, patienceMs: number, signal: AbortSignal): Promise<PortState> {
  const patience = AbortSignal.timeout(Math.max(1, Math.round(patienceMs)))
  try {
    return { socket: await openSocket(address, AbortSignal.any([signal, patience])) }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    if (patience.aborted || isFault(error, 'connection-timeout')) return { closed: 'nothing answered' }
    if (isFault(error, 'connection-refused')) return { closed: 'the connection was refused' }
    throw error
  }
}

function isFault(error: unknown, code: string): boolean {
  return error instanceof CheckError && error.code === code
}

const BANNER_BYTES = 1024

/**
 * The first bytes a server sends of its own accord within `waitMs`, at most 1 KiB and up to the first line break; what
 * cannot be printed becomes U+FFFD. Undefined when it waits to be spoken to.
 */
export async function readBanner(socket: Socket, waitMs: number, signal: AbortSignal): Promise<string | undefined> {
  const chunks: Buffer[] = []
  const wait = AbortSignal.timeout(waitMs)
  await new Promise<void>((resolve, reject) => {
    let length = 0
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    wait.addEventListener('abort', () => resolve(), { once: true })
    socket.once('close', () => resolve())
    socket.on('data', chunk => {
      chunks.push(chunk)
      length += chunk.length
      if (length >= BANNER_BYTES || chunk.includes(0x0a)) resolve()
    })
  })
  const text = Buffer.concat(chunks).subarray(0, BANNER_BYTES).toString('utf8')
  const banner = (text.split(/\r?\n/)[0] ?? '').replace(/[^\P{C}\t]/gu, '\uFFFD')
  return banner === '' ? undefined : banner
}
