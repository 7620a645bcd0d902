import { describe, expect, it } from 'vitest'
import { annotationsOf } from '../../../src/report/annotations.ts'
import { renderComment } from '../../../src/report/comment.ts'
import { renderSummary } from '../../../src/report/summary.ts'
import { cleanupOf, errored, failed, failure, finished } from '../builders.ts'
import { commentFacts } from '../comment-facts.ts'

const ROW = 'Failing row contains (7, Jane Roe, 1970).'
const FAULTS = [
  { code: 'query-failed', message: 'No.', details: { code: '23502', detail: ROW } },
  { code: 'query-failed', message: 'No.', details: { code: '22P04', where: 'COPY users, line 1: "7,Jane Roe"' } },
  { code: 'log-unreadable', message: 'No.', details: { code: '1', engine: 'login of Jane Roe' } },
]

describe('what strangers may read of a check that could not be carried out', () => {
  it.each(FAULTS)('has no row and no log in it: $code, $details', fault => {
    const report = finished([errored('a', fault)], { cleanup: [cleanupOf('a', errored('b', fault))] })
    const shown = [renderComment(report, commentFacts(report)), JSON.stringify(annotationsOf(report))]
    for (const text of shown) {
      expect(text).not.toContain('Jane Roe')
      expect(text).toContain('in the report')
      expect(text).toContain(fault.details.code)
    }
    expect(renderSummary(report)).toContain('Jane Roe')
  })

  it.each(['rows[0]', 'json[12]', '`.[0]`', 'first.json[0]'])('has no whole record in it: %s', subject => {
    const actual = '{"id":7,"name":"Jane Roe"}'
    const one = failure({ subject, expected: '8', actual, message: `${subject} is the object ${actual}.` })
    const report = finished([failed('a', [one])])
    expect(renderComment(report, commentFacts(report))).not.toContain('Jane Roe')
    expect(JSON.stringify(annotationsOf(report))).not.toContain('Jane Roe')
  })

  it('keeps a single value of a list', () => {
    const report = finished([failed('a', [failure({ subject: 'json[1]', expected: '8', actual: '7' })])])
    expect(renderComment(report, commentFacts(report))).toContain('actual    7')
  })

  it('keeps what jq says of itself', () => {
    const report = finished([errored('a', { code: 'jq-failed', message: 'No.', details: { engine: 'out of memory' } })])
    expect(renderComment(report, commentFacts(report))).toContain('out of memory')
  })
})
