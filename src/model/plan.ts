import type { Check, Checklist, Entry } from './checklist.ts'

/** What will run, in which order, and what each entry waits for. */
export interface Plan {
  readonly checklist: Checklist
  readonly ready?: PlannedSection
  readonly entries: readonly PlannedEntry[]
}

export type PlannedEntry = PlannedSection | PlannedCheck

interface PlannedBase {
  readonly selected: boolean
  /** Keys of the entries that must have passed: from `needs`, from captures that are used. */
  readonly needs: readonly Need[]
}

export interface Need {
  readonly key: string
  /** What the reader is told: `login`, or `$token of "Log in"`. */
  readonly label: string
}

export interface PlannedSection extends PlannedBase {
  readonly entry: Extract<Entry, { entry: 'section' }>
  readonly children: readonly PlannedEntry[]
}

export interface PlannedCheck extends PlannedBase {
  readonly entry: Check
}

export function isPlannedSection(planned: PlannedEntry): planned is PlannedSection {
  return planned.entry.entry === 'section'
}
