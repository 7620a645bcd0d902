import { formatDuration } from '../../model/duration.ts'
import type { CheckResult } from '../../model/result.ts'
import { standingOf } from '../../model/verdict.ts'
import { endOf } from '../format/lanes.ts'
import { count } from '../format/totals.ts'
import { html, type Markup } from './markup.ts'
import type { Standing } from './standing.ts'

/** Bars that are nearer to each other than this share of the run, and alike, are one: nobody could tell them apart. */
const NEAR = 0.001
/** Narrower ones would not be seen: in a lane, and in the row of a check. */
const NARROWEST = 0.004
const NARROWEST_OF_ROW = 0.02
/** How many bars of one lane stand above each other at most: as many as checks run at once by default. */
const ROWS = 8
const ROW_HEIGHT = 9

interface Bar {
  readonly standing: Standing
  readonly start: number
  end: number
  readonly name: string
  durationMs: number
  checks: number
}

/** When a check ran within the run, as a bar as wide as its row allows; empty for one that never started. */
export function barOf(check: CheckResult, span: number): Markup {
  if (check.offsetMs === undefined) return html`<span class="when"></span>`
  const [start, width] = placeOf(check.offsetMs / span, endOf(check) / span, NARROWEST_OF_ROW)
  return html`<svg class="when" aria-hidden="true"><rect class="${standingOf(check)}" x="${start}" width="${width}" height="6"></rect></svg>`
}

/** Checks of a lane as bars, those that ran at once above each other. `label` says what they show. */
export function laneOf(checks: readonly CheckResult[], span: number, label: string): Markup {
  const rows: Bar[][] = []
  const bars = checks.flatMap(check => (check.offsetMs === undefined ? [] : [barFor(check, check.offsetMs, span)]))
  for (const bar of bars.toSorted((a, b) => a.start - b.start)) put(rows, bar)
  const drawn = rows.flatMap((row, at) => row.map(bar => rectOf(bar, at * ROW_HEIGHT)))
  const height = Math.max(1, rows.length) * ROW_HEIGHT - 2
  return html`<svg class="lane" role="img" aria-label="${label}" height="${height}">${drawn}</svg>`
}

function barFor(check: CheckResult, offsetMs: number, span: number): Bar {
  const { name, durationMs } = check
  return { standing: standingOf(check), start: offsetMs / span, end: endOf(check) / span, name, durationMs, checks: 1 }
}

function put(rows: Bar[][], bar: Bar): void {
  const free = rows.findIndex(row => (row.at(-1)?.end ?? 0) <= bar.start)
  const at = free === -1 ? Math.min(rows.length, ROWS - 1) : free
  const row = rows[at] ?? []
  rows[at] = row
  const last = row.at(-1)
  if (last === undefined || last.standing !== bar.standing || bar.start - last.end > NEAR || !isNarrow(bar)) {
    row.push(bar)
    return
  }
  last.end = Math.max(last.end, bar.end)
  last.durationMs += bar.durationMs
  last.checks += 1
}

function isNarrow(bar: Bar): boolean {
  return bar.end - bar.start < NARROWEST
}

function rectOf(bar: Bar, y: number): Markup {
  const [start, width] = placeOf(bar.start, bar.end, NARROWEST)
  const told = bar.checks === 1 ? bar.name : count(bar.checks, 'check')
  const title = html`<title>${told}: ${bar.standing}, ${formatDuration(bar.durationMs)}</title>`
  return html`<rect class="${bar.standing}" x="${start}" y="${y}" width="${width}" height="${ROW_HEIGHT - 2}">${title}</rect>`
}

function placeOf(start: number, end: number, narrowest: number): readonly [string, string] {
  const width = Math.max(narrowest, end - start)
  return [percent(Math.max(0, Math.min(start, 1 - width))), percent(width)]
}

/** `12.5%` of a share of 1. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(2).replace(/\.?0+$/, '')}%`
}
