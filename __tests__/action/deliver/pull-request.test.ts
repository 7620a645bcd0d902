import { describe, expect, it } from 'vitest'
import type { GitHubApi, Pull } from '../../../src/action/deliver/github-api.ts'
import { choosePull, findPull, subjectOf } from '../../../src/action/deliver/pull-request.ts'

const [SHA, HEAD, OLD] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)]
const repo = (full_name: string, id = 1) => ({ repo: { full_name, id } })
const none = { pull: undefined, head: undefined, fromFork: false }

describe('what an event says', () => {
  it.each([
    ['a push', { after: SHA }, { ...none, commit: SHA }],
    ['no event that can be read', null, { ...none, commit: SHA }],
    [
      'a pull request',
      { pull_request: { number: 7, head: { sha: HEAD, ...repo('octo/shop') }, base: repo('octo/shop') } },
      { ...none, pull: 7, commit: HEAD },
    ],
    [
      'one from a fork',
      { pull_request: { number: 7, head: { sha: HEAD, ...repo('mona/shop') }, base: repo('octo/shop') } },
      { ...none, pull: 7, commit: HEAD, fromFork: true },
    ],
    [
      'one from a fork that was deleted',
      { pull_request: { number: 7, head: { sha: HEAD, repo: null }, base: repo('octo/shop') } },
      { ...none, pull: 7, commit: HEAD, fromFork: true },
    ],
    ['a comment under one', { issue: { number: 7, pull_request: {} } }, { ...none, pull: 7, commit: null }],
    ['a comment under an issue', { issue: { number: 7 } }, { ...none, commit: SHA }],
    ['a deployment', { deployment: { sha: HEAD }, deployment_status: {} }, { ...none, commit: HEAD }],
    [
      'a workflow that ran for a pull request',
      {
        repository: { id: 1 },
        workflow_run: {
          head_sha: HEAD,
          head_branch: 'fix',
          head_repository: { owner: { login: 'octo' } },
          pull_requests: [
            { number: 3, base: repo('mona/shop', 2) },
            { number: 7, base: repo('octo/shop', 1) },
          ],
        },
      },
      { ...none, pull: 7, commit: HEAD, head: 'octo:fix' },
    ],
    [
      'a workflow that ran for a fork',
      {
        workflow_run: {
          head_sha: HEAD,
          head_branch: 'a&b',
          head_repository: { owner: { login: 'mona' } },
          pull_requests: [],
        },
      },
      { ...none, commit: HEAD, head: 'mona:a&b' },
    ],
  ])('of %s', (_, payload, subject) => expect(subjectOf(payload, SHA)).toEqual(subject))
})

const pull = (number: number, fields: Partial<Pull> = {}): Pull => ({
  number,
  open: true,
  merged: false,
  head: OLD,
  ...fields,
})

describe('the pull request of a commit', () => {
  it.each([
    ['the open one whose tip it is', [pull(1), pull(2, { head: SHA }), pull(3, { head: SHA })], 2],
    ['an open one rather than a merged one', [pull(1, { open: false, merged: true, head: SHA }), pull(2)], 2],
    ['the merged one', [pull(1, { open: false, merged: true })], 1],
    ['none that was closed', [pull(1, { open: false, head: SHA })], undefined],
    ['none', [], undefined],
  ])('is %s', (_, pulls, number) => expect(choosePull(pulls, SHA)).toBe(number))

  const asked: string[] = []
  const api = (byCommit: readonly Pull[], byHead: readonly Pull[]) =>
    ({
      async pullsOf(commit: string) {
        asked.push(commit)
        return byCommit
      },
      pullsFrom: async () => byHead,
    }) as Partial<GitHubApi> as GitHubApi

  it('is asked for only where the event does not name it', async () => {
    asked.length = 0
    expect(await findPull({ ...none, pull: 7, commit: SHA }, api([], []))).toBe(7)
    expect(await findPull({ ...none, commit: null }, api([], []))).toBeUndefined()
    expect(asked).toEqual([])
    expect(await findPull({ ...none, commit: SHA }, api([pull(4)], []))).toBe(4)
    expect(asked).toEqual([SHA])
  })

  it('of a fork is found by its branch, as long as that still has the commit', async () => {
    const subject = { ...none, commit: SHA, head: 'mona:fix' }
    expect(await findPull(subject, api([], [pull(5), pull(6, { head: SHA })]))).toBe(6)
    expect(await findPull(subject, api([], [pull(5)]))).toBeUndefined()
  })
})
