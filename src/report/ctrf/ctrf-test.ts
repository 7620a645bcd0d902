import type { Attempt, CheckResult, FinishedReport } from '../../model/result.ts'
import { isFlaky } from '../../model/verdict.ts'
import { attemptCount } from '../format/attempts.ts'
import { outcomeLine, outcomeParagraph } from '../format/failure.ts'
import type { PlacedCheck } from '../format/outline.ts'
import { isRed, type WholeRunFault } from '../format/whole-run.ts'

/** The fields of a CTRF test that are read again; what is undefined is left out of the document. */
export interface Test {
  readonly name: string
  readonly status: 'passed' | 'failed' | 'skipped' | 'other'
  readonly suite?: readonly string[] | undefined
  readonly flaky?: boolean | undefined
  readonly [field: string]: unknown
}

export function ctrfTest({ check, sections }: PlacedCheck, report: FinishedReport, runStart: number): Test {
  const { outcome } = check
  const start = startOf(check, runStart)
  const line = outcome.status === 'skipped' ? outcomeParagraph(check) : outcomeLine(check)
  const retried = !check.repeated && check.attempts.length > 1
  return {
    name: check.name === '' ? check.description : check.name,
    status: statusOf(check, report),
    duration: Math.round(check.durationMs),
    start,
    stop: start === undefined ? undefined : start + Math.round(check.durationMs),
    suite: sections.length === 0 ? undefined : sections,
    message: line === '' ? undefined : line,
    trace: outcome.status === 'failed' || outcome.status === 'errored' ? outcomeParagraph(check) : undefined,
    snippet: snippetOf(check),
    line: check.location.line,
    rawStatus: outcome.status,
    tags: check.tags.length === 0 ? undefined : check.tags,
    type: check.kind,
    filePath: check.location.file,
    retries: retried ? attemptCount(check) - 1 : undefined,
    retryAttempts: retried ? check.attempts.map(attempt => retryAttempt(attempt, runStart)) : undefined,
    // CTRF calls a test flaky when it passed in the end; `extra.flaky` knows the others as well.
    flaky: isFlaky(check) && outcome.status === 'passed' ? true : undefined,
    extra: checkExtra(check),
  }
}

export function testOfWholeRun(fault: WholeRunFault, file: string): Test {
  return {
    name: fault.name,
    status: 'failed',
    duration: 0,
    message: fault.message,
    trace: fault.text,
    rawStatus: fault.verdict,
    filePath: file,
  }
}

/** Everything that CTRF has no field for, of a check or a step of cleanup. */
export function checkExtra(check: CheckResult): object {
  const { outcome } = check
  return {
    key: check.key,
    id: check.id,
    kind: check.kind,
    description: check.description,
    severity: check.severity,
    fix: check.fix,
    location: check.location,
    startedAt: check.startedAt,
    offsetMs: check.offsetMs,
    flaky: isFlaky(check) ? true : undefined,
    repeated: check.repeated ? true : undefined,
    expectations: check.expectations,
    captured: check.captured.length === 0 ? undefined : check.captured,
    failures: outcome.status === 'failed' ? outcome.failures : undefined,
    fault: outcome.status === 'errored' ? outcome.fault : undefined,
    reason: outcome.status === 'skipped' ? outcome.reason : undefined,
    reproduce: outcome.status === 'failed' || outcome.status === 'errored' ? outcome.reproduce : undefined,
    attempts: check.attempts.length === 0 ? undefined : check.attempts,
    evidence: evidenceOf(check),
  }
}

function statusOf(check: CheckResult, report: FinishedReport): Test['status'] {
  if (isRed(check, report.run.failOn)) return 'failed'
  const { status } = check.outcome
  return status === 'passed' || status === 'skipped' ? status : 'other'
}

function startOf(check: CheckResult, runStart: number): number | undefined {
  return check.offsetMs === undefined ? undefined : runStart + Math.round(check.offsetMs)
}

function snippetOf({ outcome }: CheckResult): string | undefined {
  if (outcome.status === 'errored') return outcome.fault.location.lineText
  return outcome.status === 'failed' ? outcome.failures[0]?.location.lineText : undefined
}

function retryAttempt(attempt: Attempt, runStart: number): object {
  const start = runStart + Math.round(attempt.offsetMs)
  return {
    attempt: attempt.number,
    status: attempt.status === 'passed' ? 'passed' : 'failed',
    duration: Math.round(attempt.durationMs),
    message: attempt.message === '' ? undefined : attempt.message,
    start,
    stop: start + Math.round(attempt.durationMs),
  }
}

function evidenceOf({ outcome }: CheckResult): readonly object[] | undefined {
  if (outcome.status !== 'failed' && outcome.status !== 'errored') return undefined
  return outcome.evidence.length === 0 ? undefined : outcome.evidence
}
