import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/model/result.ts'
import { totalsSentence, verdictRemark, verdictSentence } from '../../../src/report/format/totals.ts'
import { check, cleanupOf, diagnostic, errored, failed, finished, invalid, open, skipped } from '../builders.ts'
import { scenarios } from '../scenarios.ts'

const none = { total: 0, passed: 0, failed: 0, errored: 0, warnings: 0, skipped: 0, open: 0, flaky: 0 }
const warning = failed('w', [], { severity: 'warning' })
const skip = skipped('s', { because: 'condition', message: 'no' })
const fault = errored('e', { message: 'no' })

describe('totalsSentence', () => {
  it.each([
    [none, '0 checks'],
    [{ ...none, total: 1, passed: 1 }, '1 check: 1 passed'],
    [
      { total: 28, passed: 1, failed: 2, errored: 3, warnings: 4, skipped: 5, open: 6, flaky: 7 },
      '28 checks: 1 passed, 2 failed, 3 errored, 4 warnings, 5 skipped, 6 open, 7 flaky',
    ],
    [{ ...none, total: 1, warnings: 1 }, '1 check: 1 warning'],
  ])('tells %j', (totals, sentence) => {
    expect(totalsSentence(totals)).toBe(sentence)
  })
})

describe('verdictSentence', () => {
  const timeout = { reason: 'timeout', message: 'The time of 15 m 00 s is over.' } as const
  it.each<[string, Report]>([
    ['The check passed.', finished([check('a')])],
    ['All 2 checks passed.', finished([check('a'), check('b')])],
    ['The one check that ran passed.', finished([check('a'), skip])],
    ['All 2 checks that ran passed.', finished([check('a'), check('b'), skip])],
    [
      'All 2 checks that ran passed. 1 box is left for a person to tick.',
      finished([check('a'), check('b'), open('c', 'c')]),
    ],
    ['Nothing failed, with 2 warnings.', finished([check('a'), warning, warning])],
    ['2 warnings count as failed: `fail-on` is `warning`.', finished([warning, warning], { failOn: 'warning' })],
    ['1 of 2 checks failed.', finished([check('a'), failed('b', [])])],
    ['1 of 1 check could not be carried out.', finished([fault])],
    [
      '1 of 3 checks failed and 1 could not be carried out. There is 1 warning.',
      finished([fault, failed('b', []), warning]),
    ],
    ['1 of 3 checks failed. There are 2 warnings.', finished([failed('b', []), warning, warning])],
    [
      'The check passed. 2 steps of cleanup failed.',
      finished([check('a')], {
        cleanup: [cleanupOf('a', failed('b', [])), cleanupOf('a', fault), cleanupOf('a', skip)],
      }),
    ],
    ['Nothing ran, so nothing is verified.', finished([skip])],
    [
      'Nothing ran, so nothing is verified. 2 boxes are left for a person to tick.',
      finished([open('a', 'a'), open('b', 'b')]),
    ],
    [
      'The run ended early: 1 of 2 checks ran. The time of 15 m 00 s is over.',
      finished([check('a'), skip], { stopped: timeout }),
    ],
    [
      'The run was cancelled by SIGINT. 1 of 2 checks had ended.',
      finished([check('a'), skip], { stopped: { reason: 'cancelled', message: 'The run was cancelled by SIGINT.' } }),
    ],
    [
      '1 of 1 check failed. It is only reported: `fail-on` is `never`.',
      finished([failed('a', [])], { failOn: 'never' }),
    ],
    ['The checklist has 2 errors. Nothing was sent.', invalid([diagnostic(), diagnostic()])],
    ['The checklist has 2 errors. Nothing was sent.', invalid([diagnostic(), diagnostic({ code: 'unknown-input' })])],
    ['The inputs have 1 error. Nothing was sent.', invalid([diagnostic({ code: 'invalid-input' })])],
    ['The checklist has 1 error. Nothing was sent.', invalid([diagnostic(), diagnostic({ severity: 'warning' })])],
  ])('says: %s', (sentence, report) => {
    expect(verdictSentence(report)).toBe(sentence)
  })
})

describe('verdictRemark', () => {
  it.each([
    ['all-passed', false],
    ['one-status', false],
    ['warning-only', false],
    ['warning-counts', true],
    ['reported-only', true],
    ['manual-open', true],
    ['not-ready', true],
    ['cancelled', true],
    ['nothing-ran', true],
    ['invalid-checklist', true],
  ])('speaks only where the totals do not say it all: %s', (name, speaks) => {
    expect(verdictRemark(scenarios[name] ?? invalid([])) !== '').toBe(speaks)
  })
})
