import type { DiagnosticReport } from '../../model/diagnostic.ts'
import type { FinishedReport, InvalidReport, Report } from '../../model/result.ts'
import { countBlocked, countUndone, type Totals, totalsOf, verdictOf } from '../../model/verdict.ts'
import { oneLine } from '../../model/visible.ts'

/** `1 check`, `2 checks`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`
}

/** `14 checks: 10 passed, 2 failed, 1 errored, 1 open, 1 flaky`; what did not occur is left out. */
export function totalsSentence(totals: Totals): string {
  const parts = [
    [totals.passed, 'passed'],
    [totals.failed, 'failed'],
    [totals.errored, 'errored'],
    [totals.warnings, totals.warnings === 1 ? 'warning' : 'warnings'],
    [totals.skipped, 'skipped'],
    [totals.open, 'open'],
    [totals.flaky, 'flaky'],
  ] as const
  const told = parts.filter(([amount]) => amount > 0).map(([amount, word]) => `${amount} ${word}`)
  return [count(totals.total, 'check'), told.join(', ')].filter(part => part !== '').join(': ')
}

/** The answer in one sentence, with the reason where the totals alone do not give it. */
export function verdictSentence(report: Report): string {
  return report.report === 'invalid' ? invalidSentence(report) : finishedSentence(report)
}

/** The sentence where it says something that the totals do not; empty where they say it all. */
export function verdictRemark(report: Report): string {
  if (report.report === 'invalid') return invalidSentence(report)
  const { run } = report
  const { passed, failed, errored, warnings, open } = totalsOf(run)
  const told = failed + errored > 0 || countBlocked(run) === 0
  const plain = run.stopped === undefined && run.failOn === 'failure' && open === 0 && told
  return plain && passed + failed + errored + warnings > 0 ? '' : finishedSentence(report)
}

function invalidSentence(report: InvalidReport): string {
  const errors = report.diagnostics.filter(diagnostic => diagnostic.severity === 'error')
  if (errors.length === 0) return 'The checklist could not be read. Nothing was sent.'
  const holder = errors.every(isOfInput) ? 'The inputs have' : 'The checklist has'
  return `${holder} ${count(errors.length, 'error')}. Nothing was sent.`
}

/** Whether the workflow is to be mended and not the checklist. */
export function isOfInput({ code }: DiagnosticReport): boolean {
  return code === 'invalid-input' || code === 'unknown-input'
}

function finishedSentence(report: FinishedReport): string {
  const { run } = report
  const totals = totalsOf(run)
  const sentences = [outcomeSentence(report, totals)]
  if (run.stopped !== undefined && run.stopped.reason !== 'cancelled') sentences.push(oneLine(run.stopped.message))
  const undone = countUndone(run)
  if (undone > 0) sentences.push(`${count(undone, 'step')} of cleanup failed.`)
  if (totals.open > 0) sentences.push(`${count(totals.open, 'box is', 'boxes are')} left for a person to tick.`)
  if (run.failOn === 'never' && verdictOf(report) === 'failed')
    sentences.push('It is only reported: `fail-on` is `never`.')
  return sentences.join(' ')
}

function outcomeSentence({ run }: FinishedReport, totals: Totals): string {
  const ran = totals.passed + totals.failed + totals.errored + totals.warnings
  if (run.stopped?.reason === 'cancelled') {
    return `${oneLine(run.stopped.message)} ${ran} of ${count(totals.total, 'check')} had ended.`
  }
  if (ran === 0) return 'Nothing ran, so nothing is verified.'
  const { warnings } = totals
  const warned = warnings === 0 ? '' : ` There ${warnings === 1 ? 'is 1 warning' : `are ${warnings} warnings`}.`
  const bad = totals.failed + totals.errored
  if (bad > 0) return `${troubles(totals)}.${warned}`
  const blocked = countBlocked(run)
  if (blocked > 0) {
    return `${count(blocked, 'check')} could not run, because something ${blocked === 1 ? 'it needs' : 'they need'} ended in a warning.${warned}`
  }
  if (totals.warnings > 0 && run.failOn === 'warning') {
    return `${count(totals.warnings, 'warning counts', 'warnings count')} as failed: \`fail-on\` is \`warning\`.`
  }
  if (run.stopped !== undefined) return `The run ended early: ${ran} of ${count(totals.total, 'check')} ran.`
  if (totals.warnings > 0) return `Nothing failed, with ${count(totals.warnings, 'warning')}.`
  if (totals.passed === 1) return totals.total === 1 ? 'The check passed.' : 'The one check that ran passed.'
  return totals.passed === totals.total ? `All ${ran} checks passed.` : `All ${ran} checks that ran passed.`
}

function troubles(totals: Totals): string {
  const of = `of ${count(totals.total, 'check')}`
  if (totals.errored === 0) return `${totals.failed} ${of} failed`
  const errored = 'could not be carried out'
  return totals.failed === 0
    ? `${totals.errored} ${of} ${errored}`
    : `${totals.failed} ${of} failed and ${totals.errored} ${errored}`
}
