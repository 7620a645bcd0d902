import type { CheckResult, Failure, Fault } from '../../model/result.ts'
import { isFlaky } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { attemptsTold } from './attempts.ts'
import { placeOf } from './code-frame.ts'

/** How much of an expected or an actual value a line or a paragraph shows, in characters. */
const VALUE_LIMIT = 1_000

/** The shortest of three lengths: what a list says of a check. Empty when it passed. */
export function outcomeLine(check: CheckResult): string {
  const { outcome } = check
  switch (outcome.status) {
    case 'passed':
      return ''
    case 'failed': {
      const [first, ...more] = outcome.failures
      const rest = more.length === 0 ? '' : ` (and ${more.length} more)`
      return `${shorten(oneLine(first?.message ?? 'An expectation does not hold.'), VALUE_LIMIT)}${rest}`
    }
    case 'errored':
      return shorten(oneLine(outcome.fault.message), VALUE_LIMIT)
    case 'skipped':
      // Why nothing was ready or selected is the run's affair: told once, not with every check.
      return outcome.reason.because === 'not ready' || outcome.reason.because === 'not selected'
        ? outcome.reason.because
        : shorten(oneLine(outcome.reason.message), VALUE_LIMIT)
    case 'open':
      return shorten(oneLine(outcome.instruction), VALUE_LIMIT)
  }
}

/** The middle length: every expectation or the fault with its place, then what to do. Plain text of a few lines. */
export function outcomeParagraph(check: CheckResult): string {
  const { outcome } = check
  if (outcome.status === 'skipped') return shorten(oneLine(outcome.reason.message), VALUE_LIMIT)
  if (outcome.status !== 'failed' && outcome.status !== 'errored') return outcomeLine(check)
  const lines = outcome.status === 'failed' ? outcome.failures.flatMap(failureParagraph) : faultParagraph(outcome.fault)
  if (check.fix !== undefined) lines.push(`Fix: ${oneLine(check.fix)}`)
  return lines.join('\n')
}

/** What was expected, the matcher in words before the value where that says more: `200`, `at least 36`. */
export function expectedText(failure: Failure): string {
  const { matcher, expected } = failure
  // Of `exists` the value says it all: `a value`, `nothing`.
  const isSaid = ['', 'equals', 'exists', 'is absent'].includes(matcher)
  if (isSaid || expected.startsWith(matcher)) return expected
  return matcher.endsWith(expected) ? matcher : `${matcher} ${expected}`
}

/** Where an expectation comes from that the author has not written. The names of some kinds are plurals, of others verbs. */
export function byDefaultText(check: CheckResult): string {
  return `Every \`${check.kind}\` check expects this unless the checklist says otherwise.`
}

/** `failed`, `errored`; `warning (failed)` where a failure is only that; `flaky` and the number of attempts where they say something. */
export function outcomeWords(check: CheckResult): string {
  const { status } = check.outcome
  const bad = status === 'failed' || status === 'errored'
  const words = [bad && check.severity === 'warning' ? `warning (${status})` : status]
  if (isFlaky(check)) words.push('flaky')
  if (check.attempts.length > 1) words.push(attemptsTold(check))
  return words.filter(word => word !== 'passed').join(' · ')
}

/** Whether an instruction tells more than the name of its check; without a name it is the name. */
export function saysMore(instruction: string, check: CheckResult): boolean {
  const bare = (text: string): string => oneLine(text).replace(/[.!]$/, '')
  return bare(instruction) !== bare(check.name)
}

function failureParagraph(failure: Failure): string[] {
  return [
    shorten(oneLine(failure.message), VALUE_LIMIT),
    `  expected: ${shorten(oneLine(expectedText(failure)), VALUE_LIMIT)}`,
    `  actual:   ${shorten(oneLine(failure.actual), VALUE_LIMIT)}`,
    `  at ${placeOf(failure.location)}`,
  ]
}

/** What is known of a fault beside its message, by name. The code is the one that docs/errors.md lists, then what the system calls it. */
export function faultFacts({ endpoint, code, details }: Fault): readonly (readonly [name: string, value: string])[] {
  const { code: said, ...others } = details
  return [
    ...(endpoint === undefined ? [] : [['endpoint', endpoint] as const]),
    ['code', said === undefined ? code : `${code} (${said})`],
    ...Object.entries(others),
  ]
}

function faultParagraph(fault: Fault): string[] {
  const lines = [shorten(oneLine(fault.message), VALUE_LIMIT)]
  if (fault.endpoint !== undefined) lines.push(`  endpoint: ${oneLine(fault.endpoint)}`)
  for (const [name, value] of Object.entries(fault.details)) {
    lines.push(`  ${oneLine(name)}: ${shorten(oneLine(value), VALUE_LIMIT)}`)
  }
  lines.push(`  at ${placeOf(fault.location)} (${oneLine(fault.code)})`)
  if (fault.hint !== '') lines.push(`Hint: ${oneLine(fault.hint)}`)
  return lines
}

/** Whether a failure stands where the one before it does: what a kind expects by itself of several things does. */
export function isAtSamePlace({ location }: Failure, before: Failure | undefined): boolean {
  const other = before?.location
  return other !== undefined && other.line === location.line && other.column === location.column
}
