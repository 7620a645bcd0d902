import type { Clock } from '../kinds/kind.ts'

/** How to wait, all in milliseconds. */
export interface WaitingTimes {
  readonly within: number
  readonly from: number
  readonly to: number
  readonly consecutive: number
}

/** What waiting must know of a try. */
export interface Tried {
  readonly held: boolean
  /** No try can change it: our own mistake, a cancelled run. */
  readonly final?: boolean
  /** When to come back, as the answer said (`Retry-After`). */
  readonly retryAfterMs?: number
}

export interface Settled<T> {
  readonly last: T
  /** How often in a row it held, up to the end. */
  readonly streak: number
  readonly settled: 'held' | 'time out' | 'final'
}

/** What a try lacked that held, but not often enough yet. */
export function heldSoFar(streak: number, { consecutive }: WaitingTimes): string {
  return `held, ${streak} of ${consecutive} in a row`
}

export const DEFAULT_PAUSE_MS = 1_000

/**
 * Tries until it holds as often in a row as is asked, or until the next try would begin after `within`. The pause doubles
 * from `from` to `to` while it does not hold. A `Retry-After` that is longer is awaited if there is time for it.
 * `stop` interrupts a pause: the last try then counts.
 */
export async function tryUntilHeld<T extends Tried>(
  attempt: (number: number) => Promise<T>,
  times: WaitingTimes,
  {
    clock,
    stop,
    again,
  }: {
    readonly clock: Clock
    readonly stop: AbortSignal
    readonly again?: (tried: T, number: number, streak: number) => void
  },
): Promise<Settled<T>> {
  const deadline = clock.elapsed() + times.within
  let streak = 0
  let pause = times.from
  for (let number = 1; ; number += 1) {
    const last = await attempt(number)
    streak = last.held ? streak + 1 : 0
    if (streak >= times.consecutive) return { last, streak, settled: 'held' }
    if (last.final === true || stop.aborted) return { last, streak, settled: 'final' }
    const left = deadline - clock.elapsed()
    const wait = waitFor(last, last.held ? times.from : pause, left)
    if (wait >= left) return { last, streak, settled: 'time out' }
    again?.(last, number, streak)
    if (!(await slept(clock, wait, stop))) return { last, streak, settled: 'final' }
    pause = last.held ? times.from : Math.min(pause * 2, Math.max(times.from, times.to))
  }
}

function waitFor(last: Tried, pause: number, left: number): number {
  const asked = last.retryAfterMs ?? 0
  return asked > pause && asked < left ? asked : pause
}

async function slept(clock: Clock, milliseconds: number, stop: AbortSignal): Promise<boolean> {
  try {
    await clock.sleep(milliseconds, stop)
    return true
  } catch {
    return false
  }
}
