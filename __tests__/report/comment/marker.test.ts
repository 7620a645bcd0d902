import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarker, writeMarker } from '../../../src/report/comment/marker.ts'
import { pastRun } from '../comment-facts.ts'

const RUNS = [pastRun(), pastRun({ verdict: 'passed', number: 16, id: 99 })]
const forged = (rows: unknown): string =>
  `<!-- verify-deploy:comment key=k runs=${Buffer.from(JSON.stringify(rows)).toString('base64')} -->`

describe('the marker', () => {
  it('gives back what was written, for any key, and stays one comment of HTML on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), key => {
        const marker = writeMarker(key, RUNS)
        expect(marker).toMatch(/^<!-- [^\n\r]* -->$/)
        expect(marker.indexOf('--', 4)).toBe(marker.length - 3)
        expect(readMarker(`${marker}\n\ntext`, key)).toEqual(RUNS)
      }),
    )
  })

  it.each(['checklist', 'checklist.yml · production2', '', 'CHECKLIST.YML · PRODUCTION'])(
    'of another key is not ours: %j',
    other => {
      expect(readMarker(writeMarker('checklist.yml · production', RUNS), other)).toBeUndefined()
    },
  )

  it('counts at the very beginning only, so that quoting a comment makes no second one', () => {
    expect(readMarker(`> ${writeMarker('k', RUNS)}`, 'k')).toBeUndefined()
  })

  it.each([
    ['no list', { verdict: 'passed' }],
    ['no run', [1, 'x', null, []]],
    ['an unknown verdict', [['<b>', '2026-01-14T04:30:00Z']]],
    ['a time that is none', [['passed', '2026-01-14T04:30:00 @octocat']]],
  ])('reads nothing from %s', (_, rows) => expect(readMarker(forged(rows), 'k')).toEqual([]))

  it('reads no text that could act on a page', () => {
    const rows = [['passed', '2026-01-14T04:30:00.000Z', '](x)', 7, 'x', -1, 1.5]]
    expect(readMarker(forged(rows), 'k')).toEqual([
      pastRun({ verdict: 'passed', commit: null, workflow: null, id: null, number: null, attempt: null }),
    ])
  })
})
