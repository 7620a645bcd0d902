import { formatDuration } from '../../model/duration.ts'
import type { CheckResult, Failure, Fault, RunResult } from '../../model/result.ts'
import { standingOf } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { attemptLines } from '../format/attempts.ts'
import { type Block, block, list } from '../format/blocks.ts'
import { codeFrame } from '../format/code-frame.ts'
import { byDefaultText, expectedText, isAtSamePlace, outcomeLine, outcomeWords } from '../format/failure.ts'
import { escapeMarkdown, evidenceFold, fence, fold, proseMarkdown } from '../format/markdown.ts'
import { type PlacedCheck, pathOf, troublesOf } from '../format/outline.ts'
import type { Level } from './level.ts'

const FRAME_WIDTH = 120
const VALUE_LIMIT = 500

/** What failed and, after it, what is only a warning: where, what was expected and seen, what to do about it. */
export function whatToFix(run: RunResult, level: Level): readonly Block[] {
  const troubles = troublesOf(run)
  if (troubles.length === 0) return []
  const title = block('## What to fix')
  if (level.details) return [title, ...troubles.flatMap((placed, at) => item(placed, at + 1, level))]
  return [title, ...list(troubles.map(placed => line(placed, level.told)))]
}

/** Everything about one failed or errored check but its heading; of each piece of evidence so many characters. */
export function reasonBlocks(check: CheckResult, evidence: number): readonly Block[] {
  const { outcome } = check
  if (outcome.status !== 'failed' && outcome.status !== 'errored') return []
  const reasons =
    outcome.status === 'failed'
      ? outcome.failures.flatMap((failure, index) => failureBlocks(failure, outcome.failures[index - 1], check))
      : faultBlocks(outcome.fault)
  const hint = outcome.status === 'errored' && outcome.fault.hint !== '' ? outcome.fault.hint : undefined
  const advice = [
    ...(hint === undefined ? [] : [`**Hint:** ${proseMarkdown(hint)}`]),
    ...(check.fix === undefined ? [] : [`**Fix:** ${proseMarkdown(check.fix)}`]),
  ]
  const folds =
    evidence > 0
      ? [
          ...attemptsFold(check),
          ...outcome.evidence.map(piece => evidenceFold(piece, evidence)),
          ...(outcome.reproduce === undefined ? [] : [fold('Reproduce', fence(oneLine(outcome.reproduce), 'shell'))]),
        ]
      : []
  return [...reasons, ...advice.map(block), ...folds.map(block)]
}

function item(placed: PlacedCheck, number: number, level: Level): readonly Block[] {
  const { check } = placed
  const mark = standingOf(check) === 'warning' ? '⚠️' : '❌'
  return [
    block(`### ${mark} ${number}. ${escapeMarkdown(pathOf(placed))}`),
    block(`${outcomeWords(check)} · ${formatDuration(check.durationMs)}`),
    ...reasonBlocks(check, level.evidence),
  ]
}

function line(placed: PlacedCheck, limit: number): string {
  const { check } = placed
  const named = `**${escapeMarkdown(pathOf(placed))}** · ${outcomeWords(check)}`
  if (limit === 0) return named
  const told = proseMarkdown(shorten(outcomeLine(check), limit))
  const fix = check.fix === undefined ? '' : ` **Fix:** ${proseMarkdown(shorten(check.fix, limit))}`
  return `${named}: ${told}${fix}`
}

function failureBlocks(failure: Failure, before: Failure | undefined, check: CheckResult): readonly Block[] {
  const again = isAtSamePlace(failure, before)
  const lines = [
    ...(again ? [] : codeFrame(failure.location, { width: FRAME_WIDTH })),
    `expected  ${shorten(oneLine(expectedText(failure)), VALUE_LIMIT)}`,
    `actual    ${shorten(oneLine(failure.actual), VALUE_LIMIT)}`,
  ]
  const note = failure.byDefault && !(again && before?.byDefault) ? ` ${proseMarkdown(byDefaultText(check))}` : ''
  return [block(`${sentence(failure.message)}${note}`), block(fence(lines.join('\n')))]
}

function faultBlocks(fault: Fault): readonly Block[] {
  const lines = [
    ...codeFrame(fault.location, { width: FRAME_WIDTH }),
    ...(fault.endpoint === undefined ? [] : [`endpoint  ${oneLine(fault.endpoint)}`]),
    ...Object.entries(fault.details).map(
      ([name, value]) => `${shorten(oneLine(name), 40).padEnd(8)}  ${shorten(oneLine(value), VALUE_LIMIT)}`,
    ),
  ]
  return [block(sentence(fault.message)), block(fence(lines.join('\n')))]
}

function sentence(message: string): string {
  return proseMarkdown(shorten(oneLine(message), VALUE_LIMIT))
}

function attemptsFold(check: CheckResult): readonly string[] {
  const [title, ...lines] = attemptLines(check)
  return title === undefined || lines.length === 0 ? [] : [fold(title, fence(lines.join('\n')))]
}
