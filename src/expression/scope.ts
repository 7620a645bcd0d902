import type { Json } from '../model/json.ts'
import type { Program } from '../model/template.ts'

export interface ScopeEntry {
  readonly value: Json
  /** The value, or something in it, may not be shown. */
  readonly secret: boolean
}

/** The variables that programs and holes can see, by name without `$`. */
export interface Scope {
  lookup(name: string): ScopeEntry | undefined
  /** Every name once, the nearest first. */
  names(): Iterable<string>
}

/** A scope over a map, or over a live one that captures join later. What it does not have is looked up in the parent. */
export function createScope(
  entries: ReadonlyMap<string, ScopeEntry> | Readonly<Record<string, ScopeEntry>>,
  parent?: Scope,
): Scope {
  const own: ReadonlyMap<string, ScopeEntry> = entries instanceof Map ? entries : new Map(Object.entries(entries))
  return {
    lookup: name => own.get(name) ?? parent?.lookup(name),
    names: () => new Set([...own.keys(), ...(parent?.names() ?? [])]),
  }
}

/** Whether what a program makes may not be shown either. */
export function usesSecret({ uses }: Program, scope: Scope): boolean {
  return uses.some(name => scope.lookup(name)?.secret === true)
}
