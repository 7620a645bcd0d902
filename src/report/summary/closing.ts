import { formatDuration } from '../../model/duration.ts'
import type { CheckResult, CleanupResult, FinishedReport, ReportedChecklist, RunResult } from '../../model/result.ts'
import { checksOf, isFlaky } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { attemptMarks, attemptsTold } from '../format/attempts.ts'
import { type Block, block, list } from '../format/blocks.ts'
import { environmentRows, PROGRAM } from '../format/environment.ts'
import { outcomeLine, outcomeWords, saysMore } from '../format/failure.ts'
import { codeCell, escapeMarkdown, proseMarkdown, table } from '../format/markdown.ts'
import { type PlacedCheck, pathOf, slowestOf } from '../format/outline.ts'
import { count } from '../format/totals.ts'
import type { Level } from './level.ts'
import { reasonBlocks } from './what-to-fix.ts'

const SLOWEST = 5
const LINE_LIMIT = 300
const FALLS = 5
/** So many skipped checks are named for one reason, in so many characters. */
const NAMES = 20
const NAMES_LIMIT = 1_000

/** Told in brief, a list has so many items, and an item so many characters of what is said there. */
const BRIEF_ITEMS = 50
const BRIEF_LIMIT = 200
/** So many failed steps of cleanup are told in full, then. */
const BRIEF_DETAILS = 5

export function openBoxes(run: RunResult, level: Level): readonly Block[] {
  const boxes = checksOf(run).flatMap(placed => {
    const { outcome } = placed.check
    if (outcome.status !== 'open') return []
    const told = saysMore(outcome.instruction, placed.check) ? `: ${said(outcome.instruction, level)}` : ''
    return [`[ ] **${escapeMarkdown(pathOf(placed))}**${told}`]
  })
  return titled('For a person to look at', listOf(boxes, level))
}

export function flaky(run: RunResult, level: Level): readonly Block[] {
  const items = checksOf(run)
    .filter(({ check }) => isFlaky(check))
    .map(placed => {
      const { check } = placed
      const head = `**${escapeMarkdown(pathOf(placed))}** · ${check.outcome.status} after ${attemptsTold(check)} in ${formatDuration(check.durationMs)}: ${attemptMarks(check.attempts)}`
      return [head, ...falls(check).map(fall => `  - ${fall}`)].join('\n')
    })
  return titled('Flaky', listOf(items, level))
}

/** Why attempts did not hold: each message once, with the attempts that ended so. */
function falls(check: CheckResult): readonly string[] {
  const numbers = new Map<string, number[]>()
  for (const { status, number, message } of check.attempts) {
    if (status === 'passed') continue
    numbers.set(message, [...(numbers.get(message) ?? []), number])
  }
  return [...numbers].slice(-FALLS).map(([message, all]) => {
    const which = shorten(all.join(', '), 60)
    return `${all.length === 1 ? 'attempt' : 'attempts'} ${which}: ${proseMarkdown(shorten(oneLine(message), LINE_LIMIT))}`
  })
}

/** What was skipped, by the reason for it. */
export function skippedChecks(run: RunResult, level: Level): readonly Block[] {
  const byReason = new Map<string, PlacedCheck[]>()
  for (const placed of checksOf(run)) {
    const { outcome } = placed.check
    if (outcome.status !== 'skipped') continue
    const same = byReason.get(outcome.reason.message)
    if (same === undefined) byReason.set(outcome.reason.message, [placed])
    else same.push(placed)
  }
  const items = [...byReason].map(([reason, checks]) => {
    const names = checks.slice(0, NAMES).map(pathOf).join(', ')
    const rest = checks.length > NAMES ? ` and ${checks.length - NAMES} more` : ''
    const why = proseMarkdown(shorten(oneLine(reason), LINE_LIMIT))
    return `**${count(checks.length, 'check')}:** ${why} (${escapeMarkdown(shorten(names, NAMES_LIMIT))}${rest})`
  })
  return titled('Skipped', listOf(items, level))
}

export function slowest(run: RunResult): readonly Block[] {
  const rows = slowestOf(run, SLOWEST).map(placed => [
    formatDuration(placed.check.durationMs),
    escapeMarkdown(shorten(pathOf(placed), LINE_LIMIT)),
  ])
  return rows.length === 0 ? [] : titled('Slowest', [block(table(['Time', 'Check'], rows))])
}

export function cleanup({ run, checklist }: FinishedReport, level: Level): readonly Block[] {
  const failed = run.cleanup.filter(({ check }) => ['failed', 'errored'].includes(check.outcome.status))
  const note = failed.length === 0 ? [] : [block('What could not be undone does not change the verdict.')]
  const steps = level.passed ? run.cleanup : run.cleanup.filter(({ check }) => check.outcome.status !== 'passed')
  const detailed = level.brief ? failed.slice(0, BRIEF_DETAILS) : failed
  const details = level.details ? detailed.flatMap(step => stepDetails(step, checklist, level)) : []
  return titled('Cleanup', [...note, ...listOf(steps.map(stepItem), level), ...details])
}

export function notices(report: FinishedReport, level: Level): readonly Block[] {
  const notes = report.run.notices.map(notice => said(notice, level))
  return titled('Notes', listOf(notes, level))
}

export function environment(report: FinishedReport): readonly Block[] {
  const cells = environmentRows(report).map(({ name, value, url }) => {
    const shown = codeCell(shorten(value, LINE_LIMIT))
    return [name, url === undefined ? shown : `[${shown}](${url})`]
  })
  // A table needs a head: the program that wrote it is as good as two empty cells, and looks better.
  const head = cells.find(([name]) => name === PROGRAM) ?? []
  return titled('Environment', [
    block(
      table(
        head,
        cells.filter(row => row !== head),
      ),
    ),
  ])
}

function stepDetails({ check }: CleanupResult, checklist: ReportedChecklist, level: Level): readonly Block[] {
  return [block(`#### ❌ ${escapeMarkdown(check.name)}`), ...reasonBlocks(check, checklist, level.evidence)]
}

function stepItem({ of, check }: CleanupResult): string {
  const { status } = check.outcome
  const box = status === 'passed' ? '[x]' : '[ ]'
  const words = status === 'passed' ? formatDuration(check.durationMs) : outcomeWords(check)
  const line = outcomeLine(check)
  const told = line === '' ? '' : `: ${proseMarkdown(shorten(line, LINE_LIMIT))}`
  return `${box} ${escapeMarkdown(check.name)} (of ${escapeMarkdown(of)}) · ${words}${told}`
}

function said(text: string, level: Level): string {
  return proseMarkdown(level.brief ? shorten(oneLine(text), BRIEF_LIMIT) : text)
}

function listOf(items: readonly string[], level: Level): readonly Block[] {
  const rest = items.length - BRIEF_ITEMS
  return list(level.brief && rest > 0 ? [...items.slice(0, BRIEF_ITEMS), `and ${rest} more`] : items)
}

function titled(title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [block(`### ${title}`), ...blocks]
}
