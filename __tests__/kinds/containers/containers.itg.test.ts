import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CheckResult } from '../../../src/model/result.ts'
import { checksOf } from '../../../src/model/verdict.ts'
import { DEFAULT_SETTINGS, verify } from '../../../src/verify.ts'
import { BASE_IMAGE, describeWithDocker, docker } from '../../real-stack.ts'
import { NO_EVENT } from '../../run-facts.ts'
import { composeProject, ownEnvironment, type Project } from '../../transport/compose/docker.ts'
import { failuresOf } from './fake-docker.ts'

const SLEEPS = 'image: IMAGE, init: true, command: [sleep, infinity]'
const PROBE = 'interval: 1s, timeout: 1s, retries: 1'
const FILE = `
services:
  web:
    image: IMAGE
    init: true
    command: [sleep, infinity]
    environment: { SECRET: hunter2-of-the-file }
    labels: { org.opencontainers.image.revision: abc123 }
    healthcheck: { test: [CMD, test, '!', -e, /tmp/sick], ${PROBE} }
    depends_on: { migrate: { condition: service_completed_successfully } }
  migrate: { image: IMAGE, command: ["true"] }
  broken: { image: IMAGE, command: [sh, -c, "echo DATABASE_URL is not set >&2; exit 3"] }
  pair: { ${SLEEPS}, scale: 2 }
  plain: { ${SLEEPS} }
  named: { image: "compose-itg-kind:named", init: true, command: [sleep, infinity], stop_grace_period: 0s }
  sick: { ${SLEEPS}, healthcheck: { test: [CMD-SHELL, "echo no route to the database; exit 1"], ${PROBE} } }
  loop: { image: IMAGE, restart: always, command: [sh, -c, "sleep 0.5; exit 3"] }
  hog: { image: IMAGE, mem_limit: 20m, command: [tail, /dev/zero] }
  tool: { ${SLEEPS}, profiles: [tools] }
`

describeWithDocker('containers of a real project', () => {
  let project: Project
  beforeAll(async () => {
    await docker('tag', BASE_IMAGE, 'compose-itg-kind:named')
    project = await composeProject('compose-itg-kind', FILE)
    await project.compose('up', '-d')
    await project.compose('up', '-d', '--wait', 'web')
    const settled = [
      ['loop', '{{.RestartCount}}', /[1-9]/],
      ['sick', '{{.State.Health.Status}}', /unhealthy/],
    ] as const
    for (const [service, format, wanted] of settled) {
      await vi.waitFor(async () => expect(await stateOf(service, format)).toMatch(wanted), { timeout: 20_000 })
    }
    await vi.waitFor(killedForMemory, { timeout: 60_000, interval: 200 })
  }, 180_000)
  afterAll(async () => {
    await project?.[Symbol.asyncDispose]()
    await docker('rmi', 'compose-itg-kind:named')
  }, 60_000)

  const stateOf = async (service: string, format: string): Promise<string> =>
    (await docker('inspect', '--format', format, `compose-itg-kind-${service}-1`)).trim()
  /** A busy engine may learn of the end before it learns why; the next time it does better. */
  const killedForMemory = async (): Promise<void> => {
    const state = await stateOf('hog', '{{.State.Status}} {{.State.OOMKilled}}')
    if (state === 'exited false') await docker('start', 'compose-itg-kind-hog-1')
    expect(state).toBe('exited true')
  }
  const look = async (check: string, compose = '{}'): Promise<CheckResult> => {
    const checklist = `hosts: { prod: { compose: ${compose} } }\nchecks:\n  - ${check}\n`
    await writeFile(join(project.folder, 'checklist.yml'), checklist)
    const rest = { variables: {}, select: [], skip: [], target: null, environment: ownEnvironment(), event: NO_EVENT }
    const settings = { ...DEFAULT_SETTINGS, root: project.folder, ...rest }
    const report = await verify(settings, { signal: new AbortController().signal })
    if (report.report === 'invalid') throw new Error(JSON.stringify(report.diagnostics))
    expect(JSON.stringify(report)).not.toContain('hunter2-of-the-file')
    const [first] = checksOf(report.run)
    if (first === undefined) throw new Error('No check ran.')
    return first.check
  }
  const messages = async (check: string): Promise<readonly string[]> =>
    failuresOf(await look(check)).map(({ message }) => message)
  const only = (...services: readonly string[]): string =>
    `containers: { host: prod, services: [${services.join(', ')}] }`

  it('are in order where they are', async () => {
    expect(await messages(only('web', 'migrate', 'pair', 'plain'))).toEqual([])
  })

  it('have each of their faults told', async () => {
    const found = await look('containers: prod')
    expect(failuresOf(found).map(({ message }) => message)).toEqual([
      'broken has exited with code 3, and should be running.',
      'hog has exited with code 137 and killed for memory, and should be running.',
      expect.stringMatching(
        /^loop (is restarting after an end with code 3|has restarted (once|twice|\d+ times), the last time \d+ s ago, and is not steady yet|has restarted since the run began)/,
      ),
      'sick is unhealthy, and should be healthy.',
    ])
    expect(found.outcome).toMatchObject({
      evidence: [
        { title: 'Containers', outside: false },
        { title: 'Last health probe of compose-itg-kind-sick-1', text: 'no route to the database\n' },
        { title: 'Last lines of compose-itg-kind-broken-1', text: 'DATABASE_URL is not set', outside: true },
        ...['hog', 'loop', 'sick'].map(service => ({
          title: `Last lines of compose-itg-kind-${service}-1`,
          text: 'It wrote nothing.',
        })),
      ],
    })
  })

  it('never pass in a restart loop, whenever one looks', async () => {
    for (let round = 0; round < 12; round += 1) expect(await messages(only('loop'))).toHaveLength(1)
  }, 60_000)

  it('may be excepted', async () => {
    const states = 'states: { broken: exited, sick: running, hog: any, loop: any }'
    expect(
      await messages(`{ containers: prod, expect: { ${states}, oom_killed: { hog: any }, restarts: any } }`),
    ).toEqual([])
  })

  it('are compared with what an author expects', async () => {
    const right =
      'images: { web: "vd-base:1" }, jq: { "map(.labels[\\"org.opencontainers.image.revision\\"])": [abc123] }'
    expect(await messages(`{ ${only('web')}, expect: { ${right}, started_after: 1h } }`)).toEqual([])
    const wrong =
      'images: { web: "vd-base:2" }, image_digests: { web: "sha256:1" }, started_after: "{{ $run.started_at }}"'
    expect(await messages(`{ ${only('web')}, expect: { ${wrong} } }`)).toEqual([
      'images.web is "vd-base:1", expected "vd-base:2".',
      'image_digests.web is absent, expected "sha256:1". The image `vd-base:1` was built on that machine and neither pulled nor pushed, so it has no digest.',
      expect.stringMatching(/^web \(compose-itg-kind-web-1\) was started at .* and should have been after /),
    ])
  })

  it('belong to profiles', async () => {
    expect((await look(only('tool'))).outcome).toMatchObject({ status: 'errored', fault: { code: 'service-unknown' } })
    const inProfile = await look(only('tool'), '{ profiles: [tools] }')
    expect(failuresOf(inProfile).map(({ message }) => message)).toEqual(['tool has no container, and should have 1.'])
    expect((await look(only('tool'), '{ profiles: [tool] }')).outcome).toMatchObject({
      fault: { code: 'compose-profile-unknown', hint: 'Did you mean `tools`?' },
    })
  })

  it('do not include those of compose run', async () => {
    await project.compose('run', '--detach', '--name', 'compose-itg-kind-once', 'pair', 'sleep', 'infinity')
    expect(await messages(only('pair'))).toEqual([])
    await docker('rm', '--force', 'compose-itg-kind-once')
  })

  it('do not run the image that has their name now, when that was built and they were not made anew', async () => {
    const named = `{ ${only('named')}, expect: { images: { named: "compose-itg-kind:named" } } }`
    expect(await messages(named)).toEqual([])
    await docker('commit', 'compose-itg-kind-named-1', 'compose-itg-kind:named')
    expect(await messages(named)).toEqual([
      expect.stringMatching(/^named \(compose-itg-kind-named-1\) runs an image that was `compose-itg-kind:named` when/),
    ])
    await project.compose('up', '-d', 'named')
    expect(await messages(named)).toEqual([])
  })

  describe('when something happens to them', () => {
    it('that falls ill is waited for until it is well', async () => {
      await docker('exec', 'compose-itg-kind-web-1', 'touch', '/tmp/sick')
      await expect.poll(() => stateOf('web', '{{.State.Health.Status}}'), { timeout: 20_000 }).toBe('unhealthy')
      expect(await messages(only('web'))).toEqual(['web is unhealthy, and should be healthy.'])
      await docker('exec', 'compose-itg-kind-web-1', 'rm', '/tmp/sick')
      expect(await messages(`{ ${only('web')}, within: 20s, every: 200ms }`)).toEqual([])
    })

    it.each([
      ['pause', 'unpause', 'plain is paused, and should be running.'],
      ['kill', 'start', 'plain has exited with code 137, and should be running.'],
      ['stop', 'start', 'plain has exited with code 143, and should be running.'],
    ])('%s is seen, and gone after %s', async (fault, remedy, message) => {
      await docker(fault, 'compose-itg-kind-plain-1')
      expect(await messages(only('plain'))).toEqual([message])
      await docker(remedy, 'compose-itg-kind-plain-1')
      expect(await messages(only('plain'))).toEqual([])
    })

    it('one replica is missing', async () => {
      await docker('rm', '--force', 'compose-itg-kind-pair-2')
      expect(await messages(only('pair'))).toEqual(['pair has 1 container, and should have 2.'])
      await project.compose('up', '-d', 'pair')
      expect(await messages(only('pair'))).toEqual([])
    })
  })

  it('can be run in, and what is captured arrives as text', async () => {
    const run = 'run: { host: prod, service: web, command: "printf %s {{ $value }}" }'
    const checks = `capture: { value: '"$(reboot); \\u0027"' }\n  - ${run}`
    await writeFile(join(project.folder, 'value.json'), '')
    const result = await look(`run: echo '{}'\n    ${checks}\n    expect: { stdout: "$(reboot); '" }`)
    expect(result.outcome.status).toBe('passed')
  })
})

describeWithDocker('a project that cannot be looked at', () => {
  let project: Project
  beforeAll(async () => {
    project = await composeProject('compose-itg-faults', 'services: { web: { image: IMAGE } }\n')
    await writeFile(join(project.folder, 'broken.yml'), 'services: { web: { imag: x } }\n')
    await writeFile(join(project.folder, 'env.yml'), 'services: { web: { image: x, env_file: gone.env } }\n')
    await mkdir(join(project.folder, 'bin'))
    const old = join(project.folder, 'bin/docker')
    await writeFile(old, '#!/bin/sh\necho "docker: \'compose\' is not a docker command." >&2\nexit 1\n')
    await chmod(old, 0o755)
  })
  afterAll(() => project?.[Symbol.asyncDispose](), 60_000)

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['compose-file-missing', '{ file: gone.yml }', {}],
    ['compose-file-missing', '{ directory: /proc }', {}],
    ['directory-missing', '{ directory: gone }', {}],
    ['compose-file-invalid', '{ file: broken.yml }', {}],
    ['compose-env-file-missing', '{ file: env.yml }', {}],
    ['compose-env-file-missing', '{ env_file: gone.env }', {}],
    ['docker-missing', '{ command: [no-such-docker, compose] }', {}],
    ['compose-missing', '{ command: [docker, composed] }', {}],
    ['compose-missing', '{ command: [bin/docker, compose] }', {}],
    ['docker-unreachable', '{}', { DOCKER_HOST: 'unix:///nowhere/docker.sock' }],
    ['docker-unreachable', '{}', { DOCKER_HOST: '', DOCKER_CONTEXT: 'nowhere' }],
  ])('ends with %s: %s %j', async (code, compose, environment) => {
    const checklist = `hosts: { prod: { compose: ${compose} } }\nchecks: [{ containers: prod }]\n`
    await writeFile(join(project.folder, 'checklist.yml'), checklist)
    const own = { ...ownEnvironment(), ...environment }
    const rest = { variables: {}, select: [], skip: [], target: null, environment: own, event: NO_EVENT }
    const report = await verify(
      { ...DEFAULT_SETTINGS, root: project.folder, ...rest },
      { signal: new AbortController().signal },
    )
    if (report.report === 'invalid') throw new Error(JSON.stringify(report.diagnostics))
    expect(checksOf(report.run)[0]?.check.outcome).toMatchObject({ status: 'errored', fault: { code } })
  })
})
