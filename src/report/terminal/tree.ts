import { formatDuration } from '../../model/duration.ts'
import type { CheckResult, EntryResult, RunResult, SectionResult } from '../../model/result.ts'
import { isFlaky, standingOf } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { attemptMarks } from '../format/attempts.ts'
import { outcomeWords } from '../format/failure.ts'
import { elapsedOf, placedIn, reasonOf, roundsOf, runsOf, topEntries } from '../format/outline.ts'
import type { Paint, Style } from '../format/paint.ts'
import { displayWidth, padEnd } from '../format/width.ts'

/** As wide as a duration gets, `1 h 04 m`. */
const TIME = 8
const NAME_LIMIT = 60

const MARKS: Readonly<Record<ReturnType<typeof standingOf>, readonly [Style, string]>> = {
  passed: ['green', '✓'],
  failed: ['red', '✗'],
  errored: ['red', '✗'],
  warning: ['yellow', '!'],
  skipped: ['dim', '–'],
  open: ['cyan', '○'],
}

interface Layout {
  readonly paint: Paint
  /** The column at which names end, so that times stand below one another. */
  readonly nameEnd: number
}

export function markOf(check: CheckResult, paint: Paint): string {
  return paint(...MARKS[standingOf(check)])
}

/** The sections as a tree, a line a check. */
export function treeLines(run: RunResult, options: { readonly paint: Paint; readonly width: number }): string[] {
  const entries = topEntries(run)
  const nameEnd = Math.min(widestName(entries, 0), NAME_LIMIT, options.width - TIME - 4)
  return entryLines(entries, 0, { paint: options.paint, nameEnd })
}

function entryLines(entries: readonly EntryResult[], depth: number, layout: Layout): string[] {
  const runs = runsOf(entries)
  return runs.flatMap((run, at) => {
    // At the top an empty line sets every section off from what is above and below it.
    const apart = depth === 0 && at > 0 && (isSection(run) || isSection(runs[at - 1]))
    return [...(apart ? [''] : []), ...runLines(run, depth, layout)]
  })
}

function runLines(run: EntryResult | readonly CheckResult[], depth: number, layout: Layout): string[] {
  if (!('result' in run)) return [skippedLine(`${run.length} checks`, reasonOf(run[0]), depth, layout)]
  return run.result === 'check' ? [checkLine(run, depth, layout)] : sectionLines(run, depth, layout)
}

function isSection(run: EntryResult | readonly CheckResult[] | undefined): boolean {
  return run !== undefined && 'result' in run && run.result === 'section'
}

function sectionLines(section: SectionResult, depth: number, layout: Layout): string[] {
  const elapsed = elapsedOf(placedIn(section.entries).map(({ check }) => check))
  const notes = [roundsOf(section), elapsed === undefined ? undefined : formatDuration(elapsed)]
  const note = notes.filter(part => part !== undefined).map(part => ` · ${part}`)
  const head = `${indent(depth)}${layout.paint('bold', shorten(oneLine(section.name), 200))}${layout.paint('dim', note.join(''))}`
  return [head, ...entryLines(section.entries, depth + 1, layout)]
}

function checkLine(check: CheckResult, depth: number, layout: Layout): string {
  const name = shorten(oneLine(check.name), 200)
  if (check.outcome.status === 'skipped') return skippedLine(name, reasonOf(check), depth, layout)
  const start = `${indent(depth)}${markOf(check, layout.paint)} `
  if (check.outcome.status === 'open') return `${start}${name}  ${layout.paint('cyan', 'open, for a person')}`
  const padded = padEnd(name, layout.nameEnd - depth * 2 - 2)
  const time = layout.paint('dim', formatDuration(check.durationMs).padStart(TIME))
  const marks = isFlaky(check) ? `: ${attemptMarks(check.attempts)}` : ''
  const words = layout.paint(MARKS[standingOf(check)][0], `${outcomeWords(check)}${marks}`)
  return `${start}${padded}  ${time}${words === '' ? '' : `  ${words}`}`
}

function skippedLine(name: string, reason: string | undefined, depth: number, layout: Layout): string {
  return `${indent(depth)}${layout.paint('dim', `– ${name}  skipped: ${shorten(oneLine(reason ?? ''), 300)}`)}`
}

function widestName(entries: readonly EntryResult[], depth: number): number {
  const widths = entries.map(entry => {
    if (entry.result === 'section') return widestName(entry.entries, depth + 1)
    const timed = entry.outcome.status !== 'skipped' && entry.outcome.status !== 'open'
    return timed ? depth * 2 + 2 + displayWidth(oneLine(entry.name)) : 0
  })
  return Math.max(0, ...widths)
}

function indent(depth: number): string {
  return '  '.repeat(depth)
}
