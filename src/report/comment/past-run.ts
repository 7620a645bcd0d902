import type { Verdict } from '../../model/result.ts'

/** A run as a comment remembers it. */
export interface PastRun {
  readonly verdict: Verdict
  /** ISO time at which the run began. */
  readonly at: string
  /** The commit that was verified, in full. Null where it is not known. */
  readonly commit: string | null
  /** The workflow by its file, and GitHub's id, number and attempt of the run. Null outside of a workflow. */
  readonly workflow: string | null
  readonly id: number | null
  readonly number: number | null
  readonly attempt: number | null
}

/** How many runs a comment remembers. */
const KEPT = 10

/**
 * Above 0 when `a` is the newer run. Within a workflow the number counts and then the attempt, since a run that ended
 * later may have begun earlier; numbers of different workflows say nothing of each other, so there the time does.
 */
export function compareRuns(a: PastRun, b: PastRun): number {
  if (a.workflow === b.workflow && a.number !== null && b.number !== null) {
    const byNumber = a.number - b.number || (a.attempt ?? 1) - (b.attempt ?? 1)
    if (byNumber !== 0) return byNumber
  }
  return Date.parse(a.at) - Date.parse(b.at)
}

/**
 * The runs of all lists, each once, the newest first and no more than a comment remembers. What an earlier list says of a
 * run counts more, and of runs as new as each other its stand first.
 */
export function mergeRuns(...lists: readonly (readonly PastRun[])[]): readonly PastRun[] {
  const known = new Map<string, PastRun>()
  for (const run of lists.flat()) if (!known.has(identityOf(run))) known.set(identityOf(run), run)
  return [...known.values()].toSorted((a, b) => compareRuns(b, a)).slice(0, KEPT)
}

function identityOf({ workflow, id, attempt, at }: PastRun): string {
  return JSON.stringify([workflow, id, attempt, at])
}
