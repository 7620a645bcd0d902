import type { CheckResult, EntryResult, Report, RunResult, Verdict } from './result.ts'

export interface Totals {
  readonly total: number
  readonly passed: number
  readonly failed: number
  readonly errored: number
  /** Failed or errored checks of severity warning; they are not counted under failed and errored. */
  readonly warnings: number
  readonly skipped: number
  readonly open: number
  /** Passed or failed checks that held once and not the next time before they settled. Counted above as well. */
  readonly flaky: number
}

/** All checks of a run in written order, the ready gate's first, each with the names of the sections around it. */
export function checksOf(
  run: RunResult,
): readonly { readonly check: CheckResult; readonly sections: readonly string[] }[] {
  const found: { check: CheckResult; sections: readonly string[] }[] = []
  const visit = (entries: readonly EntryResult[], sections: readonly string[]): void => {
    for (const entry of entries) {
      if (entry.result === 'check') found.push({ check: entry, sections })
      else visit(entry.entries, [...sections, entry.name])
    }
  }
  visit(run.ready === undefined ? [] : [run.ready], [])
  visit(run.entries, [])
  return found
}

/** What a check counts as: its outcome, or `warning` where a failure is only that. */
export function standingOf(check: CheckResult): CheckResult['outcome']['status'] | 'warning' {
  const { status } = check.outcome
  return (status === 'failed' || status === 'errored') && check.severity === 'warning' ? 'warning' : status
}

/** It could not run, because something that it needs failed or could not be found out: nobody knows what it would have said. */
export function isBlockedCheck({ outcome }: CheckResult): boolean {
  return outcome.status === 'skipped' && outcome.reason.because === 'needs' && outcome.reason.blocked
}

/** How many checks of severity failure could not run, because something that they need failed or could not be found out. */
export function countBlocked(run: RunResult): number {
  return checksOf(run).filter(({ check }) => check.severity === 'failure' && isBlockedCheck(check)).length
}

/** How many steps of cleanup failed or could not be carried out, which no verdict tells. */
export function countUndone({ cleanup }: RunResult): number {
  return cleanup.filter(({ check: { outcome } }) => outcome.status === 'failed' || outcome.status === 'errored').length
}

/** An attempt held and a later one did not, before it settled. Not for `repeat`, whose attempts are observations. */
export function isFlaky(check: CheckResult): boolean {
  if (check.repeated) return false
  const firstHeld = check.attempts.findIndex(attempt => attempt.status === 'passed')
  return firstHeld !== -1 && check.attempts.slice(firstHeld).some(attempt => attempt.status !== 'passed')
}

export function totalsOf(run: RunResult): Totals {
  const totals = { total: 0, passed: 0, failed: 0, errored: 0, warnings: 0, skipped: 0, open: 0, flaky: 0 }
  for (const { check } of checksOf(run)) {
    const standing = standingOf(check)
    totals.total += 1
    totals[standing === 'warning' ? 'warnings' : standing] += 1
    if (isFlaky(check)) totals.flaky += 1
  }
  return totals
}

/**
 * The one answer. A run in which nothing ran has failed, and so has one in which a warning kept a check of severity
 * failure from running: what is not known is not passed.
 * `fail-on: never` does not change it, only what it leads to.
 */
export function verdictOf(report: Report): Verdict {
  if (report.report === 'invalid') return 'invalid'
  const { run } = report
  if (run.stopped?.reason === 'cancelled') return 'cancelled'
  const { passed, failed, errored, warnings } = totalsOf(run)
  const nothingRan = passed + failed + errored + warnings === 0
  if (nothingRan || run.stopped !== undefined || failed + errored > 0 || countBlocked(run) > 0) return 'failed'
  return run.failOn === 'warning' && warnings > 0 ? 'failed' : 'passed'
}

/** Whether the step or the process must fail: on every verdict but passed, unless `fail-on: never` lets a failed one through. */
export function mustFail(report: Report): boolean {
  const verdict = verdictOf(report)
  const letThrough = verdict === 'failed' && report.report === 'finished' && report.run.failOn === 'never'
  return verdict !== 'passed' && !letThrough
}
