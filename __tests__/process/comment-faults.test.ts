import { describe, expect, it } from 'vitest'
import { type Answer, BOT, type Meddle, startGitHub, TOKEN } from '../action/github-stand-in.ts'
import { FAILING_CHECK, HEAD, PASSING_CHECK, pullRequestEvent, runStep } from './comment-step.ts'

const EVENT = pullRequestEvent(7)
const READ_ONLY: Answer = { status: 403, body: { message: 'Resource not accessible by integration' } }
const onlyOn =
  (method: string, answer: Answer): Meddle =>
  request =>
    request.method === method ? answer : undefined

/** The warnings of a log, without what frames them. */
const warnings = (log: string): readonly string[] =>
  [...log.matchAll(/^::warning title=No pull-request comment::(.*)$/gm)].map(([, message = '']) => message)

describe('a token that may only read', () => {
  it.each([
    ['of the job', EVENT, {}, 'Give it to the job: `permissions: { contents: read, pull-requests: write }`.'],
    ['of a fork', pullRequestEvent(7, 'mona/shop'), {}, 'which GitHub gives to no run for a pull request from a fork.'],
    ['of Dependabot', EVENT, { GITHUB_ACTOR: 'dependabot[bot]' }, 'which runs that Dependabot begins do not have'],
  ])(
    '%s is told with the permission that is missing, and changes nothing else',
    async (_, event, environment, words) => {
      await using github = await startGitHub({ meddle: onlyOn('POST', READ_ONLY) })
      const step = await runStep({ api: github.url, check: FAILING_CHECK, event, environment })
      expect([step.code, step.verdict, step.stderr]).toEqual([1, 'failed', ''])
      expect(step.summary).toContain('Shop: failed')
      expect(step.file).toContain('## ❌ Shop: failed')
      const [warning, ...more] = warnings(step.stdout)
      expect(more).toEqual([])
      expect(warning).toContain('The token lacks the permission `pull-requests: write`')
      expect(warning).toContain(words)
      expect(warning).toContain('Its text is in verify-report/comment.md')
    },
  )

  it('is no warning for a run that passed and might have had nothing to say', async () => {
    await using github = await startGitHub({ meddle: onlyOn('GET', READ_ONLY) })
    const { code, stdout } = await runStep({ api: github.url, check: PASSING_CHECK, event: EVENT })
    expect([code, warnings(stdout)]).toEqual([0, []])
    expect(stdout).toContain('Pull-request comment: none. The token lacks')
  })
})

describe('a fault of GitHub', () => {
  it.each([
    ['401', { status: 401, body: { message: 'Bad credentials' } }, 'does not take the token'],
    ['404', { status: 404, body: { message: 'Not Found' } }, 'no such pull request'],
    ['422', { status: 422, body: { message: 'Body is\n::error::too long' } }, '422: Body is ::error::too long'],
    ['429', { status: 429, headers: { 'retry-after': '900' } }, 'asks to wait 15 m 00 s'],
  ])('%s leaves verdict and reports as they are', async (_, answer, words) => {
    await using github = await startGitHub({ meddle: () => answer })
    const { code, verdict, stdout, file } = await runStep({ api: github.url, check: FAILING_CHECK, event: EVENT })
    expect([code, verdict, warnings(stdout).length]).toEqual([1, 'failed', 1])
    expect(warnings(stdout)[0]).toContain(words)
    expect(file).toContain('❌')
    expect(stdout).not.toMatch(/^::error::/m)
  })

  it.each([429, 403, 500, 502])('%i that passes is waited out', async status => {
    let left = 2
    await using github = await startGitHub({
      meddle() {
        left -= 1
        return left < 0 ? undefined : { status, headers: { 'retry-after': '0' } }
      },
    })
    const { code, stdout } = await runStep({ api: github.url, check: FAILING_CHECK, event: EVENT })
    expect([code, warnings(stdout), github.comments.length]).toEqual([1, [], 1])
  })

  it('that repeats the token does not give it away', async () => {
    await using github = await startGitHub({ meddle: () => ({ status: 422, body: { message: `No ${TOKEN}` } }) })
    const { stdout } = await runStep({ api: github.url, check: FAILING_CHECK, event: EVENT })
    expect(warnings(stdout)[0]).toContain('422: No ***')
  })
})

describe('the comment', () => {
  it('is one when two runs race, and tells of the newer', async () => {
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
    const common = { api: github.url, event: EVENT, environment: { INPUT_COMMENT: 'always' } }
    await Promise.all([
      runStep({ ...common, check: FAILING_CHECK, number: 17 }),
      runStep({ ...common, check: PASSING_CHECK, number: 18 }),
    ])
    expect(github.comments).toMatchObject([{ id: 1, body: expect.stringContaining('✅ Shop: passed') }])
  })

  it('is written anew when it vanishes under our hands', async () => {
    let vanished = false
    await using github = await startGitHub({
      meddle({ method }) {
        if (method === 'PATCH') vanished = github.comments.splice(0, 1).length === 1 || vanished
        return undefined
      },
    })
    await runStep({ api: github.url, check: FAILING_CHECK, event: EVENT })
    await runStep({ api: github.url, check: FAILING_CHECK, event: EVENT, number: 18 })
    expect([vanished, github.comments]).toMatchObject([true, [{ user: { login: BOT } }]])
  })

  const pull = { number: 7, state: 'open', merged_at: null, head: { sha: HEAD } }
  const fork = {
    head_sha: HEAD,
    head_branch: 'fix',
    head_repository: { owner: { login: 'mona' } },
    pull_requests: [],
  }
  it.each([
    ['push', { after: HEAD }, { [HEAD]: [pull] }],
    ['workflow_dispatch', { inputs: {} }, { [HEAD]: [pull] }],
    ['deployment_status', { deployment: { sha: HEAD } }, { [HEAD]: [pull] }],
    ['schedule', {}, { [HEAD]: [{ ...pull, state: 'closed', merged_at: '2026-01-14T04:30:00Z' }] }],
    ['workflow_run', { workflow_run: fork }, { 'mona:fix': [pull] }],
  ])('finds its pull request on %s', async (name, event, pulls) => {
    await using github = await startGitHub({ pulls })
    const environment = { GITHUB_EVENT_NAME: name, GITHUB_SHA: HEAD, 'INPUT_ALLOW-UNTRUSTED-CHECKLIST': 'true' }
    const { stdout } = await runStep({ api: github.url, check: FAILING_CHECK, event, environment })
    expect(stdout).toContain('Pull-request comment: written under #7')
    expect(github.comments).toHaveLength(1)
  })

  it('is nowhere when the commit belongs to no pull request', async () => {
    await using github = await startGitHub()
    const environment = { GITHUB_EVENT_NAME: 'push', GITHUB_SHA: HEAD }
    const { stdout } = await runStep({ api: github.url, check: FAILING_CHECK, event: {}, environment })
    expect(stdout).toContain('Pull-request comment: none, because no pull request has the commit bbbbbbb.')
    expect(warnings(stdout)).toEqual([])
  })

  it('is not asked for without a token, and its text is in the file all the same', async () => {
    await using github = await startGitHub()
    const environment = { 'INPUT_GITHUB-TOKEN': '' }
    const { stdout, file } = await runStep({ api: github.url, check: FAILING_CHECK, event: EVENT, environment })
    expect(stdout).toContain('none, because the input github-token is empty')
    expect([github.asked, file]).toEqual([[], expect.stringContaining('❌ Shop')])
  })

  it('tells of an invalid checklist', async () => {
    await using github = await startGitHub()
    const environment = { 'INPUT_FAIL-ON': 'sometimes' }
    const { code } = await runStep({ api: github.url, check: PASSING_CHECK, event: EVENT, environment })
    expect([code, github.comments]).toMatchObject([2, [{ body: expect.stringContaining('The inputs have 1 error') }]])
  })

  it('goes to GitHub Enterprise, where its API is', async () => {
    const asked: string[] = []
    await using github = await startGitHub({
      meddle({ method, path }) {
        asked.push(`${method} ${path}`)
        return { status: 404 }
      },
    })
    await runStep({ api: `${github.url}/api/v3/`, check: FAILING_CHECK, event: EVENT })
    expect(asked).toEqual(['GET /api/v3/issues/7/comments'])
  })
})
