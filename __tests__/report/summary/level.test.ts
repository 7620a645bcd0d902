import { describe, expect, it } from 'vitest'
import type { CheckResult, Report } from '../../../src/model/result.ts'
import { COMMENT_LIMIT, renderComment } from '../../../src/report/comment.ts'
import { renderSummary } from '../../../src/report/summary.ts'
import {
  at,
  attempts,
  check,
  cleanupOf,
  diagnostic,
  failed,
  failure,
  finished,
  invalid,
  open,
  PAGE,
  skipped,
} from '../builders.ts'
import { commentFacts } from '../comment-facts.ts'
import { shownPage } from '../github-tree.ts'
import { pageFaults } from '../page-faults.ts'

const LONG = 'слово '.repeat(60)
const many = <T>(amount: number, one: (index: number) => T): readonly T[] =>
  Array.from({ length: amount }, (_, index) => one(index))

/** The one failure, which has every right to its details whatever else there is to tell. */
const FAILURE: CheckResult = failed(
  'The one that failed',
  [failure({ expected: '200', actual: '500', location: at(7, '  expect: { status: 200 }', 'status') })],
  { fix: 'Restart it.' },
)

const whole = (entries: readonly CheckResult[], fields: Parameters<typeof finished>[1] = {}): Report =>
  finished([FAILURE, check('Good'), ...entries], { page: PAGE, ...fields })

const failedStep = (index: number): CheckResult =>
  failed(`Step ${index} ${LONG}`, [failure({ expected: LONG, actual: LONG })])

const LISTS: readonly (readonly [string, Report])[] = [
  ['skipped checks', whole(many(5_000, at => skipped(`S ${at}`, { because: 'condition', message: `${at} ${LONG}` })))],
  ['flaky checks', whole(many(5_000, at => check(`F ${at}`, { attempts: attempts(['', `${at} ${LONG}`, '']) })))],
  ['boxes', whole(many(500, at => open(`Box ${at}`, `${at} ${LONG.repeat(20)}`)))],
  ['steps of cleanup', whole([], { cleanup: many(3_000, at => cleanupOf(`C ${at}`, failedStep(at))) })],
  ['notes', whole([], { notices: many(5_000, at => `${at} ${LONG}`) })],
]

const render = (report: Report): Readonly<Record<'summary' | 'comment', string>> => ({
  summary: renderSummary(report),
  comment: renderComment(report, commentFacts(report)),
})

describe.each(LISTS)('thousands of %s', (_, report) => {
  const { summary, comment } = render(report)

  it('cost neither the failure its details nor the summary its end', () => {
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_000_000)
    expect(pageFaults(shownPage(summary))).toEqual([])
    for (const text of ['expected  200', '**Fix:** Restart it.', '### Environment']) expect(summary).toContain(text)
    expect(summary).not.toContain('Cut here')
    expect(summary).toMatch(/^- and [\d]+ more$/m)
    expect(summary).toContain('long lists end early')
  })

  it('cost it nothing in the comment either', () => {
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT)
    expect(pageFaults(shownPage(comment))).toEqual([])
    for (const text of ['expected  200', '**Fix:** Restart it.']) expect(comment).toContain(text)
    expect(comment).not.toContain('Cut here')
  })
})

it('counts skipped checks by section where lists end early', () => {
  expect(renderSummary(LISTS[0]?.[1] ?? finished([]))).toContain('- [ ] 5000 checks skipped')
})

it('names every one of five thousand failures', () => {
  const checks = many(5_000, at => failed(`Check ${at}.`, [failure({ expected: LONG, actual: LONG })], { fix: LONG }))
  const summary = renderSummary(finished(checks, { page: PAGE }))
  expect(summary).not.toContain('Cut here')
  for (let at = 0; at < 5_000; at += 1) expect(summary).toContain(`**Check ${at}.**`)
})

it('keeps advice of a hundred pages to one', () => {
  const advised = (index: number): CheckResult =>
    failed(`F ${index}`, [failure({ expected: '1', actual: '2' })], { fix: 'x '.repeat(200_000) })
  const summary = renderSummary(finished(many(10, advised), { page: PAGE }))
  expect(summary).toContain('expected  1')
  expect(summary.length).toBeLessThan(100_000)
})

it('tells the faults of a checklist in a line each before it leaves any out', () => {
  const report = invalid(
    many(100, at => diagnostic({ message: `${at} ${LONG.repeat(2)}`, hint: LONG })),
    PAGE,
  )
  const { comment } = render(report)
  expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT)
  expect(comment).not.toContain('Cut here')
  expect(comment.match(/^- ❌ `checklist\.yml:3` · /gm)).toHaveLength(100)
})
