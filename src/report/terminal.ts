import { formatDuration } from '../model/duration.ts'
import type { FinishedReport, InvalidReport, Report, RunResult } from '../model/result.ts'
import { inertLine, oneLine, shorten } from '../model/visible.ts'
import { renderDiagnostics } from './diagnostics-text.ts'
import { outcomeWords } from './format/failure.ts'
import { failureBlock, type Look } from './format/failure-block.ts'
import { type PlacedCheck, pathOf, troublesOf } from './format/outline.ts'
import { painter } from './format/paint.ts'
import { cleanup, notices, openBoxes, slowest, verdictLines, whatToFix } from './terminal/closing.ts'
import { markOf, treeLines } from './terminal/tree.ts'

/** Of a run in which everything fails, so many failures are shown in full. */
const BLOCKS = 50
const EVIDENCE_LINES = 12

export interface TerminalOptions {
  readonly color: boolean
  /** In columns; at least 40 are taken. */
  readonly width: number
  /** Only what failed, and the verdict. */
  readonly quiet?: boolean
}

/** The final report for people: the tree, each failure with its line, what to do, and the verdict at the very end. Ends with a line feed. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const look: Look = {
    paint: painter(options.color),
    width: Math.max(40, options.width),
    evidenceLines: EVIDENCE_LINES,
  }
  const lines =
    report.report === 'invalid'
      ? invalidLines(report, options, look)
      : finishedLines(report, options.quiet === true, options, look)
  // Blocks begin with an empty line; the report as a whole does not.
  while (lines[0] === '') lines.shift()
  return `${lines.map(inertLine).join('\n')}\n`
}

function invalidLines(report: InvalidReport, options: TerminalOptions, look: Look): string[] {
  return [...diagnosticLines(report, options, look), ...verdictLines(report, look)]
}

function finishedLines(report: FinishedReport, quiet: boolean, options: TerminalOptions, look: Look): string[] {
  const { run } = report
  const blocks = failureBlocks(run, look)
  if (quiet) return [...blocks, ...verdictLines(report, look)]
  return [
    titleLine(report, look),
    '',
    ...treeLines(run, look),
    ...blocks,
    ...diagnosticLines(report, options, look),
    ...whatToFix(run, look),
    ...openBoxes(run, look),
    ...slowest(run, look),
    ...cleanup(run, look),
    ...notices(report, look),
    ...verdictLines(report, look),
  ]
}

function titleLine({ checklist, run }: FinishedReport, look: Look): string {
  const target = run.facts.target === null ? '' : ` · ${oneLine(run.facts.target)}`
  return `${look.paint('bold', shorten(oneLine(checklist.name), 200))}${look.paint('dim', target)}`
}

function failureBlocks(run: RunResult, look: Look): string[] {
  const troubles = troublesOf(run)
  const lines = troubles.slice(0, BLOCKS).flatMap(placed => ['', ...blockLines(placed, look)])
  const rest = troubles.length - BLOCKS
  return rest > 0 ? [...lines, '', `${rest} more are not shown here; the report files hold them all.`] : lines
}

function blockLines(placed: PlacedCheck, look: Look): readonly string[] {
  const { check } = placed
  const head = `${markOf(check, look.paint)} ${look.paint('bold', pathOf(placed))}`
  const words = look.paint('dim', ` · ${outcomeWords(check)} · ${formatDuration(check.durationMs)}`)
  const body = failureBlock(check, { ...look, width: look.width - 4 })
  return [`${head}${words}`, ...body.map(line => (line === '' ? '' : `    ${line}`))]
}

function diagnosticLines(report: Report, options: TerminalOptions, look: Look): string[] {
  const text = renderDiagnostics(report.diagnostics, { color: options.color, width: look.width })
  return text === '' ? [] : ['', ...text.trimEnd().split('\n')]
}
