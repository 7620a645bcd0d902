import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Event } from './event.ts'
import { artifact } from './foreign-actions.ts'
import { example, runWorkflow } from './run-workflow.ts'
import { NEW, OLD, push, shop, shownChecklist } from './shop.ts'

const DEPLOYED = `ssh deploy@shop.example.com: cd /srv/shop && echo VERSION=${NEW} >.env && docker compose up --detach --wait`

describe('after-deploy.yml', () => {
  it('deploys, verifies and keeps the report', async () => {
    await using world = await shop()
    const run = await runWorkflow(example('after-deploy.yml'), push, world)
    expect(run).toMatchObject({ conclusion: 'success' })
    expect(await world.log()).toEqual([DEPLOYED, 'verify production: passed'])
    expect(existsSync(join(artifact(world, 1, 'verify-report'), 'report.html'))).toBe(true)
    expect(world.github.comments).toEqual([])
  })

  it('is red when the release does not work, and says so under the pull request that was merged', async () => {
    await using world = await shop({ broken: [NEW] })
    const run = await runWorkflow(example('after-deploy.yml'), push, world)
    expect(run).toMatchObject({ conclusion: 'failure' })
    expect(existsSync(join(artifact(world, 1, 'verify-report'), 'report.html'))).toBe(true)
    expect(world.github.comments.map(({ body }) => body)).toEqual([expect.stringContaining('GET /v1/products')])
  })

  it('verifies nothing when the deployment fails', async () => {
    await using world = await shop({ variables: { SERVER: 'deploy@elsewhere.example.com' } })
    const run = await runWorkflow(example('after-deploy.yml'), push, world)
    expect(run).toMatchObject({ conclusion: 'failure' })
    expect((await world.log()).filter(line => line.startsWith('verify'))).toEqual([])
  })

  it('is not started by other branches', async () => {
    await using world = await shop()
    expect(await runWorkflow(example('after-deploy.yml'), { ...push, branch: 'fix' }, world)).toBeUndefined()
  })
})

describe('deployment-status.yml', () => {
  const status = (state: string, environment_url: string): Event => ({
    name: 'deployment_status',
    payload: { deployment_status: { state, environment_url }, deployment: { sha: NEW, environment: 'Preview' } },
    sha: NEW,
    branch: 'main',
  })

  it.each(['pending', 'in_progress', 'failure', 'error', 'inactive'])('does nothing when it is %s', async state => {
    await using world = await shop()
    const run = await runWorkflow(example('deployment-status.yml'), status(state, 'https://x.example'), world)
    expect(run).toMatchObject({ conclusion: 'skipped' })
    expect(await world.log()).toEqual([])
  })

  it('verifies the address that was deployed to', async () => {
    // The address that the checklist itself names is another one.
    await using world = await shop({ commits: { [NEW]: shownChecklist().replaceAll('https://', 'http://wrong.') } })
    world.deployments['shop.example.com']?.stick(NEW)
    const { url = '' } = world.deployments['shop.example.com'] ?? {}
    const run = await runWorkflow(example('deployment-status.yml'), status('success', url), world)
    expect(run).toMatchObject({ conclusion: 'success' })
  })

  it('is red when another release runs there, or nothing', async () => {
    await using world = await shop()
    const { url = '' } = world.deployments['shop.example.com'] ?? {}
    const run = await runWorkflow(example('deployment-status.yml'), status('success', url), world)
    expect(run).toMatchObject({ conclusion: 'failure' })
    expect(world.github.comments.map(({ body }) => body)).toEqual([expect.stringContaining('health')])
  })

  it('is red when no address is named', async () => {
    await using world = await shop()
    const run = await runWorkflow(example('deployment-status.yml'), status('success', ''), world)
    expect(run).toMatchObject({ conclusion: 'failure' })
  })
})

describe('by-hand.yml', () => {
  const dispatch = (target: string, version: string): Event => ({
    name: 'workflow_dispatch',
    payload: { inputs: { target, version } },
    sha: NEW,
    branch: 'main',
  })

  it('verifies the target and version that are asked for', async () => {
    await using world = await shop({ servers: ['shop.example.com', 'staging.example.com'] })
    await runWorkflow(example('after-deploy.yml'), push, world)
    const right = await runWorkflow(example('by-hand.yml'), dispatch('production', NEW), world)
    const wrong = await runWorkflow(example('by-hand.yml'), dispatch('production', OLD), world)
    const elsewhere = await runWorkflow(example('by-hand.yml'), dispatch('staging', NEW), world)
    const conclusions = [right, wrong, elsewhere].map(run => run?.conclusion)
    expect(conclusions).toEqual(['success', 'failure', 'failure'])
    expect((await world.log()).slice(2)).toEqual([
      'verify production: passed',
      'verify production: failed',
      'verify staging: failed',
    ])
  })

  it.each(['$(touch hurt)', '1; touch hurt', "1'\ntouch hurt", '1\nbase_url=http://127.0.0.1:1'])(
    'takes %j for no version',
    async version => {
      await using world = await shop()
      const run = await runWorkflow(example('by-hand.yml'), dispatch('production', version), world)
      expect(run).toMatchObject({ conclusion: 'failure' })
      expect(await world.log()).toEqual([])
      expect(existsSync(join(world.folder, 'jobs/1/workspace/hurt'))).toBe(false)
    },
  )

  it('has no other targets', async () => {
    await using world = await shop()
    const run = runWorkflow(example('by-hand.yml'), dispatch('moon', NEW), world)
    await expect(run).rejects.toThrow('moon is none of staging, production.')
  })
})
