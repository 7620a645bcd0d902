import { join } from 'node:path'
import { createEmulator, type Emulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REPOSITORY } from '../action/github-stand-in.ts'
import { FAILING_CHECK, PASSING_CHECK, pullRequestEvent, runStep, type StepOptions } from './comment-step.ts'
import { buildElsewhere } from './program.ts'

/** A GitHub that nobody here wrote. */
let github: Emulator
const TOKENS = { own: 'token-of-the-bot', other: 'token-of-mallory' }
beforeAll(async () => {
  github = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: {
        [TOKENS.own]: { login: 'bot', scopes: ['repo'] },
        [TOKENS.other]: { login: 'mallory', scopes: ['repo'] },
      },
      github: {
        users: [{ login: 'octo' }, { login: 'bot' }, { login: 'mallory' }],
        repos: [{ owner: 'octo', name: 'shop' }],
      },
    },
  })
})
afterAll(() => github.close())

interface Comment {
  readonly user: { readonly login: string }
  readonly body: string
}

async function ask<V>(method: string, path: string, body?: object, token = TOKENS.own): Promise<V> {
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${github.url}/repos/${REPOSITORY}${path}`, { method, headers, ...sent })
  expect(response.ok, `${method} ${path}`).toBe(true)
  return (await response.json()) as V
}

/** A conversation of its own for each test, and steps that run for it. */
async function conversation() {
  const { number } = await ask<{ readonly number: number }>('POST', '/issues', { title: 'Fix' })
  const path = `/issues/${number}/comments`
  return {
    step: (check: string, given: Partial<StepOptions> = {}) =>
      runStep({
        api: github.url,
        check,
        event: pullRequestEvent(number),
        ...given,
        environment: { 'INPUT_GITHUB-TOKEN': TOKENS.own, ...given.environment },
      }),
    say: (body: string, token?: string) => ask('POST', path, { body }, token),
    comments: async (): Promise<readonly Comment[]> => {
      const pages = await Promise.all(
        [1, 2, 3, 4].map(page => ask<readonly Comment[]>('GET', `${path}?per_page=100&page=${page}`)),
      )
      return pages.flat()
    },
  }
}

describe('the comment under a pull request', () => {
  it('is written when a run fails, without what came back from the deployment', async () => {
    const { step, comments } = await conversation()
    const { code, stdout, verdict, file, written } = await step(FAILING_CHECK)
    expect([code, verdict]).toEqual([1, 'failed'])
    const [comment, ...more] = await comments()
    expect([comment?.user.login, more]).toEqual(['bot', []])
    expect(comment?.body).toContain('## ❌ Shop: failed')
    expect(comment?.body).toContain('[The whole report](https://github.example/octo/shop/actions/runs/17)')
    expect(comment?.body).toContain(`commit [\`bbbbbbb\`](https://github.example/octo/shop/commit/${'b'.repeat(40)})`)
    expect(written).toContain('Jane-Roe')
    expect(comment?.body).not.toContain('Jane-Roe')
    expect(file?.trim()).toBe(comment?.body.trim())
    expect(stdout).toContain('Pull-request comment: written under #')
  })

  it('stays one: a later run takes its place and remembers the run before', async () => {
    const { step, comments } = await conversation()
    await step(FAILING_CHECK)
    const { code } = await step(PASSING_CHECK, { number: 18 })
    const [comment, ...more] = await comments()
    expect([code, more]).toEqual([0, []])
    expect(comment?.body).toContain('## ✅ Shop: passed')
    expect(comment?.body).toMatch(/\*\*Last runs:\*\* \[✅ passed\]\(\S+\/18\) .* · \[❌ failed\]\(\S+\/17\) /)
  })

  it('is not written by a run that passed, unless there was one or it is always wanted', async () => {
    const { step, comments } = await conversation()
    const { stdout } = await step(PASSING_CHECK)
    expect([await comments(), stdout]).toEqual([[], expect.stringContaining('none, because the run passed')])
    await step(PASSING_CHECK, { environment: { INPUT_COMMENT: 'always' } })
    expect(await comments()).toHaveLength(1)
  })

  it('is left alone by a run that passed where only failures are wanted', async () => {
    const { step, comments } = await conversation()
    await step(FAILING_CHECK)
    const before = await comments()
    await step(PASSING_CHECK, { number: 18, environment: { INPUT_COMMENT: 'failure' } })
    expect(await comments()).toEqual(before)
  })

  it('is never written where none is wanted', async () => {
    const { step, comments } = await conversation()
    const { file, stdout } = await step(FAILING_CHECK, { environment: { INPUT_COMMENT: 'never' } })
    expect([await comments(), file]).toEqual([[], undefined])
    expect(stdout).not.toContain('Pull-request comment')
  })

  it('is another for another key, another target and another author', async () => {
    const { step, say, comments } = await conversation()
    const { file = '' } = await step(FAILING_CHECK)
    await say(file, TOKENS.other)
    const before = await comments()
    await step(FAILING_CHECK, { number: 18, environment: { 'INPUT_COMMENT-KEY': 'canary' } })
    expect(await comments()).toMatchObject([...before, { user: { login: 'bot' } }])
    await step(PASSING_CHECK, { number: 19, environment: { 'INPUT_COMMENT-KEY': 'canary' } })
    const after = await comments()
    expect(after.slice(0, 2)).toEqual(before)
    expect(after.slice(2)).toMatchObject([{ body: expect.stringContaining('✅ Shop: passed') }])
  })

  it('is not overwritten by an older run that ends later', async () => {
    const { step, comments } = await conversation()
    await step(PASSING_CHECK, { number: 18, environment: { INPUT_COMMENT: 'always' } })
    const before = await comments()
    const { stdout, verdict } = await step(FAILING_CHECK, { number: 17 })
    expect([await comments(), verdict]).toEqual([before, 'failed'])
    expect(stdout).toContain('it tells of a newer run')
  })

  it('is found among three hundred others', async () => {
    const { step, say, comments } = await conversation()
    const many = (count: number) => Promise.all(Array.from({ length: count }, (_, index) => say(`Comment ${index}`)))
    await many(250)
    await step(FAILING_CHECK)
    await many(50)
    await step(PASSING_CHECK, { number: 18 })
    const ours = (await comments()).filter(({ body }) => body.startsWith('<!-- verify-deploy:comment'))
    expect(ours).toMatchObject([{ body: expect.stringContaining('✅ Shop: passed') }])
  })

  it('is written from the bundle too, which loads what it needs on demand', async () => {
    const { step, comments } = await conversation()
    const main = join(await buildElsewhere(), 'main.js')
    const { code, stderr } = await step(FAILING_CHECK, { main })
    expect([code, stderr]).toEqual([1, ''])
    expect(await comments()).toHaveLength(1)
  })

  it('never shows the token, which is masked before anything else', async () => {
    const { step, comments } = await conversation()
    const { stdout, stderr, written } = await step(FAILING_CHECK, { environment: { RUNNER_DEBUG: '1' } })
    expect(stdout.startsWith(`::add-mask::${TOKENS.own}\n`)).toBe(true)
    const bodies = (await comments()).map(({ body }) => body)
    expect([stdout.split('\n').slice(1), stderr, written, bodies].flat().join('\n')).not.toContain(TOKENS.own)
  })
})
