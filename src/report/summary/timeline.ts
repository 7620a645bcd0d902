import { formatDuration } from '../../model/duration.ts'
import type { CheckResult, RunResult } from '../../model/result.ts'
import { standingOf } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { type Block, block } from '../format/blocks.ts'
import { type Lane, lanesOf, spanOfRun } from '../format/lanes.ts'
import { fence } from '../format/markdown.ts'
import { type GanttBar, type GanttSection, ganttOf } from './gantt.ts'

/** With more bars the picture would be higher than a screen; Mermaid's own limits are far away. */
const BARS = 32
const NAME_LIMIT = 45
/** What took less says nothing of time. */
const WORTH_MS = 20

type Standing = ReturnType<typeof standingOf>

/** A colour alone does not tell everybody, and the sign keeps a name from being read as a keyword. */
const LOOKS: Readonly<Record<Standing, readonly [sign: string, state: GanttBar['state']]>> = {
  failed: ['✗', 'crit'],
  errored: ['✗', 'crit'],
  warning: ['▲', 'crit, done'],
  skipped: ['–', ''],
  open: ['–', ''],
  passed: ['✓', 'done'],
}
const WORST: readonly Standing[] = ['failed', 'errored', 'warning', 'skipped', 'open', 'passed']

/**
 * When what ran, as a picture that GitHub draws: a bar a check; of many checks a bar a section, and of many sections
 * those that took longest. Nothing where there would be but one bar.
 */
export function timeline(run: RunResult): readonly Block[] {
  const lanes = lanesOf(run)
  const checks = lanes.flatMap(lane => lane.checks.filter(hasBegun))
  const span = spanOfRun(run)
  if (checks.length < 2 || span < WORTH_MS) return []
  const title = block('### Timeline')
  if (checks.length <= BARS) return [title, picture(sectionsOf(lanes))]
  const longest = lanes.toSorted((a, b) => b.elapsedMs - a.elapsedMs).slice(0, BARS)
  const shown = lanes.filter(lane => longest.includes(lane))
  // A single bar over the whole width is no picture: there the checks that took longest are.
  if (shown.length < 2) return [title, ...longestChecks(lanes, checks)]
  const note = shown.length === lanes.length ? [] : [block(`The ${BARS} longest of ${lanes.length} sections.`)]
  return [title, picture([{ name: '', bars: shown.map(barOfLane) }]), ...note]
}

function longestChecks(lanes: readonly Lane[], checks: readonly CheckResult[]): readonly Block[] {
  const longest = checks.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, BARS)
  const shown = lanes.map(lane => ({ ...lane, checks: lane.checks.filter(check => longest.includes(check)) }))
  return [picture(sectionsOf(shown)), block(`The ${BARS} longest of ${checks.length} checks.`)]
}

/** Mermaid's axis goes from the first bar to the end of the last: of the longest that may be a part of the run. */
function picture(sections: readonly GanttSection[]): Block {
  const bars = sections.flatMap(section => section.bars)
  const from = Math.min(...bars.map(({ startMs }) => startMs))
  const to = Math.max(...bars.map(({ startMs, durationMs }) => startMs + durationMs))
  return block(fence(ganttOf(sections, Math.max(1, to - from)), 'mermaid'))
}

/** A single lane needs no name. */
function sectionsOf(lanes: readonly Lane[]): readonly GanttSection[] {
  return lanes.map(({ name, checks }) => ({
    name: lanes.length === 1 ? '' : name,
    bars: checks.filter(hasBegun).map(barOfCheck),
  }))
}

function barOfCheck(check: CheckResult): GanttBar {
  const { offsetMs = 0, durationMs } = check
  const [sign, state] = LOOKS[standingOf(check)]
  return { label: labelOf(sign, check.name, durationMs), state, startMs: offsetMs, durationMs }
}

function barOfLane({ name, checks, beganMs, elapsedMs }: Lane): GanttBar {
  const standings = new Set(checks.map(standingOf))
  const [sign, state] = LOOKS[WORST.find(standing => standings.has(standing)) ?? 'passed']
  return { label: labelOf(sign, name, elapsedMs), state, startMs: beganMs, durationMs: elapsedMs }
}

function labelOf(sign: string, name: string, durationMs: number): string {
  return `${sign} ${shorten(oneLine(name), NAME_LIMIT)} · ${formatDuration(durationMs)}`
}

function hasBegun({ offsetMs }: CheckResult): boolean {
  return offsetMs !== undefined
}
