import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BOT } from '../action/github-stand-in.ts'
import type { Event } from './event.ts'
import { artifact } from './foreign-actions.ts'
import { example, type Run, runWorkflow } from './run-workflow.ts'
import { NEW, OLD, shop } from './shop.ts'
import { readWorkflow } from './workflow-file.ts'
import type { World } from './world.ts'

const pulls = { 'mona:fix': [{ number: 7, state: 'open', merged_at: null, head: { sha: NEW } }] }
const options = { pulls }

const opened: Event = {
  name: 'pull_request',
  payload: {
    action: 'synchronize',
    pull_request: {
      head: { sha: NEW, repo: { full_name: 'mona/shop' } },
    },
  },
  sha: NEW,
  branch: 'fix',
}

/** GitHub starts the second workflow on the default branch when the first has ended. */
function completed(run: Run, event = 'pull_request'): Event {
  const head = { head_repository: { owner: { login: 'mona' } }, head_branch: 'fix', head_sha: NEW }
  const { name } = readWorkflow(example('fork-pull-request.yml'))
  const workflow_run = { name, id: run.id, event, conclusion: run.conclusion, ...head }
  return { name: 'workflow_run', payload: { action: 'completed', workflow_run }, sha: OLD, branch: 'main' }
}

/** The first workflow, with a shop that works or not. */
async function first(world: World, works: boolean): Promise<Run> {
  // The checklist is verified as it is: the version that nobody named.
  world.deployments['shop.example.com']?.stick('none')
  if (works) world.broken.delete('none')
  else world.broken.add('none')
  const run = await runWorkflow(example('fork-pull-request.yml'), opened, world)
  if (run === undefined) throw new Error('not started')
  expect(run.conclusion).toBe(works ? 'success' : 'failure')
  return run
}
const second = (world: World, event: Event): Promise<Run | undefined> =>
  runWorkflow(example('fork-comment.yml'), event, world)
const fileOf = (world: World, { id }: Run): string => join(artifact(world, id, 'verify-report'), 'comment.md')

const hasJq = spawnSync('jq', ['--version']).status === 0

describe.skipIf(!hasJq && process.env.CI !== 'true')('fork-pull-request.yml and fork-comment.yml', () => {
  it('write a comment after a failure and update it afterwards', async () => {
    await using world = await shop(options)
    const failed = await first(world, false)
    expect(world.github.asked).toEqual([])
    world.github.say('mallory', readFileSync(fileOf(world, failed), 'utf8'))
    expect(await second(world, completed(failed))).toMatchObject({ conclusion: 'success' })
    const passed = await first(world, true)
    expect(await second(world, completed(passed))).toMatchObject({ conclusion: 'success' })
    const texts = [failed, passed].map(run => readFileSync(fileOf(world, run), 'utf8'))
    expect(world.github.comments.map(({ body }) => body)).toEqual(texts)
    expect(world.github.comments.map(({ user }) => user.login)).toEqual(['mallory', BOT])
  })

  it('write none when a run passed and there was none', async () => {
    await using world = await shop(options)
    expect(await second(world, completed(await first(world, true)))).toMatchObject({ conclusion: 'success' })
    expect(world.github.comments).toEqual([])
  })

  it('write nowhere when the branch has moved on', async () => {
    await using world = await shop({ ...options, pulls: { 'mona:fix': [{ number: 7, head: { sha: 'c' } }] } })
    expect(await second(world, completed(await first(world, false)))).toMatchObject({ conclusion: 'success' })
    expect(world.github.comments).toEqual([])
  })

  it('write nothing that is no comment of ours', async () => {
    await using world = await shop(options)
    const run = await first(world, false)
    await writeFile(fileOf(world, run), '@everyone\n')
    expect(await second(world, completed(run))).toMatchObject({ conclusion: 'failure' })
    expect(world.github.asked).toEqual([])
  })

  it('do not follow a link that a stranger has put in the place of the comment', async () => {
    await using world = await shop(options)
    const run = await first(world, false)
    const secret = join(world.folder, 'secret')
    await writeFile(secret, readFileSync(fileOf(world, run)))
    await rm(fileOf(world, run))
    await symlink(secret, fileOf(world, run))
    expect(await second(world, completed(run))).toMatchObject({ conclusion: 'failure' })
    expect(world.github.asked).toEqual([])
  })

  it('tell when GitHub could not be asked', async () => {
    await using world = await shop({ ...options, meddle: () => ({ status: 500, body: [] }) })
    expect(await second(world, completed(await first(world, false)))).toMatchObject({ conclusion: 'failure' })
  })

  it.each([
    ['other events', 'push', 'failure'],
    ['runs that were cancelled', 'pull_request', 'cancelled'],
  ] as const)('leave %s alone', async (_, event, conclusion) => {
    await using world = await shop(options)
    const run = { ...(await first(world, false)), conclusion }
    expect(await second(world, completed(run, event))).toMatchObject({ conclusion: 'skipped' })
    expect(world.github.asked).toEqual([])
  })
})
