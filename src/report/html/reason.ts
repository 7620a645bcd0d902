import { formatDuration } from '../../model/duration.ts'
import type { CheckResult, Evidence, Failure, Fault } from '../../model/result.ts'
import type { Location } from '../../model/source.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { attemptsTold, numberOf, streaksOf } from '../format/attempts.ts'
import { markedLine, placeOf } from '../format/code-frame.ts'
import { byDefaultText, expectedText, faultFacts, isAtSamePlace } from '../format/failure.ts'
import { type Content, html, type Markup, prose } from './markup.ts'
import { mark } from './standing.ts'

/** Of the line of the checklist so many columns are shown, around what is meant. */
const FRAME_WIDTH = 160

/** How much of a failed or errored check is told: so many of its failures, each value in so many characters. */
export interface Extent {
  readonly failures: number
  readonly value: number
}

export const EVERYTHING: Extent = { failures: Number.POSITIVE_INFINITY, value: Number.POSITIVE_INFINITY }

/** What does not hold or could not be found out, with its line of the checklist, and what to do about it. */
export function reasons(check: CheckResult, extent: Extent): Content {
  const { outcome } = check
  if (outcome.status !== 'failed' && outcome.status !== 'errored') return []
  const told =
    outcome.status === 'failed'
      ? outcome.failures
          .slice(0, extent.failures)
          .map((failure, at) => failureReason(failure, outcome.failures[at - 1], { check, extent }))
      : faultReason(outcome.fault, extent)
  return [told, ...advice('Hint', outcome.status === 'errored' ? outcome.fault.hint : ''), ...advice('Fix', check.fix)]
}

/** What was seen and how often it was tried, folded; nothing of a check that passed at once. */
export function proofs(check: CheckResult): Content {
  const { outcome } = check
  const told = outcome.status === 'failed' || outcome.status === 'errored'
  return [attemptsTable(check), told ? [reproduction(outcome.reproduce), outcome.evidence.map(evidenceFold)] : []]
}

/** The line of the checklist, what is meant marked in it. */
export function codeFrame(location: Location): Markup {
  const place = html`<figcaption>${placeOf(location)}</figcaption>`
  if (location.lineText.trim() === '') return html`<figure class="frame">${place}</figure>`
  const { before, marked, after } = markedLine(location, FRAME_WIDTH)
  const line = html`<code><span class="number">${location.line}</span>${before}<mark>${marked}</mark>${after}</code>`
  return html`<figure class="frame">${place}<pre>${line}</pre></figure>`
}

/** The line and the reason only where they are not those of the failure before. */
function failureReason(
  failure: Failure,
  before: Failure | undefined,
  { check, extent }: { readonly check: CheckResult; readonly extent: Extent },
): Markup {
  const again = isAtSamePlace(failure, before)
  const note = failure.byDefault && !(again && before?.byDefault) ? html` ${prose(byDefaultText(check))}` : []
  const values = [
    ['expected', shorten(expectedText(failure), extent.value)],
    ['actual', shorten(failure.actual, extent.value)],
  ] as const
  const compared = pairs(values, 'compared')
  const sentence = prose(shorten(oneLine(failure.message), extent.value))
  return html`<div class="reason"><p>${sentence}${note}</p>${compared}${again ? [] : codeFrame(failure.location)}</div>`
}

function faultReason(fault: Fault, extent: Extent): Markup {
  const rows = faultFacts(fault).map(([name, value]) => [oneLine(name), shorten(value, extent.value)] as const)
  const told = pairs(rows, 'known')
  const sentence = prose(shorten(oneLine(fault.message), extent.value))
  return html`<div class="reason"><p>${sentence}</p>${told}${codeFrame(fault.location)}</div>`
}

/** The first value is what should be and the second what is, where they are compared. */
function pairs(rows: readonly (readonly [string, string])[], kind: 'compared' | 'known'): Markup {
  const told = rows.map(([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`)
  return html`<dl class="pairs ${kind}">${told}</dl>`
}

function advice(title: string, text: string | undefined): readonly Markup[] {
  return text === undefined || text === '' ? [] : [html`<p class="advice"><strong>${title}</strong> ${prose(text)}</p>`]
}

function reproduction(command: string | undefined): Content {
  if (command === undefined) return []
  return html`<details class="proof"><summary>Reproduce</summary><pre class="command"><code>${oneLine(command)}</code></pre></details>`
}

/** The pieces without which nobody knows what failed; the others are found by the link. */
export function tellingProofs({ outcome }: CheckResult): Content {
  const told = outcome.status === 'failed' || outcome.status === 'errored' ? outcome.evidence : []
  return told.filter(({ telling }) => telling).map(evidenceFold)
}

function evidenceFold({ title, text, telling, fullLength }: Evidence): Markup {
  const cut = fullLength === undefined ? [] : html` <small>cut from ${thousands(fullLength)} characters</small>`
  const shown = html`<pre><code>${text.trimEnd()}</code></pre>`
  const open = telling ? html` open` : []
  return html`<details class="proof"${open}><summary>${oneLine(title)}${cut}</summary>${shown}</details>`
}

function attemptsTable(check: CheckResult): Content {
  if (check.attempts.length < 2) return []
  const rows = streaksOf(check.attempts).map(streak => {
    const { first } = streak
    const began = formatDuration(first.offsetMs - (check.offsetMs ?? 0))
    const cells = html`<td>+${began}</td><td>${formatDuration(first.durationMs)}</td>`
    const ended = html`<td>${mark(first.status)} ${first.status}</td><td>${prose(oneLine(first.message))}</td>`
    return html`<tr><th scope="row">${numberOf(streak)}</th>${cells}${ended}</tr>`
  })
  const head = ['No.', 'Began', 'Took', 'Ended', 'With'].map(title => html`<th scope="col">${title}</th>`)
  const table = html`<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`
  return html`<details class="proof"><summary>${attemptsTold(check)}</summary>${table}</details>`
}

/** `48,211`: not by the locale of who runs it, so that a report is the same anywhere. */
function thousands(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ',')
}
