import { VERDICT_MARKS } from '../format/verdict-marks.ts'
import type { PastRun } from './past-run.ts'

/** The address of a workflow run on any GitHub server; nothing else is made a link. */
const RUN_URL = /^(https?:\/\/[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+)\/actions\/runs\/\d+$/

/** Where the repository of a workflow run is, from the run's address; undefined when that is none. */
export function repositoryUrl(runUrl: string | null): string | undefined {
  return RUN_URL.exec(runUrl ?? '')?.[1]
}

/** The last runs in a line, the newest first: verdict, commit, time. Empty where there was only one. */
export function historyLine(runs: readonly PastRun[], repository: string | undefined): string {
  if (runs.length < 2) return ''
  const told = runs.map(({ verdict, id, commit, at }) => {
    const words = `${VERDICT_MARKS[verdict]} ${verdict}`
    const run = repository === undefined || id === null ? words : `[${words}](${repository}/actions/runs/${id})`
    return [run, ...(commit === null ? [] : [commitMarkdown(commit, repository)]), minuteOf(at)].join(' ')
  })
  return `**Last runs:** ${told.join(' · ')}`
}

/** A commit by its first seven digits, as a link where the repository is known. */
export function commitMarkdown(commit: string, repository: string | undefined): string {
  const short = `\`${commit.slice(0, 7)}\``
  return repository === undefined ? short : `[${short}](${repository}/commit/${commit})`
}

/** `2026-01-14 04:30 UTC` */
export function minuteOf(at: string): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
