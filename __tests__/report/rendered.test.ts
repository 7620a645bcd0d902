import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckResult, Report } from '../../src/model/result.ts'
import { checksOf, totalsOf } from '../../src/model/verdict.ts'
import { COMMENT_LIMIT, renderComment } from '../../src/report/comment.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { bigReport } from './big.ts'
import { commentFacts } from './comment-facts.ts'
import { below, type ShownPage, shownPage, type TreeElement, textOf } from './github-tree.ts'
import { hostileReport } from './hostile.ts'
import { wholeReport } from './html/whole-report.ts'
import { structureOf } from './markdown-structure.ts'
import { leftovers, pageFaults } from './page-faults.ts'
import { scenarios } from './scenarios.ts'

const all: readonly (readonly [string, Report])[] = Object.entries({ ...scenarios, whole: wholeReport() })

/** The boxes of a part of the page, ticked or not; a line that tells of several checks counts as often. */
function boxesOf(page: ShownPage, title: string): { readonly ticked: number; readonly open: number } {
  const boxes = { ticked: 0, open: 0 }
  let within = ''
  for (const element of page.elements) {
    if (element.tagName === 'h3') within = textOf(element)
    if (element.tagName !== 'li' || within !== title) continue
    const box = below(element, 'input')[0]
    if (box === undefined) continue
    const amount = Number(/^\s*(\d+) checks? (?:skipped|passed)/.exec(textOf(element))?.[1] ?? 1)
    boxes[box.properties.checked === true ? 'ticked' : 'open'] += amount
  }
  return boxes
}

const isMixed = (attempts: CheckResult['attempts']): boolean => new Set(attempts.map(({ status }) => status)).size > 1

/** What a failed check has to fold: what it saw, its attempts, how to repeat it. */
function foldsOf({ outcome, attempts, repeated }: CheckResult, seen: (outside: boolean) => boolean): number {
  if (outcome.status !== 'failed' && outcome.status !== 'errored') return 0
  const evidence = outcome.evidence.filter(({ outside }) => seen(outside)).length
  // Where their messages are kept from the public, attempts that ended alike are only a number.
  const told =
    attempts.length > 1 &&
    (seen(true) ? attempts.some(({ message }) => message !== '') : isMixed(attempts) && !repeated)
  return evidence + (told ? 1 : 0) + (outcome.reproduce === undefined ? 0 : 1)
}

function foldsIn(report: Report, seen: (outside: boolean) => boolean): number {
  if (report.report === 'invalid') return 0
  const { run } = report
  return [...checksOf(run), ...run.cleanup].reduce((sum, { check }) => sum + foldsOf(check, seen), 0)
}

const pictures = (page: ShownPage): readonly TreeElement[] =>
  page.all('code').filter(({ properties }) => String(properties.className).includes('language-mermaid'))

describe.each(all)('the summary of %s as GitHub shows it', (name, report) => {
  const markdown = renderSummary(report)
  const page = shownPage(markdown)

  it('is whole, and nothing in it acts', () => {
    expect(pageFaults(page)).toEqual([])
    if (name !== 'hostile') expect(leftovers(page)).toEqual([])
  })

  it('has a fold for each piece of evidence', () => {
    expect(page.all('details')).toHaveLength(foldsIn(report, () => true))
    expect(structureOf(markdown).folds).toBe(page.all('details').length)
  })

  it('leaves unfolded what nothing else tells, and folds the rest', () => {
    const unfolded = page.all('details').filter(({ properties }) => properties.open !== undefined)
    expect(unfolded.map(textOf)).toEqual(name === 'log-errors' ? [expect.stringContaining('ERROR: boom')] : [])
  })

  it('ticks what passed and nothing else', () => {
    if (report.report === 'invalid') return expect(page.all('input')).toEqual([])
    const { total, passed, open } = totalsOf(report.run)
    const undone = report.run.cleanup.filter(({ check }) => check.outcome.status === 'passed').length
    expect(boxesOf(page, 'Checks')).toEqual({ ticked: passed, open: total - passed })
    expect(boxesOf(page, 'For a person to look at')).toEqual({ ticked: 0, open })
    expect(boxesOf(page, 'Cleanup')).toEqual({ ticked: undone, open: report.run.cleanup.length - undone })
  })

  it('draws the run where there is something to see', () => {
    const began =
      report.report === 'invalid' ? [] : checksOf(report.run).filter(({ check }) => check.offsetMs !== undefined)
    const steps =
      report.report === 'invalid' ? 0 : report.run.cleanup.filter(({ check }) => check.offsetMs !== undefined).length
    expect(pictures(page)).toHaveLength(began.length + steps > 1 ? 1 : 0)
  })
})

describe.each(all)('the comment on %s as GitHub shows it', (name, report) => {
  const markdown = renderComment(report, commentFacts(report))
  const page = shownPage(markdown)

  it('is whole, and nothing in it acts', () => {
    expect(pageFaults(page)).toEqual([])
    if (name !== 'hostile') expect(leftovers(page)).toEqual([])
    expect(page.texts.map(({ value }) => value).join('')).not.toContain('verify-deploy:comment')
  })

  it('has a fold for each piece of evidence that may be public, and no picture', () => {
    expect(page.all('details')).toHaveLength(foldsIn(report, outside => !outside))
    expect(pictures(page)).toEqual([])
  })
})

describe('whatever outside text says', () => {
  const pieces = fc.constantFrom(
    ...[
      '</details>',
      '</summary>',
      '<details>',
      '<!--',
      '-->',
      '<a href=x>',
      '<img src=x>',
      '<br>',
      '<script>',
      '<svg/onload=x>',
    ],
    ...[
      '```',
      '~~~',
      '````',
      '`',
      '``',
      '| a |',
      '| --- |',
      '\n',
      '\n\n',
      '\r\n',
      '    ',
      '\t',
      '- [x] ',
      '* ',
      '1. ',
      '# ',
      '> ',
    ],
    ...[
      '[a](https://evil.example)',
      '![a](x)',
      '[a]: https://evil.example',
      '<https://evil.example>',
      '**',
      '__',
      '_',
      '\\',
      '&lt;',
    ],
    ...[
      '@octocat',
      '#1',
      'https://evil.example',
      'www.evil.example',
      'a@b.example',
      ':bomb:',
      '$$x$$',
      '[^1]',
      '[^1]: x',
      'GH-1',
    ],
    ...[
      '%%{init: {}}%%',
      'section x',
      ':done, 0, 1ms',
      'click a href "x"',
      '---',
      '===',
      '\u202e',
      '\u0000',
      '\ud800',
      '密',
      'x',
    ],
  )
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map(words => words.join('')),
    fc.string({ unit: 'grapheme' }),
  )

  it('summary and comment are whole, and nothing in them acts', () => {
    fc.assert(
      fc.property(texts, text => {
        const report = hostileReport(text)
        const summary = shownPage(renderSummary(report))
        const comment = shownPage(renderComment(report, commentFacts(report)))
        expect(pageFaults(summary)).toEqual([])
        expect(pageFaults(comment)).toEqual([])
        expect(summary.all('details')).toHaveLength(foldsIn(report, () => true))
        expect(boxesOf(summary, 'Cleanup')).toEqual({ ticked: 0, open: 1 })
      }),
      { numRuns: 60 },
    )
  })
})

describe('five thousand checks of which 200 failed, as GitHub shows them', () => {
  const report = bigReport({ checks: 5_000, everyFails: 25, evidence: 60_000 })
  const names = checksOf(report.run).flatMap(({ check }) => (check.outcome.status === 'failed' ? [check.name] : []))
  const headings = (page: ShownPage): readonly string[] =>
    page
      .all('h4')
      .map(textOf)
      .filter(text => text.startsWith('❌'))

  it('are a whole summary that names every failure and counts every check', () => {
    const markdown = renderSummary(report)
    const page = shownPage(markdown)
    expect(Buffer.byteLength(markdown)).toBeLessThan(1_048_576)
    expect(pageFaults(page)).toEqual([])
    expect(headings(page)).toEqual(
      names.map((name, at) => expect.stringMatching(new RegExp(`^❌ ${at + 1}\\. Section \\d+ › ${name}$`))),
    )
    expect(boxesOf(page, 'Checks')).toEqual({ ticked: 4_800, open: 200 })
    expect(page.all('details')).toHaveLength(200)
  })

  it('are a whole comment that names every failure', () => {
    const markdown = renderComment(report, commentFacts(report))
    const page = shownPage(markdown)
    expect(markdown.length).toBeLessThanOrEqual(COMMENT_LIMIT)
    expect(pageFaults(page)).toEqual([])
    expect(headings(page)).toHaveLength(11)
    expect(headings(page).at(-1)).toBe('❌ And 190 more')
    for (const name of names) expect(page.texts.some(({ value }) => value.includes(name))).toBe(true)
  })

  it('are whole also where only a part of them fits', () => {
    expect(pageFaults(shownPage(renderSummary(report, 20_000)))).toEqual([])
    expect(pageFaults(shownPage(renderComment(report, commentFacts(report), 8_000)))).toEqual([])
  })
})
