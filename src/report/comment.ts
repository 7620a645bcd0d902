import { formatDuration } from '../model/duration.ts'
import type { Report } from '../model/result.ts'
import { totalsOf, verdictOf } from '../model/verdict.ts'
import { shorten } from '../model/visible.ts'
import { commitMarkdown, historyLine, minuteOf } from './comment/history.ts'
import { COMMENT_LEVELS } from './comment/level.ts'
import { writeMarker } from './comment/marker.ts'
import type { PastRun } from './comment/past-run.ts'
import { type Block, block, cutBlocks, joinBlocks } from './format/blocks.ts'
import { repositoryUrl } from './format/github-pages.ts'
import { escapeMarkdown, proseMarkdown } from './format/markdown.ts'
import { type EvidenceShown, publicRun, sentenceWithoutWholes } from './format/public-run.ts'
import { count, totalsSentence, verdictSentence } from './format/totals.ts'
import { VERDICT_MARKS } from './format/verdict-marks.ts'
import { cleanup, notices } from './summary/closing.ts'
import { diagnosticBlocks } from './summary/diagnostics.ts'
import type { Level } from './summary/level.ts'
import { whatToFix } from './summary/what-to-fix.ts'

/** In UTF-16 units, of which GitHub's 65,536 characters have at least as many. */
export const COMMENT_LIMIT = 65_536

/** What a comment tells besides the report. */
export interface CommentFacts {
  /** Which comment it is: one a key stands under a pull request. */
  readonly key: string
  /** This run first, then those before it. */
  readonly runs: readonly PastRun[]
  /** The page of the workflow run. */
  readonly url: string | null
  readonly evidence: EvidenceShown
}

/**
 * The report as Markdown for a comment under a pull request: a hidden marker, the answer, where to read on, what to fix.
 * Comments are public, so rows, logs and bodies stand in it only with `evidence: full`. At most `limit` UTF-16 units: it tells less and less
 * until it fits, and is cut between blocks only if nothing helps.
 */
export function renderComment(report: Report, facts: CommentFacts, limit = COMMENT_LIMIT): string {
  let blocks: readonly Block[] = []
  for (const level of COMMENT_LEVELS) {
    blocks = [...headBlocks(report, facts), ...detailBlocks(report, facts, level)]
    const text = joinBlocks(blocks)
    if (text.length <= limit) return text
  }
  const note = (leftOut: number): string =>
    `**Cut here:** ${count(leftOut, 'more line or block', 'more lines and blocks')} did not fit into the comment. The workflow run holds everything.`
  return cutBlocks(blocks, limit, note, text => text.length)
}

function headBlocks(report: Report, { key, runs, url, evidence }: CommentFacts): readonly Block[] {
  const verdict = verdictOf(report)
  const repository = repositoryUrl(url)
  const whole = report.report === 'invalid' || evidence === 'full'
  const sentence = whole ? verdictSentence(report) : sentenceWithoutWholes(report)
  const history = historyLine(runs, repository)
  return [
    block(writeMarker(key, runs)),
    block(`## ${VERDICT_MARKS[verdict]} ${escapeMarkdown(shorten(report.checklist.name, 300))}: ${verdict}`),
    block(`**${proseMarkdown(shorten(sentence, 1_000))}**`),
    ...[totalsLine(report), whereLine(runs[0], url, repository), history].filter(text => text !== '').map(block),
  ]
}

function totalsLine(report: Report): string {
  if (report.report === 'invalid') return ''
  const { run } = report
  const target = run.facts.target === null ? [] : [`target ${escapeMarkdown(shorten(run.facts.target, 200))}`]
  return [totalsSentence(totalsOf(run)), formatDuration(run.durationMs), ...target].join(' · ')
}

function whereLine(run: PastRun | undefined, url: string | null, repository: string | undefined): string {
  const told = [
    ...(repository === undefined ? [] : [`[The whole report](${url})`]),
    ...(run?.commit == null ? [] : [`commit ${commitMarkdown(run.commit, repository)}`]),
    ...(run === undefined ? [] : [minuteOf(run.at)]),
  ]
  return told.join(' · ')
}

function detailBlocks(report: Report, { evidence }: CommentFacts, level: Level): readonly Block[] {
  const note =
    level.missing === ''
      ? []
      : [block(`> To fit the limit of a comment, ${level.missing}. The workflow run holds everything.`)]
  const diagnostics = diagnosticBlocks(report, level)
  if (report.report === 'invalid') return [...note, ...diagnostics]
  const run = evidence === 'full' ? report.run : publicRun(report.run)
  const told = { ...report, run }
  return [
    ...note,
    ...whatToFix(told, level),
    ...(run.cleanup.some(({ check }) => check.outcome.status !== 'passed') ? cleanup(told, level) : []),
    ...notices(told, level),
    ...(diagnostics.length === 0 ? [] : [block('### About the checklist'), ...diagnostics]),
  ]
}
