import type { CheckResult, EntryResult, RunResult } from '../../model/result.ts'
import { checksOf } from '../../model/verdict.ts'
import { oneLine } from '../../model/visible.ts'
import { elapsedOf, topEntries } from './outline.ts'

/** Checks that stand together in a timeline: those directly in a section, those outside of any, or cleanup. */
export interface Lane {
  /** `Public API › Pages`, on a line. */
  readonly name: string
  readonly checks: readonly CheckResult[]
  /** Milliseconds since the run began, and how long from the first start to the last end. */
  readonly beganMs: number
  readonly elapsedMs: number
}

/** A lane for every section in which a check of its own was started, and one for cleanup, in the order in which they began. */
export function lanesOf(run: RunResult): readonly Lane[] {
  const cleanup = { name: 'Cleanup', checks: run.cleanup.map(({ check }) => check) }
  return [...lanesIn(topEntries(run), []), cleanup]
    .flatMap(({ name, checks }) => {
      const elapsedMs = elapsedOf(checks)
      return elapsedMs === undefined ? [] : [{ name, checks, elapsedMs, beganMs: beganOf(checks) }]
    })
    .toSorted((a, b) => a.beganMs - b.beganMs)
}

/** From the start of the run to the end of whatever ended last, cleanup included, in milliseconds; never 0. */
export function spanOfRun(run: RunResult): number {
  let end = Math.max(1, run.durationMs)
  for (const { check } of checksOf(run)) end = Math.max(end, endOf(check))
  for (const { check } of run.cleanup) end = Math.max(end, endOf(check))
  return end
}

/** When a check ended, in milliseconds since the run began. */
export function endOf(check: CheckResult): number {
  return (check.offsetMs ?? 0) + check.durationMs
}

function lanesIn(entries: readonly EntryResult[], path: readonly string[]): readonly Pick<Lane, 'name' | 'checks'>[] {
  const checks = entries.filter(entry => entry.result === 'check')
  const name = path.length === 0 ? 'Outside of sections' : path.map(oneLine).join(' › ')
  const inner = entries.flatMap(entry =>
    entry.result === 'section' ? lanesIn(entry.entries, [...path, entry.name]) : [],
  )
  return [...(checks.length === 0 ? [] : [{ name, checks }]), ...inner]
}

function beganOf(checks: readonly CheckResult[]): number {
  return checks.reduce((first, { offsetMs = first }) => Math.min(first, offsetMs), Number.POSITIVE_INFINITY)
}
