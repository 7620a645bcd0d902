import { formatDuration } from '../../model/duration.ts'
import type { Attempt, CheckResult } from '../../model/result.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { count } from './totals.ts'

const SHOWN = 8
const MESSAGE_LIMIT = 500

/** Attempts that ended alike, one after the other. */
export interface Streak {
  readonly first: Attempt
  readonly last: Attempt
}

/**
 * How the attempts went, a line for those that ended alike one after the other, with when the first of them began; a
 * title first. Nothing for a single attempt. Of `repeat` only what does not hold is told, since the rest is no news.
 */
export function attemptLines(check: CheckResult): readonly string[] {
  if (check.attempts.length < 2) return []
  const all = streaksOf(check.attempts)
  const worth = check.repeated ? all.filter(({ first }) => first.status !== 'passed') : all
  const shown = worth.length <= SHOWN ? worth : worth.slice(-SHOWN)
  const total = attemptsTold(check)
  const some = worth.length > 0 && worth.length < all.length ? `${total}, those that do not hold` : total
  const title = shown.length < worth.length ? `${total}, the last of them` : some
  const numbers = shown.map(numberOf)
  const width = Math.max(0, ...numbers.map(number => number.length))
  const lines = shown.map(({ first }, at) => {
    const when = `+${formatDuration(first.offsetMs - (check.offsetMs ?? 0))}`
    const told = shorten(oneLine(first.message), MESSAGE_LIMIT)
    return `  ${(numbers[at] ?? '').padStart(width)}  ${when.padStart(9)}  ${first.status}  ${told}`.trimEnd()
  })
  return [title, ...lines]
}

/** The attempts as marks in their order, `✗ ✓ ✗ ✓`; of many the last twenty. */
export function attemptMarks(attempts: readonly Attempt[]): string {
  const shown = attempts.slice(-20).map(attempt => (attempt.status === 'passed' ? '✓' : '✗'))
  return (attempts.length > shown.length ? ['…', ...shown] : shown).join(' ')
}

/** `8 attempts`, or `6 observations` where they are those of `repeat`. */
export function attemptsTold(check: CheckResult): string {
  return count(attemptCount(check), check.repeated ? 'observation' : 'attempt')
}

/** How many attempts there were; not all of very many are kept. */
export function attemptCount({ attempts }: CheckResult): number {
  return attempts.reduce((most, attempt) => Math.max(most, attempt.number), 0)
}

/** `3`, or `3–7`. */
export function numberOf({ first, last }: Streak): string {
  return first === last ? String(first.number) : `${first.number}–${last.number}`
}

export function streaksOf(attempts: readonly Attempt[]): readonly Streak[] {
  const streaks: Streak[] = []
  for (const attempt of attempts) {
    const current = streaks.at(-1)
    // Of very many attempts the run keeps the first and the last, so there may be a gap.
    const next = current?.last.number === attempt.number - 1
    const alike = next && current?.first.status === attempt.status && current.first.message === attempt.message
    if (current !== undefined && alike) streaks[streaks.length - 1] = { first: current.first, last: attempt }
    else streaks.push({ first: attempt, last: attempt })
  }
  return streaks
}
