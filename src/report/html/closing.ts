import { formatDuration } from '../../model/duration.ts'
import type { CheckResult, CleanupResult, FinishedReport, RunResult } from '../../model/result.ts'
import { checksOf, isFlaky } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { attemptMarks, attemptsTold } from '../format/attempts.ts'
import { environmentRows } from '../format/environment.ts'
import { saysMore } from '../format/failure.ts'
import { spanOfRun } from '../format/lanes.ts'
import { type PlacedCheck, pathOf, slowestOf } from '../format/outline.ts'
import { checkRow } from './check-row.ts'
import { type Content, html, type Markup, prose } from './markup.ts'
import { part } from './part.ts'
import { anchorOf, mark, markOfCheck } from './standing.ts'

const SLOWEST = 10
const NAME_LIMIT = 200

export function openBoxes(run: RunResult): Content {
  const boxes = checksOf(run).flatMap(placed => {
    const { outcome } = placed.check
    if (outcome.status !== 'open') return []
    const told = saysMore(outcome.instruction, placed.check)
      ? html` <span class="instruction">${prose(outcome.instruction)}</span>`
      : []
    return [html`<li>${mark('open')}${linkTo(placed)}${told}</li>\n`]
  })
  return part('open', 'For a person to look at', list(boxes))
}

export function flaky(run: RunResult): Content {
  const items = checksOf(run)
    .filter(({ check }) => isFlaky(check))
    .map(placed => {
      const { check } = placed
      const told = `${check.outcome.status} after ${attemptsTold(check)} in ${formatDuration(check.durationMs)}: ${attemptMarks(check.attempts)}`
      return html`<li>${markOfCheck(check)}${linkTo(placed)} <span class="told">${told}</span></li>\n`
    })
  return part('flaky', 'Flaky', list(items))
}

export function slowest(run: RunResult): Content {
  const items = slowestOf(run, SLOWEST).map(
    placed =>
      html`<li>${markOfCheck(placed.check)}<span class="took">${formatDuration(placed.check.durationMs)}</span> ${linkTo(placed)}</li>\n`,
  )
  return part('slowest', 'Slowest', list(items))
}

export function cleanup(run: RunResult): Content {
  if (run.cleanup.length === 0) return []
  const span = spanOfRun(run)
  const failed = run.cleanup.filter(({ check }) => isFailed(check)).length
  const note = failed === 0 ? [] : html`<p>What could not be undone does not change the verdict.</p>`
  return part('cleanup', 'Cleanup', [note, html`<ul class="list">${run.cleanup.map(step => stepRow(step, span))}</ul>`])
}

export function notices(run: RunResult): Content {
  return part('notes', 'Notes', list(run.notices.map(notice => html`<li>${prose(oneLine(notice))}</li>\n`)))
}

export function environment(report: FinishedReport): Content {
  const rows = environmentRows(report).map(({ name, value, url }) => {
    const shown = url === undefined ? value : html`<a href="${url}" rel="noreferrer noopener">${value}</a>`
    return html`<tr><th scope="row">${name}</th><td>${shown}</td></tr>\n`
  })
  return part('environment', 'Environment', html`<table class="environment"><tbody>${rows}</tbody></table>`)
}

function stepRow({ of, check }: CleanupResult, span: number): Markup {
  const unfolded = isFailed(check)
  return checkRow(check, { span, note: `of ${shorten(oneLine(of), NAME_LIMIT)}`, unfolded })
}

function isFailed({ outcome }: CheckResult): boolean {
  return outcome.status === 'failed' || outcome.status === 'errored'
}

function linkTo(placed: PlacedCheck): Markup {
  return html`<a href="#${anchorOf(placed.check)}">${pathOf(placed)}</a>`
}

function list(items: readonly Markup[]): Content {
  return items.length === 0 ? [] : html`<ul class="plain">${items}</ul>`
}
