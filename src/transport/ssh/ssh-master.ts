import { startProcess } from '../child-process.ts'
import { collectTail } from '../command-output.ts'
import { connectFault, isHostKeyFault, timeoutFault } from './ssh-faults.ts'
import { READY } from './ssh-options.ts'
import type { SshTarget } from './ssh-target.ts'

/** A client that holds a connection open until it is stopped. */
export interface SshMaster {
  /** Settles once it has ended, however. */
  readonly ended: Promise<void>
  stop(): void
}

/** The server's key is not one that was expected; `said` is what the client wrote. */
export class HostKeyMismatch extends Error {
  readonly said: string

  constructor(said: string) {
    super('The host key does not match')
    this.said = said
  }
}

/**
 * Starts a client and waits until it is logged in and its control socket listens. Rejects with a CheckError, a
 * HostKeyMismatch, or the signal's reason; the client has then ended.
 */
export async function startMaster(
  words: readonly string[],
  options: {
    readonly target: SshTarget
    readonly environment: Readonly<Record<string, string>>
    readonly signal: AbortSignal
    /** Through another host: whether the server accepted the connection. */
    readonly reached: (() => boolean) | undefined
  },
): Promise<SshMaster> {
  const { target, environment, signal } = options
  // The client serves every check of the run: it ends when it is stopped, and not with the check that started it.
  const life = new AbortController()
  const child = await startProcess(words, { environment }, life.signal)
  const said = collectTail(child.stderr)
  child.stdin.end()
  const ended = child.ended.then(
    () => undefined,
    () => undefined,
  )
  const ready = new Promise<'ready'>(resolve => {
    child.stdout.on('data', (chunk: Buffer) => chunk.includes(READY) && resolve('ready'))
  })
  const patience = AbortSignal.timeout(target.connectTimeoutMs)
  const over = aborted(AbortSignal.any([signal, patience]))
  const stop = (): void => life.abort(new Error('stopped'))
  const first = await Promise.race([ready, ended.then(() => 'ended' as const), over.then(() => 'over' as const)])
  if (first === 'ready') return { ended, stop }
  stop()
  await ended
  if (signal.aborted) throw signal.reason
  if (first === 'over') throw timeoutFault(target, said(), options.reached?.())
  throw isHostKeyFault(said()) ? new HostKeyMismatch(said()) : connectFault(target, said())
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
