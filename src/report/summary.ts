import { formatDuration } from '../model/duration.ts'
import type { Report } from '../model/result.ts'
import { totalsOf, verdictOf } from '../model/verdict.ts'
import { shorten } from '../model/visible.ts'
import { type Block, block, cutBlocks, joinBlocks } from './format/blocks.ts'
import { escapeMarkdown, proseMarkdown } from './format/markdown.ts'
import { count, totalsSentence, verdictSentence } from './format/totals.ts'
import { VERDICT_MARKS } from './format/verdict-marks.ts'
import { cleanup, environment, flaky, notices, openBoxes, skippedChecks, slowest } from './summary/closing.ts'
import { diagnosticBlocks } from './summary/diagnostics.ts'
import { LEVELS, type Level } from './summary/level.ts'
import { sections } from './summary/sections.ts'
import { timeline } from './summary/timeline.ts'
import { whatToFix } from './summary/what-to-fix.ts'

/** In bytes. GitHub drops a step's summary over 1 MiB whole, and others may write into the same step's. */
const SUMMARY_LIMIT = 1_000_000

/**
 * The report as Markdown for a job summary: the answer first, what to fix second, then the checklist with its boxes.
 * At most `limit` bytes of UTF-8: it tells less and less until it fits, and is cut between blocks only if nothing helps.
 */
export function renderSummary(report: Report, limit = SUMMARY_LIMIT): string {
  let blocks: readonly Block[] = []
  for (const level of LEVELS) {
    blocks = blocksOf(report, level)
    const text = joinBlocks(blocks)
    if (Buffer.byteLength(text) <= limit) return text
  }
  return cutBlocks(blocks, limit, leftOut => {
    return `**Cut here:** ${count(leftOut, 'more line or block', 'more lines and blocks')} did not fit into the summary. The report files hold everything.`
  })
}

function blocksOf(report: Report, level: Level): readonly Block[] {
  const note =
    level.missing === ''
      ? []
      : [block(`> To fit the limit of a summary, ${level.missing}. The report files hold everything.`)]
  const diagnostics = diagnosticBlocks(report, level)
  if (report.report === 'invalid') return [...headBlocks(report), ...note, ...diagnostics]
  const { run } = report
  return [
    ...headBlocks(report),
    ...note,
    ...whatToFix(report, level),
    ...openBoxes(run, level),
    ...flaky(run, level),
    ...sections(run, level),
    ...skippedChecks(run, level),
    ...(level.timeline ? timeline(run) : []),
    ...slowest(run),
    ...cleanup(report, level),
    ...notices(report, level),
    ...(diagnostics.length === 0 ? [] : [block('### About the checklist'), ...diagnostics]),
    ...environment(report),
  ]
}

function headBlocks(report: Report): readonly Block[] {
  const verdict = verdictOf(report)
  const title = block(`## ${VERDICT_MARKS[verdict]} ${escapeMarkdown(shorten(report.checklist.name, 300))}: ${verdict}`)
  const sentence = block(`**${proseMarkdown(shorten(verdictSentence(report), 1_000))}**`)
  if (report.report === 'invalid') return [title, sentence]
  const { run } = report
  const target = run.facts.target === null ? [] : [`target ${escapeMarkdown(run.facts.target)}`]
  const totals = [totalsSentence(totalsOf(run)), formatDuration(run.durationMs), ...target].join(' · ')
  return [title, sentence, block(totals)]
}
