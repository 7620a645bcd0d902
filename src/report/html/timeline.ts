import { formatDuration } from '../../model/duration.ts'
import type { CheckResult, EntryResult, RunResult } from '../../model/result.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { elapsedOf, topEntries } from '../format/outline.ts'
import { laneOf, percent, spanOfRun } from './bars.ts'
import { type Content, html, type Markup } from './markup.ts'
import { part } from './part.ts'
import { tally } from './standing.ts'

const NAME_LIMIT = 120
/** With more rows than these the timeline is folded: it would push what follows it far down. */
const UNFOLDED = 40
const QUARTERS = [0, 0.25, 0.5, 0.75, 1] as const

interface Lane {
  readonly name: string
  readonly checks: readonly CheckResult[]
}

/** When what ran: a row for every section that holds checks of its own, and one for cleanup. */
export function timeline(run: RunResult): Content {
  const cleanup = { name: 'Cleanup', checks: run.cleanup.map(({ check }) => check) }
  const lanes = [...lanesIn(topEntries(run), []), cleanup]
    .filter(({ checks }) => elapsedOf(checks) !== undefined)
    .toSorted((a, b) => beganOf(a) - beganOf(b))
  if (lanes.length === 0) return []
  const span = spanOfRun(run)
  const titles = html`<th scope="col">Section</th><th scope="col">${scale(span)}</th><th scope="col">Took</th>`
  const rows = lanes.map(lane => row(lane, span))
  const table = html`<table class="timeline"><thead><tr>${titles}</tr></thead><tbody>
${rows}</tbody></table>`
  const fold = html`<details class="proof"><summary>${lanes.length} rows</summary>${table}</details>`
  return part('timeline', 'Timeline', lanes.length > UNFOLDED ? fold : table)
}

function lanesIn(entries: readonly EntryResult[], path: readonly string[]): readonly Lane[] {
  const checks = entries.filter(entry => entry.result === 'check')
  const name = path.length === 0 ? 'Outside of sections' : path.map(oneLine).join(' › ')
  const inner = entries.flatMap(entry =>
    entry.result === 'section' ? lanesIn(entry.entries, [...path, entry.name]) : [],
  )
  return [...(checks.length === 0 ? [] : [{ name: shorten(name, NAME_LIMIT), checks }]), ...inner]
}

function beganOf({ checks }: Lane): number {
  return checks.reduce((first, { offsetMs = first }) => Math.min(first, offsetMs), Number.POSITIVE_INFINITY)
}

function row(lane: Lane, span: number): Markup {
  const { name, checks } = lane
  const took = formatDuration(elapsedOf(checks) ?? 0)
  const bars = laneOf(checks, span, `began at ${formatDuration(beganOf(lane))}: ${tally(checks)}`)
  return html`<tr><th scope="row">${name}</th><td>${bars}</td><td>${took}</td></tr>
`
}

function scale(span: number): Markup {
  const ticks = QUARTERS.map(share => {
    const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle'
    return html`<text x="${percent(share)}" y="11" text-anchor="${anchor}">${formatDuration(span * share)}</text>`
  })
  return html`<svg class="scale" role="img" aria-label="from 0 to ${formatDuration(span)}" height="14">${ticks}</svg>`
}
