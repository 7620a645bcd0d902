import type { CheckError } from '../model/check-error.ts'

/** Why a run ends before its plan does. */
export interface Stop {
  readonly reason: 'cancelled' | 'timeout' | 'not-ready'
  /** What the report says, and what every check that is not run any more is told. */
  readonly message: string
}

/** The one switch that ends everything under it: running attempts are aborted, the rest is not begun. */
export interface Stopper {
  /** For pauses and programs; attempts use {@link Stopper.whenStopped}, which costs less than a listener each. */
  readonly signal: AbortSignal
  readonly stopped: Stop | undefined
  /** When it stops by itself, on the scale of `clock.elapsed()`. */
  readonly endsAt: number
  /** Only the first call counts. `fault` is what running attempts end with; without it they go on. */
  stop(stop: Stop, fault?: CheckError): void
  whenStopped(end: (fault: CheckError) => void): () => void
}

export function createStopper(endsAt: number): Stopper {
  const controller = new AbortController()
  // Wrapped, so that nothing is left of an attempt that is over: see `alarms.ts`.
  const running = new Set<{ end: ((fault: CheckError) => void) | undefined }>()
  let stopped: Stop | undefined
  return {
    signal: controller.signal,
    endsAt,
    get stopped() {
      return stopped
    },
    stop(stop, fault) {
      if (stopped !== undefined) return
      stopped = stop
      if (fault === undefined) return
      controller.abort(fault)
      for (const { end } of [...running]) end?.(fault)
    },
    whenStopped(end) {
      const attempt: { end: typeof end | undefined } = { end }
      running.add(attempt)
      return () => {
        running.delete(attempt)
        attempt.end = undefined
      }
    },
  }
}
