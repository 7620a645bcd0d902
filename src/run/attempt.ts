import type { Clock } from '../kinds/kind.ts'
import { CheckError } from '../model/check-error.ts'
import { formatDuration } from '../model/duration.ts'
import type { Alarms } from './alarms.ts'
import type { Limit } from './run-context.ts'
import type { Stopper } from './stopper.ts'

/** An attempt that ran into a limit; `limit` says which. */
export class LimitReached extends CheckError {
  readonly limit: Limit['source']
  /** A sentence for what was not begun because of it. */
  readonly overText: string

  constructor(limit: Limit, milliseconds: number) {
    super({
      code: 'attempt-timeout',
      message: `There was no result after ${formatDuration(milliseconds)}: ${limit.label} was over.`,
      hint: limit.hint,
    })
    this.limit = limit.source
    this.overText = `${limit.label.charAt(0).toUpperCase()}${limit.label.slice(1)} was over.`
  }
}

/**
 * Runs one attempt until its shortest limit is reached or the run is stopped, and then no longer: work that does not obey
 * its signal is left behind. Rejects with the CheckError of the limit or of the stop.
 */
export function withinLimits<V>(
  work: (signal: AbortSignal, deadline: number) => Promise<V>,
  limits: readonly [Limit, ...Limit[]],
  { clock, alarms, stopper }: { readonly clock: Clock; readonly alarms: Alarms; readonly stopper: Stopper },
): Promise<V> {
  return new Promise<V>((resolve, reject) => {
    stopper.signal.throwIfAborted()
    const shortest = limits.reduce((least, limit) => (limit.at < least.at ? limit : least))
    const began = clock.elapsed()
    const controller = new AbortController()
    const end = (fault: CheckError): void => {
      release()
      controller.abort(fault)
      reject(fault)
    }
    const silence = alarms.at(shortest.at, () => end(new LimitReached(shortest, clock.elapsed() - began)))
    const ignore = stopper.whenStopped(end)
    const release = (): void => {
      silence()
      ignore()
    }
    work(controller.signal, Math.min(shortest.at, stopper.endsAt)).then(
      value => {
        release()
        resolve(value)
      },
      (error: unknown) => {
        release()
        reject(error)
      },
    )
  })
}

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
  grace: {
    name: "cleanup's time in a cancelled job",
    hint: 'A cancelled job is ended by force within seconds. Undo the rest in a later step with `if: cancelled()`.',
  },
}

/** The limit that is reached so many milliseconds after `now`. */
export function limitAfter(source: Limit['source'], now: number, milliseconds: number): Limit {
  const { name, hint } = LIMITS[source]
  return { at: now + milliseconds, source, label: `${name} of ${formatDuration(milliseconds)}`, hint }
}
