import type { Clock } from '../kinds/kind.ts'
import { CheckError } from '../model/check-error.ts'
import { formatDuration } from '../model/duration.ts'
import type { Limit } from './run-context.ts'
import type { Stopper } from './stopper.ts'

/** An attempt that ran into a limit; `limit` says which. */
export class LimitReached extends CheckError {
  readonly limit: Limit['source']

  constructor(limit: Limit, milliseconds: number) {
    super({
      code: 'attempt-timeout',
      message: `There was no result after ${formatDuration(milliseconds)}: ${limit.label} was over.`,
      hint: limit.hint,
    })
    this.limit = limit.source
  }
}

/**
 * Runs one attempt until its shortest limit is reached or `stop` is aborted, and then no longer: work that does not obey
 * its signal is left behind. Rejects with the limit's or the stop's CheckError.
 */
export async function withinLimits<V>(
  work: (signal: AbortSignal, deadline: number) => Promise<V>,
  limits: readonly [Limit, ...Limit[]],
  { clock, stopper }: { readonly clock: Clock; readonly stopper: Stopper },
): Promise<V> {
  const stop = stopper.signal
  stop.throwIfAborted()
  const shortest = limits.reduce((least, limit) => (limit.at < least.at ? limit : least))
  const began = clock.elapsed()
  const controller = new AbortController()
  const timer = new AbortController()
  const onStop = (): void => controller.abort(stop.reason)
  const onTime = (): void => controller.abort(new LimitReached(shortest, clock.elapsed() - began))
  stop.addEventListener('abort', onStop, { once: true })
  clock.sleep(Math.max(0, shortest.at - began), timer.signal).then(onTime, () => undefined)
  try {
    return await new Promise<V>((resolve, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true })
      work(controller.signal, Math.min(shortest.at, stopper.endsAt)).then(resolve, reject)
    })
  } finally {
    stop.removeEventListener('abort', onStop)
    timer.abort(OVER)
  }
}

/** A reason of one's own spares the making of a DOMException with its stack for every attempt. */
const OVER = 'over'

const LIMITS: Readonly<Record<Limit['source'], { readonly name: string; readonly hint: string }>> = {
  timeout: {
    name: "the check's timeout",
    hint: 'Raise `timeout` of the check, or find out why it takes so long.',
  },
  within: { name: "the check's `within`", hint: 'Raise `within` of the check, or find out why it takes so long.' },
  gate: {
    name: "the ready gate's `within`",
    hint: 'Raise `within` of `ready`, or find out why the deployment is not ready in time.',
  },
  run: { name: "the run's timeout", hint: 'Raise the input `timeout`, or find out what takes so long.' },
  cleanup: { name: "cleanup's timeout", hint: 'Raise the input `cleanup-timeout`, or make the cleanup shorter.' },
}

/** The limit that is reached so many milliseconds after `now`. */
export function limitAfter(source: Limit['source'], now: number, milliseconds: number): Limit {
  const { name, hint } = LIMITS[source]
  return { at: now + milliseconds, source, label: `${name} of ${formatDuration(milliseconds)}`, hint }
}
