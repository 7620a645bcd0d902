import type { Scope, ScopeEntry } from '../expression/scope.ts'
import type { Json } from '../model/json.ts'
import type { OutcomeStatus } from '../model/result.ts'

/** What a run learns as it goes. */
export interface RunState {
  /** Variables, `$run`, captures, `$captured` and `$outcome`. */
  readonly scope: Scope
  capture(made: ReadonlyMap<string, ScopeEntry>): void
  /** `blocked`: something that it needs has not passed, and no condition or selection is why. */
  settle(entry: { readonly key: string; readonly id?: string }, standing: OutcomeStatus, blocked?: boolean): void
  standingOf(key: string): OutcomeStatus | undefined
  isBlocked(key: string): boolean
}

export function createRunState(base: Scope): RunState {
  const captured = new Map<string, ScopeEntry>()
  const standings = new Map<string, OutcomeStatus>()
  const blockedKeys = new Set<string>()
  const outcomes = new Map<string, OutcomeStatus>()
  const lookup = (name: string): ScopeEntry | undefined => {
    if (name === 'captured') return capturedEntry(captured)
    if (name === 'outcome') return { value: Object.fromEntries(outcomes), secret: false }
    return captured.get(name) ?? base.lookup(name)
  }
  return {
    scope: { lookup, names: () => new Set([...captured.keys(), ...base.names(), 'captured', 'outcome']) },
    capture(made) {
      for (const [name, entry] of made) captured.set(name, entry)
    },
    settle({ key, id }, standing, blocked = false) {
      standings.set(key, standing)
      if (blocked) blockedKeys.add(key)
      if (id !== undefined) outcomes.set(id, standing)
    },
    standingOf: key => standings.get(key),
    isBlocked: key => blockedKeys.has(key),
  }
}

function capturedEntry(captured: ReadonlyMap<string, ScopeEntry>): ScopeEntry {
  const entries = [...captured].map(([name, { value }]): [string, Json] => [name, value])
  return { value: Object.fromEntries(entries), secret: [...captured.values()].some(({ secret }) => secret) }
}

/** A scope with one more variable, such as `$observation`; the value is made when it is asked for. */
export function withVariable(scope: Scope, name: string, value: () => Json): Scope {
  return {
    lookup: asked => (asked === name ? { value: value(), secret: false } : scope.lookup(asked)),
    names: () => new Set([name, ...scope.names()]),
  }
}
