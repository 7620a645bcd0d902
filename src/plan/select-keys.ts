import type { Checklist, Entry } from '../model/checklist.ts'
import type { Need } from '../model/plan.ts'

/** Tags and ids. Nothing in `select` selects everything; what `skip` names never runs, even if something needs it. */
export interface Selection {
  readonly select: readonly string[]
  readonly skip: readonly string[]
}

/** The keys of the entries below `checks` that run. A section does when anything in it does. */
export function selectKeys(
  checklist: Checklist,
  { select, skip }: Selection,
  needs: ReadonlyMap<string, readonly Need[]>,
): ReadonlySet<string> {
  const lines = checklist.checks.flatMap(entry => lineage(entry, []))
  const isNamed = ({ path }: Line, words: readonly string[]): boolean =>
    path.some(({ id, tags }) => tags.some(tag => words.includes(tag)) || (id !== undefined && words.includes(id)))
  const skipped = new Set(lines.filter(line => isNamed(line, skip)).map(({ key }) => key))
  const below = linesByKey(lines)
  const selected = new Set<string>()
  const queue = lines.filter(line => select.length === 0 || isNamed(line, select))
  for (let line = queue.pop(); line !== undefined; line = queue.pop()) {
    if (selected.has(line.key) || skipped.has(line.key)) continue
    for (const { key } of line.path) selected.add(key)
    // A section that is needed is needed whole.
    for (const { key } of line.path.flatMap(entry => needs.get(entry.key) ?? [])) queue.push(...(below.get(key) ?? []))
  }
  return selected
}

/** A check with the sections around it, from the outermost to itself. */
interface Line {
  readonly key: string
  readonly path: readonly Entry[]
}

function lineage(entry: Entry, around: readonly Entry[]): readonly Line[] {
  const path = [...around, entry]
  if (entry.entry === 'check') return [{ key: entry.key, path }]
  return entry.checks.flatMap(child => lineage(child, path))
}

function linesByKey(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const below = new Map<string, Line[]>()
  for (const line of lines) {
    for (const { key } of line.path) {
      const others = below.get(key)
      if (others === undefined) below.set(key, [line])
      else others.push(line)
    }
  }
  return below
}
