import { formatDuration } from '../../model/duration.ts'
import type { RunResult } from '../../model/result.ts'
import { standingOf } from '../../model/verdict.ts'
import { shorten } from '../../model/visible.ts'
import { outcomeLine, outcomeWords } from '../format/failure.ts'
import { type PlacedCheck, pathOf, troublesOf } from '../format/outline.ts'
import { type Content, html, type Markup, prose } from './markup.ts'
import { part } from './part.ts'
import { type Extent, reasons, tellingProofs } from './reason.ts'
import { anchorOf, mark } from './standing.ts'

/** So many are told with their values and lines; every further one is a line, and the list of checks has it all. */
const IN_FULL = 30
const EXTENT: Extent = { failures: 3, value: 500 }
const LINE_LIMIT = 300

/** What failed and, after it, what is only a warning: what was expected and seen, and what to do about it. */
export function whatToFix(run: RunResult): Content {
  const troubles = troublesOf(run)
  const rest = troubles.slice(IN_FULL)
  const more = rest.length === 0 ? [] : html`<ul class="plain">${rest.map(line)}</ul>`
  return part('fix', 'What to fix', troubles.length === 0 ? [] : [...troubles.slice(0, IN_FULL).map(card), more])
}

function card(placed: PlacedCheck): Markup {
  const { check } = placed
  const standing = standingOf(check)
  const words = [outcomeWords(check), check.kind, formatDuration(check.durationMs)].join(' · ')
  const left = check.outcome.status === 'failed' ? check.outcome.failures.length - EXTENT.failures : 0
  const more = left > 0 ? `${left} more and the evidence` : 'Evidence and details'
  return html`<article class="card ${standing}"><h3>${mark(standing)}<span>${pathOf(placed)}</span></h3><p class="note">${words}</p>
${reasons(check, EXTENT)}${tellingProofs(check)}<p class="onward"><a href="#${anchorOf(check)}" aria-label="${more} of ${pathOf(placed)}">${more}</a></p></article>
`
}

function line(placed: PlacedCheck): Markup {
  const { check } = placed
  const told = prose(shorten(check.fix ?? outcomeLine(check), LINE_LIMIT))
  return html`<li>${mark(standingOf(check))}<a href="#${anchorOf(check)}">${pathOf(placed)}</a> <span class="told">${told}</span></li>
`
}
