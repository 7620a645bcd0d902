import type { Clock } from '../kinds/kind.ts'

/**
 * Many deadlines over one sleep. A run has a deadline for each attempt, of which nearly none is reached: a timer of its
 * own for each would cost more than the rest of the attempt's keeping.
 */
export interface Alarms {
  /** Calls back at so many milliseconds on the scale of `clock.elapsed()`, unless what is returned is called before. */
  at(elapsed: number, ring: () => void): () => void
  /** Forgets everything and lets the clock go. */
  close(): void
}

interface Alarm {
  readonly at: number
  /**
   * Taken away when the alarm is: V8's sets leave what was deleted in the tables they have outgrown, and those keep one
   * another alive until the next full collection, with all that an attempt has seen.
   */
  ring: (() => void) | undefined
}

export function createAlarms(clock: Clock): Alarms {
  const set = new Set<Alarm>()
  const closing = new AbortController()
  let wakeAt = Number.POSITIVE_INFINITY

  const sleepUntil = (at: number): void => {
    wakeAt = at
    clock.sleep(Math.max(0, at - clock.elapsed()), closing.signal).then(
      () => wake(at),
      () => undefined,
    )
  }
  const wake = (at: number): void => {
    // An earlier deadline that came in the meantime sleeps for itself.
    if (at !== wakeAt) return
    wakeAt = Number.POSITIVE_INFINITY
    // A timer may fire a fraction of a millisecond before its time.
    const now = Math.max(clock.elapsed(), at)
    let next = Number.POSITIVE_INFINITY
    for (const alarm of [...set]) {
      if (alarm.at <= now) {
        set.delete(alarm)
        alarm.ring?.()
      } else if (alarm.at < next) next = alarm.at
    }
    if (next < wakeAt) sleepUntil(next)
  }
  return {
    at(elapsed, ring) {
      const alarm: Alarm = { at: elapsed, ring }
      set.add(alarm)
      if (elapsed < wakeAt) sleepUntil(elapsed)
      return () => {
        set.delete(alarm)
        alarm.ring = undefined
      }
    },
    close() {
      set.clear()
      closing.abort('closed')
    },
  }
}
