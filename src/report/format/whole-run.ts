import type { CheckResult, FailOn, Report, Verdict } from '../../model/result.ts'
import { checksOf, standingOf, verdictOf } from '../../model/verdict.ts'
import { renderDiagnostics } from '../diagnostics-text.ts'
import { verdictSentence } from './totals.ts'

/** A test that no check stands for, so that a file of tests is red exactly when the verdict is not *passed*. */
export interface WholeRunFault {
  readonly name: string
  readonly verdict: Verdict
  readonly message: string
  readonly text: string
}

/**
 * What is wrong with the run as a whole where no check shows it: the checklist is invalid, the run was cancelled or
 * timed out before anything failed, or nothing ran. Readers of JUnit and CTRF count tests and know no verdict.
 */
export function wholeRunFault(report: Report): WholeRunFault | undefined {
  const verdict = verdictOf(report)
  if (verdict === 'passed') return undefined
  const message = verdictSentence(report)
  if (report.report === 'invalid') {
    const text = renderDiagnostics(report.diagnostics, { color: false })
    return { name: 'The checklist is valid', verdict, message, text }
  }
  const red = checksOf(report.run).some(({ check }) => isRed(check, report.run.failOn))
  return red ? undefined : { name: 'The run as a whole', verdict, message, text: message }
}

/** Whether a check makes the verdict *failed*. */
export function isRed(check: CheckResult, failOn: FailOn): boolean {
  const standing = standingOf(check)
  return standing === 'failed' || standing === 'errored' || (standing === 'warning' && failOn === 'warning')
}
