import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../src/kinds/kind.ts'

export interface FakeClock extends Clock {
  /** Time stands still until this is settled: for work outside the clock, such as a worker's. */
  during<V>(work: Promise<V>): Promise<V>
  /** Runs when virtual time reaches so many milliseconds. */
  at(milliseconds: number, action: () => void): void
}

const BEGIN = Date.parse('2026-01-14T04:30:00.000Z')

/** A clock whose time passes only when everybody is asleep, and then at once. */
export function createFakeClock(): FakeClock {
  let time = 0
  let busy = 0
  let pumping = false
  const sleepers = new Set<{ readonly at: number; wake(): void }>()

  const pump = async (): Promise<void> => {
    if (pumping) return
    pumping = true
    while (sleepers.size > 0) {
      for (let turn = 0; turn < 3; turn += 1) await setImmediate()
      if (busy > 0) continue
      const next = [...sleepers].reduce<{ at: number; wake(): void } | undefined>(
        (least, sleeper) => (least === undefined || sleeper.at < least.at ? sleeper : least),
        undefined,
      )
      if (next === undefined) break
      sleepers.delete(next)
      time = Math.max(time, next.at)
      next.wake()
    }
    pumping = false
  }
  const wakeAt = (at: number, wake: () => void): (() => void) => {
    const sleeper = { at, wake }
    sleepers.add(sleeper)
    void pump()
    return () => sleepers.delete(sleeper)
  }
  return {
    now: () => BEGIN + time,
    elapsed: () => time,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason)
        const abort = (): void => {
          forget()
          reject(signal.reason)
        }
        const forget = wakeAt(time + milliseconds, () => {
          signal.removeEventListener('abort', abort)
          resolve()
        })
        signal.addEventListener('abort', abort, { once: true })
      }),
    async during(work) {
      busy += 1
      try {
        return await work
      } finally {
        busy -= 1
      }
    },
    at: (milliseconds, action) => void wakeAt(milliseconds, action),
  }
}
