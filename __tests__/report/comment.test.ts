import { describe, expect, it } from 'vitest'
import { checksOf } from '../../src/model/verdict.ts'
import { COMMENT_LIMIT, type CommentFacts, renderComment } from '../../src/report/comment.ts'
import { bigReport } from './big.ts'
import { at, attempts, check, evidence, failed, failure, finished, section } from './builders.ts'
import { commentFacts, pastRun } from './comment-facts.ts'
import { structureOf, withoutOwnLinks } from './markdown-structure.ts'
import { scenarios } from './scenarios.ts'

const FACTS: CommentFacts = { key: 'k', runs: [pastRun()], url: null, evidence: 'limited' }
const URL = 'https://github.com/example/shop/actions/runs/101'

describe.each(Object.entries(scenarios))('the comment on %s', (_, report) => {
  const comment = renderComment(report, commentFacts(report))

  it('has every fold, fence and table whole', () => {
    expect(structureOf(comment).faults).toEqual([])
  })

  it('lets nothing from outside act', () => {
    const active = withoutOwnLinks(structureOf(comment).active)
    expect(active.match(/<[^>]*>/g)?.filter(tag => !/^<(\/?(details|summary)|!-- \S+ \S+ \S+ --)>$/.test(tag))).toEqual(
      active.match(/<!-- .*-->/g)?.slice(1) ?? [],
    )
    expect(active).not.toMatch(/@[\p{L}\p{N}]|(?<!&)#\d|:\/\/|\bwww\.|\bGH-\d|\]\(|:bomb:/u)
    expect(comment).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  })

  it('holds together however little room there is', () => {
    for (let limit = 1_500; limit < comment.length; limit += 397) {
      const cut = renderComment(report, commentFacts(report), limit)
      expect(structureOf(cut).faults).toEqual([])
      expect(cut.length).toBeLessThanOrEqual(limit)
    }
  })
})

describe('the comment', () => {
  it('gives the answer, where to read on, the last runs and what to fix, in this order', () => {
    const report = scenarios['one-status'] ?? finished([])
    const comment = renderComment(report, commentFacts(report))
    const order = [
      '<!-- verify-deploy:comment ',
      '## ❌ Assistance 2.2.1: failed',
      '**1 of 2 checks failed.**',
      '2 checks: 1 passed, 1 failed',
      '[The whole report](https://github.com/example/assistance/actions/runs/101)',
      '**Last runs:** [❌ failed](https://github.com/example/assistance/actions/runs/101)',
      '### What to fix',
      '[`checklist.yml:41`](https://github.com/example/assistance/blob/4f1c2d3e4f5061728394a5b6c7d8e9f001122334/checklist.yml#L41) · The status is',
      '**Fix:** Restart the backend',
    ]
    const places = order.map(text => comment.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBe(0)
  })

  it('shows what was sent and never what came back', () => {
    const comment = renderComment(scenarios['one-status'] ?? finished([]), FACTS)
    expect(comment).toContain('POST /auth/login')
    expect(comment).not.toContain('502 Bad Gateway')
  })

  it.each(['body', 'json', 'rows', 'last.stdout', 'events'])('keeps the whole of %s to the report', subject => {
    const secretive = failure({ subject, expected: 'fine', actual: 'Jane Roe, born 1970', message: 'It is Jane Roe.' })
    const one = failed('a', [secretive], { attempts: attempts(['It is Jane Roe.', 'It is Jane Roe.']) })
    const gate = section('Ready', [one], { rounds: { count: 2, held: false } })
    const stopped = { reason: 'not-ready', message: 'Not ready: It is Jane Roe.' } as const
    const comment = renderComment(finished([section('s', [one])], { ready: gate, stopped }), FACTS)
    expect(comment).not.toContain('Jane Roe')
    expect(comment).toContain(`${subject} is not as expected.`)
  })

  it('shows what came back where full evidence is asked for', () => {
    const facts = { ...FACTS, evidence: 'full' } as const
    expect(renderComment(scenarios['one-status'] ?? finished([]), facts)).toContain('502 Bad Gateway')
    const told = failure({ subject: 'body', expected: 'fine', actual: 'Jane Roe', message: 'body is Jane Roe.' })
    const stopped = { reason: 'not-ready', message: 'Not ready: body is Jane Roe.' } as const
    const comment = renderComment(finished([failed('a', [told])], { stopped }), facts)
    expect(comment.match(/Jane Roe/g)).toHaveLength(3)
  })

  it('tells a passed run in a few lines', () => {
    const comment = renderComment(finished([check('a'), check('b')]), FACTS)
    expect(comment.split('\n').slice(1).join('\n').trim()).toBe(
      '## ✅ Assistance 2.2.1: passed\n\n**All 2 checks passed.**\n\n2 checks: 2 passed · 80 ms\n\ncommit `4f1c2d3` · 2026-01-14 04:30 UTC',
    )
  })

  it.each([
    ['a script', 'javascript:alert(1)'],
    ['another page', 'https://github.com/example/shop/actions/runs/1)](https://evil.example'],
    ['nothing', null],
  ])('makes no link of %s', (_, url) => {
    expect(renderComment(finished([check('a')]), { ...FACTS, url })).not.toContain('](')
  })

  it('has no line of last runs when there was only one', () => {
    expect(renderComment(finished([check('a')]), { ...FACTS, url: URL })).not.toContain('Last runs')
  })
})

describe('the comment on five thousand checks of which 200 failed', () => {
  const big = bigReport({ checks: 5_000, everyFails: 25, evidence: 60_000 })
  const names = checksOf(big.run).flatMap(({ check: one }) => (one.outcome.status === 'failed' ? [one.name] : []))

  it('stays below the limit and names every failure', () => {
    const comment = renderComment(big, FACTS)
    expect(names).toHaveLength(200)
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT)
    expect(structureOf(comment).faults).toEqual([])
    for (const name of names) expect(comment).toMatch(new RegExp(`› ${name}(?:\\n|\\*\\*)`))
    expect(comment.match(/^#### .*/gm)).toHaveLength(11)
    expect(comment).toContain('#### ❌ And 190 more\n\n- **Section 5 › Check 250 of the catalogue** · failed: ')
  })

  it('names every failure when names and messages are long and not Latin', () => {
    const long = failure({ expected: '1', actual: '2', message: 'Сообщение '.repeat(80), location: at(1, 'x: y') })
    const checks = Array.from({ length: 5_000 }, (_, index) =>
      index % 25 === 0
        ? failed(`Проверка ${index} ${'каталога '.repeat(18)}`, [long], { fix: 'Перезапустить '.repeat(40) })
        : check(`Проверка ${index}`),
    )
    const comment = renderComment(finished([section('Каталог', checks)]), FACTS)
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT)
    for (let index = 0; index < 5_000; index += 25) expect(comment).toContain(`› Проверка ${index} `)
  })

  it.each([
    ['evidence', 2_000_000, { linked: true, details: true, fix: true, cut: false }],
    ['details', 40_000, { linked: false, details: true, fix: true, cut: false }],
    ['names', 16_000, { linked: false, details: false, fix: false, cut: false }],
    ['as many names as fit', 8_000, { linked: false, details: false, fix: false, cut: true }],
  ])('tells %s within %i characters', (_, limit, told) => {
    const text = renderComment(big, FACTS, limit)
    expect(text.length).toBeLessThanOrEqual(limit)
    const cut = /\*\*Cut here:\*\* \d+ more lines and blocks did not fit/.test(text)
    const linked = text.includes('/checklist.yml#L1)')
    const fix = text.includes('Restart the catalogue')
    expect({ linked, details: text.includes('^^^^^^'), fix, cut }).toEqual(told)
    expect(structureOf(text).faults).toEqual([])
  })

  it('tells a line a failure where ten in full are too much', () => {
    const failures = Array.from({ length: 30 }, () =>
      failure({ expected: '1', actual: '2', location: at(1, 'expect: { json: 1 }', 'json') }),
    )
    const many = Array.from({ length: 12 }, (_, index) => failed(`${index}`, failures, { fix: 'Restart it.' }))
    const text = renderComment(finished(many), FACTS, 6_000)
    expect(text).toContain('a failure is a line')
    expect(text.match(/^- \*\*\d+\*\* · failed: .*Restart it\.$/gm)).toHaveLength(12)
    expect(text).not.toContain('^^^^')
  })

  it('gives warnings the room that failures leave', () => {
    const failures = Array.from({ length: 8 }, (_, index) =>
      failed(`f${index}`, [failure({ expected: '1', actual: '2' })]),
    )
    const warnings = failures.map(one => ({ ...one, severity: 'warning' }) as const)
    const text = renderComment(finished([...failures, ...warnings.slice(0, 4)]), FACTS)
    const heads = text.match(/^###.*/gm)
    expect(heads?.slice(8)).toEqual([
      '#### ❌ 8. f7',
      '### Warnings',
      '#### ⚠️ 9. f0',
      '#### ⚠️ 10. f1',
      '#### ⚠️ And 2 more',
    ])
  })

  it('shows what was sent only where there is room', () => {
    const request = evidence('Request', 'GET / '.repeat(100), { outside: false })
    const one = finished([failed('a', [failure({ expected: '1', actual: '2' })], { evidence: [request] })])
    const whole = renderComment(one, FACTS)
    expect(whole).toContain('<summary>Request')
    expect(renderComment(one, FACTS, whole.length - 1)).toContain('evidence is left out')
  })
})
