import { formatDuration } from '../../model/duration.ts'
import type { CheckResult, EntryResult, RunResult, SectionResult } from '../../model/result.ts'
import { isFlaky, standingOf } from '../../model/verdict.ts'
import { shorten } from '../../model/visible.ts'
import { attemptMarks } from '../format/attempts.ts'
import { type Block, block, list } from '../format/blocks.ts'
import { outcomeLine, outcomeWords } from '../format/failure.ts'
import { escapeMarkdown, proseMarkdown } from '../format/markdown.ts'
import { elapsedOf, placedIn, reasonOf, roundsOf, runsOf, topEntries } from '../format/outline.ts'
import { count } from '../format/totals.ts'
import type { Level } from './level.ts'

const LINE_LIMIT = 300
const CAPTURED_LIMIT = 100

/** The checklist with its boxes ticked, a heading a section. */
export function sections(run: RunResult, level: Level): readonly Block[] {
  const blocks = entryBlocks(topEntries(run), 4, 'Other checks', level)
  return blocks.length === 0 ? [] : [block('### Checks'), ...blocks]
}

/** `rest` is the heading of checks that follow a section: without it they would seem to belong to that section. */
function entryBlocks(entries: readonly EntryResult[], depth: number, rest: string, level: Level): readonly Block[] {
  const blocks: Block[] = []
  let items: string[] = []
  let afterSection = false
  const endList = (): void => {
    if (items.length > 0 && afterSection) blocks.push(heading(depth, rest))
    blocks.push(...list(items))
    items = []
  }
  const passed = level.passed ? 0 : entries.filter(isPassed).length
  if (passed > 0) items.push(`[x] ${count(passed, 'check')} passed`)
  const skipped = level.brief ? entries.filter(isSkipped).length : 0
  if (skipped > 0) items.push(`[ ] ${count(skipped, 'check')} skipped`)
  for (const run of runsOf(entries)) {
    if (!('result' in run)) items.push(...(level.brief ? [] : [skippedTogether(run)]))
    else if (run.result === 'check') items.push(...itemOf(run, level))
    else {
      endList()
      afterSection = true
      blocks.push(...sectionBlocks(run, depth, level))
    }
  }
  endList()
  return blocks
}

function sectionBlocks(section: SectionResult, depth: number, level: Level): readonly Block[] {
  const elapsed = elapsedOf(placedIn(section.entries).map(({ check }) => check))
  const notes = [roundsOf(section), elapsed === undefined ? undefined : formatDuration(elapsed)]
  const name = escapeMarkdown(shorten(section.name, LINE_LIMIT))
  const head = [name, ...notes.filter(note => note !== undefined)].join(' · ')
  return [heading(depth, head), ...entryBlocks(section.entries, depth + 1, `${name}, continued`, level)]
}

function heading(depth: number, text: string): Block {
  return block(`${'#'.repeat(Math.min(depth, 6))} ${text}`)
}

function itemOf(check: CheckResult, level: Level): readonly string[] {
  const name = escapeMarkdown(shorten(check.name, LINE_LIMIT))
  if (isPassed(check)) return level.passed ? [`[x] ${passedItem(name, check)}`] : []
  const { status } = check.outcome
  if (status === 'skipped' && level.brief) return []
  const told = proseMarkdown(shorten(outcomeLine(check), LINE_LIMIT))
  if (status === 'skipped') return [`[ ] ${name} · skipped: ${told}`]
  if (status === 'open') return [`[ ] ${name} · open, for a person`]
  const mark = standingOf(check) === 'warning' ? '⚠️' : '❌'
  const line = `[ ] ${mark} **${name}** · ${outcomeWords(check)} · ${formatDuration(check.durationMs)}`
  // Where a failure is a line at the top, the same line again says nothing.
  return [level.details ? `${line}: ${told}` : line]
}

/** What a check that passed has seen is that what was expected holds: how much that was, and what was taken from it. */
function passedItem(name: string, check: CheckResult): string {
  const words = outcomeWords(check)
  const marks = isFlaky(check) ? `: ${attemptMarks(check.attempts)}` : ''
  const captured = shorten(check.captured.join(', '), CAPTURED_LIMIT)
  const told = [
    formatDuration(check.durationMs),
    ...(words === '' ? [] : [`${words}${marks}`]),
    ...(check.expectations > 1 ? [`${check.expectations} expectations held`] : []),
    ...(captured === '' ? [] : [`captured ${escapeMarkdown(captured)}`]),
  ]
  return [name, ...told].join(' · ')
}

function skippedTogether(checks: readonly CheckResult[]): string {
  const names = shorten(checks.map(check => check.name).join(', '), LINE_LIMIT)
  const reason = proseMarkdown(shorten(reasonOf(checks[0]) ?? '', LINE_LIMIT))
  return `[ ] ${checks.length} checks skipped: ${reason} (${escapeMarkdown(names)})`
}

function isSkipped(entry: EntryResult): boolean {
  return entry.result === 'check' && entry.outcome.status === 'skipped'
}

function isPassed(entry: EntryResult): boolean {
  return entry.result === 'check' && entry.outcome.status === 'passed'
}
