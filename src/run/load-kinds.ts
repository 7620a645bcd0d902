import type { CheckKind } from '../kinds/kind.ts'
import { isPlannedSection, type Plan, type PlannedEntry } from '../model/plan.ts'

/** Loads what the kinds of the selected checks look with, all at once and before anything is timed. */
export async function loadKinds(plan: Plan, kinds: ReadonlyMap<string, CheckKind>): Promise<void> {
  const names = kindsIn([...(plan.ready === undefined ? [] : [plan.ready]), ...plan.entries], new Set())
  await Promise.all([...names].map(name => kinds.get(name)?.load?.()))
}

function kindsIn(entries: readonly PlannedEntry[], names: Set<string>): ReadonlySet<string> {
  for (const planned of entries) {
    if (isPlannedSection(planned)) kindsIn(planned.children, names)
    else if (planned.selected) names.add(planned.entry.kind)
  }
  return names
}
