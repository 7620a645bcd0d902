import { formatDuration } from '../../model/duration.ts'
import type { CleanupResult, FinishedReport, RunResult } from '../../model/result.ts'
import { checksOf, isFlaky } from '../../model/verdict.ts'
import { VERSION } from '../../model/version.ts'
import { shorten } from '../../model/visible.ts'
import { attemptMarks, attemptsTold } from '../format/attempts.ts'
import { type Block, block, list } from '../format/blocks.ts'
import { outcomeLine, outcomeWords, saysMore } from '../format/failure.ts'
import { codeCell, escapeMarkdown, proseMarkdown, table } from '../format/markdown.ts'
import { pathOf, slowestOf } from '../format/outline.ts'
import type { Level } from './level.ts'
import { reasonBlocks } from './what-to-fix.ts'

const SLOWEST = 5
const LINE_LIMIT = 300

export function openBoxes(run: RunResult): readonly Block[] {
  const boxes = checksOf(run).flatMap(placed => {
    const { outcome } = placed.check
    if (outcome.status !== 'open') return []
    const told = saysMore(outcome.instruction, placed.check) ? `: ${proseMarkdown(outcome.instruction)}` : ''
    return [`[ ] **${escapeMarkdown(pathOf(placed))}**${told}`]
  })
  return titled('For a person to look at', list(boxes))
}

export function flaky(run: RunResult): readonly Block[] {
  const items = checksOf(run)
    .filter(({ check }) => isFlaky(check))
    .map(placed => {
      const { check } = placed
      return `${escapeMarkdown(pathOf(placed))} · ${check.outcome.status} after ${attemptsTold(check)} in ${formatDuration(check.durationMs)}: ${attemptMarks(check.attempts)}`
    })
  return titled('Flaky', list(items))
}

export function slowest(run: RunResult): readonly Block[] {
  const rows = slowestOf(run, SLOWEST).map(placed => [
    formatDuration(placed.check.durationMs),
    escapeMarkdown(shorten(pathOf(placed), LINE_LIMIT)),
  ])
  return rows.length === 0 ? [] : titled('Slowest', [block(table(['Time', 'Check'], rows))])
}

export function cleanup(run: RunResult, level: Level): readonly Block[] {
  const failed = run.cleanup.filter(({ check }) => ['failed', 'errored'].includes(check.outcome.status))
  const note = failed.length === 0 ? [] : [block('What could not be undone does not change the verdict.')]
  const steps = level.passed ? run.cleanup : run.cleanup.filter(({ check }) => check.outcome.status !== 'passed')
  const details = level.details ? failed.flatMap(step => stepDetails(step, level)) : []
  return titled('Cleanup', [...note, ...list(steps.map(stepItem)), ...details])
}

export function notices(report: FinishedReport): readonly Block[] {
  return titled('Notes', list(report.run.notices.map(proseMarkdown)))
}

export function environment({ run, checklist }: FinishedReport): readonly Block[] {
  const { facts } = run
  const rows: readonly (readonly [string, string | null])[] = [
    ['Checklist', checklist.file],
    ['Target', facts.target],
    ['Started', facts.startedAt],
    ['Took', formatDuration(run.durationMs)],
    ['Run', facts.id],
    ['Repository', facts.repository],
    ['Ref', facts.ref],
    ['Commit', facts.sha],
    ['Actor', facts.actor],
    ['Workflow run', facts.url],
    ['verify-deploy', VERSION],
  ]
  const known = rows.flatMap(([name, value]) => (value === null ? [] : [[name, codeCell(value)]]))
  return titled('Environment', [block(table(['', ''], known))])
}

function stepDetails({ check }: CleanupResult, level: Level): readonly Block[] {
  return [block(`### ❌ ${escapeMarkdown(check.name)}`), ...reasonBlocks(check, level.evidence)]
}

function stepItem({ of, check }: CleanupResult): string {
  const { status } = check.outcome
  const box = status === 'passed' ? '[x]' : '[ ]'
  const words = status === 'passed' ? formatDuration(check.durationMs) : outcomeWords(check)
  const line = outcomeLine(check)
  const told = line === '' ? '' : `: ${proseMarkdown(shorten(line, LINE_LIMIT))}`
  return `${box} ${escapeMarkdown(check.name)} (of ${escapeMarkdown(of)}) · ${words}${told}`
}

function titled(title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [block(`## ${title}`), ...blocks]
}
