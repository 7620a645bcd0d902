import { formatDuration } from '../../model/duration.ts'
import type { CheckResult, Failure, Fault, FinishedReport, ReportedChecklist } from '../../model/result.ts'
import { standingOf } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { attemptLines } from '../format/attempts.ts'
import { type Block, block, list } from '../format/blocks.ts'
import { byDefaultText, expectedText, faultFacts, isAtSamePlace, outcomeLine, outcomeWords } from '../format/failure.ts'
import { escapeMarkdown, evidenceFold, fence, fold, proseMarkdown } from '../format/markdown.ts'
import { type PlacedCheck, pathOf, troublesOf } from '../format/outline.ts'
import type { Level } from './level.ts'
import { place, placedLine } from './place.ts'

const VALUE_LIMIT = 500
/** A page of advice; what is longer would leave no room for the next failure. */
const ADVICE_LIMIT = 4_000

/** What failed and, after it, what is only a warning: where, what was expected and seen, what to do about it. */
export function whatToFix({ run, checklist: { page, ...named } }: FinishedReport, level: Level): readonly Block[] {
  const checklist = level.linked && page !== undefined ? { ...named, page } : named
  const troubles = troublesOf(run)
  const warnings = troubles.filter(({ check }) => standingOf(check) === 'warning')
  const failures = troubles.slice(0, troubles.length - warnings.length)
  return [
    ...part('What to fix', failures, { checklist, level, before: 0 }),
    ...part('Warnings', warnings, { checklist, level, before: failures.length }),
  ]
}

/** Everything about one failed or errored check but its heading; of each piece of evidence so many characters. */
export function reasonBlocks(check: CheckResult, checklist: ReportedChecklist, evidence: number): readonly Block[] {
  const { outcome } = check
  if (outcome.status !== 'failed' && outcome.status !== 'errored') return []
  const reasons =
    outcome.status === 'failed'
      ? outcome.failures.flatMap((failure, at) =>
          failureBlocks(failure, outcome.failures[at - 1], { check, checklist }),
        )
      : faultBlocks(outcome.fault, checklist)
  const hint = outcome.status === 'errored' && outcome.fault.hint !== '' ? outcome.fault.hint : undefined
  const advice = [
    ...(hint === undefined ? [] : [`**Hint:** ${proseMarkdown(shorten(oneLine(hint), ADVICE_LIMIT))}`]),
    ...(check.fix === undefined ? [] : [`**Fix:** ${proseMarkdown(shorten(oneLine(check.fix), ADVICE_LIMIT))}`]),
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

interface Look {
  readonly checklist: ReportedChecklist
  readonly level: Level
  /** How many were told before. */
  readonly before: number
}

function part(title: string, troubles: readonly PlacedCheck[], look: Look): readonly Block[] {
  if (troubles.length === 0) return []
  const { details, full } = look.level
  const inFull = details ? troubles.slice(0, Math.max(0, full - look.before)) : []
  const rest = troubles.slice(inFull.length)
  return [
    block(`### ${title}`),
    ...inFull.flatMap((placed, at) => item(placed, look.before + at + 1, look)),
    ...(inFull.length > 0 && rest.length > 0 ? [block(`#### ${markOf(rest)} And ${rest.length} more`)] : []),
    ...list(rest.map(placed => line(placed, look))),
  ]
}

/** Of a part, which holds either failures or warnings. */
function markOf([first]: readonly PlacedCheck[]): string {
  return first !== undefined && standingOf(first.check) === 'warning' ? '⚠️' : '❌'
}

function item(placed: PlacedCheck, number: number, { checklist, level }: Look): readonly Block[] {
  const { check } = placed
  return [
    block(`#### ${markOf([placed])} ${number}. ${escapeMarkdown(pathOf(placed))}`),
    block(`${outcomeWords(check)} · ${formatDuration(check.durationMs)}`),
    ...reasonBlocks(check, checklist, level.evidence),
  ]
}

function line(placed: PlacedCheck, { checklist, level }: Look): string {
  const { check } = placed
  const named = `**${escapeMarkdown(pathOf(placed))}** · ${outcomeWords(check)}`
  if (level.told === 0) return named
  const told = proseMarkdown(shorten(outcomeLine(check), level.told))
  const where = ` (${placeOfOutcome(check, checklist)})`
  const fix = check.fix === undefined ? '' : ` **Fix:** ${proseMarkdown(shorten(check.fix, level.told))}`
  return `${named}: ${told}${where}${fix}`
}

/** Where the first thing that is wrong stands, which is more telling than where its check begins. */
function placeOfOutcome({ outcome, location }: CheckResult, checklist: ReportedChecklist): string {
  if (outcome.status === 'errored') return place(outcome.fault.location, checklist)
  const first = outcome.status === 'failed' ? outcome.failures[0] : undefined
  return place(first?.location ?? location, checklist)
}

function failureBlocks(
  failure: Failure,
  before: Failure | undefined,
  { check, checklist }: { readonly check: CheckResult; readonly checklist: ReportedChecklist },
): readonly Block[] {
  const again = isAtSamePlace(failure, before)
  const values = [
    `expected  ${shorten(oneLine(expectedText(failure)), VALUE_LIMIT)}`,
    `actual    ${shorten(oneLine(failure.actual), VALUE_LIMIT)}`,
  ]
  const note = failure.byDefault && !(again && before?.byDefault) ? ` ${proseMarkdown(byDefaultText(check))}` : ''
  const where = again ? '' : `${place(failure.location, checklist)} · `
  return [
    block(`${where}${sentence(failure.message)}${note}`),
    ...placedLine(again ? undefined : failure.location, values),
  ]
}

function faultBlocks(fault: Fault, checklist: ReportedChecklist): readonly Block[] {
  const facts = faultFacts(fault).map(([name, value]) => [shorten(oneLine(name), 40), value] as const)
  const width = Math.min(20, Math.max(8, ...facts.map(([name]) => name.length)))
  const known = facts.map(([name, value]) => `${name.padEnd(width)}  ${shorten(oneLine(value), VALUE_LIMIT)}`)
  const where = place(fault.location, checklist)
  return [block(`${where} · ${sentence(fault.message)}`), ...placedLine(fault.location, known)]
}

function sentence(message: string): string {
  return proseMarkdown(shorten(oneLine(message), VALUE_LIMIT))
}

function attemptsFold(check: CheckResult): readonly string[] {
  const [title, ...lines] = attemptLines(check)
  // Where what was said of them is kept from the public, a single line repeats the number above.
  const mute = check.attempts.every(({ message }) => message === '')
  if (mute && lines.length === 1) return []
  return title === undefined || lines.length === 0 ? [] : [fold(title, fence(lines.join('\n')))]
}
