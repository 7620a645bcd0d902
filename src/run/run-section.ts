import type { PlannedEntry, PlannedSection } from '../model/plan.ts'
import { isPlannedSection } from '../model/plan.ts'
import type { EntryResult, Outcome, SectionResult } from '../model/result.ts'
import { asCheckError, faultOf } from './faults.ts'
import { fillContextOf } from './fill-check.ts'
import { showTemplate } from './names.ts'
import { isBlocked, standingOfSection, unmetNeed } from './needs.ts'
import { conditionHolds, conditionReason, runCheck, stopReason } from './run-check.ts'
import type { Place, RunContext } from './run-context.ts'

/** Runs entries in written order, or all at once; the results are in written order either way. */
export async function runEntries(
  entries: readonly PlannedEntry[],
  run: RunContext,
  place: Place,
  parallel = false,
): Promise<readonly EntryResult[]> {
  const results: EntryResult[] = []
  if (!parallel) {
    for (const entry of entries) results.push(await runEntry(entry, run, place))
    return results
  }
  // Not more children are begun than can run: a section of ten thousand must not hold as many open promises.
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < entries.length) {
      const index = next
      next += 1
      const entry = entries[index]
      const own = { ...place, sessions: place.sessions.fork() }
      if (entry !== undefined) results[index] = await runEntry(entry, run, own)
    }
  }
  const workers = Math.min(entries.length, Math.max(1, run.ports.settings.concurrency))
  await Promise.all(Array.from({ length: workers }, worker))
  return results
}

function runEntry(entry: PlannedEntry, run: RunContext, place: Place): Promise<EntryResult> {
  return isPlannedSection(entry) ? runSection(entry, run, place) : runCheck(entry, run, place)
}

async function runSection(planned: PlannedSection, run: RunContext, place: Place): Promise<SectionResult> {
  const { entry, children } = planned
  const name = await sectionName(planned, run, place)
  place.observer.sectionStarted?.({ key: entry.key, name, depth: place.sections.length })
  const instead = place.instead ?? (await insteadOf(planned, run, place))
  const within = { ...place, sections: [...place.sections, name], ...(instead === undefined ? {} : { instead }) }
  const entries = await runEntries(children, run, within, entry.parallel)
  run.state.settle(entry, standingOfSection(entries), entries.some(isBlocked))
  const result = sectionResult(planned, name, entries, run)
  place.observer.sectionFinished?.(result)
  return result
}

export async function sectionName({ entry }: PlannedSection, run: RunContext, place: Place): Promise<string> {
  const name = entry.name === undefined ? entry.id : await showTemplate(entry.name, fillContextOf(run, place))
  return run.clean.line(name ?? 'Section')
}

export function sectionResult(
  { entry }: PlannedSection,
  name: string,
  entries: readonly EntryResult[],
  run: RunContext,
): SectionResult {
  const id = entry.id === undefined ? {} : { id: entry.id }
  const own = { result: 'section', key: entry.key, ...id, name, location: run.locate(entry.span) } as const
  return { ...run.clean.deep(own), entries }
}

/** A section's needs and condition are decided once, for everything below it. */
async function insteadOf(planned: PlannedSection, run: RunContext, place: Place): Promise<Outcome | undefined> {
  const { entry, selected, needs } = planned
  if (!selected || stopReason(place) !== undefined) return undefined
  const reason = unmetNeed(needs, run.state)
  if (reason !== undefined) return { status: 'skipped', reason }
  if (entry.condition === undefined) return undefined
  try {
    const holds = await conditionHolds(entry.condition, run, place)
    return holds ? undefined : { status: 'skipped', reason: conditionReason(entry.condition) }
  } catch (error) {
    return { status: 'errored', fault: faultOf(asCheckError(error), entry.span, run.locate), evidence: [] }
  }
}
