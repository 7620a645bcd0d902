import type { CheckResult, FinishedReport, Report } from '../model/result.ts'
import { isFlaky, standingOf } from '../model/verdict.ts'
import { oneLine } from '../model/visible.ts'
import { attemptMarks } from './format/attempts.ts'
import { outcomeLine, outcomeParagraph, outcomeWords } from './format/failure.ts'
import { failureBlock } from './format/failure-block.ts'
import { elapsedOf, type PlacedCheck, placedIn, topEntries } from './format/outline.ts'
import { plain } from './format/paint.ts'
import { isRed, type WholeRunFault, wholeRunFault } from './format/whole-run.ts'
import { element, escapeXml } from './format/xml.ts'

interface Case {
  readonly state: 'passed' | 'failure' | 'error' | 'skipped'
  readonly xml: string
}

interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
  readonly elapsedMs: number
  readonly output: string
}

const EVIDENCE_LINES = 200

/**
 * The report as JUnit XML in the form Jenkins, GitLab and most readers take: a suite for each top section, a test case a
 * check, red exactly when the verdict is not *passed*. JUnit has no warnings and no open boxes: they are `skipped` with
 * their type and a message. A case has no place for a file and a line, so these stand in its text.
 */
export function renderJunit(report: Report): string {
  const suites = report.report === 'finished' ? suitesOf(report) : []
  const fault = wholeRunFault(report)
  if (fault !== undefined) suites.push(suiteOfWholeRun(fault, report))
  const cases = suites.flatMap(suite => suite.cases)
  const elapsedMs = report.report === 'finished' ? report.run.durationMs : 0
  // `testsuites` has no attribute for what was skipped.
  const { skipped: _, ...counts } = countsOf(cases)
  const body = suites.map(suite => suiteXml(suite, report)).join('\n')
  const root = element('testsuites', { name: nameOf(report), ...counts, time: seconds(elapsedMs) }, `\n${body}\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function suitesOf(report: FinishedReport): Suite[] {
  const { run } = report
  const unlike = unlikeNames()
  const entries = topEntries(run)
  const sections = entries.filter(entry => entry.result === 'section')
  const loose = placedIn(entries.filter(entry => entry.result === 'check'))
  const suites = [
    ...sections.map(section => suiteOf(section.name, placedIn([section]), { report, unlike })),
    ...(loose.length === 0 ? [] : [suiteOf(nameOf(report), loose, { report, unlike })]),
  ]
  return run.cleanup.length === 0 ? suites : [...suites, cleanupSuite(report)]
}

interface Around {
  readonly report: FinishedReport
  readonly unlike: (classname: string, name: string) => string
}

/** Of two cases with the same names GitLab shows the first only, and another check may be the one that failed. */
function unlikeNames(): Around['unlike'] {
  /** Of each name there was, the number that the next one like it may have. */
  const next = new Map<string, number>()
  return (classname, name) => {
    let number = next.get(`${classname}\n${name}`) ?? 1
    const numbered = (): string => (number === 1 ? name : `${name} (${number})`)
    while (next.has(`${classname}\n${numbered()}`)) number += 1
    const unlike = numbered()
    next.set(`${classname}\n${unlike}`, 2)
    next.set(`${classname}\n${name}`, number + 1)
    return unlike
  }
}

function suiteOf(name: string, checks: readonly PlacedCheck[], around: Around): Suite {
  return {
    name: oneLine(name),
    cases: checks.map(placed => caseOf(placed, around)),
    elapsedMs: elapsedOf(checks.map(({ check }) => check)) ?? 0,
    output: '',
  }
}

/** Cleanup does not change the verdict, so its steps are told and not counted. */
function cleanupSuite({ run }: FinishedReport): Suite {
  const lines = run.cleanup.flatMap(({ of, check }) => {
    const line = outcomeLine(check)
    const told = line === '' ? '' : `: ${line}`
    return [`${check.outcome.status}: ${oneLine(check.name)} (of ${oneLine(of)})${told}`, ...blockOf(check)]
  })
  const elapsedMs = elapsedOf(run.cleanup.map(({ check }) => check)) ?? 0
  return { name: 'Cleanup', cases: [], elapsedMs, output: lines.join('\n') }
}

function suiteOfWholeRun(fault: WholeRunFault, report: Report): Suite {
  const text = element('error', { message: fault.message, type: fault.verdict }, escapeXml(fault.text))
  const xml = element('testcase', { name: fault.name, classname: nameOf(report), time: seconds(0) }, text)
  return { name: nameOf(report), cases: [{ state: 'error', xml }], elapsedMs: 0, output: '' }
}

function suiteXml(suite: Suite, report: Report): string {
  const attributes = {
    name: suite.name,
    ...countsOf(suite.cases),
    time: seconds(suite.elapsedMs),
    timestamp: report.report === 'finished' ? report.run.facts.startedAt : undefined,
    file: report.checklist.file,
  }
  const output = suite.output === '' ? [] : [element('system-out', {}, escapeXml(suite.output))]
  const children = [...propertiesOf(report), ...suite.cases.map(({ xml }) => xml), ...output]
  return element('testsuite', attributes, `\n${children.join('\n')}\n`)
}

function propertiesOf(report: Report): readonly string[] {
  if (report.report === 'invalid') return []
  const properties = Object.entries(report.run.facts).flatMap(([name, value]) =>
    value === null ? [] : [element('property', { name: `run.${name}`, value })],
  )
  return [element('properties', {}, properties.join(''))]
}

function caseOf({ check, sections }: PlacedCheck, { report, unlike }: Around): Case {
  const classname = sections.map(oneLine).join(' › ') || nameOf(report)
  const attributes = {
    name: unlike(classname, oneLine(check.name) || oneLine(check.description)),
    classname,
    time: seconds(check.durationMs),
  }
  const { state, content } = contentOf(check, report)
  const output = outputOf(check)
  const told = output === '' ? '' : element('system-out', {}, escapeXml(output))
  return { state, xml: element('testcase', attributes, `${content}${told}`) }
}

function contentOf(check: CheckResult, report: FinishedReport): { state: Case['state']; content: string } {
  const { outcome } = check
  const message = outcome.status === 'skipped' ? outcomeParagraph(check) : outcomeLine(check)
  if (outcome.status === 'passed') return { state: 'passed', content: '' }
  if (isRed(check, report.run.failOn)) {
    const [state, type] =
      outcome.status === 'errored'
        ? (['error', outcome.fault.code] as const)
        : (['failure', outcome.status === 'failed' ? outcome.failures[0]?.subject : undefined] as const)
    return { state, content: element(state, { message, type }, escapeXml(blockOf(check).join('\n'))) }
  }
  const type = outcome.status === 'skipped' ? outcome.reason.because : standingOf(check)
  const told = type === 'warning' ? `Warning, ${outcome.status}: ${message}` : message
  return {
    state: 'skipped',
    content: element('skipped', { message: told, type }, escapeXml(blockOf(check).join('\n'))),
  }
}

function blockOf(check: CheckResult): readonly string[] {
  return failureBlock(check, { paint: plain, width: 120, evidenceLines: EVIDENCE_LINES })
}

/** How it came about that a check passed: a green that needed several attempts is worth a word. */
function outputOf(check: CheckResult): string {
  if (check.outcome.status !== 'passed' || check.attempts.length < 2) return ''
  return `${outcomeWords(check)}${isFlaky(check) ? `: ${attemptMarks(check.attempts)}` : ''}`
}

function countsOf(cases: readonly Case[]): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>> {
  const having = (state: Case['state']): number => cases.filter(one => one.state === state).length
  return { tests: cases.length, failures: having('failure'), errors: having('error'), skipped: having('skipped') }
}

function nameOf(report: Report): string {
  return oneLine(report.checklist.name) || oneLine(report.checklist.file)
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3)
}
