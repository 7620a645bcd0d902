import { writtenMarker } from '../../report/comment/marker.ts'
import { compareRuns, mergeRuns, type PastRun } from '../../report/comment/past-run.ts'

/** A comment of ours with the right key. */
export interface OwnComment {
  readonly id: number
  readonly body: string
  readonly runs: readonly PastRun[]
}

/** What this run has to say. */
export interface Say {
  readonly run: PastRun
  /** The comment, given the runs it tells of, this one first. */
  render(runs: readonly PastRun[]): string
  /** Whether it is to be said where there is no comment yet. */
  readonly anew: boolean
}

export type CommentStep =
  | { readonly step: 'create'; readonly body: string }
  | { readonly step: 'update'; readonly id: number; readonly body: string }
  | { readonly step: 'remove'; readonly id: number }
  /** `newer`: what stands there is of a newer run. */
  | { readonly step: 'none'; readonly because: 'done' | 'newer' | 'not wanted' }

/**
 * The one next step towards a single comment, the oldest, with the result of the newest run. It depends on nothing but
 * what stands there, so that runs that race arrive at the same end, whoever comes last.
 */
export function nextStep(found: readonly OwnComment[], say: Say): CommentStep {
  const [oldest, ...others] = found.toSorted((a, b) => a.id - b.id)
  if (oldest === undefined) {
    return say.anew ? { step: 'create', body: say.render([say.run]) } : { step: 'none', because: 'not wanted' }
  }
  const latest = others.reduce((best, comment) => (isNewer(comment.runs[0], best.runs[0]) ? comment : best), oldest)
  const newer = isNewer(latest.runs[0], say.run)
  const body = newer ? latest.body : say.render(runsWith(say.run, found))
  // GitHub may give back a text with other white space than it was given, but not another marker.
  if (writtenMarker(oldest.body) !== writtenMarker(body)) return { step: 'update', id: oldest.id, body }
  const superfluous = others.at(-1)
  if (superfluous !== undefined) return { step: 'remove', id: superfluous.id }
  return { step: 'none', because: newer ? 'newer' : 'done' }
}

function isNewer(run: PastRun | undefined, than: PastRun | undefined): boolean {
  if (run === undefined || than === undefined) return run !== undefined
  return compareRuns(run, than) > 0
}

function runsWith(run: PastRun, found: readonly OwnComment[]): readonly PastRun[] {
  return mergeRuns([run], ...found.map(({ runs }) => runs))
}
