import type { Check, Checklist, Entry, Section } from '../model/checklist.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Need, Plan, PlannedCheck, PlannedEntry, PlannedSection } from '../model/plan.ts'
import { suggest } from '../model/suggest.ts'
import { captureMakers, everyEntry, usesOf } from '../model/uses.ts'
import { needLabel } from './need-label.ts'
import { type Selection, selectKeys } from './select-keys.ts'

/**
 * Which entries run, in which order, and what each waits for. `select` and `skip` hold tags and ids; what selected
 * entries need is kept, the ready gate always. An unknown word, and a selection that leaves nothing, are diagnostics.
 */
export function buildPlan(
  checklist: Checklist,
  selection: Selection,
): { readonly plan: Plan; readonly diagnostics: readonly Diagnostic[] } {
  const needs = needsOf(checklist)
  const selected = selectKeys(checklist, selection, needs)
  const planned = (entry: Entry, always: boolean): PlannedEntry => {
    const base = { selected: always || selected.has(entry.key), needs: needs.get(entry.key) ?? [] }
    if (entry.entry === 'check') return { ...base, entry } satisfies PlannedCheck
    return section(entry, base, child => planned(child, always))
  }
  const ready = checklist.ready
  const plan: Plan = {
    checklist,
    ...(ready === undefined
      ? {}
      : { ready: section(ready, { selected: true, needs: [] }, child => planned(child, true)) }),
    entries: checklist.checks.map(entry => planned(entry, false)),
  }
  return { plan, diagnostics: reviewSelection(checklist, selection, selected) }
}

function section(
  entry: Section,
  base: { readonly selected: boolean; readonly needs: readonly Need[] },
  plan: (child: Entry) => PlannedEntry,
): PlannedSection {
  return { ...base, entry, children: entry.checks.map(plan) }
}

/** By key: what must have passed, from `needs` and from captures that are used. A section's own are its children's as well. */
function needsOf(checklist: Checklist): ReadonlyMap<string, readonly Need[]> {
  const entries = everyEntry(checklist).filter(entry => !entry.key.includes('.cleanup.'))
  const byId = new Map(entries.flatMap(entry => (entry.id === undefined ? [] : [[entry.id, entry] as const])))
  const makers = captureMakers(checklist)
  return new Map(entries.map(entry => [entry.key, needsOfEntry(entry, byId, makers)]))
}

function needsOfEntry(
  entry: Entry,
  byId: ReadonlyMap<string, Entry>,
  makers: ReadonlyMap<string, Check>,
): readonly Need[] {
  const needs = new Map<string, Need>()
  for (const { id } of entry.needs) {
    const needed = byId.get(id)
    if (needed !== undefined) needs.set(needed.key, { key: needed.key, label: id })
  }
  for (const name of usesOf(entry)) {
    const maker = makers.get(name)
    if (maker === undefined || maker.key === entry.key || needs.has(maker.key)) continue
    needs.set(maker.key, { key: maker.key, label: needLabel(name, maker) })
  }
  return [...needs.values()]
}

function reviewSelection(
  checklist: Checklist,
  selection: Selection,
  selected: ReadonlySet<string>,
): readonly Diagnostic[] {
  const entries = everyEntry(checklist)
  const known = new Set(entries.flatMap(({ id, tags }) => (id === undefined ? tags : [id, ...tags])))
  const words = (['select', 'skip'] as const).flatMap(input => selection[input].map(word => ({ input, word })))
  const unknown = words.filter(({ word }) => !known.has(word)).map(({ input, word }) => unknownWord(input, word, known))
  const runs = checklist.checks.some(entry => selected.has(entry.key))
  if (unknown.length > 0 || runs || checklist.checks.length === 0) return unknown
  return [nothingSelected(selection)]
}

function unknownWord(input: 'select' | 'skip', word: string, known: ReadonlySet<string>): Diagnostic {
  const near = suggest(word, known)
  const some = [...known].slice(0, 10).map(name => `\`${name}\``)
  const all = some.length === 0 ? 'This checklist has neither tags nor ids.' : `Known: ${some.join(', ')}.`
  return {
    code: 'unknown-selection',
    severity: 'error',
    span: { source: { path: input, text: word }, start: 0, end: word.length },
    message: `No entry has the tag or the id \`${word}\`.`,
    hint: /\s/.test(word)
      ? `Words are separated by commas: \`${word.split(/\s+/).join(',')}\`.`
      : near === undefined
        ? all
        : `Did you mean \`${near}\`?`,
  }
}

function nothingSelected({ select, skip }: Selection): Diagnostic {
  const input = select.length > 0 ? 'select' : 'skip'
  const text = (select.length > 0 ? select : skip).join(', ')
  return {
    code: 'nothing-selected',
    severity: 'error',
    span: { source: { path: input, text }, start: 0, end: text.length },
    message: 'The selection leaves no check to run.',
    hint: 'Select other tags or ids, or skip less.',
  }
}
