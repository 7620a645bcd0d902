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

/**
 * The report as CTRF: a test a check, red exactly when the verdict is not *passed*. A warning is `other`, unless the run
 * was told to fail on warnings; an open box is `other`. A test named for the whole run joins where no check is red.
 */
export function renderCtrf(report: Report): string {
  const startedAt = startOf(report)
  const fault = wholeRunFault(report)
  const tests: readonly Test[] = [
    ...(report.report === 'finished' ? checksOf(report.run).map(placed => ctrfTest(placed, report, startedAt)) : []),
    ...(fault === undefined ? [] : [testOfWholeRun(fault, report.checklist.file)]),
  ]
  const document = {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    generatedBy: `verify-deploy ${VERSION}`,
    results: {
      tool: { name: 'verify-deploy', version: VERSION },
      summary: summaryOf(tests, startedAt, report.report === 'finished' ? report.run.durationMs : 0),
      tests,
      environment: environmentOf(report),
      extra: extraOf(report),
    },
  }
  return `${visibleJson(JSON.stringify(document, undefined, 2))}\n`
}

/** Milliseconds since 1970, as CTRF demands; 0 where nothing was started. */
function startOf(report: Report): number {
  const start = report.report === 'finished' ? Date.parse(report.run.facts.startedAt) : Number.NaN
  return Number.isNaN(start) ? 0 : start
}

function summaryOf(tests: readonly Test[], start: number, durationMs: number): object {
  const having = (status: Test['status']): number => tests.filter(test => test.status === status).length
  return {
    tests: tests.length,
    passed: having('passed'),
    failed: having('failed'),
    pending: 0,
    skipped: having('skipped'),
    other: having('other'),
    flaky: tests.filter(test => test.flaky === true).length,
    suites: new Set(tests.flatMap(test => (test.suite === undefined ? [] : [JSON.stringify(test.suite)]))).size,
    start,
    stop: start + Math.round(durationMs),
    duration: Math.round(durationMs),
  }
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
