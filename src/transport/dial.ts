import { lookup } from 'node:dns/promises'
import { connect, isIP, type Socket } from 'node:net'
import { CheckError } from '../model/check-error.ts'
import { attemptWords, networkError } from './network-error.ts'
import { isPrivateAddress, unbracketed } from './private-address.ts'

export interface DialTarget {
  readonly host: string
  readonly port: number
  /** Where to connect, in this order, instead of to what the name resolves to. */
  readonly addresses?: readonly string[] | undefined
  /** Set for a redirect that came from a public address: private addresses are refused. */
  readonly publicOnly?: boolean
}

export interface Dialled {
  readonly socket: Socket
  /** Milliseconds; 0 where nothing had to be looked up. */
  readonly dnsMs: number
  readonly connectMs: number
}

interface FailedAttempt {
  readonly address: string
  readonly error: Error & { readonly code?: unknown }
}

/** Pause before the next address is tried beside the first (RFC 8305, "Connection Attempt Delay"). */
const ATTEMPT_DELAY_MS = 250

/**
 * Opens a TCP connection to the first address of a name that answers. Attempts at the other addresses start beside a
 * slow one instead of after it: `net.connect` itself abandons an address after 250 ms, which cuts off distant servers.
 * Rejects with a CheckError that names every address that failed, or with the signal's reason.
 */
export async function dial(target: DialTarget, signal: AbortSignal): Promise<Dialled> {
  signal.throwIfAborted()
  const begun = performance.now()
  const addresses = await addressesOf(target, signal)
  const resolved = performance.now()
  const socket = await race(addresses, target, signal)
  return { socket, dnsMs: needsLookup(target) ? resolved - begun : 0, connectMs: performance.now() - resolved }
}

/** Settles as the promise does, unless the signal is aborted first: then rejects with its reason. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

function needsLookup(target: DialTarget): boolean {
  return target.addresses === undefined && isIP(unbracketed(target.host)) === 0
}

async function addressesOf(target: DialTarget, signal: AbortSignal): Promise<readonly string[]> {
  if (target.addresses !== undefined) return target.addresses.map(unbracketed)
  const found = needsLookup(target) ? await resolveName(target, signal) : [unbracketed(target.host)]
  if (target.publicOnly !== true) return found
  const allowed = found.filter(address => !isPrivateAddress(address))
  if (allowed.length > 0) return allowed
  throw new CheckError({
    code: 'redirect-refused',
    message: `The redirect leads from a public address to ${target.host}, which is the private address ${found.join(', ')}.`,
    hint: 'A public service must not send its callers into a private network; if this one may, ask the target itself.',
    endpoint: endpointOf(target),
  })
}

async function resolveName(target: DialTarget, signal: AbortSignal): Promise<readonly string[]> {
  try {
    const found = await abortable(lookup(target.host, { all: true, order: 'verbatim' }), signal)
    return interleaved(found)
  } catch (error) {
    throw networkError(error, target.host)
  }
}

/** Families in turn, beginning with the one the resolver prefers, so that one broken family costs one delay at most. */
function interleaved(found: readonly { readonly address: string; readonly family: number }[]): readonly string[] {
  const preferred = found.filter(({ family }) => family === found[0]?.family)
  const others = found.filter(({ family }) => family !== found[0]?.family)
  return preferred
    .flatMap((entry, index) => [entry, others[index]])
    .concat(others.slice(preferred.length))
    .flatMap(entry => (entry === undefined ? [] : [entry.address]))
}

function race(addresses: readonly string[], target: DialTarget, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const open = new Set<Socket>()
    const failed: FailedAttempt[] = []
    let next = 0
    let timer: NodeJS.Timeout | undefined
    const finish = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      for (const socket of open) socket.destroy()
      next = addresses.length
    }
    const stop = (): void => {
      finish()
      reject(signal.reason)
    }
    const attempt = (): void => {
      clearTimeout(timer)
      const address = addresses[next]
      if (address === undefined) return
      next += 1
      const socket = connect({ host: address, port: target.port, noDelay: true, keepAlive: true })
      open.add(socket)
      socket.once('connect', () => {
        open.delete(socket)
        finish()
        resolve(socket)
      })
      // Stays for good: between here and the next owner an error must not end the process.
      socket.on('error', error => {
        if (!open.delete(socket)) return
        failed.push({ address, error })
        if (next < addresses.length) return attempt()
        if (open.size > 0) return
        finish()
        reject(dialError(target, failed))
      })
      if (next < addresses.length) timer = setTimeout(attempt, ATTEMPT_DELAY_MS)
    }
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    attempt()
  })
}

function dialError(target: DialTarget, failed: readonly FailedAttempt[]): unknown {
  const endpoint = endpointOf(target)
  const [first] = failed
  if (first === undefined) return new Error('No address was tried')
  const telling = failed.find(({ error }) => error.code === 'ECONNREFUSED') ?? first
  const main = networkError(telling.error, endpoint)
  if (!(main instanceof CheckError)) return main
  const tried = failed.map(({ address, error }) => `${address}: ${attemptWords(error)}`).join('; ')
  return new CheckError({
    code: main.code,
    message: `${main.message.replace(/\.$/, '')} (${tried}).`,
    hint: main.hint,
    endpoint,
    details: { ...main.details, addresses: failed.map(({ address }) => address).join(', ') },
    cause: telling.error,
  })
}

function endpointOf(target: DialTarget): string {
  return `${target.host}:${target.port}`
}
