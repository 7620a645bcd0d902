import type { CheckResult, Verdict } from '../../model/result.ts'
import { standingOf, type Totals } from '../../model/verdict.ts'
import { html, type Markup } from './markup.ts'

export type Standing = ReturnType<typeof standingOf>

const GLYPHS: Readonly<Record<Standing | Verdict, string>> = {
  passed: '✓',
  failed: '✗',
  errored: '!',
  warning: '▲',
  skipped: '–',
  open: '○',
  cancelled: '■',
  invalid: '✗',
}

/** What needs attention comes first, here and in the filter. */
export const STANDINGS: readonly Standing[] = ['failed', 'errored', 'warning', 'skipped', 'open', 'passed']

/** The sign of a check or a verdict; who cannot see it is told the word. */
export function mark(standing: Standing | Verdict): Markup {
  return html`<span class="mark ${standing}" role="img" aria-label="${standing}">${GLYPHS[standing]}</span>`
}

export function markOfCheck(check: CheckResult): Markup {
  return mark(standingOf(check))
}

/** `2 failed, 1 skipped, 10 passed`; empty of no checks. */
export function tally(checks: readonly CheckResult[]): string {
  const amounts = new Map<Standing, number>()
  for (const check of checks) amounts.set(standingOf(check), (amounts.get(standingOf(check)) ?? 0) + 1)
  return STANDINGS.flatMap(standing => (amounts.has(standing) ? [`${amounts.get(standing)} ${standing}`] : [])).join(
    ', ',
  )
}

export function amountOf(totals: Totals, standing: Standing): number {
  return totals[standing === 'warning' ? 'warnings' : standing]
}

/** Where a check stands in the page: within what its row unfolds, so that a link to it unfolds it. */
export function anchorOf(check: CheckResult): string {
  return `check-${check.key}`
}
