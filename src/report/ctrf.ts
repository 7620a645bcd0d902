import type { Report, RunResult } from '../model/result.ts'
import { checksOf, totalsOf, verdictOf } from '../model/verdict.ts'
import { VERSION } from '../model/version.ts'
import { visibleJson } from '../model/visible.ts'
import { checkExtra, ctrfTest, type Test, testOfWholeRun } from './ctrf/ctrf-test.ts'
import { verdictSentence } from './format/totals.ts'
import { wholeRunFault } from './format/whole-run.ts'

/** The version of the CTRF specification this follows, see https://ctrf.io. */
const SPEC_VERSION = '1.0.0'

/**
 * The version of everything under `extra`, which is ours: fields are added, never redefined, else this is raised.
 * Absent fields are left out, never null.
 */
const SHAPE = 'verify-deploy/1'

/** Where the tests stand in the document: no text in it can hold a line break. */
const TESTS = '\n    "tests": [\n      null\n    ]'

/**
 * The report as CTRF: a test a check, red exactly when the verdict is not *passed*. A warning is `other`, unless the run
 * was told to fail on warnings; an open box is `other`. A test named for the whole run joins where no check is red.
 * It comes in pieces, a test each: thousands of tests are many times what the report itself takes.
 */
export function* renderCtrf(report: Report): Generator<string> {
  const startedAt = startOf(report)
  const document = indented({
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    generatedBy: `verify-deploy ${VERSION}`,
    results: {
      tool: { name: 'verify-deploy', version: VERSION },
      summary: summaryOf(report, startedAt),
      tests: [null],
      environment: environmentOf(report),
      extra: extraOf(report),
    },
  })
  const at = document.indexOf(TESTS)
  let lead = `${document.slice(0, at)}\n    "tests": [`
  let end = ']'
  for (const test of testsOf(report, startedAt)) {
    yield `${lead}\n      ${indented(test).replaceAll('\n', '\n      ')}`
    lead = ','
    end = '\n    ]'
  }
  yield `${lead === ',' ? '' : lead}${end}${document.slice(at + TESTS.length)}\n`
}

function indented(value: object): string {
  return visibleJson(JSON.stringify(value, undefined, 2))
}

function* testsOf(report: Report, startedAt: number): Generator<Test> {
  if (report.report === 'finished') {
    for (const placed of checksOf(report.run)) yield ctrfTest(placed, report, startedAt)
  }
  const fault = wholeRunFault(report)
  if (fault !== undefined) yield testOfWholeRun(fault, report.checklist.file)
}

/** Milliseconds since 1970, as CTRF demands; 0 where nothing was started. */
function startOf(report: Report): number {
  const start = report.report === 'finished' ? Date.parse(report.run.facts.startedAt) : Number.NaN
  return Number.isNaN(start) ? 0 : start
}

function summaryOf(report: Report, start: number): object {
  const counts = { tests: 0, passed: 0, failed: 0, pending: 0, skipped: 0, other: 0, flaky: 0 }
  const suites = new Set<string>()
  for (const { status, flaky, suite } of testsOf(report, start)) {
    counts.tests += 1
    counts[status] += 1
    if (flaky === true) counts.flaky += 1
    if (suite !== undefined) suites.add(JSON.stringify(suite))
  }
  const duration = report.report === 'finished' ? Math.round(report.run.durationMs) : 0
  return { ...counts, suites: suites.size, start, stop: start + duration, duration }
}

function environmentOf(report: Report): object {
  const healthy = verdictOf(report) === 'passed'
  if (report.report === 'invalid') return { reportName: report.checklist.name, healthy }
  const { facts } = report.run
  const number = Number(facts.number ?? Number.NaN)
  return {
    reportName: report.checklist.name,
    buildNumber: Number.isSafeInteger(number) ? number : undefined,
    buildUrl: facts.url ?? undefined,
    repositoryName: facts.repository ?? undefined,
    commit: facts.sha ?? undefined,
    branchName: facts.ref ?? undefined,
    testEnvironment: facts.target ?? undefined,
    healthy,
  }
}

function extraOf(report: Report): object {
  return {
    shape: SHAPE,
    verdict: verdictOf(report),
    message: verdictSentence(report),
    checklist: report.checklist,
    diagnostics: report.diagnostics.length === 0 ? undefined : report.diagnostics,
    ...(report.report === 'finished' ? runExtra(report.run) : {}),
  }
}

function runExtra(run: RunResult): object {
  const facts = Object.entries(run.facts).filter(([, value]) => value !== null)
  return {
    totals: totalsOf(run),
    failOn: run.failOn,
    run: Object.fromEntries(facts),
    ready: run.ready?.rounds,
    stopped: run.stopped,
    notices: run.notices.length === 0 ? undefined : run.notices,
    cleanup:
      run.cleanup.length === 0
        ? undefined
        : run.cleanup.map(({ of, check }) => ({
            of,
            name: check.name,
            status: check.outcome.status,
            ...checkExtra(check),
          })),
  }
}
