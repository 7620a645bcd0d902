import { getOctokit } from '@actions/github'
import type { ApiBudget } from './api-budget.ts'
import { ApiFault } from './api-fault.ts'

/** A comment in the conversation of a pull request. */
export interface IssueComment {
  readonly id: number
  /** The login of who wrote it: `octocat`, `github-actions[bot]`. */
  readonly author: string
  readonly body: string
  readonly url: string
}

export interface Pull {
  readonly number: number
  readonly open: boolean
  readonly merged: boolean
  /** The commit at the tip of its branch. */
  readonly head: string
}

/** What we ask of GitHub. Everything rejects with an {@link ApiFault}. */
export interface GitHubApi {
  /** Pull requests that a commit is part of: open ones, or the merged one that brought it into the default branch. */
  pullsOf(commit: string): Promise<readonly Pull[]>
  /** Open pull requests from `owner:branch`, also of forks. */
  pullsFrom(head: string): Promise<readonly Pull[]>
  /** Every comment of a pull request, the oldest first. */
  comments(pull: number): Promise<readonly IssueComment[]>
  comment(id: number): Promise<IssueComment>
  /** Tries once: whether it happened is seen by looking. */
  create(pull: number, body: string): Promise<IssueComment>
  update(id: number, body: string): Promise<void>
  remove(id: number): Promise<void>
  /** As whom we write. */
  login(): Promise<string>
}

export interface ApiAccess {
  readonly token: string
  /** `https://api.github.com`, or that of a GitHub Enterprise server. */
  readonly baseUrl: string
  /** `owner/name` */
  readonly repository: string
}

const PAGE = 100
/** More than the budget lets us read. */
const MOST_PAGES = 300
/** Whom the token of a workflow speaks for unless its server says otherwise. */
const WORKFLOW_BOT = 'github-actions[bot]'

/** Octokit, its own logging silenced: what goes wrong is told once, and by us. */
export function createGitHubApi({ token, baseUrl, repository }: ApiAccess, budget: ApiBudget): GitHubApi {
  const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore }
  const { rest, graphql } = getOctokit(token, { baseUrl, log: silent })
  const [owner = '', repo = ''] = repository.split('/')
  const viewer = async (): Promise<string> => {
    const { viewer } = await budget.call(signal =>
      graphql<{ readonly viewer: { readonly login: string } }>('{ viewer { login } }', { request: { signal } }),
    )
    return viewer.login
  }
  return {
    async pullsOf(commit) {
      try {
        return await budget.call(async signal => {
          const request = { signal }
          return pullsIn(
            await rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: commit, request }),
          )
        })
      } catch (error) {
        // "No commit found for SHA": it is of another repository.
        if (error instanceof ApiFault && error.status === 422) return []
        throw error
      }
    },
    async pullsFrom(head) {
      return budget.call(async signal =>
        pullsIn(await rest.pulls.list({ owner, repo, head, state: 'open', request: { signal } })),
      )
    },
    async comments(pull) {
      const comments: IssueComment[] = []
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const found = await budget.call(async signal => {
          const which = { issue_number: pull, per_page: PAGE, page }
          return commentsIn(await rest.issues.listComments({ owner, repo, ...which, request: { signal } }))
        })
        comments.push(...found)
        if (found.length < PAGE) break
      }
      return comments
    },
    async comment(id) {
      return budget.call(async signal =>
        commentIn(await rest.issues.getComment({ owner, repo, comment_id: id, request: { signal } })),
      )
    },
    async create(pull, body) {
      return budget.once(async signal =>
        commentIn(await rest.issues.createComment({ owner, repo, issue_number: pull, body, request: { signal } })),
      )
    },
    async update(id, body) {
      await budget.call(signal => rest.issues.updateComment({ owner, repo, comment_id: id, body, request: { signal } }))
    },
    async remove(id) {
      await budget.call(signal => rest.issues.deleteComment({ owner, repo, comment_id: id, request: { signal } }))
    },
    async login() {
      // The token of an app (`ghs_`), which is what a workflow has, may not read `/user`; GraphQL knows it.
      if (!token.startsWith('ghs_')) {
        try {
          const { data } = await budget.call(signal => rest.users.getAuthenticated({ request: { signal } }))
          return data.login
        } catch (error) {
          if (!(error instanceof ApiFault) || (error.kind !== 'forbidden' && error.kind !== 'missing')) throw error
        }
      }
      return await viewer().then(botLogin, () => WORKFLOW_BOT)
    },
  }
}

/** The two interfaces of GitHub spell a bot differently. */
function botLogin(login: string): string {
  return login.endsWith('[bot]') ? login : `${login}[bot]`
}

function ignore(): void {}

interface Answer {
  readonly data: unknown
}

/** What stands under these names is as GitHub documents it, or nothing was understood: a proxy answers with pages of its own. */
function pullsIn({ data }: Answer): readonly Pull[] {
  return itemsOf(data).map(item => {
    const { number, state, merged_at: merged, head } = fieldsOf(item)
    const { sha } = fieldsOf(head)
    if (typeof number !== 'number' || typeof sha !== 'string') throw strange()
    return { number, open: state === 'open', merged: typeof merged === 'string', head: sha }
  })
}

function commentsIn({ data }: Answer): readonly IssueComment[] {
  return itemsOf(data).map(item => commentIn({ data: item }))
}

function commentIn({ data }: Answer): IssueComment {
  const { id, body, html_url: url, user } = fieldsOf(data)
  if (typeof id !== 'number' || typeof url !== 'string') throw strange()
  // Who wrote it may be gone.
  const { login } = user === null ? {} : fieldsOf(user)
  const author = typeof login === 'string' ? login : ''
  return { id, url, author, body: typeof body === 'string' ? body : '' }
}

function itemsOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw strange()
  return value
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw strange()
  return { ...value }
}

function strange(): ApiFault {
  return new ApiFault('strange', 'The answer is none of GitHub.')
}
