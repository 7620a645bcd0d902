import { allEntries, type Check, type Checklist, type Entry } from './checklist.ts'
import { type Program, programsIn } from './template.ts'

/**
 * The programs an entry reads variables with, in the order of its keys. Of a section only what is its own; of a check
 * everything but its cleanup, which runs when all captures that will ever be made have been made.
 */
export function programsOf(entry: Entry): readonly Program[] {
  if (entry.entry === 'section') return programsIn([entry.name, entry.condition, entry.waiting])
  const { name, condition, spec, expect, captures, waiting, timeout, repeat, fix } = entry
  return programsIn([name, condition, spec, expect, captures, waiting, timeout, repeat, fix])
}

/** The names an entry uses, each once. */
export function usesOf(entry: Entry): readonly string[] {
  return [...new Set(programsOf(entry).flatMap(program => program.uses))]
}

/** Everything that runs, the ready gate first, cleanup steps after their check. */
export function everyEntry(checklist: Checklist): readonly Entry[] {
  const { ready, checks } = checklist
  return [...allEntries(ready === undefined ? checks : [ready, ...checks])]
}

/** Which check makes a capture; the first one, should the name be given twice. Cleanup steps make theirs too late for checks. */
export function captureMakers(checklist: Checklist): ReadonlyMap<string, Check> {
  const makers = new Map<string, Check>()
  for (const entry of everyEntry(checklist)) {
    if (entry.entry === 'section') continue
    for (const { name } of entry.captures) if (!makers.has(name)) makers.set(name, entry)
  }
  return makers
}
