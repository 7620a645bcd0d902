import { formatDuration } from '../../model/duration.ts'
import type { CheckResult, Outcome } from '../../model/result.ts'
import { isFlaky, standingOf } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { attemptMarks } from '../format/attempts.ts'
import { placeOf } from '../format/code-frame.ts'
import { outcomeLine, outcomeWords, saysMore } from '../format/failure.ts'
import { barOf } from './bars.ts'
import { type Content, html, type Markup, prose } from './markup.ts'
import { EVERYTHING, proofs, reasons } from './reason.ts'
import { anchorOf, markOfCheck } from './standing.ts'

const NAME_LIMIT = 300
const LINE_LIMIT = 300

export interface RowLook {
  /** Of the run, in milliseconds: how wide a bar is. */
  readonly span: number
  /** What stands behind the name. */
  readonly note?: string
  readonly unfolded?: boolean
}

/** A check as an item of a list: a line that unfolds to everything known of it. */
export function checkRow(check: CheckResult, { span, note = '', unfolded = false }: RowLook): Markup {
  const standing = standingOf(check)
  const status = isFlaky(check) ? `${standing} flaky` : standing
  const name = html`<span class="name">${nameOf(check)}</span>${note === '' ? [] : html` <span class="note">${note}</span>`}`
  const line = html`${markOfCheck(check)}<span class="what">${name}${told(check)}</span>${barOf(check, span)}<span class="took">${tookOf(check)}</span>`
  const more = html`<div class="more" id="${anchorOf(check)}">${[...details(check.outcome), reasons(check, EVERYTHING)]}${proofs(check)}${facts(check)}</div>`
  const open = unfolded ? html` open` : []
  return html`<li class="check ${standing}" data-status="${status}"><details${open}><summary>${line}</summary>${more}</details></li>
`
}

function nameOf(check: CheckResult): string {
  return shorten(oneLine(check.name) || oneLine(check.description), NAME_LIMIT)
}

/** What a closed row says besides the name: nothing of a check that passed at once. */
function told(check: CheckResult): Content {
  const marks = isFlaky(check) ? `: ${attemptMarks(check.attempts)}` : ''
  const words = outcomeWords(check)
  const line = shorten(
    check.outcome.status === 'open' && !saysMore(outcomeLine(check), check) ? '' : outcomeLine(check),
    LINE_LIMIT,
  )
  if (words === '' && line === '') return []
  return html` <span class="told"><b>${words}${marks}</b> ${prose(line)}</span>`
}

function tookOf(check: CheckResult): string {
  return check.offsetMs === undefined && check.attempts.length === 0 ? '' : formatDuration(check.durationMs)
}

function details(outcome: Outcome): readonly Markup[] {
  if (outcome.status === 'skipped')
    return [html`<p>Skipped (${outcome.reason.because}): ${prose(outcome.reason.message)}</p>`]
  return outcome.status === 'open' ? [html`<p class="instruction">${prose(outcome.instruction)}</p>`] : []
}

function facts(check: CheckResult): Markup {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [check.kind, check.description],
    ['expectations', check.expectations === 0 ? undefined : String(check.expectations)],
    ['captured', check.captured.length === 0 ? undefined : check.captured.join(', ')],
    ['began', check.offsetMs === undefined ? undefined : `+${formatDuration(check.offsetMs)}`],
    ['severity', check.severity === 'warning' ? 'warning' : undefined],
    ['id', check.id],
    ['tags', check.tags.length === 0 ? undefined : check.tags.join(', ')],
    ['written at', placeOf(check.location)],
  ]
  const known = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [html`<div><dt>${name}</dt><dd>${oneLine(value)}</dd></div>`],
  )
  return html`<dl class="facts">${known}</dl>`
}
