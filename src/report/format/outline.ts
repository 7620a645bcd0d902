import type { CheckResult, EntryResult, RunResult, SectionResult } from '../../model/result.ts'
import { checksOf, standingOf } from '../../model/verdict.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { outcomeLine } from './failure.ts'

const PATH_LIMIT = 300

export interface PlacedCheck {
  readonly check: CheckResult
  readonly sections: readonly string[]
}

/** All checks below the given entries in written order, with the names of the sections around them. */
export function placedIn(entries: readonly EntryResult[], sections: readonly string[] = []): readonly PlacedCheck[] {
  return entries.flatMap(entry =>
    entry.result === 'check' ? [{ check: entry, sections }] : placedIn(entry.entries, [...sections, entry.name]),
  )
}

/** `Authentication › Log in`, shortened when a name holds more than a name should. */
export function pathOf({ check, sections }: PlacedCheck): string {
  return shorten([...sections, check.name].map(oneLine).join(' › '), PATH_LIMIT)
}

/** The ready gate first, then the checklist in written order. */
export function topEntries(run: RunResult): readonly EntryResult[] {
  return run.ready === undefined ? run.entries : [run.ready, ...run.entries]
}

/** What needs attention: failed and errored in the order of the checklist, then the warnings. */
export function troublesOf(run: RunResult): readonly PlacedCheck[] {
  const of = (...standings: readonly string[]): readonly PlacedCheck[] =>
    checksOf(run).filter(({ check }) => standings.includes(standingOf(check)))
  return [...of('failed', 'errored'), ...of('warning')]
}

/** Checks that took longest, at most `limit`; none where so few ran that their times are seen at a glance. */
export function slowestOf(run: RunResult, limit: number): readonly PlacedCheck[] {
  const ran = checksOf(run).filter(({ check }) => check.attempts.length > 0)
  return ran.length <= limit ? [] : ran.toSorted((a, b) => b.check.durationMs - a.check.durationMs).slice(0, limit)
}

/** From the first start to the last end, in milliseconds: parallel checks count once. Undefined when none has started. */
export function elapsedOf(checks: readonly CheckResult[]): number | undefined {
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const { offsetMs, durationMs } of checks) {
    if (offsetMs === undefined) continue
    first = Math.min(first, offsetMs)
    last = Math.max(last, offsetMs + durationMs)
  }
  return first === Number.POSITIVE_INFINITY ? undefined : last - first
}

/** `3 rounds`, `not ready after 12 rounds`; undefined for a section that is no gate. */
export function roundsOf(section: SectionResult): string | undefined {
  if (section.rounds === undefined) return undefined
  const rounds = section.rounds.count === 1 ? '1 round' : `${section.rounds.count} rounds`
  return section.rounds.held ? rounds : `not ready after ${rounds}`
}

/** From so many neighbours on, checks skipped for one reason are told in a line. */
const SAME_REASON = 3

/** The entries of a section in runs: neighbours that were skipped for the same reason together, every other on its own. */
export function runsOf(entries: readonly EntryResult[]): readonly (EntryResult | readonly CheckResult[])[] {
  const runs: (EntryResult | readonly CheckResult[])[] = []
  for (let at = 0; at < entries.length; ) {
    const alike = skippedAlike(entries, at)
    const entry = entries[at]
    if (alike.length >= SAME_REASON) runs.push(alike)
    else if (entry !== undefined) runs.push(entry)
    at += alike.length >= SAME_REASON ? alike.length : 1
  }
  return runs
}

function skippedAlike(entries: readonly EntryResult[], from: number): readonly CheckResult[] {
  const reason = reasonOf(entries[from])
  const alike: CheckResult[] = []
  for (const entry of reason === undefined ? [] : entries.slice(from)) {
    if (entry.result !== 'check' || reasonOf(entry) !== reason) break
    alike.push(entry)
  }
  return alike
}

/** Why a check was skipped; undefined for every other entry. */
export function reasonOf(entry: EntryResult | undefined): string | undefined {
  return entry?.result === 'check' && entry.outcome.status === 'skipped' ? outcomeLine(entry) : undefined
}
