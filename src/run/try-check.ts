import type { Attempt } from '../model/result.ts'
import { LimitReached, limitAfter } from './attempt.ts'
import { CANCELLED, type Conclusion, concluded, errored, failed } from './conclusion.ts'
import { expectationsIn } from './expectations.ts'
import { fillContextOf, fillWaiting } from './fill-check.ts'
import { type FilledCheck, type Look, lookOnce } from './look.ts'
import type { Place, RunContext } from './run-context.ts'
import { heldSoFar, type Settled, tryUntilHeld, type WaitingTimes } from './waiting.ts'

/** As many attempts are kept at most; of more, the first and the last. */
const MOST_ATTEMPTS = 1_000

/** Looks at a check until it settles: once, or as often as `within` allows. */
export async function tryCheck(filled: FilledCheck, run: RunContext, place: Place): Promise<Conclusion> {
  const { check, name } = filled
  const { clock } = run.ports
  const attempts: Attempt[] = []
  const written = check.waiting === undefined ? undefined : await fillWaiting(check.waiting, fillContextOf(run, place))
  const within = written === undefined ? [] : [limitAfter('within', clock.elapsed(), written.within)]
  const times = bounded(written, place, clock.elapsed())
  let telling: Look | undefined
  const attempt = async (number: number): Promise<Look> => {
    const began = clock.elapsed()
    const own = limitAfter('timeout', began, filled.timeoutMs)
    const look = await lookOnce(filled, [own, ...within, ...place.limits], run, place)
    keepAttempt(attempts, attemptOf(look, number, began, run))
    if (telling === undefined || !cutShort(look)) telling = look
    return look
  }
  const waiting = times ?? ONCE
  const again = (look: Look, number: number, streak: number): void =>
    place.observer.attemptFailed?.({
      key: check.key,
      name: run.clean.line(name),
      attempt: number,
      message: look.held ? heldSoFar(streak, waiting) : (attempts.at(-1)?.message ?? ''),
    })
  const settled = await tryUntilHeld(attempt, waiting, { clock, stop: place.stopper.signal, again })
  return conclude(filled, { settled, attempts, telling: telling ?? settled.last, times }, run, place)
}

/** Inside the gate a check waits no longer than the gate does. */
function bounded(times: WaitingTimes | undefined, { limits }: Place, now: number): WaitingTimes | undefined {
  return times && { ...times, within: Math.min(times.within, ...limits.map(({ at }) => at - now)) }
}

const ONCE: WaitingTimes = { within: 0, from: 0, to: 0, consecutive: 1 }

function conclude(
  filled: FilledCheck,
  tries: {
    readonly settled: Settled<Look>
    readonly attempts: readonly Attempt[]
    readonly telling: Look
    readonly times: WaitingTimes | undefined
  },
  run: RunContext,
  place: Place,
): Conclusion {
  const { settled, attempts, telling, times } = tries
  const { check } = filled
  const cancelled = settled.settled !== 'held' && place.stopper.stopped?.reason === 'cancelled'
  if (cancelled) return { ...concluded({ status: 'skipped', reason: CANCELLED }), attempts }
  const expectations = expectationsIn(filled.expectation)
  const { captured } = telling
  if (settled.settled === 'held') return { outcome: { status: 'passed' }, attempts, expectations, captured }
  if (telling.status === 'errored') {
    const outcome = errored(telling.error, check, run, telling.observation)
    return { outcome, attempts, expectations: 0, captured }
  }
  const failures = telling.held ? [notOftenEnough(filled, settled.streak, times, run)] : telling.failures
  return { outcome: failed(failures, telling.observation, run), attempts, expectations, captured }
}

/** It held, but not as often in a row as was asked before time was out. */
function notOftenEnough({ check }: FilledCheck, streak: number, times: WaitingTimes | undefined, run: RunContext) {
  const asked = times?.consecutive ?? 1
  return {
    subject: 'consecutive',
    matcher: 'holds in a row',
    expected: `${asked} times`,
    actual: `${streak} ${streak === 1 ? 'time' : 'times'}`,
    message: `It held ${streak} of the ${asked} times in a row that were asked for, then time was out.`,
    location: run.locate(check.span),
    byDefault: false,
  }
}

/** What an attempt that `within` ended lacked says less than the one before it, which was let finish. */
function cutShort(look: Look): boolean {
  return look.status === 'errored' && look.error instanceof LimitReached && look.error.limit !== 'timeout'
}

function attemptOf(look: Look, number: number, began: number, run: RunContext): Attempt {
  return {
    number,
    offsetMs: Math.round(began - run.began),
    durationMs: Math.round(run.ports.clock.elapsed() - began),
    status: look.status,
    message: look.held ? '' : run.clean.line(messageOf(look)),
  }
}

function messageOf(look: Look): string {
  if (look.status === 'errored') return look.error.message
  const [first, ...others] = look.failures
  if (first === undefined) return ''
  return others.length === 0 ? first.message : `${first.message} (and ${others.length} more)`
}

export function keepAttempt(attempts: Attempt[], attempt: Attempt): void {
  if (attempts.length >= MOST_ATTEMPTS) attempts.splice(MOST_ATTEMPTS / 2, 1)
  attempts.push(attempt)
}
