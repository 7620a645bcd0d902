import { describe, expect, it } from 'vitest'
import { attemptLines, attemptMarks } from '../../../src/report/format/attempts.ts'
import {
  expectedText,
  faultFacts,
  outcomeLine,
  outcomeParagraph,
  outcomeWords,
} from '../../../src/report/format/failure.ts'
import { failureBlock } from '../../../src/report/format/failure-block.ts'
import { plain } from '../../../src/report/format/paint.ts'
import { at, attempts, check, errored, evidence, failed, failure, open, skipped } from '../builders.ts'

const location = at(41, '  expect: { status: 200 }', 'status: 200')
const status = failure({ expected: '200', actual: '502', message: 'The status is 502, expected 200.', location })
const look = { paint: plain, width: 80, evidenceLines: 2 }

describe('outcomeLine', () => {
  it.each([
    [check('a'), ''],
    [failed('a', [status]), 'The status is 502, expected 200.'],
    [failed('a', [status, status, status]), 'The status is 502, expected 200. (and 2 more)'],
    [failed('a', [failure({ expected: '1', actual: '2', message: 'two\nlines\u001b[0m' })]), 'two lines\\x1b[0m'],
    [errored('a', { message: 'Refused.' }), 'Refused.'],
    [skipped('a', { because: 'condition', message: 'its condition is false' }), 'its condition is false'],
    [skipped('a', { because: 'not ready', message: 'The deployment was not ready after 3 m.' }), 'not ready'],
    [open('a', 'Look.'), 'Look.'],
  ])('tells in a line how %j ended', (one, line) => {
    expect(outcomeLine(one)).toBe(line)
  })
})

describe('faultFacts', () => {
  it('names the code by which the fault is looked up, and what the system calls it', () => {
    const fault = { code: 'connection-refused', message: 'Refused.', hint: '', location }
    const details = { code: 'ECONNREFUSED', addresses: '127.0.0.1' }
    expect(faultFacts({ ...fault, endpoint: 'a:1', details })).toEqual([
      ['endpoint', 'a:1'],
      ['code', 'connection-refused (ECONNREFUSED)'],
      ['addresses', '127.0.0.1'],
    ])
    expect(faultFacts({ ...fault, details: {} })).toEqual([['code', 'connection-refused']])
  })
})

describe('outcomeParagraph', () => {
  it('tells each expectation with its place, and the fix', () => {
    expect(outcomeParagraph(failed('a', [status, { ...status, matcher: 'one of' }], { fix: 'Restart.' }))).toBe(
      [
        'The status is 502, expected 200.',
        '  expected: 200',
        '  actual:   502',
        '  at checklist.yml:41:13',
        'The status is 502, expected 200.',
        '  expected: one of 200',
        '  actual:   502',
        '  at checklist.yml:41:13',
        'Fix: Restart.',
      ].join('\n'),
    )
  })

  it('tells a fault with what the server said', () => {
    const fault = { message: 'No.', hint: 'Try.', endpoint: 'tcp://a:1', details: { sqlstate: '42P01' }, location }
    expect(outcomeParagraph(errored('a', fault))).toBe(
      'No.\n  endpoint: tcp://a:1\n  sqlstate: 42P01\n  at checklist.yml:41:13 (connection-refused)\nHint: Try.',
    )
  })
})

describe('expectedText', () => {
  it.each([
    ['equals', '200', '200'],
    ['', '200', '200'],
    ['at least', '36', 'at least 36'],
    ['at least', 'at least 36', 'at least 36'],
    ['yields true', 'true', 'yields true'],
    ['exists', 'a value', 'a value'],
    ['is absent', 'nothing', 'nothing'],
  ])('of the matcher %j and %j is %j', (matcher, expected, text) => {
    expect(expectedText(failure({ matcher, expected, actual: '' }))).toBe(text)
  })
})

describe('outcomeWords', () => {
  it.each([
    [check('a'), ''],
    [failed('a', [status]), 'failed'],
    [failed('a', [status], { severity: 'warning' }), 'warning (failed)'],
    [errored('a', { message: '' }, { severity: 'warning' }), 'warning (errored)'],
    [check('a', { attempts: attempts(['x', '']) }), '2 attempts'],
    [check('a', { attempts: attempts(['', 'x', '']) }), 'flaky · 3 attempts'],
    [check('a', { attempts: attempts(['', 'x']), repeated: true }), '2 observations'],
  ])('of a check are as they should be', (one, words) => {
    expect(outcomeWords(one)).toBe(words)
  })
})

describe('attemptLines', () => {
  it.each([
    ['one attempt', check('a'), []],
    [
      'attempts that ended alike',
      check('a', { offsetMs: 0, attempts: attempts(['no', 'no', 'no', '']) }),
      ['4 attempts', '  1–3      +0 ms  failed  no', '    4     +3.1 s  passed'],
    ],
    [
      'observations',
      check('a', { offsetMs: 0, repeated: true, attempts: attempts(['', 'no', '']) }),
      ['3 observations, those that do not hold', '  2     +1.0 s  failed  no'],
    ],
    ['observations that all hold', check('a', { repeated: true, attempts: attempts(['', '']) }), ['2 observations']],
  ])('tells %s', (_, one, lines) => {
    expect(attemptLines(one)).toEqual(lines)
  })

  it('does not speak for attempts that were not kept', () => {
    const kept = attempts(['no', 'no', 'no']).map((attempt, index) => ({
      ...attempt,
      number: index === 0 ? 1 : index + 900,
    }))
    const lines = attemptLines(check('a', { offsetMs: 0, attempts: kept }))
    expect(lines.map(line => line.trim().split(/ {2,}/)[0])).toEqual(['902 attempts', '1', '901–902'])
  })

  it('shows the last of many', () => {
    const [title, ...lines] = attemptLines(
      check('a', { attempts: attempts(Array.from({ length: 99 }, (_, n) => `no ${n}`)) }),
    )
    expect(title).toBe('99 attempts, the last of them')
    expect(lines).toHaveLength(8)
    expect(lines.at(-1)).toContain('no 98')
  })
})

it('draws attempts as marks, of many the last twenty', () => {
  expect(attemptMarks(attempts(['x', '']))).toBe('✗ ✓')
  expect(attemptMarks(attempts(Array.from({ length: 30 }, () => '')))).toBe(`… ${'✓ '.repeat(20).trim()}`)
})

describe('failureBlock', () => {
  it('is empty for what did not fail', () => {
    expect(failureBlock(check('a'), look)).toEqual([])
  })

  it('tells the place once of several failures that stand there', () => {
    const one = failed('a', [
      { ...status, byDefault: true },
      { ...status, byDefault: true, message: 'Another.' },
    ])
    expect(failureBlock(one, look).slice(6)).toEqual([
      'Every `request` check expects this unless the checklist says otherwise.',
      '',
      'Another.',
      'expected   200',
      'actual     502',
    ])
  })

  it('tells everything, evidence cut to its lines behind a bar', () => {
    const one = failed('a', [{ ...status, byDefault: true }], {
      fix: 'Restart.',
      evidence: [evidence('Body', 'one\r\n\ttwo\nthree\u001b[0m')],
      reproduce: 'curl x',
      attempts: attempts(['no', 'no']),
      offsetMs: 0,
    })
    expect(failureBlock(one, look)).toEqual([
      'The status is 502, expected 200.',
      '   checklist.yml:41:13',
      '41 │ expect: { status: 200 }',
      '   │           ^^^^^^^^^^^',
      'expected   200',
      'actual     502',
      'Every `request` check expects this unless the checklist says otherwise.',
      '',
      '2 attempts',
      '  1–2      +0 ms  failed  no',
      '',
      'fix        Restart.',
      'reproduce  curl x',
      '',
      'Body (first 2 of 3 lines)',
      '│ one',
      '│   two',
    ])
  })
})
