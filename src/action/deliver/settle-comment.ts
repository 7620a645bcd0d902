import { readMarker, writtenMarker } from '../../report/comment/marker.ts'
import type { ApiBudget } from './api-budget.ts'
import { ApiFault } from './api-fault.ts'
import { type CommentStep, nextStep, type OwnComment, type Say } from './comment-step.ts'
import type { GitHubApi, IssueComment } from './github-api.ts'

/** What became of the comment. */
export interface Settled {
  /** `newer`: what stands there is of a newer run. */
  readonly outcome: 'created' | 'updated' | 'newer' | 'not wanted'
  /** Its page; undefined where there is none. */
  readonly url: string | undefined
}

interface Tools {
  readonly api: GitHubApi
  readonly budget: ApiBudget
}

type Change = Exclude<CommentStep, { readonly step: 'none' }>

/** Enough for a few runs that race; more of them are settled by the last. */
const MOST_STEPS = 12

/**
 * Brings the conversation to one comment of this key with the result of the newest run, a step at a time, looking anew
 * after each: GitHub cannot change a comment on a condition, so what others did in between is only seen afterwards.
 * Rejects with an {@link ApiFault}.
 */
export async function settleComment(pull: number, key: string, say: Say, tools: Tools): Promise<Settled> {
  const thread = createThread(pull, key, tools)
  let outcome: 'created' | 'updated' = 'updated'
  for (let steps = 1; ; steps += 1) {
    const found = await thread.look()
    const next = nextStep(found, say)
    const url = thread.urlOf(found)
    if (next.step === 'none') return { outcome: next.because === 'done' ? outcome : next.because, url }
    if (steps === MOST_STEPS) return { outcome, url }
    if (next.step === 'create') outcome = 'created'
    await thread.take(next, steps)
  }
}

/** Our comments of one conversation: what GitHub lists of them, and what we know better. */
function createThread(pull: number, key: string, { api, budget }: Tools) {
  const gone = new Set<number>()
  // A list may lag behind what was just written or read.
  const made = new Map<number, IssueComment>()
  const fresh = new Map<number, IssueComment>()
  const seen = new Map<number, IssueComment>()
  let login: string | undefined

  const own = async (listed: readonly IssueComment[]): Promise<readonly IssueComment[]> => {
    const marked = listed.filter(({ body }) => readMarker(body, key) !== undefined)
    if (marked.length === 0) return marked
    login ??= await api.login()
    return marked.filter(({ author }) => author === login)
  }
  const create = async (body: string, steps: number): Promise<void> => {
    try {
      const comment = await api.create(pull, body)
      login = comment.author
      made.set(comment.id, comment)
    } catch (error) {
      // It may have been made all the same: that is seen by looking, not by making it again.
      if (!(error instanceof ApiFault)) throw error
      await budget.pause(error, steps)
    }
  }
  /** Reads the comment once more first: the list may have taken long, and a newer run must not be overwritten. */
  const update = async (id: number, body: string): Promise<void> => {
    const current = await api.comment(id)
    if (writtenMarker(current.body) === writtenMarker(seen.get(id)?.body ?? '')) await api.update(id, body)
    else fresh.set(id, current)
  }
  return {
    async look(): Promise<readonly OwnComment[]> {
      const listed = await own(await api.comments(pull))
      const known = [...made.values(), ...listed, ...fresh.values()].filter(({ id }) => !gone.has(id))
      fresh.clear()
      seen.clear()
      for (const comment of known) seen.set(comment.id, comment)
      return [...seen.values()].map(({ id, body }) => ({ id, body, runs: readMarker(body, key) ?? [] }))
    },
    urlOf: (found: readonly OwnComment[]): string | undefined => seen.get(Math.min(...found.map(({ id }) => id)))?.url,
    async take(change: Change, steps: number): Promise<void> {
      if (change.step === 'create') return create(change.body, steps)
      try {
        await (change.step === 'remove' ? api.remove(change.id) : update(change.id, change.body))
        if (change.step === 'remove') gone.add(change.id)
      } catch (error) {
        if (!(error instanceof ApiFault) || error.kind !== 'missing') throw error
        gone.add(change.id)
      }
    },
  }
}
