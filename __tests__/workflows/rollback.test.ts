import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Meddle } from '../action/github-stand-in.ts'
import { artifact } from './foreign-actions.ts'
import { example, runWorkflow } from './run-workflow.ts'
import { NEW, OLD, push, shop, shownChecklist } from './shop.ts'
import type { World } from './world.ts'

const rollback = example('rollback.yml')

/** The old release runs, deployed by the same workflow. */
async function withOld(world: World): Promise<World> {
  const run = await runWorkflow(rollback, { ...push, sha: OLD }, world)
  expect(run).toMatchObject({ conclusion: 'success' })
  expect(running(world)).toBe(OLD)
  return world
}
const running = (world: World): string | null | undefined => world.deployments['shop.example.com']?.version()

describe('rollback.yml', () => {
  it('leaves a release that works', async () => {
    await using world = await withOld(await shop())
    const run = await runWorkflow(rollback, push, world)
    expect(run).toMatchObject({ conclusion: 'success', jobs: { rollback: { result: 'skipped' } } })
    expect(running(world)).toBe(NEW)
  })

  it('brings back the release before, says because of which checks, and verifies it', async () => {
    await using world = await withOld(await shop({ broken: [NEW] }))
    const run = await runWorkflow(rollback, push, world)
    expect(run?.jobs).toMatchObject({
      deploy: { outputs: { previous: OLD } },
      verify: { result: 'failure', outputs: { verdict: 'failed', 'failed-checks': '["catalogue"]' } },
      rollback: { result: 'success', summary: expect.stringContaining(`to \`${OLD}\`, because of \`["catalogue"]\``) },
    })
    expect(run?.conclusion).toBe('failure')
    expect(running(world)).toBe(OLD)
    expect((await world.log()).slice(-2)).toEqual([expect.stringContaining(OLD), 'verify production: passed'])
    expect(readFileSync(join(artifact(world, 2, 'verify-report-rollback'), 'summary.md'), 'utf8')).toContain('Shop')
  })

  it('keeps the comment on the release that failed', async () => {
    await using world = await withOld(await shop({ broken: [NEW] }))
    await runWorkflow(rollback, push, world)
    expect(world.github.comments.map(({ body }) => body)).toEqual([expect.stringContaining('GET /v1/products')])
  })

  it('does not roll back by the word of a checklist that is invalid', async () => {
    const checklist = shownChecklist().replace('id: catalogue', 'idd: catalogue')
    await using world = await shop({ commits: { [NEW]: checklist } })
    const run = await runWorkflow(rollback, push, world)
    expect(run?.jobs).toMatchObject({
      verify: { result: 'failure', outputs: { verdict: 'invalid' } },
      rollback: { result: 'skipped' },
    })
    expect(running(world)).toBe(NEW)
  })

  it('does not roll back when somebody cancels the run while it verifies', async () => {
    const stopper = new AbortController()
    const hang = (path: string): boolean => {
      if (path === '/v1/products') stopper.abort()
      return path === '/v1/products'
    }
    await using world = await shop({ hang })
    const run = await runWorkflow(rollback, push, world, { cancel: stopper.signal })
    expect(run?.jobs).toMatchObject({
      verify: { result: 'cancelled', outputs: { verdict: 'cancelled' } },
      rollback: { result: 'skipped' },
    })
    expect(running(world)).toBe(NEW)
    expect(readFileSync(join(artifact(world, 1, 'verify-report'), 'summary.md'), 'utf8')).toContain('Shop')
  })

  it('leaves to people what they cancel when the verdict is there', async () => {
    const stopper = new AbortController()
    const meddle: Meddle = ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/comments')) stopper.abort()
      return undefined
    }
    await using world = await withOld(await shop({ broken: [NEW], meddle }))
    const run = await runWorkflow(rollback, push, world, { cancel: stopper.signal })
    expect(run?.jobs).toMatchObject({ verify: { outputs: { verdict: 'failed' } }, rollback: { result: 'skipped' } })
  })

  it('verifies the release that is back by its own checklist', async () => {
    const more = shownChecklist().replace('checks:\n  - id: cat', 'checks:\n  - request: GET /v2/offers\n  - id: cat')
    await using world = await withOld(await shop({ commits: { [OLD]: shownChecklist(), [NEW]: more } }))
    const run = await runWorkflow(rollback, push, world)
    expect(run?.jobs).toMatchObject({
      verify: { outputs: { 'failed-checks': '["checks.0"]' } },
      rollback: { result: 'success' },
    })
  })

  it('does not roll back what was not deployed', async () => {
    await using world = await shop({ variables: { SERVER: 'deploy@elsewhere.example.com' } })
    const run = await runWorkflow(rollback, push, world)
    expect(run?.jobs).toMatchObject({ verify: { result: 'skipped' }, rollback: { result: 'skipped' } })
  })

  it('brings back the release before when the new one does not come up, so that nothing was verified', async () => {
    await using world = await withOld(await shop())
    await writeFile(join(world.folder, 'servers', 'shop.example.com', '.unhealthy'), `VERSION=${NEW}\n`)
    const run = await runWorkflow(rollback, push, world)
    expect(run?.jobs).toMatchObject({
      deploy: { result: 'failure', outputs: { previous: OLD } },
      verify: { result: 'skipped' },
      rollback: {
        result: 'success',
        summary: expect.stringContaining(`to \`${OLD}\`, because of \`a deployment that`),
      },
    })
    expect(run?.conclusion).toBe('failure')
    expect(running(world)).toBe(OLD)
  })

  it('says so when there is no release to go back to', async () => {
    await using world = await shop({ broken: [NEW] })
    const run = await runWorkflow(rollback, push, world)
    expect(run?.jobs.rollback).toMatchObject({
      result: 'failure',
      log: expect.stringContaining('::error::There is no release'),
    })
    expect(running(world)).toBe(NEW)
  })

  it('is red, with a comment of its own, when the release before does not work either', async () => {
    await using world = await shop()
    await withOld(world)
    world.broken.add(OLD).add(NEW)
    const run = await runWorkflow(rollback, push, world)
    expect(run?.jobs).toMatchObject({ rollback: { result: 'failure' } })
    expect(world.github.comments).toHaveLength(2)
  })

  it('rolls back too when the step is told never to fail', async () => {
    await using world = await withOld(await shop({ broken: [NEW] }))
    const run = await runWorkflow(rollback.replace('target: production', '$&\n          fail-on: never'), push, world)
    expect(run?.jobs).toMatchObject({ verify: { result: 'success' }, rollback: { result: 'success' } })
    expect(running(world)).toBe(OLD)
  })
})
