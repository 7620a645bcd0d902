import { commitUrl } from '../format/github-pages.ts'
import { VERDICT_MARKS } from '../format/verdict-marks.ts'
import type { PastRun } from './past-run.ts'

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
  const url = commitUrl(commit, repository)
  return url === undefined ? short : `[${short}](${url})`
}

/** `2026-01-14 04:30 UTC` */
export function minuteOf(at: string): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
