import { formatDuration } from '../../model/duration.ts'
import type { CheckResult, CleanupResult, FinishedReport, Report, RunResult, Verdict } from '../../model/result.ts'
import { checksOf, totalsOf, verdictOf } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { outcomeLine, saysMore } from '../format/failure.ts'
import { failureBlock, type Look } from '../format/failure-block.ts'
import { pathOf, slowestOf, troublesOf } from '../format/outline.ts'
import type { Style } from '../format/paint.ts'
import { count, totalsSentence, verdictRemark } from '../format/totals.ts'
import { wrap } from '../format/width.ts'
import { markOf } from './tree.ts'

const SLOWEST = 3
/** All of a failure stands above the list; here it only says which one is meant. In characters. */
const FIX_WIDTH = 240
/** A list that nobody would read to its end says how many are left. */
const LISTED = 100

const VERDICTS: Readonly<Record<Verdict, readonly [Style, string]>> = {
  passed: ['green', '✓ passed'],
  failed: ['red', '✗ failed'],
  cancelled: ['yellow', '✗ cancelled'],
  invalid: ['red', '✗ invalid'],
}

/** What is wrong with each failed check, and below it its `fix`, else a fault's hint. */
export function whatToFix(run: RunResult, look: Look): string[] {
  const troubles = troublesOf(run)
  const items = troubles.slice(0, LISTED).flatMap((placed, at) => {
    const number = `${String(at + 1).padStart(3)}. `
    const { check } = placed
    const hint = check.outcome.status === 'errored' ? check.outcome.fault.hint : ''
    const told = [shorten(outcomeLine(check), FIX_WIDTH), oneLine(check.fix ?? hint)].filter(text => text !== '')
    const lines = told.flatMap(text => wrap(text, look.width - 5))
    return [`${number}${pathOf(placed)}`, ...lines.map(line => `     ${line}`)]
  })
  return titled('What to fix', [...items, ...leftOut(troubles.length)], look)
}

export function openBoxes(run: RunResult, look: Look): string[] {
  const boxes = checksOf(run).flatMap(placed => {
    const { outcome } = placed.check
    if (outcome.status !== 'open') return []
    const told = saysMore(outcome.instruction, placed.check) ? wrap(oneLine(outcome.instruction), look.width - 6) : []
    return [`  ${look.paint('cyan', '○')} ${pathOf(placed)}`, ...told.map(line => `    ${line}`)]
  })
  return titled('For a person to look at', boxes, look)
}

export function slowest(run: RunResult, look: Look): string[] {
  const lines = slowestOf(run, SLOWEST).map(
    placed => `  ${formatDuration(placed.check.durationMs).padStart(8)}  ${pathOf(placed)}`,
  )
  return titled('Slowest', lines, look)
}

/** One line when everything was undone; every step, and why it failed, when not. */
export function cleanup(run: RunResult, look: Look): string[] {
  const steps = run.cleanup
  const failed = steps.filter(({ check }) => ['failed', 'errored'].includes(check.outcome.status))
  if (steps.length === 0) return []
  if (failed.length > 0) {
    const left = steps.filter(({ check: { outcome } }) => isLeft(outcome))
    const alsoLeft = left.length === 0 ? '' : `, ${left.length} not begun`
    const title = `Cleanup: ${failed.length} of ${count(steps.length, 'step')} failed${alsoLeft}; the verdict is not changed by that`
    return titled(
      title,
      [...failed, ...left].flatMap(step => stepLines(step, look)),
      look,
    )
  }
  const skipped = steps.filter(({ check }) => check.outcome.status === 'skipped').length
  const nothing = skipped === 0 ? '' : `, ${skipped} skipped`
  return ['', `${look.paint('bold', 'Cleanup')}: ${count(steps.length - skipped, 'step')} done${nothing}`]
}

/** Time was out before the step's turn came: what it was to undo is still there. */
function isLeft(outcome: CheckResult['outcome']): boolean {
  return outcome.status === 'skipped' && outcome.reason.because === 'cancelled'
}

export function notices(report: FinishedReport, look: Look): string[] {
  const lines = report.run.notices.flatMap(notice => wrap(oneLine(notice), look.width - 2).map(line => `  ${line}`))
  return titled('Note', lines, look)
}

/** The last line: the verdict, the totals, how long it took; above it a sentence where the totals do not say it all. */
export function verdictLines(report: Report, look: Look): string[] {
  const [style, words] = VERDICTS[verdictOf(report)]
  const verdict = look.paint('bold', look.paint(style, words))
  const remark = verdictRemark(report)
  if (report.report === 'invalid') return ['', `${verdict} · ${remark}`]
  const { run } = report
  return [
    '',
    ...(remark === '' ? [] : wrap(remark, look.width)),
    `${verdict} · ${totalsSentence(totalsOf(run))} · ${formatDuration(run.durationMs)}`,
  ]
}

function stepLines({ check, of }: CleanupResult, look: Look): readonly string[] {
  const inside = { ...look, width: look.width - 4 }
  const block = isLeft(check.outcome) ? wrap(outcomeLine(check), inside.width) : failureBlock(check, inside)
  const head = `  ${markOf(check, look.paint)} ${shorten(oneLine(check.name), 200)} (of ${shorten(oneLine(of), 200)})`
  return [head, ...block.map(line => (line === '' ? '' : `    ${line}`))]
}

function titled(title: string, lines: readonly string[], look: Look): string[] {
  return lines.length === 0 ? [] : ['', look.paint('bold', title), ...lines]
}

function leftOut(total: number): readonly string[] {
  return total > LISTED ? [`     and ${total - LISTED} more`] : []
}
