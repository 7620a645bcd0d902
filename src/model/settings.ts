import type { FailOn, RunFacts } from './result.ts'

/** What a run was asked to do, read once from inputs or arguments, frozen. */
export interface Settings {
  /** The checklist's path as given, relative to `root` or absolute. */
  readonly checklist: string
  /** The checklist at the commit that was checked out, as a page of GitHub. Absent where that is not known. */
  readonly checklistPage?: string
  /** Absolute. Relative paths start here; nothing outside it is read. */
  readonly root: string
  readonly target: string | null
  readonly variables: Readonly<Record<string, string>>
  readonly select: readonly string[]
  readonly skip: readonly string[]
  readonly failOn: FailOn
  /** How many checks of a parallel section run at once. */
  readonly concurrency: number
  /** Of the whole run and of cleanup, in milliseconds. */
  readonly timeoutMs: number
  readonly cleanupTimeoutMs: number
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The event's facts for `$run`; `id` and `startedAt` are made when the run begins. */
  readonly event: Omit<RunFacts, 'id' | 'startedAt' | 'target'>
}

export const DEFAULT_SETTINGS = {
  checklist: 'checklist.yml',
  failOn: 'failure',
  concurrency: 8,
  timeoutMs: 900_000,
  cleanupTimeoutMs: 120_000,
} as const
