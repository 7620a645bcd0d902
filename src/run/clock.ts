import type { Clock } from '../kinds/kind.ts'

/** The machine's clock and timers: the only place of a run that knows what time it is. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    sleep,
  }
}

/** Milliseconds since 1970 as every time is written: `2026-01-14T04:30:00.000Z`. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** The longest delay that Node's timers keep; a longer one would fire at once. */
const LONGEST = 2 ** 31 - 1

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason)
      return
    }
    const abort = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', abort)
        resolve()
      },
      Math.min(milliseconds, LONGEST),
    )
    signal.addEventListener('abort', abort, { once: true })
  })
}
