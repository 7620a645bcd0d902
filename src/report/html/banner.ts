import { formatDuration } from '../../model/duration.ts'
import type { Report, RunResult } from '../../model/result.ts'
import { totalsOf, verdictOf } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { count, verdictSentence } from '../format/totals.ts'
import { percent } from './bars.ts'
import { type Content, html, type Markup, prose } from './markup.ts'
import { amountOf, mark, STANDINGS } from './standing.ts'

const NAME_LIMIT = 300

/** The answer: the verdict with its sentence, of what, and the totals. */
export function banner(report: Report): Markup {
  const verdict = verdictOf(report)
  const name = shorten(oneLine(report.checklist.name) || oneLine(report.checklist.file), NAME_LIMIT)
  return html`<header class="banner ${verdict}">
<p class="product">verify-deploy</p>
<h1>${name}</h1>
<p class="verdict">${mark(verdict)}<strong>${verdict}</strong></p>
<p class="sentence">${prose(verdictSentence(report))}</p>
${report.report === 'invalid' ? html`<p class="circumstances">${report.checklist.file}</p>` : ofRun(report.run)}</header>
`
}

function ofRun(run: RunResult): Content {
  const { target, startedAt, ref, sha } = run.facts
  const told = [
    ...(target === null ? [] : [`target ${oneLine(target)}`]),
    `took ${formatDuration(run.durationMs)}`,
    oneLine(startedAt).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[:.\d]*Z$/, '$1 $2 UTC'),
    ...(ref === null ? [] : [oneLine(ref).replace(/^refs\/(heads|tags)\//, '')]),
    ...(sha === null ? [] : [sha.slice(0, 8)]),
  ]
  const items = told.map(text => html`<li>${shorten(text, NAME_LIMIT)}</li>`)
  return html`${totalsOfRun(run)}<ul class="circumstances" aria-label="Circumstances">${items}</ul>
`
}

function totalsOfRun(run: RunResult): Markup {
  const totals = totalsOf(run)
  const items = STANDINGS.flatMap(standing => {
    const amount = amountOf(totals, standing)
    const word = standing === 'warning' && amount !== 1 ? 'warnings' : standing
    return amount === 0 ? [] : [html`<li class="${standing}"><b>${amount}</b> ${word}</li>`]
  })
  const flaky = totals.flaky === 0 ? [] : html`<li class="flaky"><b>${totals.flaky}</b> flaky</li>`
  const all = html`<li><b>${totals.total}</b> ${count(totals.total, 'check').replace(/^\d+ /, '')}</li>`
  return html`<ul class="totals" aria-label="Totals">${all}${items}${flaky}</ul>
${proportions(run)}`
}

/** How the totals relate, as one bar. */
function proportions(run: RunResult): Content {
  const totals = totalsOf(run)
  if (totals.total === 0) return []
  let start = 0
  const parts = STANDINGS.toReversed().map(standing => {
    const share = amountOf(totals, standing) / totals.total
    start += share
    return share === 0
      ? []
      : html`<rect class="${standing}" x="${percent(start - share)}" width="${percent(share)}" height="6"></rect>`
  })
  return html`<svg class="proportions" aria-hidden="true" height="6">${parts}</svg>
`
}
