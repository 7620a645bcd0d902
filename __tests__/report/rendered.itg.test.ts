import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { githubPage } from '../../scripts/github-markdown.ts'
import type { Report } from '../../src/model/result.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { describeWithChromium } from '../real-stack.ts'
import { bigReport } from './big.ts'
import { check, finished, section } from './builders.ts'
import { hostileReport } from './hostile.ts'
import { type Desk, type OpenPage, startBrowser } from './html/browser.ts'
import { wholeReport } from './html/whole-report.ts'
import { scenarios } from './scenarios.ts'

/** A run of two checks, of which the second takes so long. */
const runOf = (durationMs: number): Report =>
  finished([check('Quick', { durationMs: durationMs / 10 }), check('Slow', { durationMs: (durationMs * 9) / 10 })])

/** Names that are statements, comments, directives, keywords or ends of lines in one of Mermaid's languages. */
const NAMES = [
  ...['title x', 'section x', 'click a href "javascript:alert(1)"', 'call f()', 'dateFormat YYYY', 'gantt', 'end'],
  ...[
    '%% x',
    '%%{init: {"theme":"forest"}}%%',
    '---',
    'accDescr { x }',
    '2026-01-14',
    ': done, 0, 1ms',
    ';',
    '#',
    '#35;',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '</svg><script>alert(1)</script>',
    '"quoted" `x` $$y$$',
    '\u202eabc\u2066',
    '👩‍🚀 密码',
  ],
  ...['\n', '', ' ', 'x'.repeat(10_000), '__proto__'],
]

const bars = (page: Page): Promise<number> => page.locator('svg rect.task').count()
const texts = (page: Page, what: string): Promise<string[]> => page.locator(`svg ${what}`).allTextContents()

describeWithChromium('the summary as GitHub draws it', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await startBrowser()
  })
  afterAll(() => desk[Symbol.asyncDispose]())

  const drawn = async (report: Report, theme: 'light' | 'dark' = 'light'): Promise<OpenPage> => {
    const opened = await desk.openPage(githubPage(renderSummary(report), theme), { timezoneId: 'Asia/Kolkata' })
    await opened.page.locator('body[data-rendered]').waitFor()
    return opened
  }

  it.each<[string, Report, number]>([
    ['all-passed', scenarios['all-passed'] ?? finished([]), 8],
    ['one-status', scenarios['one-status'] ?? finished([]), 2],
    ['flaky', scenarios.flaky ?? finished([]), 3],
    ['not-ready', scenarios['not-ready'] ?? finished([]), 2],
    ['cancelled', scenarios.cancelled ?? finished([]), 2],
    ['cleanup-failed', scenarios['cleanup-failed'] ?? finished([]), 3],
    ['hostile', scenarios.hostile ?? finished([]), 4],
    ['invalid-checklist', scenarios['invalid-checklist'] ?? finished([]), 0],
    ['nothing-ran', scenarios['nothing-ran'] ?? finished([]), 0],
    ['everything', wholeReport(), 13],
    ['300 checks', bigReport({ checks: 300, everyFails: 100, evidence: 100 }), 6],
    ['5,000 checks', bigReport({ checks: 5_000, everyFails: 5_000, evidence: 100 }), 32],
  ])('draws %s, and asks for nothing', async (_, report, amount) => {
    const { page, complaints, asked } = await drawn(report)
    expect(await page.locator('body').getAttribute('data-rendered')).toBe('yes')
    expect(await bars(page)).toBe(amount)
    expect(complaints).toEqual([])
    expect(asked).toEqual([{ url: page.url() }])
    expect(await page.locator('img, iframe, article script, svg a, svg foreignObject').count()).toBe(0)
  })

  it('keeps names that are statements of Mermaid as names', async () => {
    const sections = NAMES.map(name => section(name, [check(name)]))
    const { page, complaints, asked } = await drawn(finished([...sections, section('Last', [check('after')])]))
    expect(await page.locator('body').getAttribute('data-rendered')).toBe('yes')
    expect(await bars(page)).toBe(NAMES.length + 1)
    const labels = await texts(page, 'text:is(.taskText, [class*=taskTextOutside])')
    expect(labels.filter(label => label.startsWith('✓ ') && label.trim().endsWith(' · 40 ms'))).toHaveLength(
      NAMES.length + 1,
    )
    expect(await texts(page, '.sectionTitle')).toEqual(
      expect.arrayContaining(['title x', 'section x', '＿_proto__', 'Last']),
    )
    expect(complaints).toEqual([])
    expect(asked).toEqual([{ url: page.url() }])
  })

  it.each([
    [200, ['0 ms', '50 ms', '100 ms', '150 ms', '200 ms']],
    [12_000, ['0 s', '2 s', '4 s', '6 s', '8 s', '10 s', '12 s']],
    [900_000, ['0 min', '2 min', '4 min', '6 min', '8 min', '10 min', '12 min', '14 min']],
  ])('counts from the start of a run of %i ms, in whatever zone the reader is', async (span, ticks) => {
    const { page } = await drawn(runOf(span))
    expect(await texts(page, '.grid .tick text')).toEqual(ticks)
  })

  it('shows in the dark as well what stands beside a bar', async () => {
    const { page } = await drawn(wholeReport(), 'dark')
    const colours = await page
      .locator('svg text[class*=taskTextOutside]')
      .evaluateAll(all => all.map(one => one.ownerDocument.defaultView?.getComputedStyle(one).fill))
    expect(colours.length).toBeGreaterThan(3)
    for (const colour of colours) {
      const [red = 0] = (colour ?? '').match(/\d+/g)?.map(Number) ?? []
      expect(red).toBeGreaterThan(150)
    }
  })

  it('lets no text of a deployment act', async () => {
    const { page, complaints } = await drawn(
      hostileReport('<img src=x onerror="document.title=1">%%{init: {}}%%;click'),
    )
    expect(await page.title()).toBe('GitHub')
    expect(complaints).toEqual([])
  })
})
