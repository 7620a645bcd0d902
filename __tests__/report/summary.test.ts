import { describe, expect, it } from 'vitest'
import { checksOf } from '../../src/model/verdict.ts'
import { VERSION } from '../../src/model/version.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { bigReport } from './big.ts'
import { at, check, evidence, failed, failure, finished, invalid, PAGE, section, skipped } from './builders.ts'
import { badGateway } from './faults.ts'
import { structureOf, withoutOwnLinks } from './markdown-structure.ts'
import { scenarios } from './scenarios.ts'

const big = bigReport({ checks: 5_000, everyFails: 25, evidence: 60_000 })
const failedNames = checksOf(big.run).flatMap(({ check: one }) => (one.outcome.status === 'failed' ? [one.name] : []))

describe.each(Object.entries(scenarios))('the summary of %s', (_, report) => {
  const summary = renderSummary(report)

  it('has every fold, fence and table whole', () => {
    expect(structureOf(summary).faults).toEqual([])
  })

  it('lets nothing from outside act', () => {
    const active = withoutOwnLinks(structureOf(summary).active)
    expect(
      active.match(/<[^>]*>/g)?.filter(tag => !/^<(details open|\/?details|\/?summary)>$/.test(tag)) ?? [],
    ).toEqual([])
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
      '## ❌ Assistance 2.2.1: failed\n',
      '**1 of 2 checks failed.**\n',
      '2 checks: 1 passed, 1 failed',
      '### What to fix\n',
      '### Checks\n',
      '### Timeline\n',
      '### Environment\n',
    ]
    const places = order.map(text => summary.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBe(0)
  })

  it('tells of a failure where, what, how to fix it, and folds the evidence', () => {
    const summary = renderSummary(scenarios['one-status'] ?? finished([]))
    expect(summary).toContain('#### ❌ 1. Authentication › Log in\n')
    expect(summary).toContain(
      '[`checklist.yml:41`](https://github.com/example/assistance/blob/4f1c2d3e4f5061728394a5b6c7d8e9f001122334/checklist.yml#L41) · The status is 502, expected 200.\n\n```\n41 │ expect',
    )
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
    expect(summary.match(/^#{4,}.*|^- .*/gm)).toEqual([
      '#### Outer · 80 ms',
      '##### Inner · 40 ms',
      '- [x] b · 40 ms',
      '##### Outer, continued',
      '- [x] c · 40 ms',
      '#### Other checks',
      '- [x] d · 40 ms',
    ])
  })

  it('asks a person for what only a person can see', () => {
    expect(renderSummary(scenarios['manual-open'] ?? finished([]))).toContain(
      '- [ ] **By hand › The personal page looks right**: Open https:&#8203;//assistance.example, log in, open the personal page.',
    )
  })

  it('tells warnings apart from what is to be fixed', () => {
    const slow = failed('Slow', [badGateway], { severity: 'warning', fix: 'Look at the log.' })
    const text = renderSummary(finished([slow, failed('Log in', [badGateway])]))
    const parts = text.match(/^#{3,4} .*/gm) ?? []
    expect(parts.slice(0, 4)).toEqual(['### What to fix', '#### ❌ 1. Log in', '### Warnings', '#### ⚠️ 2. Slow'])
    expect(renderSummary(finished([slow]))).not.toContain('What to fix')
  })

  it('says what was skipped, and because of what', () => {
    const needs = { because: 'needs', message: 'It needs `login`, which failed.', check: 'x', blocked: true } as const
    const many = Array.from({ length: 25 }, (_, index) => skipped(`Page ${index}`, needs))
    const monday = skipped('On Mondays', { because: 'condition', message: '`$run.target == "b"` is false.' })
    const text = renderSummary(finished([section('Pages', many.slice(0, 2)), monday, ...many.slice(2)]))
    expect(text).toMatch(
      /### Skipped\n\n- \*\*25 checks:\*\* It needs `login`, which failed\. \(Pages › Page 0, Pages › Page 1, Page 2, .*Page 19 and 5 more\)\n/,
    )
    expect(text).toContain('- **1 check:** `$run.target == "b"` is false. (On Mondays)')
  })

  it('tells the attempts of a flaky check', () => {
    expect(renderSummary(scenarios.flaky ?? finished([]))).toContain(
      '- **Health** · passed after 5 attempts in 5.2 s: ✗ ✓ ✗ ✓ ✓\n  - attempts 1, 3: The status is 502, expected 200.\n',
    )
  })

  it('says how much held of what passed, and what was taken from it', () => {
    expect(renderSummary(scenarios['all-passed'] ?? finished([]))).toContain(
      '- [x] Register a user · 212 ms · 4 expectations held · captured user_id\n',
    )
  })

  it('leads to the checklist, the repository, the commit and the workflow run', () => {
    const text = renderSummary(scenarios['one-status'] ?? finished([]))
    const repository = 'https://github.com/example/assistance'
    const commit = '4f1c2d3e4f5061728394a5b6c7d8e9f001122334'
    expect(text.slice(text.indexOf('### Environment'))).toBe(
      [
        '### Environment\n',
        `| verify-deploy | \`${VERSION}\` |`,
        '| :--- | :--- |',
        `| Checklist | [\`checklist.yml\`](${repository}/blob/${commit}/checklist.yml) |`,
        '| Target | `production` |',
        '| Started | `2026-01-14T04:30:00.000Z` |',
        '| Took | `1.5 s` |',
        '| Fails on | `failure` |',
        '| Run | `k3v9x2` |',
        `| Repository | [\`example/assistance\`](${repository}) |`,
        '| Ref | `refs/heads/main` |',
        `| Commit | [\`${commit}\`](${repository}/commit/${commit}) |`,
        '| Actor | `aliya` |',
        `| Workflow run | [\`${repository}/actions/runs/101\`](${repository}/actions/runs/101) |\n`,
      ].join('\n'),
    )
  })

  it('makes no link to a place that is not in the checklist', () => {
    const elsewhere = { ...badGateway, location: { ...badGateway.location, file: 'input vars' } }
    const text = renderSummary(finished([failed('a', [elsewhere])], { page: PAGE }))
    expect(text).toContain('\n`input vars:41` · The status is 502')
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
      '> To fit the limit of a summary, the timeline is left out, passed checks are only counted and evidence is shortened.',
    )
    expect(summary).toContain('- [x] 48 checks passed')
  })

  it.each([
    ['everything', 100_000_000, { passed: true, folds: 200, details: true, cut: false }],
    ['everything but what passed', 6_400_000, { passed: false, folds: 200, details: true, cut: false }],
    ['shortened evidence', 1_000_000, { passed: false, folds: 200, details: true, cut: false }],
    ['no evidence', 100_000, { passed: false, folds: 0, details: true, cut: false }],
    ['a line a failure', 60_000, { passed: false, folds: 0, details: false, cut: false }],
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
