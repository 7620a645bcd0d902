import { isObject, type Json } from '../../model/json.ts'
import type { GitHubApi, Pull } from './github-api.ts'

/** What an event says of the pull request and the commit that were verified. */
export interface Subject {
  /** Of the pull request, where the event names it. */
  readonly pull: number | undefined
  /** The commit that was verified, in full. */
  readonly commit: string | null
  /** `owner:branch` that a workflow run worked on: how pull requests of forks are found. */
  readonly head: string | undefined
  /** The event is a pull request from another repository, for which GitHub gives no token that may write. */
  readonly fromFork: boolean
}

/** Reads an event's payload. `sha` is the commit of the run, which counts where the payload names no better one. */
export function subjectOf(payload: Json, sha: string | null): Subject {
  const text = (...path: readonly string[]): string | undefined => textOf(valueAt(payload, path))
  const number = (...path: readonly string[]): number | undefined => numberOf(valueAt(payload, path))
  const none = { pull: undefined, head: undefined, fromFork: false }
  if (isObject(valueAt(payload, ['pull_request']))) {
    const from = text('pull_request', 'head', 'repo', 'full_name')
    const fromFork = from !== text('pull_request', 'base', 'repo', 'full_name')
    // The commit of the run is a merge made for it, which nobody knows.
    const commit = text('pull_request', 'head', 'sha') ?? sha
    return { ...none, pull: number('pull_request', 'number'), commit, fromFork }
  }
  if (isObject(valueAt(payload, ['issue', 'pull_request']))) {
    // The commit of the run is that of the default branch.
    return { ...none, pull: number('issue', 'number'), commit: null }
  }
  if (isObject(valueAt(payload, ['workflow_run']))) {
    const owner = text('workflow_run', 'head_repository', 'owner', 'login')
    const branch = text('workflow_run', 'head_branch')
    const head = owner === undefined || branch === undefined ? undefined : `${owner}:${branch}`
    const commit = text('workflow_run', 'head_sha') ?? sha
    return { ...none, pull: pullOfWorkflowRun(payload), commit, head }
  }
  return { ...none, commit: text('deployment', 'sha') ?? sha }
}

/** The number of the pull request, asked for by the commit where the event does not name it; undefined if there is none. */
export async function findPull({ pull, commit, head }: Subject, api: GitHubApi): Promise<number | undefined> {
  if (pull !== undefined || commit === null) return pull
  const byCommit = choosePull(await api.pullsOf(commit), commit)
  if (byCommit !== undefined || head === undefined) return byCommit
  // The commits of a fork belong to no pull request that can be asked for by them.
  return (await api.pullsFrom(head)).find(candidate => candidate.head === commit)?.number
}

/** The open one whose tip the commit is, else an open one it is part of, else the one it was merged by. */
export function choosePull(pulls: readonly Pull[], commit: string): number | undefined {
  const rank = ({ open, head }: Pull): number => (open ? (head === commit ? 0 : 1) : 2)
  return pulls
    .filter(({ open, merged }) => open || merged)
    .toSorted((a, b) => rank(a) - rank(b) || a.number - b.number)
    .at(0)?.number
}

/** A run of a branch that other repositories have pull requests of names those as well. */
function pullOfWorkflowRun(payload: Json): number | undefined {
  const pulls = valueAt(payload, ['workflow_run', 'pull_requests'])
  const own = numberOf(valueAt(payload, ['repository', 'id']))
  const found = (Array.isArray(pulls) ? pulls : []).find(
    pull => own === undefined || numberOf(valueAt(pull, ['base', 'repo', 'id'])) === own,
  )
  return numberOf(valueAt(found, ['number']))
}

function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => (isObject(inner) ? inner[key] : undefined), value)
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}
