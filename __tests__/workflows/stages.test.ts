import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { artifact } from './foreign-actions.ts'
import { example, runWorkflow } from './run-workflow.ts'
import { NEW, push, shop } from './shop.ts'

describe('matrix.yml', () => {
  const servers = ['eu.example.com', 'us.example.com']
  const variables = { SERVERS: servers.map(server => `deploy@${server}`).join(' ') }
  const reportOf = (target: string): string => `verify-report-${target}`

  it('deploys to every place and verifies each', async () => {
    await using world = await shop({ servers, variables })
    const run = await runWorkflow(example('matrix.yml'), push, world)
    expect(run).toMatchObject({ conclusion: 'success', jobs: { verified: { result: 'success' } } })
    expect((await world.log()).map(line => line.replace(/: cd .*/, ''))).toEqual([
      'ssh deploy@eu.example.com',
      'ssh deploy@us.example.com',
      'verify eu: passed',
      'verify us: passed',
    ])
    expect(['eu', 'us'].map(target => existsSync(join(artifact(world, 1, reportOf(target)), 'report.json')))).toEqual([
      true,
      true,
    ])
  })

  it('writes a comment for each, which a later run updates', async () => {
    await using world = await shop({ servers, variables, broken: [NEW] })
    const keys = (): readonly string[] =>
      world.github.comments.map(({ body }) => `${/ key=(\S+)/.exec(body)?.[1]}: ${/^## .*: (\w+)$/m.exec(body)?.[1]}`)
    const run = await runWorkflow(example('matrix.yml'), push, world)
    expect(run).toMatchObject({ conclusion: 'failure', jobs: { verified: { result: 'failure' } } })
    expect(keys()).toEqual(['eu: failed', 'us: failed'])
    world.broken.clear()
    await runWorkflow(example('matrix.yml'), push, world)
    expect(keys()).toEqual(['eu: passed', 'us: passed'])
  })

  it('verifies the other place when one has failed, and is red', async () => {
    await using world = await shop({ servers, variables })
    world.deployments['eu.example.com']?.stick('an older one')
    const run = await runWorkflow(example('matrix.yml'), push, world)
    expect(run).toMatchObject({ conclusion: 'failure', jobs: { verified: { result: 'failure' } } })
    expect((await world.log()).slice(2)).toEqual(['verify eu: failed', 'verify us: passed'])
  })

  it('is red when nothing was deployed', async () => {
    await using world = await shop({ servers, variables: { SERVERS: 'deploy@nowhere' } })
    const run = await runWorkflow(example('matrix.yml'), push, world)
    expect(run?.jobs).toMatchObject({ verify: { result: 'skipped' }, verified: { result: 'failure' } })
  })
})

describe('approval.yml', () => {
  const settings = {
    servers: ['shop.example.com', 'staging.example.com'],
    variables: { SERVER: '' },
    environments: {
      staging: { SERVER: 'deploy@staging.example.com' },
      production: { SERVER: 'deploy@shop.example.com' },
    },
  }
  const STAGED = ['ssh deploy@staging.example.com', 'verify staging: passed']
  const withReviewers = (approves: boolean) => ({ reviewed: { production: approves } })

  it('asks for approval after staging was verified, and deploys and verifies production then', async () => {
    await using world = await shop(settings)
    const run = await runWorkflow(example('approval.yml'), push, world, withReviewers(true))
    expect(run).toMatchObject({ conclusion: 'success' })
    expect((await world.log()).map(line => line.replace(/: cd .*/, ''))).toEqual([
      ...STAGED,
      'production: approved',
      'ssh deploy@shop.example.com',
      'verify production: passed',
    ])
  })

  it('deploys nothing to production without approval', async () => {
    await using world = await shop(settings)
    const run = await runWorkflow(example('approval.yml'), push, world, withReviewers(false))
    expect(run).toMatchObject({ conclusion: 'failure' })
    expect((await world.log()).map(line => line.replace(/: cd .*/, ''))).toEqual([...STAGED, 'production: refused'])
  })

  it('asks nobody about what failed on staging', async () => {
    await using world = await shop({ ...settings, broken: [NEW] })
    const run = await runWorkflow(example('approval.yml'), push, world, withReviewers(true))
    expect(run?.jobs).toMatchObject({ staging: { result: 'failure' }, production: { result: 'skipped' } })
    expect((await world.log()).at(-1)).toBe('verify staging: failed')
  })
})
