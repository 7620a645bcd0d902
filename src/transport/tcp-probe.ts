import type { Socket } from 'node:net'
import { CheckError } from '../model/check-error.ts'
import type { Address } from './address.ts'
import { abortable, dial as dialDirectly } from './dial.ts'
import type { Dial } from './dial-through.ts'

/** Refused is an answer. So is silence, once it has lasted: a firewall that drops packets leaves a port just as closed. */
export type PortState = { readonly socket: Socket } | { readonly socket?: never; readonly closed: string }

/** Opens a port and says whether it is one. `patienceMs` is how long silence may last before the port counts as closed. */
export async function probePort(
  address: Address,
  options: { readonly patienceMs: number; readonly signal: AbortSignal; readonly dial?: Dial | undefined },
): Promise<PortState> {
  const { patienceMs, signal, dial = dialDirectly } = options
  const patience = AbortSignal.timeout(Math.max(1, Math.round(patienceMs)))
  try {
    return await dial(address, AbortSignal.any([signal, patience]))
  } catch (error) {
    if (signal.aborted) throw signal.reason
    if (patience.aborted || isFault(error, 'connection-timeout')) return { closed: 'Nothing answered.' }
    if (isFault(error, 'connection-refused')) return { closed: 'The connection was refused.' }
    throw error
  }
}

function isFault(error: unknown, code: string): boolean {
  return error instanceof CheckError && error.code === code
}

const BANNER_BYTES = 1024

/**
 * The first line a server sends of its own accord within `waitMs`, at most 1 KiB; what cannot be printed becomes
 * U+FFFD. Undefined when the server waits to be spoken to.
 */
export async function readBanner(socket: Socket, waitMs: number, signal: AbortSignal): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const chunks: Buffer[] = []
  let length = 0
  const wait = setTimeout(resolve, waitMs)
  socket.once('close', () => resolve())
  socket.on('data', chunk => {
    chunks.push(chunk)
    length += chunk.length
    if (length >= BANNER_BYTES || chunk.includes(0x0a)) resolve()
  })
  try {
    await abortable(promise, signal)
  } finally {
    clearTimeout(wait)
    socket.destroy()
  }
  const text = Buffer.concat(chunks).subarray(0, BANNER_BYTES).toString('utf8')
  const banner = (text.split(/\r?\n/)[0] ?? '').replace(/[^\P{C}\t]/gu, '\uFFFD')
  return banner === '' ? undefined : banner
}
