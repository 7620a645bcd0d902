import type { CheckResult, EntryResult, RunResult, SectionResult } from '../../model/result.ts'
import { standingOf, totalsOf } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { spanOfRun } from '../format/lanes.ts'
import { placedIn, roundsOf, topEntries } from '../format/outline.ts'
import { count } from '../format/totals.ts'
import { checkRow } from './check-row.ts'
import { html, type Markup } from './markup.ts'
import { amountOf, mark, STANDINGS, type Standing, tally } from './standing.ts'

const NAME_LIMIT = 300
/** A run of more checks than these shows only sections with failed checks unfolded, and of more failed checks none. */
const UNFOLDED = 300
/** So many failed checks are unfolded; with more the list would no longer be one. */
const UNFOLDED_ROWS = 10

interface TreeLook {
  readonly span: number
  readonly all: boolean
  readonly troubled: boolean
  readonly unfoldRows: boolean
}

/** The checklist section by section, a line a check, with the tools that search and filter it. In pieces, a check each. */
export function* checks(run: RunResult): Generator<string> {
  const totals = totalsOf(run)
  const troubles = totals.failed + totals.errored + totals.warnings
  const look = {
    span: spanOfRun(run),
    all: totals.total <= UNFOLDED,
    troubled: troubles <= UNFOLDED,
    unfoldRows: troubles <= UNFOLDED_ROWS,
  }
  const many = look.all ? [] : html` class="many"`
  yield html`<section id="checks"${many} aria-labelledby="checks-title"><h2 id="checks-title">Checks</h2>
${tools(run)}`.markup
  yield* entriesOf(topEntries(run), 3, look)
  yield html`<p id="nothing" hidden>No check is like that.</p></section>
`.markup
}

function* entriesOf(entries: readonly EntryResult[], level: number, look: TreeLook): Generator<string> {
  let listed = false
  for (const entry of entries) {
    const begins = entry.result === 'check' && !listed
    if (begins) yield '<ul class="list">\n'
    if (entry.result === 'section' && listed) yield '</ul>\n'
    listed = entry.result === 'check'
    if (entry.result === 'section') yield* sectionOf(entry, level, look)
    else yield checkRow(entry, { span: look.span, unfolded: look.unfoldRows && isTrouble(entry) }).markup
  }
  if (listed) yield '</ul>\n'
}

function* sectionOf(section: SectionResult, level: number, look: TreeLook): Generator<string> {
  const inside = placedIn([section]).map(({ check }) => check)
  const worst = STANDINGS.find(standing => inside.some(check => standingOf(check) === standing)) ?? 'skipped'
  const rounds = roundsOf(section)
  const told = [tally(inside), ...(rounds === undefined ? [] : [rounds])].filter(part => part !== '').join(' · ')
  const open = look.all || (look.troubled && inside.some(isTrouble)) ? html` open` : []
  const title = heading(level, shorten(oneLine(section.name), NAME_LIMIT))
  yield html`<details class="section"${open}><summary>${mark(worst)}${title}<span class="note">${told}</span></summary>
`.markup
  yield* entriesOf(section.entries, level + 1, look)
  yield '</details>\n'
}

/** HTML has six levels of headings; what is deeper stays at the last. */
function heading(level: number, name: string): Markup {
  const levels = [html`<h3>${name}</h3>`, html`<h4>${name}</h4>`, html`<h5>${name}</h5>`]
  return levels[level - 3] ?? html`<h6>${name}</h6>`
}

function isTrouble(check: CheckResult): boolean {
  const { status } = check.outcome
  return status === 'failed' || status === 'errored'
}

/** Hidden until the script takes them into service. */
function tools(run: RunResult): Markup {
  const totals = totalsOf(run)
  const amounts: readonly (readonly [Standing | 'flaky', number])[] = [
    ...STANDINGS.map(standing => [standing, amountOf(totals, standing)] as const),
    ['flaky', totals.flaky],
  ]
  const chips = amounts.flatMap(([status, amount]) => (amount === 0 ? [] : [chip(status, amount)]))
  const sections = topEntries(run).some(entry => entry.result === 'section')
  const folding = sections
    ? html`<div class="folding"><button type="button" id="unfold">Unfold sections</button><button type="button" id="fold">Fold sections</button></div>`
    : []
  return html`<div id="tools" role="search" aria-label="Checks" hidden>
<div class="find"><label for="search">Search</label><input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="keys"></div>
<div class="chips" role="group" aria-label="Show only">${chips}</div>
<div class="state"><p id="found" role="status">${count(totals.total, 'check')}</p><p id="keys"><kbd>/</kbd> search · <kbd>Esc</kbd> all again · in the list <kbd>j</kbd> <kbd>k</kbd> next, previous, <kbd>n</kbd> next problem</p>${folding}</div></div>
`
}

function chip(status: Standing | 'flaky', amount: number): Markup {
  const sign = status === 'flaky' ? html`<span class="mark flaky" aria-hidden="true">≈</span>` : mark(status)
  const name = status === 'warning' && amount !== 1 ? 'warnings' : status
  return html`<button type="button" class="chip" aria-pressed="false" data-filter="${status}">${sign}${amount} ${name}</button>`
}
