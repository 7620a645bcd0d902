import type { ApiClock } from '../../../src/action/deliver/api-budget.ts'

export interface VirtualClock extends ApiClock {
  /** How long each pause was, in milliseconds. */
  readonly pauses: readonly number[]
  /** Lets the time of every request that is under way run out. */
  runOut(): void
}

/** A clock in which pauses take no time at all, but count. */
export function createVirtualClock(): VirtualClock {
  const pauses: number[] = []
  const pending = new Map<AbortController, number>()
  let elapsed = 0
  return {
    pauses,
    now: () => Date.parse('2026-01-14T04:30:00.000Z') + elapsed,
    elapsed: () => elapsed,
    async sleep(milliseconds) {
      pauses.push(milliseconds)
      elapsed += milliseconds
    },
    timeout(milliseconds) {
      const controller = new AbortController()
      pending.set(controller, milliseconds)
      return controller.signal
    },
    runOut() {
      for (const [controller, milliseconds] of pending) {
        elapsed += milliseconds
        controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'))
      }
      pending.clear()
    },
  }
}
