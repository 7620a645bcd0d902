import type { CheckResult, Failure, FinishedReport, RunResult } from '../../src/model/result.ts'
import { NO_EVENT } from '../run-facts.ts'

export const LOCATION = { file: 'checklist.yml', line: 2, column: 3, endLine: 2, endColumn: 8, lineText: '- name: x' }

/** A complete result from the few fields the test is about. */
export function checkResult(given: Partial<CheckResult> = {}): CheckResult {
  return {
    result: 'check',
    key: 'checks.0',
    name: 'A check',
    kind: 'request',
    description: 'GET /',
    tags: [],
    severity: 'failure',
    location: LOCATION,
    startedAt: '2026-01-14T04:30:00.000Z',
    offsetMs: 0,
    durationMs: 40,
    outcome: { status: 'passed' },
    repeated: false,
    attempts: [{ number: 1, offsetMs: 0, durationMs: 40, status: 'passed', message: '' }],
    expectations: 1,
    captured: [],
    ...given,
  }
}

export const FAILURE: Failure = {
  subject: 'status',
  matcher: 'equals',
  expected: '200',
  actual: '502',
  message: 'status is 502.',
  location: LOCATION,
  byDefault: false,
}

export function failed(given: Partial<CheckResult> = {}): CheckResult {
  return checkResult({ outcome: { status: 'failed', failures: [FAILURE], evidence: [] }, ...given })
}

export function errored(given: Partial<CheckResult> = {}): CheckResult {
  const fault = { code: 'x', message: 'The connection was refused.', hint: '', details: {}, location: LOCATION }
  return checkResult({ outcome: { status: 'errored', fault, evidence: [] }, ...given })
}

export function finishedReport(entries: readonly CheckResult[], given: Partial<RunResult> = {}): FinishedReport {
  return {
    report: 'finished',
    checklist: { name: 'Shop', file: 'checklist.yml' },
    diagnostics: [],
    run: {
      facts: { id: 'a1b2', startedAt: '2026-01-14T04:30:00.000Z', target: null, ...NO_EVENT },
      durationMs: 1_234.6,
      entries,
      cleanup: [],
      notices: [],
      failOn: 'failure',
      ...given,
    },
  }
}
