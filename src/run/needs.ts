import type { PlannedEntry } from '../model/plan.ts'
import type { CheckResult, EntryResult, OutcomeStatus, SkipReason } from '../model/result.ts'
import { isBlockedCheck } from '../model/verdict.ts'
import type { RunState } from './run-state.ts'

const HOW: Readonly<Record<OutcomeStatus, string>> = {
  passed: 'which passed',
  failed: 'which failed',
  errored: 'which could not be found out',
  skipped: 'which was skipped',
  open: 'which a person must look at',
}

/** Why an entry cannot run: the first of its needs that has not passed. */
export function unmetNeed(needs: PlannedEntry['needs'], state: RunState): SkipReason | undefined {
  for (const { key, label } of needs) {
    const standing = state.standingOf(key)
    if (standing === 'passed') continue
    const how = standing === undefined ? 'which did not run' : HOW[standing]
    const blocked = standing === 'failed' || standing === 'errored' || state.isBlocked(key)
    return { because: 'needs', message: `It needs ${label}, ${how}.`, check: label, blocked }
  }
  return undefined
}

/**
 * What a section amounts to for those that need it: the worst of its checks, however deep they stand. Checks left out by
 * a condition or a selection, and open ones, count for nothing as long as one has passed.
 */
export function standingOfSection(entries: readonly EntryResult[]): OutcomeStatus {
  const standings = standingsIn(entries)
  for (const bad of ['failed', 'errored', 'skipped'] as const) if (standings.includes(bad)) return bad
  return standings.includes('passed') ? 'passed' : standings.includes('open') ? 'open' : 'skipped'
}

/** Whether a check, or one below a section, could not run because something that it needs did not pass. */
export function isBlocked(entry: EntryResult): boolean {
  return entry.result === 'check' ? isBlockedCheck(entry) : entry.entries.some(isBlocked)
}

function standingsIn(entries: readonly EntryResult[]): readonly (OutcomeStatus | 'left out')[] {
  return entries.flatMap(entry => (entry.result === 'check' ? standingIn(entry) : standingsIn(entry.entries)))
}

function standingIn({ outcome }: CheckResult): OutcomeStatus | 'left out' {
  if (outcome.status !== 'skipped') return outcome.status
  const { because } = outcome.reason
  return because === 'condition' || because === 'not selected' ? 'left out' : 'skipped'
}
