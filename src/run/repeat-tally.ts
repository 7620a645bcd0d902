import type { CheckError } from '../model/check-error.ts'
import type { Json } from '../model/json.ts'
import type { Observation } from '../model/observation.ts'
import type { Attempt, Failure } from '../model/result.ts'

/** What is kept of many observations: as little as the expectations need. */
export interface RepeatTally {
  readonly times: number
  readonly attempts: Attempt[]
  /** The parts of all observations in order of start; empty unless they are kept. */
  readonly parts: readonly Json[]
  /** The first observation that something was said against, else the last: what the evidence is made from. */
  readonly telling: Observation | undefined
  readonly last: Observation | undefined
  error: CheckError | undefined
  anyHeld: boolean
  anyMessage: string
  add(index: number, observation: Observation, failures: readonly Failure[]): void
  /** The failures of the first observation that has any; its message says of how many more the same is true. */
  failures(): readonly Failure[]
  /** How many observations had a status such as `429` or `5xx`. */
  countOf(status: string): number
  describeCounts(): string
}

export function createRepeatTally(times: number, keepsAll: boolean): RepeatTally {
  const parts: Json[] = []
  const statuses = new Map<string, number>()
  const bySubject = new Map<string, { first: Failure; index: number; count: number }>()
  let telling: { readonly index: number; readonly observation: Observation } | undefined
  let latest: { readonly index: number; readonly observation: Observation } | undefined
  return {
    times,
    attempts: [],
    parts,
    get telling() {
      return telling?.observation ?? latest?.observation
    },
    get last() {
      return latest?.observation
    },
    error: undefined,
    anyHeld: false,
    anyMessage: '',
    add(index, observation, failures) {
      if (keepsAll) parts[index] = observation.parts
      const { status } = observation.parts
      if (typeof status === 'number') statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1)
      if (latest === undefined || index > latest.index) latest = { index, observation }
      if (failures.length > 0 && (telling === undefined || index < telling.index)) telling = { index, observation }
      for (const failure of failures) {
        const key = `${failure.subject}\n${failure.location.line}:${failure.location.column}`
        const held = bySubject.get(key) ?? { first: failure, index, count: 0 }
        const earliest = index < held.index ? { first: failure, index } : held
        bySubject.set(key, { ...earliest, count: held.count + 1 })
      }
    },
    failures: () => [...bySubject.values()].sort((left, right) => left.index - right.index).map(withCount),
    countOf(status) {
      const matches = /^\dxx$/i.test(status)
        ? (seen: string) => seen[0] === status[0]
        : (seen: string) => seen === status
      return [...statuses].reduce((sum, [seen, count]) => (matches(seen) ? sum + count : sum), 0)
    },
    describeCounts: () =>
      [...statuses]
        .sort()
        .map(([status, count]) => `${count} × ${status}`)
        .join(', ') || 'no status was seen',
  }
}

function withCount({ first, count }: { readonly first: Failure; readonly count: number }): Failure {
  if (count === 1) return first
  return {
    ...first,
    message: `${first.message} (and ${count - 1} more ${count === 2 ? 'observation' : 'observations'})`,
  }
}
