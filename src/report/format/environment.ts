import { formatDuration } from '../../model/duration.ts'
import type { FinishedReport } from '../../model/result.ts'
import { VERSION } from '../../model/version.ts'
import { oneLine } from '../../model/visible.ts'
import { commitUrl, fileUrl, repositoryUrl } from './github-pages.ts'

export const PROGRAM = 'verify-deploy'

export interface EnvironmentRow {
  readonly name: string
  /** On a line. */
  readonly value: string
  /** The page of what the row names, plainly an address of GitHub. */
  readonly url?: string
}

/** What ran where: a row for everything that is known. */
export function environmentRows({ run, checklist }: FinishedReport): readonly EnvironmentRow[] {
  const { facts } = run
  const repository = repositoryUrl(facts.url)
  const runUrl = repository === undefined || facts.url === null ? undefined : facts.url
  const rows: readonly (readonly [name: string, value: string | null, url?: string | undefined])[] = [
    ['Checklist', checklist.file, fileUrl(checklist.page)],
    ['Target', facts.target],
    ['Started', facts.startedAt],
    ['Took', formatDuration(run.durationMs)],
    ['Fails on', run.failOn],
    ['Run', facts.id],
    ['Repository', facts.repository, repository],
    ['Ref', facts.ref],
    ['Commit', facts.sha, commitUrl(facts.sha, repository)],
    ['Actor', facts.actor],
    ['Workflow run', facts.url, runUrl],
    [PROGRAM, VERSION],
  ]
  return rows.flatMap(([name, value, url]) =>
    value === null ? [] : [{ name, value: oneLine(value), ...(url === undefined ? {} : { url }) }],
  )
}
