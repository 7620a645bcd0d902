import { describe, expect, it } from 'vitest'
import { type Event, starts } from './event.ts'
import { fill, holds, type Status } from './expressions.ts'
import { example, runWorkflow } from './run-workflow.ts'
import { NEW, push, shop } from './shop.ts'
import { readWorkflow } from './workflow-file.ts'

const SUCCESS: Status = { success: true, failure: false, cancelled: false }
const FAILURE: Status = { success: false, failure: true, cancelled: false }
const CANCELLED: Status = { success: false, failure: false, cancelled: true }
const contexts = { github: { sha: NEW, event: { note: '' } }, needs: { verify: { outputs: { verdict: 'failed' } } } }

describe('expressions', () => {
  it.each([
    [undefined, [true, false, false]],
    ['always()', [true, true, true]],
    ['failure()', [false, true, false]],
    ["needs.verify.outputs.verdict == 'failed'", [true, false, false]],
    ["\u0024{{ !cancelled() && needs.verify.outputs.verdict == 'failed' }}", [true, true, false]],
    ["always() && needs.verify.outputs.verdict == 'invalid'", [false, false, false]],
    ['github.event.nothing', [false, false, false]],
  ])('hold as on GitHub, after success, failure and cancellation: %s', (condition, expected) => {
    const found = [SUCCESS, FAILURE, CANCELLED].map(status => holds(condition, { contexts, status }))
    expect(found).toEqual(expected)
  })

  it('are filled in wherever they stand', () => {
    expect(fill('a\u0024{{ github.sha }}b\u0024{{ github.event.none }}c', { contexts, status: SUCCESS })).toBe(
      `a${NEW}bc`,
    )
  })

  it.each(['github.shaa', 'needs.verifies.outputs.verdict', 'nothing.at.all', 'hashFiles()', '1 +'])(
    'throw at what is not there: %s',
    condition => expect(() => holds(condition, { contexts, status: SUCCESS })).toThrow(),
  )

  it('throw at a condition that always holds', () => {
    expect(() => holds('\u0024{{ false }} ', { contexts, status: SUCCESS })).not.toThrow()
    expect(() => holds('\u0024{{ false }} && true', { contexts, status: SUCCESS })).toThrow('always holds')
  })
})

describe('the stand-in for GitHub', () => {
  const sound = example('rollback.yml')

  it.each([
    ['permissions: {}', 'defaults: {}', 'defaults'],
    ['timeout-minutes: 10', 'continue-on-error: true', 'continue-on-error'],
    ['- id: deploy', '- id: deploy\n        working-directory: x', 'working-directory'],
    ['branches: [main]', 'paths: [src]', 'paths'],
    ['- id: deploy', '- id: deploy\n        shell: pwsh', 'pwsh'],
    ['needs: deploy', 'needs: deploy\n    strategy: { matrix: { include: [{ a: 1 }] } }', 'matrix'],
  ])('refuses what it does not know: %s as %s', (right, wrong, message) => {
    expect(() => readWorkflow(sound.replace(right, wrong))).toThrow(message)
  })

  it('refuses patterns of branches', () => {
    expect(() => starts(readWorkflow(sound.replace('[main]', "['release/*']")), push)).toThrow('patterns')
  })

  it.each([
    ['opened', true],
    ['closed', false],
  ])('starts a workflow of pull requests when one is %s: %j', (action, expected) => {
    const event: Event = { name: 'pull_request', payload: { action }, sha: NEW, branch: 'fix' }
    expect(starts(readWorkflow(example('fork-pull-request.yml')), event)).toBe(expected)
  })

  it.each([
    [
      'an action that is not pinned',
      /actions\/checkout@[0-9a-f]{40}/,
      'actions/checkout@v5',
      'neither ours nor pinned',
    ],
    ['an action it does not know', /actions\/checkout@/, 'actions/cache@', 'no stand-in for actions/cache'],
    [
      'an input it does not know',
      'persist-credentials',
      'fetch-depth: 0\n          persist-credentials',
      'fetch-depth',
    ],
    ['a variable nobody has set', 'vars.SERVER', 'vars.SERVERS_OF_OTHERS', 'There is no vars.SERVERS_OF_OTHERS'],
  ])('throws at %s', async (_, right, wrong, message) => {
    await using world = await shop()
    await expect(runWorkflow(example('after-deploy.yml').replace(right, wrong), push, world)).rejects.toThrow(message)
  })

  it.each([
    ['contents: read', []],
    ['pull-requests: write # for', ['verify production: failed']],
  ])('lets a job do nothing without its permission: %s', async (permission, verified) => {
    await using world = await shop({ broken: [NEW] })
    const text = example('after-deploy.yml').replace(permission, `# ${permission}`)
    expect(await runWorkflow(text, push, world)).toMatchObject({ conclusion: 'failure' })
    expect((await world.log()).filter(line => line.startsWith('verify'))).toEqual(verified)
    expect(world.github.comments).toEqual([])
  })

  it('drops an output in which a secret stands', async () => {
    await using world = await shop()
    const text = example('rollback.yml').replace('steps.deploy.outputs.previous', 'secrets.SSH_KEY')
    expect((await runWorkflow(text, push, world))?.jobs.deploy?.outputs).toEqual({})
  })
})

describe('the stand-in for a server', () => {
  it.each([
    ['a key that others may read', '-m 600', '-m 644', 'Permission denied'],
    ['no host key', '"$SSH_KNOWN_HOSTS" >', '"" >', 'Host key verification failed'],
    ['another command', '--detach --wait', '--detach', 'stand-in for docker does not understand'],
    ['another form', '-o "UserKnownHostsFile', '-v -o "UserKnownHostsFile', 'stand-in for ssh does not understand'],
    ['variables of the runner', 'VERSION=$VERSION', 'VERSION=\\$VERSION', ''],
  ])('refuses %s', async (_, right, wrong, message) => {
    await using world = await shop()
    const text = example('after-deploy.yml')
    expect(text).toContain(right)
    const run = await runWorkflow(
      text.replace(right, () => wrong),
      push,
      world,
    )
    expect(run?.jobs.deploy).toMatchObject({ result: 'failure', log: expect.stringContaining(message) })
    expect(world.deployments['shop.example.com']?.version()).toBeNull()
  })
})
