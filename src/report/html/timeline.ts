import { formatDuration } from '../../model/duration.ts'
import type { RunResult } from '../../model/result.ts'
import { shorten } from '../../model/visible.ts'
import { type Lane, lanesOf, spanOfRun } from '../format/lanes.ts'
import { laneOf, percent } from './bars.ts'
import { type Content, html, type Markup } from './markup.ts'
import { part } from './part.ts'
import { tally } from './standing.ts'

const NAME_LIMIT = 120
/** With more rows than these the timeline is folded: it would push what follows it far down. */
const UNFOLDED = 40
const QUARTERS = [0, 0.25, 0.5, 0.75, 1] as const

/** When what ran: a row for every section that holds checks of its own, and one for cleanup. */
export function timeline(run: RunResult): Content {
  const lanes = lanesOf(run)
  if (lanes.length === 0) return []
  const span = spanOfRun(run)
  const titles = html`<th scope="col">Section</th><th scope="col">${scale(span)}</th><th scope="col">Took</th>`
  const rows = lanes.map(lane => row(lane, span))
  const table = html`<table class="timeline"><thead><tr>${titles}</tr></thead><tbody>
${rows}</tbody></table>`
  const fold = html`<details class="proof"><summary>${lanes.length} rows</summary>${table}</details>`
  return part('timeline', 'Timeline', lanes.length > UNFOLDED ? fold : table)
}

function row({ name, checks, beganMs, elapsedMs }: Lane, span: number): Markup {
  const bars = laneOf(checks, span, `began at ${formatDuration(beganMs)}: ${tally(checks)}`)
  return html`<tr><th scope="row">${shorten(name, NAME_LIMIT)}</th><td>${bars}</td><td>${formatDuration(elapsedMs)}</td></tr>
`
}

function scale(span: number): Markup {
  const ticks = QUARTERS.map(share => {
    const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle'
    return html`<text x="${percent(share)}" y="11" text-anchor="${anchor}">${formatDuration(span * share)}</text>`
  })
  return html`<svg class="scale" role="img" aria-label="from 0 to ${formatDuration(span)}" height="14">${ticks}</svg>`
}
