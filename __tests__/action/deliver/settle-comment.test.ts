import { describe, expect, it } from 'vitest'
import { createApiBudget } from '../../../src/action/deliver/api-budget.ts'
import type { Say } from '../../../src/action/deliver/comment-step.ts'
import { createGitHubApi } from '../../../src/action/deliver/github-api.ts'
import { settleComment } from '../../../src/action/deliver/settle-comment.ts'
import { readMarker, writeMarker } from '../../../src/report/comment/marker.ts'
import type { PastRun } from '../../../src/report/comment/past-run.ts'
import { pastRun } from '../../report/comment-facts.ts'
import {
  type Answer,
  BOT,
  type Meddle,
  PULL,
  REPOSITORY,
  type StandIn,
  startGitHub,
  TOKEN,
} from '../github-stand-in.ts'
import { createVirtualClock } from './virtual-clock.ts'

const KEY = 'checklist.yml'
const render = (runs: readonly PastRun[]): string => `${writeMarker(KEY, runs)}\n\n${runs[0]?.verdict}`
const say = (run: PastRun = pastRun(), anew = true): Say => ({ run, render, anew })
const OTHER = pastRun({ number: 16, id: 99, verdict: 'passed' })
const NEWER = pastRun({ number: 18, id: 110, verdict: 'passed' })

/** One run's way to its comment, with a clock in which waiting takes no time. */
function settle(github: StandIn, what: Say = say(), clock = createVirtualClock()) {
  const budget = createApiBudget(30_000, clock)
  const api = createGitHubApi({ token: TOKEN, baseUrl: github.url, repository: REPOSITORY }, budget)
  return settleComment(PULL, KEY, what, { api, budget })
}

const numbers = ({ comments }: StandIn) =>
  comments.map(({ body }) => readMarker(body, KEY)?.map(({ number }) => number))

/** Answers the first so many requests of a kind. */
function first(times: number, request: string, answer: Answer | 'cut'): Meddle {
  let left = times
  return ({ method, path }) => {
    if (`${method} ${path}` !== request || left === 0) return undefined
    left -= 1
    return answer
  }
}

describe('the comment of a run', () => {
  it('is made where there is none', async () => {
    await using github = await startGitHub()
    github.say('octocat', 'Nice work')
    expect(await settle(github)).toMatchObject({ outcome: 'created', url: expect.stringContaining('#c2') })
    expect(numbers(github)).toEqual([undefined, [17]])
  })

  it('is not made where it is not wanted, and then nobody asks who we are', async () => {
    await using github = await startGitHub()
    expect(await settle(github, say(pastRun(), false))).toEqual({ outcome: 'not wanted', url: undefined })
    expect(github.asked).toEqual(['GET /issues/7/comments'])
  })

  it('takes the place of the one before, also where a new one would not be wanted', async () => {
    await using github = await startGitHub()
    github.say(BOT, render([OTHER]))
    expect(await settle(github, say(pastRun(), false))).toMatchObject({ outcome: 'updated' })
    expect(numbers(github)).toEqual([[17, 16]])
    // The token of a workflow may not read `/user`.
    expect(github.asked.filter(request => !request.includes('comments'))).toEqual(['POST /graphql'])
  })

  it('is taken for that of the workflow where GitHub does not tell who we are', async () => {
    await using github = await startGitHub({
      meddle: ({ path }) => (path === '/graphql' ? { status: 404 } : undefined),
    })
    github.say(BOT, render([OTHER]))
    expect(await settle(github)).toMatchObject({ outcome: 'updated' })
  })

  it('leaves the one of a newer run', async () => {
    await using github = await startGitHub()
    const { body } = github.say(BOT, render([NEWER]))
    expect(await settle(github)).toMatchObject({ outcome: 'newer' })
    expect(github.comments.map(comment => comment.body)).toEqual([body])
  })

  it.each([
    ['another key', BOT, `${writeMarker('other', [NEWER])}\n\ntext`],
    ['another author', 'mallory', render([NEWER])],
    ['an author whose name is nearly ours', 'github-actions', render([NEWER])],
    ['nobody, whose account is gone', '', render([NEWER])],
  ])('stands beside one of %s', async (_, author, body) => {
    await using github = await startGitHub()
    github.say(author, body)
    expect(await settle(github)).toMatchObject({ outcome: 'created' })
    expect(github.comments.map(comment => comment.body)).toEqual([body, render([pastRun()])])
  })

  it('is found behind three hundred others', async () => {
    await using github = await startGitHub()
    for (let index = 0; index < 299; index += 1) github.say('octocat', `${index}`)
    github.say(BOT, render([OTHER]))
    for (let index = 0; index < 50; index += 1) github.say('octocat', `${index}`)
    await settle(github)
    expect(github.comments).toHaveLength(350)
    expect(numbers(github)[299]).toEqual([17, 16])
  })

  it('is the oldest of several, with the result of the newest and the runs of all', async () => {
    await using github = await startGitHub()
    for (const run of [OTHER, pastRun({ number: 14, id: 90 }), pastRun({ number: 15, id: 95 })])
      github.say(BOT, render([run]))
    await settle(github)
    expect(numbers(github)).toEqual([[17, 16, 15, 14]])
    expect(github.comments[0]?.id).toBe(1)
  })

  it('takes over what a newer run wrote into a younger comment', async () => {
    await using github = await startGitHub()
    github.say(BOT, render([OTHER]))
    github.say(BOT, render([NEWER]))
    expect(await settle(github)).toMatchObject({ outcome: 'newer' })
    expect(github.comments).toMatchObject([{ id: 1, body: render([NEWER]) }])
  })
})

describe('what happens meanwhile', () => {
  it('does not bring back an older result: a newer run wrote between look and update', async () => {
    await using github = await startGitHub({
      meddle({ method, path }) {
        // Just before our own last look at the comment.
        if (method === 'GET' && path === '/issues/comments/1') write(render([NEWER, OTHER]))
        return undefined
      },
    })
    const comment = github.say(BOT, render([OTHER]))
    const write = (body: string): void => {
      comment.body = body
    }
    expect(await settle(github)).toMatchObject({ outcome: 'newer' })
    expect(numbers(github)).toEqual([[18, 16]])
    expect(github.asked.filter(request => request.startsWith('PATCH'))).toEqual([])
  })

  it('is put right where an older run overwrote ours at the same moment', async () => {
    let overwritten = false
    await using github = await startGitHub({
      meddle({ method }) {
        const comment = github.comments[0]
        if (method === 'GET' && !overwritten && comment?.body === render([pastRun(), OTHER])) {
          overwritten = true
          comment.body = render([OTHER])
        }
        return undefined
      },
    })
    github.say(BOT, render([OTHER]))
    await settle(github)
    expect([overwritten, numbers(github)]).toEqual([true, [[17, 16]]])
  })

  it('makes it anew when somebody deletes it between look and update', async () => {
    let deleted = false
    await using github = await startGitHub({
      meddle({ method }) {
        if (method === 'PATCH' && !deleted) deleted = github.comments.splice(0, 1).length === 1
        return undefined
      },
    })
    github.say(BOT, render([OTHER]))
    expect(await settle(github)).toMatchObject({ outcome: 'created' })
    expect(numbers(github)).toEqual([[17]])
  })

  it('makes no second one while lists lag behind', async () => {
    await using github = await startGitHub({
      meddle: ({ method, path }) =>
        method === 'GET' && path === '/issues/7/comments' ? { status: 200, body: [] } : undefined,
    })
    await settle(github)
    expect(numbers(github)).toEqual([[17]])
  })

  it('believes the comment rather than a list that lags behind', async () => {
    await using github = await startGitHub({
      meddle: ({ method, path }) =>
        method === 'GET' && path === '/issues/7/comments'
          ? { status: 200, body: github.comments.map(comment => ({ ...comment, body: render([OTHER]) })) }
          : undefined,
    })
    github.say(BOT, render([NEWER, OTHER]))
    expect(await settle(github)).toMatchObject({ outcome: 'newer' })
  })

  it('makes no second one when the answer to the first was lost', async () => {
    await using github = await startGitHub({ meddle: first(1, 'POST /issues/7/comments', 'cut') })
    expect(await settle(github)).toMatchObject({ outcome: 'created' })
    expect(numbers(github)).toEqual([[17]])
    expect(github.asked.filter(request => request.startsWith('POST /issues'))).toHaveLength(1)
  })

  it('ends with one comment when two runs begin at once, whoever is first', async () => {
    for (const order of [
      [pastRun(), NEWER],
      [NEWER, pastRun()],
    ]) {
      const looked: (() => void)[] = []
      await using github = await startGitHub({
        // Nobody sees the list before both asked for it.
        async meddle({ method, path }) {
          if (method !== 'GET' || path !== '/issues/7/comments' || looked.length >= 2) return undefined
          await new Promise<void>(resolve => {
            looked.push(resolve)
            if (looked.length === 2) for (const go of looked) go()
          })
          return { status: 200, body: [] }
        },
      })
      await Promise.all(order.map(run => settle(github, say(run))))
      expect(github.comments).toHaveLength(1)
      expect(numbers(github)[0]?.[0]).toBe(18)
    }
  })
})

describe('faults of GitHub', () => {
  it.each([
    ['an overload', { status: 502 }, [500, 1_000]],
    ['a limit', { status: 429, headers: { 'retry-after': '3' } }, [3_000, 3_000]],
    ['a secondary limit', { status: 403, headers: { 'retry-after': '2' } }, [2_000, 2_000]],
  ])('that pass are waited for: %s', async (_, answer, pauses) => {
    const clock = createVirtualClock()
    await using github = await startGitHub({ meddle: first(2, 'GET /issues/7/comments', answer) })
    await settle(github, say(), clock)
    expect([numbers(github), clock.pauses]).toEqual([[[17]], pauses])
  })

  it.each([
    [{ status: 500 }, { kind: 'server' }, [500, 1_000, 2_000, 4_000]],
    [{ status: 429, headers: { 'retry-after': '12' } }, { kind: 'limited', waitMs: 12_000 }, [12_000, 12_000]],
    [{ status: 429, headers: { 'retry-after': '3600' } }, { kind: 'limited', waitMs: 3_600_000 }, []],
    [{ status: 403, body: { message: 'You have exceeded a secondary rate limit.' } }, { kind: 'limited' }, []],
    [{ status: 403, body: { message: 'Resource not accessible by integration' } }, { kind: 'forbidden' }, []],
    [{ status: 401, body: { message: 'Bad credentials' } }, { kind: 'unauthorized' }, []],
    [{ status: 404, body: { message: 'Not Found' } }, { kind: 'missing' }, []],
    [{ status: 422, body: { message: 'Validation Failed' } }, { kind: 'refused', message: 'Validation Failed' }, []],
  ])('that do not pass end it within the budget: %j', async (answer, fault, pauses) => {
    for (const request of ['GET', 'POST']) {
      const clock = createVirtualClock()
      await using github = await startGitHub({ meddle: ({ method }) => (method === request ? answer : undefined) })
      await expect(settle(github, say(), clock)).rejects.toMatchObject(fault)
      expect(clock.pauses).toEqual(pauses)
      expect(clock.elapsed()).toBeLessThan(30_000)
    }
  })

  it('that hang end with the budget', async () => {
    const clock = createVirtualClock()
    await using github = await startGitHub({
      meddle() {
        setImmediate(clock.runOut)
        return 'hang'
      },
    })
    await expect(settle(github, say(), clock)).rejects.toMatchObject({ kind: 'timeout' })
    expect(github.asked).toHaveLength(3)
    expect(clock.elapsed()).toBeLessThanOrEqual(30_000)
  })

  it('that are no GitHub at all are told as such', async () => {
    const github = await startGitHub()
    await github[Symbol.asyncDispose]()
    await expect(settle(github)).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringMatching(/ECONNREFUSED/),
    })
  })
})
