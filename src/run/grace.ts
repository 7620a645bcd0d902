import { LimitReached, limitAfter } from './attempt.ts'
import type { RunPorts } from './run-context.ts'

/** What is left to a run after its cancellation, where whoever cancels it ends it by force soon after. */
export interface Grace {
  /** Aborted when it is over, with the {@link LimitReached} as its reason; never, when nothing cancels or nobody hurries. */
  readonly over: AbortSignal
  /** Lets the clock and the signal go. */
  release(): void
}

/** The grace begins with the cancellation, whether checks or cleanup run at that time. */
export function createGrace({ clock, signal, graceMs }: Pick<RunPorts, 'clock' | 'signal' | 'graceMs'>): Grace {
  const over = new AbortController()
  const closing = new AbortController()
  const begin = (): void => {
    if (graceMs === undefined) return
    const limit = limitAfter('grace', clock.elapsed(), graceMs)
    const end = (): void => over.abort(new LimitReached(limit, graceMs))
    clock.sleep(graceMs, closing.signal).then(end, () => undefined)
  }
  if (signal.aborted) begin()
  else signal.addEventListener('abort', begin, { once: true })
  return {
    over: over.signal,
    release() {
      signal.removeEventListener('abort', begin)
      closing.abort('released')
    },
  }
}
