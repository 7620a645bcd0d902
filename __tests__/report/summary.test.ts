import { describe, expect, it } from 'vitest'
import { checksOf } from '../../src/model/verdict.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { bigReport } from './big.ts'
import { at, check, evidence, failed, failure, finished, invalid, section } from './builders.ts'
import { structureOf } from './markdown-structure.ts'
import { scenarios } from './scenarios.ts'

const big = bigReport({ checks: 5_000, everyFails: 25, evidence: 60_000 })
const failedNames = checksOf(big.run).flatMap(({ check: one }) => (one.outcome.status === 'failed' ? [one.name] : []))

describe.each(Object.entries(scenarios))('the summary of %s', (_, report) => {
  const summary = renderSummary(report)

  it('has every fold, fence and table whole', () => {
    expect(structureOf(summary).faults).toEqual([])
  })

  it('lets nothing from outside act', () => {
    const { active } = structureOf(summary)
    expect(active.match(/<[^>]*>/g)?.filter(tag => !/^<\/?(details|summary)>$/.test(tag)) ?? []).toEqual([])
    expect(active).not.toMatch(/@[\p{L}\p{N}]|(?<!&)#\d|:\/\/|\bwww\.|\bGH-\d|\]\(|:bomb:/u)
    expect(summary).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  })

  it('holds together however little room there is', () => {
    for (let limit = 700; limit < Buffer.byteLength(summary); limit += 997) {
      const cut = renderSummary(report, limit)
      expect(structureOf(cut).faults).toEqual([])
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limit)
    }
  })
})

describe('the summary', () => {
  it('gives the answer first and what to fix second', () => {
    const summary = renderSummary(scenarios['one-status'] ?? finished([]))
    const order = [
      '# ❌ Assistance 2.2.1: failed',
      '**1 of 2 checks failed.**',
      '## What to fix',
      '## Checks',
      '## Environment',
    ]
    const places = order.map(text => summary.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBe(0)
  })

  it('tells of a failure where, what, how to fix it, and folds the evidence', () => {
    const summary = renderSummary(scenarios['one-status'] ?? finished([]))
    expect(summary).toContain('### ❌ 1. Authentication › Log in')
    expect(summary).toContain(
      '           ^^^^^^^^^^^\nexpected  200\nactual    502\n```\n\n**Fix:** Restart the backend',
    )
    expect(structureOf(summary).folds).toBe(3)
  })

  it('ticks what passed and leaves the rest open', () => {
    const summary = renderSummary(scenarios['skipped-by-needs'] ?? finished([]))
    expect(summary).toContain('- [ ] ❌ **Log in** · failed · 95 ms: The status is 502, expected 200.')
    expect(summary).toContain('- [ ] 3 checks skipped: It needs login, which failed. (Own profile, Refresh, Log out)')
    expect(summary).toContain('- [ ] Only on Mondays · skipped: `$run.target == "staging"` is false.')
    expect(summary).toContain('- [x] Categories · 40 ms')
  })

  it('gives checks behind a section a heading of their own', () => {
    const inner = section('Inner', [check('b')])
    const summary = renderSummary(finished([section('Outer', [inner, check('c')]), check('d')]))
    expect(summary.match(/^#{3,}.*|^- .*/gm)).toEqual([
      '### Outer · 80 ms',
      '#### Inner · 40 ms',
      '- [x] b · 40 ms',
      '#### Outer, continued',
      '- [x] c · 40 ms',
      '### Other checks',
      '- [x] d · 40 ms',
    ])
  })

  it('asks a person for what only a person can see', () => {
    expect(renderSummary(scenarios['manual-open'] ?? finished([]))).toContain(
      '- [ ] **By hand › The personal page looks right**: Open https:&#8203;//assistance.example, log in, open the personal page.',
    )
  })

  it('shows the diagnostics of an invalid checklist', () => {
    const summary = renderSummary(scenarios['invalid-checklist'] ?? invalid([]))
    expect(summary).toContain('3 │ - requst: GET /\n  │   ^^^^^^')
    expect(summary).toContain('**The checklist has 2 errors. Nothing was sent.**')
  })

  it('holds a value of ten thousand characters only in part', () => {
    const one = failed('a', [
      failure({ expected: 'x'.repeat(10_000), actual: 'y'.repeat(10_000), message: 'z'.repeat(10_000) }),
    ])
    expect(renderSummary(finished([one])).length).toBeLessThan(5_000)
  })
})

describe('the summary of five thousand checks', () => {
  const summary = renderSummary(big)

  it('stays below the limit and names every failure', () => {
    expect(failedNames).toHaveLength(200)
    expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576)
    expect(structureOf(summary).faults).toEqual([])
    for (const name of failedNames) expect(summary).toContain(`› ${name}\n`)
  })

  it('says what it left out', () => {
    expect(summary).toContain(
      '> To fit the limit of a summary, passed checks are only counted and evidence is shortened.',
    )
    expect(summary).toContain('- [x] 48 checks passed')
  })

  it.each([
    ['everything', 100_000_000, { passed: true, folds: 200, details: true, cut: false }],
    ['everything but what passed', 6_400_000, { passed: false, folds: 200, details: true, cut: false }],
    ['shortened evidence', 1_000_000, { passed: false, folds: 200, details: true, cut: false }],
    ['no evidence', 100_000, { passed: false, folds: 0, details: true, cut: false }],
    ['a line a failure', 50_000, { passed: false, folds: 0, details: false, cut: false }],
    ['as many lines as fit', 10_000, { passed: false, folds: 0, details: false, cut: true }],
  ])('tells %s within %i bytes', (_, limit, told) => {
    const text = renderSummary(big, limit)
    const { faults, folds } = structureOf(text)
    expect(faults).toEqual([])
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
    const cut = /\*\*Cut here:\*\* \d+ more lines and blocks did not fit/.test(text)
    expect({ passed: text.includes('[x] Check 1 of'), folds, details: text.includes('^^^^^^'), cut }).toEqual(told)
    const missing = failedNames.filter(name => !text.includes(`› ${name}`))
    if (!cut) expect(missing).toEqual([])
  })

  it('measures bytes, not characters', () => {
    const wide = finished([
      failed('密'.repeat(200), [failure({ expected: '1', actual: '2' })], {
        evidence: [evidence('密', '密'.repeat(3_000))],
      }),
    ])
    const text = renderSummary(wide, 6_000)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(6_000)
    expect(text).not.toContain('<details>')
  })
})

it('keeps the frame of a failure when its line is long', () => {
  const location = at(7, `${'y'.repeat(5_000)} HERE ${'z'.repeat(5_000)}`, 'HERE')
  expect(renderSummary(finished([failed('a', [failure({ expected: '1', actual: '2', location })])]))).toMatch(
    /…y+ HERE z+…\n/,
  )
})
