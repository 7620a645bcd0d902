import { describe, expect, it } from 'vitest'
import { createStickyComment } from '../../../src/action/deliver/sticky-comment.ts'
import { readInputs } from '../../../src/action/inputs.ts'
import type { Report } from '../../../src/model/result.ts'
import { checkResult, failed, finishedReport } from '../check-result.ts'
import { PULL, REPOSITORY, type StandIn, startGitHub, TOKEN } from '../github-stand-in.ts'
import { createRecordingRunner } from '../recording-runner.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'

const SHA = 'a'.repeat(40)
const pulls = { [SHA]: [{ number: PULL, state: 'open', merged_at: null, head: { sha: SHA } }] }
const cancelled = finishedReport([checkResult()], { stopped: { reason: 'cancelled', message: 'Cancelled by SIGINT.' } })

async function deliver(
  report: Report,
  github: StandIn,
  when: string,
  { clock = createVirtualClock(), signal }: { clock?: VirtualClock; signal?: AbortSignal } = {},
) {
  const { inputs } = readInputs({
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_SHA: SHA,
    'INPUT_GITHUB-TOKEN': TOKEN,
    INPUT_COMMENT: when,
  })
  const recorded = createRecordingRunner()
  const comment = await createStickyComment(report, inputs, { clock, ...(signal === undefined ? {} : { signal }) })
  await comment?.deliver(recorded.runner)
  return recorded
}

describe('the comment of a cancelled run', () => {
  it.each(['auto', 'failure', 'never'])('is not written where it is wanted %s: it found out nothing', async when => {
    await using github = await startGitHub({ pulls })
    const { annotations } = await deliver(cancelled, github, when)
    expect([github.asked, annotations]).toEqual([[], []])
  })

  it('is written where it is wanted always', async () => {
    await using github = await startGitHub({ pulls })
    await deliver(cancelled, github, 'always')
    expect(github.comments).toMatchObject([{ body: expect.stringContaining('🚫 Shop: cancelled') }])
  })

  it.each([
    ['takes three seconds at most, since the job is killed soon', cancelled, 3_000],
    ['unlike that of others takes no longer than thirty', finishedReport([failed()]), 30_000],
  ])('%s', async (_, report, most) => {
    const clock = createVirtualClock()
    await using github = await startGitHub({
      meddle() {
        setImmediate(clock.runOut)
        return 'hang'
      },
    })
    const { annotations } = await deliver(report, github, 'always', { clock })
    expect(annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('did not answer in time') },
    ])
    expect(clock.elapsed()).toBeGreaterThan(most / 2)
    expect(clock.elapsed()).toBeLessThanOrEqual(most)
  })
})

it.each([
  ['a page', '<html>Log in</html>'],
  ['an object', {}],
  ['nothing of a pull request', [null, { id: 'x' }]],
])('an answer 200 with %s is no comment and no fault of ours: a warning tells it', async (_, body) => {
  await using github = await startGitHub({ meddle: () => ({ status: 200, body }) })
  const { annotations } = await deliver(finishedReport([failed()]), github, 'always')
  expect(annotations).toMatchObject([{ message: expect.stringContaining('answers, but not as GitHub does') }])
})

it.each([
  ['a page', '<html>Log in</html>'],
  ['nothing of a comment', [null]],
])('so is %s where comments are listed', async (_, body) => {
  await using github = await startGitHub({
    pulls,
    meddle: ({ path }) => (path.endsWith('/comments') ? { status: 200, body } : undefined),
  })
  const { annotations } = await deliver(finishedReport([failed()]), github, 'auto')
  expect(annotations).toMatchObject([{ message: expect.stringContaining('answers, but not as GitHub does') }])
})

describe('a job that is cancelled when its checks have ended', () => {
  it('before the comment leaves it three seconds', async () => {
    const clock = createVirtualClock()
    await using github = await startGitHub({
      meddle() {
        setImmediate(clock.runOut)
        return 'hang'
      },
    })
    await deliver(finishedReport([failed()]), github, 'always', { clock, signal: AbortSignal.abort() })
    expect(clock.elapsed()).toBeLessThanOrEqual(3_000)
  })

  it('during the comment ends it three seconds later, although GitHub hangs', async () => {
    const job = new AbortController()
    const clock = createVirtualClock()
    await using github = await startGitHub({
      meddle() {
        job.abort()
        return 'hang'
      },
    })
    const { annotations } = await deliver(finishedReport([failed()]), github, 'always', { clock, signal: job.signal })
    expect(annotations).toMatchObject([{ message: expect.stringContaining('did not answer in time') }])
    expect(clock.pauses).toEqual([3_000])
  })
})
