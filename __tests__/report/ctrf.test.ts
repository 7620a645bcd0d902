import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { checksOf, verdictOf } from '../../src/model/verdict.ts'
import { renderCtrf } from '../../src/report/ctrf.ts'
import { at, attempts, check, errored, evidence, failed, failure, finished, open, section } from './builders.ts'
import { scenarios } from './scenarios.ts'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/ctrf.schema.json'), 'utf8'))
const validate = new Ajv({ allErrors: true }).compile(schema)

interface Ctrf {
  readonly results: {
    readonly summary: Readonly<Record<string, number>>
    readonly tests: readonly Readonly<Record<string, unknown>>[]
    readonly environment: Readonly<Record<string, unknown>>
    readonly extra: Readonly<Record<string, unknown>>
  }
}

const read = (report: (typeof scenarios)[string]): Ctrf => JSON.parse([...renderCtrf(report)].join(''))

describe.each(Object.entries(scenarios))('the CTRF report of %s', (_, report) => {
  const document = read(report)
  const { summary, tests } = document.results

  it('fulfils the schema', () => {
    validate(document)
    expect(validate.errors).toBeNull()
  })

  it('counts its tests', () => {
    const having = (status: string): number => tests.filter(test => test.status === status).length
    const counted = Object.fromEntries(['passed', 'failed', 'pending', 'skipped', 'other'].map(s => [s, having(s)]))
    expect(summary).toMatchObject({ tests: tests.length, ...counted })
    expect(summary.flaky).toBe(tests.filter(test => test.flaky === true).length)
  })

  it('is red exactly when the verdict is not passed', () => {
    expect((summary.failed ?? 0) > 0).toBe(verdictOf(report) !== 'passed')
    expect(document.results.environment.healthy).toBe(verdictOf(report) === 'passed')
  })

  it('has a test a check, in written order', () => {
    const names = report.report === 'finished' ? checksOf(report.run).map(placed => placed.check.name) : []
    expect(tests.slice(0, names.length).map(test => test.name)).toEqual(names)
    expect(tests.length - names.length).toBeLessThanOrEqual(1)
  })

  it('holds no character that acts on who prints it, and no null', () => {
    expect([...renderCtrf(report)].join('')).not.toMatch(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|: null/)
  })
})

describe('the schema of the test', () => {
  it.each([
    ['a status CTRF does not know', { name: 'a', status: 'errored', duration: 1 }],
    ['a suite that is no list', { name: 'a', status: 'passed', duration: 1, suite: 'A › B' }],
    ['a test without a name', { name: '', status: 'passed', duration: 1 }],
    ['a field CTRF does not know', { name: 'a', status: 'passed', duration: 1, severity: 'warning' }],
  ])('refuses %s', (_, test) => {
    const document = structuredClone(read(finished([check('a')])))
    expect(validate({ ...document, results: { ...document.results, tests: [test] } })).toBe(false)
  })
})

describe('a test', () => {
  const only = (one: Parameters<typeof finished>[0][number]): Readonly<Record<string, unknown>> =>
    read(finished([one])).results.tests[0] ?? {}

  it('names its sections from the outside in', () => {
    expect(only(section('A', [section('B', [check('c')])])).suite).toEqual(['A', 'B'])
    expect(only(check('c'))).not.toHaveProperty('suite')
  })

  it.each([
    ['passed', check('a'), 'passed'],
    ['failed', failed('a', []), 'failed'],
    ['errored', errored('a', { message: '' }), 'failed'],
    ['open', open('a', 'b'), 'other'],
    ['failed', failed('a', [], { severity: 'warning' }), 'other'],
  ])('whose outcome is %s keeps it as its raw status', (rawStatus, one, status) => {
    expect(only(one)).toMatchObject({ rawStatus, status })
  })

  it('has the line as message, the paragraph as trace, and where it stands', () => {
    const location = at(41, '  expect: { status: 200 }', 'status')
    const one = failed('a', [failure({ expected: '200', actual: '502', message: 'No.', location })], {
      location: at(40, '- name: a'),
      tags: ['smoke'],
      id: 'a',
      evidence: [evidence('Body', 'x')],
    })
    expect(only(one)).toMatchObject({
      message: 'No.',
      trace: 'No.\n  expected: 200\n  actual:   502\n  at checklist.yml:41:13',
      snippet: '  expect: { status: 200 }',
      filePath: 'checklist.yml',
      line: 40,
      tags: ['smoke'],
      extra: { id: 'a', key: 'checks.0', failures: [{ actual: '502' }], evidence: [{ title: 'Body', text: 'x' }] },
    })
  })

  it('counts retries of an attempt, and none of a repetition', () => {
    expect(only(check('a', { attempts: attempts(['no', '', 'no', '']) }))).toMatchObject({ retries: 3, flaky: true })
    const repeated = only(check('a', { attempts: attempts(['', '']), repeated: true }))
    expect(repeated).not.toHaveProperty('retries')
    expect(repeated).toMatchObject({ extra: { repeated: true, attempts: [{ number: 1 }, { number: 2 }] } })
  })

  it('that failed in the end is not flaky to CTRF, but to ours', () => {
    const one = only(failed('a', [], { attempts: attempts(['', 'no']) }))
    expect(one).not.toHaveProperty('flaky')
    expect(one).toMatchObject({ extra: { flaky: true } })
  })
})

it('tells the whole of the run under a shape that has a version', () => {
  const { extra } = read(scenarios['cleanup-failed'] ?? finished([])).results
  expect(extra).toMatchObject({
    shape: 'verify-deploy/1',
    verdict: 'passed',
    failOn: 'failure',
    run: { id: 'k3v9x2' },
    notices: [expect.stringContaining('not verified')],
    cleanup: [
      { of: 'Register a user', name: 'Delete the user', status: 'failed' },
      { status: 'passed' },
      { status: 'skipped' },
    ],
  })
})

it('keeps the diagnostics of an invalid checklist', () => {
  const { tests, extra } = read(scenarios['invalid-checklist'] ?? finished([])).results
  expect(tests).toMatchObject([{ name: 'The checklist is valid', status: 'failed', rawStatus: 'invalid' }])
  expect(extra).toMatchObject({ verdict: 'invalid', diagnostics: [{ code: 'unknown-key' }, {}, {}] })
})
