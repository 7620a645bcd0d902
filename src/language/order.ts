import type { Checklist, Entry, Section } from '../model/checklist.ts'

/** Where an entry stands among the others: at each level its index, and whether that level runs at once. */
export interface Standing {
  readonly entry: Entry
  /** The check it cleans up after, for a cleanup step. */
  readonly cleanupOf?: Entry
  readonly path: readonly { readonly index: number; readonly parallel: boolean }[]
  readonly around: readonly Section[]
}

/** How one entry stands to another, seen from the first: is the other one done when the first begins? */
export type Relation = 'before' | 'later' | 'parallel' | 'self' | 'around' | 'inside'

export function standingsOf(checklist: Checklist): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>()
  const visit = (
    entries: readonly Entry[],
    parallel: boolean,
    path: Standing['path'],
    around: Standing['around'],
    first = 0,
  ): void => {
    for (const [index, entry] of entries.entries()) {
      const own = [...path, { index: index + first, parallel }]
      standings.set(entry.key, { entry, path: own, around })
      if (entry.entry === 'section') visit(entry.checks, entry.parallel, own, [...around, entry])
      else
        for (const step of entry.cleanup) standings.set(step.key, { entry: step, cleanupOf: entry, path: own, around })
    }
  }
  if (checklist.ready !== undefined) visit([checklist.ready], false, [], [])
  visit(checklist.checks, false, [], [], 1)
  return standings
}

export function relation(from: Standing, to: Standing): Relation {
  if (to.cleanupOf !== undefined) return 'later'
  const length = Math.min(from.path.length, to.path.length)
  for (let depth = 0; depth < length; depth += 1) {
    const own = from.path[depth]
    const other = to.path[depth]
    if (own === undefined || other === undefined || own.index === other.index) continue
    if (own.parallel) return 'parallel'
    return other.index < own.index ? 'before' : 'later'
  }
  if (from.path.length === to.path.length) return 'self'
  return from.path.length > to.path.length ? 'around' : 'inside'
}
