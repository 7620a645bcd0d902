import { setTimeout } from 'node:timers/promises'
import { ApiFault, apiFaultOf } from './api-fault.ts'

/** The time as the deliveries see it; tests bring their own. */
export interface ApiClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Monotonic milliseconds. */
  elapsed(): number
  sleep(milliseconds: number): Promise<void>
  /** A signal that is aborted after so many milliseconds. */
  timeout(milliseconds: number): AbortSignal
}

/** How long one request may take, and how often it is made. */
const REQUEST_MS = 10_000
const MOST_TRIES = 5
const FIRST_PAUSE_MS = 500

export interface ApiBudget {
  /** Makes a request, again after faults that may pass, as long as the budget lasts. Rejects with an {@link ApiFault}. */
  call<V>(request: (signal: AbortSignal) => Promise<V>): Promise<V>
  /** The same without repeating: for what must not happen twice. */
  once<V>(request: (signal: AbortSignal) => Promise<V>): Promise<V>
  /** Waits before the next try, after the `tries`-th failed; rejects with the fault when that makes no sense. */
  pause(fault: ApiFault, tries: number): Promise<void>
}

export function systemApiClock(): ApiClock {
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    sleep: milliseconds => setTimeout(milliseconds),
    timeout: milliseconds => AbortSignal.timeout(milliseconds),
  }
}

/** All requests of one delivery share `milliseconds`, their pauses included: a step must not hang on a comment. */
export function createApiBudget(milliseconds: number, clock: ApiClock): ApiBudget {
  const deadline = clock.elapsed() + milliseconds
  const left = (): number => deadline - clock.elapsed()

  const once: ApiBudget['once'] = async request => {
    if (left() <= 0) throw new ApiFault('timeout', 'GitHub did not answer in time.')
    try {
      return await request(clock.timeout(Math.ceil(Math.min(REQUEST_MS, left()))))
    } catch (error) {
      throw apiFaultOf(error, clock.now())
    }
  }
  const pause: ApiBudget['pause'] = async (fault, tries) => {
    const wait = fault.waitMs ?? FIRST_PAUSE_MS * 2 ** (tries - 1)
    if (!fault.passes || tries >= MOST_TRIES || wait >= left()) throw fault
    await clock.sleep(wait)
  }
  return {
    once,
    pause,
    async call(request) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await once(request)
        } catch (error) {
          await pause(apiFaultOf(error, clock.now()), tries)
        }
      }
    },
  }
}
