import type { DiagnosticReport } from '../model/diagnostic.ts'
import type { CheckResult, FinishedReport, Report } from '../model/result.ts'
import type { Location } from '../model/source.ts'
import { checksOf, isFlaky, verdictOf } from '../model/verdict.ts'
import { oneLine, shorten, visible } from '../model/visible.ts'
import { attemptMarks } from './format/attempts.ts'
import { outcomeParagraph, outcomeWords } from './format/failure.ts'
import { type PlacedCheck, pathOf, troublesOf } from './format/outline.ts'
import { type EvidenceShown, sentenceWithoutWholes, withoutWholes } from './format/public-run.ts'
import { isOfInput, verdictSentence } from './format/totals.ts'
import { isRed } from './format/whole-run.ts'

/** A remark at a line of the checklist. What GitHub takes: a title of 255 characters, a message of 4,096. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly location: Location
  readonly title: string
  readonly message: string
}

/** A check as it may be told. */
type Shown = (check: CheckResult) => CheckResult

const TITLE_LIMIT = 255
const MESSAGE_LIMIT = 4_096

/**
 * One annotation a fault, the most telling first, since GitHub shows only ten of a level: what is wrong with the
 * checklist, what failed, why the run ended early, warnings, what cleanup left behind, what is flaky. They are public,
 * so rows, logs and bodies stand in them only with `evidence: full`.
 */
export function annotationsOf(report: Report, evidence: EvidenceShown = 'limited'): readonly Annotation[] {
  const diagnostics = report.diagnostics.map(ofDiagnostic)
  const errors = diagnostics.filter(annotation => annotation.level === 'error')
  const remarks = diagnostics.filter(annotation => annotation.level !== 'error')
  if (report.report === 'invalid') return [...errors, ...remarks]
  const { run } = report
  const shown: Shown = evidence === 'full' ? check => check : withoutWholes
  const troubles = troublesOf(run).map(placed => ofTrouble(placed, report, shown))
  return [
    ...errors,
    ...troubles.filter(annotation => annotation.level === 'error'),
    ...ofRun(report, evidence),
    ...troubles.filter(annotation => annotation.level !== 'error'),
    ...ofCleanup(report, shown),
    ...remarks,
    ...checksOf(run)
      .filter(({ check }) => isFlaky(check) && check.outcome.status === 'passed')
      .map(ofFlaky),
  ]
}

function ofDiagnostic(diagnostic: DiagnosticReport): Annotation {
  const { severity, location, message, hint, code } = diagnostic
  const title = `${isOfInput(diagnostic) ? 'Input' : 'Checklist'}: ${code}`
  return annotation(severity, location, title, hint === '' ? message : `${message}\n${hint}`)
}

function ofTrouble(placed: PlacedCheck, { run }: FinishedReport, shown: Shown): Annotation {
  const { check } = placed
  const level = isRed(check, run.failOn) ? 'error' : 'warning'
  const told = outcomeParagraph(shown(check))
  return annotation(level, placeOfTrouble(placed), `${pathOf(placed)}: ${outcomeWords(check)}`, told)
}

function placeOfTrouble({ check }: PlacedCheck): Location {
  const { outcome } = check
  if (outcome.status === 'errored') return outcome.fault.location
  return (outcome.status === 'failed' ? outcome.failures[0]?.location : undefined) ?? check.location
}

/** The run's own trouble has no line of its own: it is said at the top of the checklist. */
function ofRun(report: FinishedReport, evidence: EvidenceShown): readonly Annotation[] {
  const { stopped } = report.run
  const nothingRan =
    verdictOf(report) === 'failed' && checksOf(report.run).every(({ check }) => check.attempts.length === 0)
  if (stopped === undefined && !nothingRan) return []
  const title = stopped === undefined ? 'Nothing ran' : `The run ended early: ${stopped.reason}`
  const top = { file: report.checklist.file, line: 1, column: 1, endLine: 1, endColumn: 1, lineText: '' }
  const sentence = evidence === 'full' ? verdictSentence(report) : sentenceWithoutWholes(report)
  return [annotation('error', top, title, sentence)]
}

function ofCleanup({ run }: FinishedReport, shown: Shown): readonly Annotation[] {
  return run.cleanup.flatMap(({ of, check }) => {
    const { status } = check.outcome
    if (status !== 'failed' && status !== 'errored') return []
    const title = `Cleanup of ${oneLine(of)}, ${oneLine(check.name)}: ${status}`
    return [annotation('warning', placeOfTrouble({ check, sections: [] }), title, outcomeParagraph(shown(check)))]
  })
}

function ofFlaky(placed: PlacedCheck): Annotation {
  const { check } = placed
  const message = `It passed in the end, but held and then did not: ${attemptMarks(check.attempts)}`
  return annotation('notice', check.location, `${pathOf(placed)}: flaky`, message)
}

function annotation(level: Annotation['level'], location: Location, title: string, message: string): Annotation {
  return {
    level,
    location,
    title: shorten(oneLine(title), TITLE_LIMIT),
    message: shorten(visible(message), MESSAGE_LIMIT),
  }
}
