import type { CheckResult, EntryResult, Failure, Fault, FinishedReport, RunResult } from '../../model/result.ts'
import { checksOf } from '../../model/verdict.ts'
import { oneLine } from '../../model/visible.ts'
import { verdictSentence } from './totals.ts'

/**
 * What of a deployment's own text stands where strangers may read it: the single values that expectations are about, or
 * rows, logs and bodies as well.
 */
export type EvidenceShown = 'limited' | 'full'

/** Parts that are rows, logs or bodies as a whole. A value inside them that an author asked for is what the failure is about. */
const WHOLE = /^(?:(?:all|any|first|last)\.)?(?:body|json|`\.`|stdout|stderr|rows|row|events|messages)$/
/** One of them: a row, an event, a record of a list. As a single value it is what the failure is about. */
const ONE_OF = /^(?:(?:all|any|first|last)\.)?(?:(?:json|rows|events|messages)\[\d+\]|`\.\[\d+\]`)$/

/** A row stands in what PostgreSQL says of a violated constraint, `Failing row contains (7, Jane Doe, …)`. */
const ROW_DETAILS = ['detail', 'where']
/** What an engine wrote without a time when it was asked for a log: its own words, or lines of the log. */
const LOG_DETAILS = ['engine']

const ELSEWHERE = 'in the report'

/** A check without the rows, logs or bodies that a failure or a fault of it shows as a whole: what strangers may read. */
export function withoutWholes(check: CheckResult): CheckResult {
  const { outcome } = check
  if (outcome.status === 'errored') return { ...check, outcome: { ...outcome, fault: publicFault(outcome.fault) } }
  if (outcome.status !== 'failed') return check
  const failures = outcome.failures.map(failure =>
    isWhole(failure) ? { ...failure, actual: ELSEWHERE, message: withoutActual(failure) } : failure,
  )
  return { ...check, outcome: { ...outcome, failures } }
}

/** The sentence of the verdict likewise: a run that ended at its gate says why in the words of the check that failed there. */
export function sentenceWithoutWholes(report: FinishedReport): string {
  const failures = checksOf(report.run).flatMap(({ check: { outcome } }) =>
    outcome.status === 'failed' ? outcome.failures.filter(isWhole) : [],
  )
  return failures.reduce(
    (sentence, failure) => sentence.replaceAll(oneLine(failure.message), () => withoutActual(failure)),
    verdictSentence(report),
  )
}

/** A run as strangers may see it: no evidence from outside, no wholes, and of each attempt only how it ended. */
export function publicRun(run: RunResult): RunResult {
  const entries = run.entries.map(publicEntry)
  const cleanup = run.cleanup.map(({ of, check }) => ({ of, check: publicCheck(check) }))
  const { ready } = run
  if (ready === undefined) return { ...run, entries, cleanup }
  return { ...run, entries, cleanup, ready: { ...ready, entries: ready.entries.map(publicEntry) } }
}

function publicEntry(entry: EntryResult): EntryResult {
  return entry.result === 'check' ? publicCheck(entry) : { ...entry, entries: entry.entries.map(publicEntry) }
}

function publicCheck(check: CheckResult): CheckResult {
  const { outcome, ...rest } = withoutWholes(check)
  // The message of an attempt may quote a whole, and does not say of what it is.
  const attempts = check.attempts.map(attempt => ({ ...attempt, message: '' }))
  if (outcome.status !== 'failed' && outcome.status !== 'errored') return { ...rest, outcome, attempts }
  const evidence = outcome.evidence.filter(({ outside }) => !outside)
  return { ...rest, outcome: { ...outcome, evidence }, attempts }
}

/** That a whole is not there shows nothing of it. Seen text stands in quotes, so none is mistaken for this word. */
function isWhole({ subject, actual }: Failure): boolean {
  if (actual === 'absent') return false
  return WHOLE.test(subject) || (ONE_OF.test(subject) && /^[[{]/.test(actual))
}

function publicFault(fault: Fault): Fault {
  const hidden = fault.code.startsWith('log-') ? [...ROW_DETAILS, ...LOG_DETAILS] : ROW_DETAILS
  const details = Object.entries(fault.details).map(([name, text]) => [name, hidden.includes(name) ? ELSEWHERE : text])
  return { ...fault, details: Object.fromEntries(details) }
}

function withoutActual({ subject }: Failure): string {
  return `${subject} is not as expected.`
}
