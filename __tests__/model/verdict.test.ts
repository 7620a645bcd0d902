import { describe, expect, it } from 'vitest'
import type { Attempt, CheckResult, FinishedReport, Outcome, RunResult } from '../../src/model/result.ts'
import { checksOf, isFlaky, mustFail, totalsOf, verdictOf } from '../../src/model/verdict.ts'
import { FACTS } from '../run-facts.ts'

const location = { file: 'c.yml', line: 1, column: 1, endLine: 1, endColumn: 2, lineText: 'x' }
const outcomes = {
  passed: { status: 'passed' },
  failed: { status: 'failed', failures: [], evidence: [] },
  errored: {
    status: 'errored',
    fault: { code: 'x', message: 'x', hint: '', details: {}, location },
    evidence: [],
  },
  skipped: { status: 'skipped', reason: { because: 'condition', message: 'no' } },
  open: { status: 'open', instruction: 'look' },
} as const satisfies Record<string, Outcome>

function check(status: keyof typeof outcomes, more: Partial<CheckResult> = {}): CheckResult {
  return {
    result: 'check',
    key: 'checks.0',
    name: 'a',
    kind: 'request',
    description: 'GET /',
    tags: [],
    severity: 'failure',
    location,
    durationMs: 1,
    outcome: outcomes[status],
    attempts: [],
    repeated: false,
    expectations: 1,
    captured: [],
    ...more,
  }
}

function blocked(more: Partial<CheckResult> = {}, isBlocked = true): CheckResult {
  const reason = { because: 'needs', message: 'It needs a.', check: 'a', blocked: isBlocked } as const
  return check('skipped', { outcome: { status: 'skipped', reason }, ...more })
}

function report(entries: CheckResult[], run: Partial<RunResult> = {}): FinishedReport {
  return {
    report: 'finished',
    checklist: { name: 'c', file: 'c.yml' },
    diagnostics: [],
    run: { facts: FACTS, durationMs: 1, entries, cleanup: [], notices: [], failOn: 'failure', ...run },
  }
}

describe('verdictOf', () => {
  const warning = check('failed', { severity: 'warning' })
  const table: [string, FinishedReport, string, boolean][] = [
    ['everything passed', report([check('passed')]), 'passed', false],
    ['one failed', report([check('passed'), check('failed')]), 'failed', true],
    ['one errored', report([check('passed'), check('errored')]), 'failed', true],
    ['nothing ran', report([check('skipped'), check('open')]), 'failed', true],
    ['there are no checks', report([]), 'failed', true],
    ['a warning failed', report([check('passed'), warning]), 'passed', false],
    ['a warning kept a check from running', report([warning, check('passed'), blocked()]), 'failed', true],
    [
      'a warning kept a warning from running',
      report([warning, check('passed'), blocked({ severity: 'warning' })]),
      'passed',
      false,
    ],
    ['a condition kept what is needed from running', report([check('passed'), blocked({}, false)]), 'passed', false],
    ['a warning failed and warnings count', report([check('passed'), warning], { failOn: 'warning' }), 'failed', true],
    ['one failed and nothing must fail', report([check('failed')], { failOn: 'never' }), 'failed', false],
    [
      'it was cancelled',
      report([check('passed')], { stopped: { reason: 'cancelled', message: '' } }),
      'cancelled',
      true,
    ],
    [
      'it was cancelled and nothing must fail',
      report([check('passed')], { failOn: 'never', stopped: { reason: 'cancelled', message: '' } }),
      'cancelled',
      true,
    ],
    ['time was out', report([check('passed')], { stopped: { reason: 'timeout', message: '' } }), 'failed', true],
  ]
  it.each(table)('when %s', (_when, given, verdict, fails) => {
    expect(verdictOf(given)).toBe(verdict)
    expect(mustFail(given)).toBe(fails)
  })

  it('is invalid for a checklist that could not be run', () => {
    const invalid = { report: 'invalid', checklist: { name: 'c', file: 'c.yml' }, diagnostics: [] } as const
    expect(verdictOf(invalid)).toBe('invalid')
    expect(mustFail(invalid)).toBe(true)
  })
})

describe('totals', () => {
  it('count each check once, warnings apart', () => {
    const { run } = report([check('passed'), check('failed'), check('errored', { severity: 'warning' }), check('open')])
    expect(totalsOf(run)).toEqual({
      total: 4,
      passed: 1,
      failed: 1,
      errored: 0,
      warnings: 1,
      skipped: 0,
      open: 1,
      flaky: 0,
    })
  })

  it('put the ready gate first and name the sections around a check', () => {
    const ready = {
      result: 'section',
      key: 'ready',
      name: 'Ready',
      location,
      entries: [check('passed', { name: 'up' })],
    } as const
    const { run } = report([check('passed', { name: 'later' })], { ready })
    expect(checksOf(run).map(({ check: { name }, sections }) => [...sections, name])).toEqual([
      ['Ready', 'up'],
      ['later'],
    ])
  })
})

describe('isFlaky', () => {
  const attempts = (...states: Attempt['status'][]): Attempt[] =>
    states.map((status, index) => ({ number: index + 1, offsetMs: 0, durationMs: 1, status, message: '' }))
  it.each([
    [['failed', 'passed'], false],
    [['passed', 'failed', 'passed'], true],
    [['passed', 'errored'], true],
    [['passed', 'passed'], false],
    [['failed', 'failed'], false],
  ] as const)('of %j is %s', (states, flaky) => {
    expect(isFlaky(check('passed', { attempts: attempts(...states) }))).toBe(flaky)
  })

  it('does not speak of repetitions', () => {
    expect(isFlaky(check('passed', { attempts: attempts('passed', 'failed'), repeated: true }))).toBe(false)
  })
})
