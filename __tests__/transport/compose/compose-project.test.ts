import { describe, expect, it } from 'vitest'
import { CheckError } from '../../../src/model/check-error.ts'
import { EngineProject } from '../../../src/transport/compose/compose-project.ts'
import type { ComposeSettings } from '../../../src/transport/compose/engine-words.ts'
import { rejection } from '../../kinds/builders.ts'
import { fakeMachine } from './fake-machine.ts'
import { CONFIG_JSON, CONFIG_YAML, inspected, USAGE_OF_V1 } from './recorded.ts'

const { signal } = new AbortController()
const ID = '11acf6772036af4bcfe23c50e0f57922383a54d8839f928731c09f8553430b28'

type Answers = Parameters<typeof fakeMachine>[0]
const UP: Answers = [
  ['config --format json', { stdout: CONFIG_JSON }],
  [' ps ', { stdout: `${ID}\n` }],
  ['inspect --type container', { stdout: `${inspected()}\n` }],
]

function project(answers: Answers, settings: Partial<ComposeSettings> = {}) {
  const fake = fakeMachine(answers)
  return {
    ...fake,
    project: new EngineProject(fake.machine, { files: [], profiles: [], ...settings }, () => undefined),
  }
}

describe('a project', () => {
  it('reads its files once a run', async () => {
    const { project: shop, lines } = project(UP)
    await shop.services(signal)
    await shop.services(signal)
    await shop.containers(signal)
    expect(lines().filter(line => line.includes('config'))).toEqual(['docker compose config --format json'])
  })

  it('looks for the containers of its name, whatever their state', async () => {
    const { project: shop, lines } = project(UP)
    expect(await shop.containers(signal)).toMatchObject([{ service: 'web', id: ID }])
    expect(lines()[1]).toBe('docker ps --all --quiet --no-trunc --filter label=com.docker.compose.project=shop')
  })

  it('has none when the engine lists none', async () => {
    const { project: shop } = project([
      ['config', { stdout: CONFIG_JSON }],
      [' ps ', { stdout: '' }],
    ])
    expect(await shop.containers(signal)).toEqual([])
  })

  it.each([
    ['fewer than there are', ''],
    ['no JSON', 'a warning'],
    ['half a line', inspected().slice(0, 100)],
    ['more depth than anybody needs', `{"id":${'['.repeat(100_000)}`],
  ])('is not known when the engine tells of them with %s', async (_case, stdout) => {
    const { project: shop } = project([['inspect --type', { stdout }], ...UP])
    expect(await rejection(shop.containers(signal))).toMatchObject({ code: 'docker-failed' })
  })

  it('does without one that was removed between two looks', async () => {
    const gone = { exitCode: 1, stdout: inspected(), stderr: 'Error response from daemon: No such container: 22' }
    const { project: shop } = project([['inspect --type', gone], ...UP])
    expect(await shop.containers(signal)).toHaveLength(1)
  })

  it('lets Docker’s client and Compose see what tells them where their engine is, and nothing else', async () => {
    const { project: shop, asked } = project(UP)
    await shop.containers(signal)
    expect(asked[0]?.inherit).toEqual(expect.arrayContaining(['DOCKER_HOST', 'DOCKER_CONFIG', 'COMPOSE_PROFILES']))
    expect(asked[1]?.inherit).toEqual(expect.arrayContaining(['DOCKER_HOST', 'XDG_RUNTIME_DIR']))
    expect(asked.map(({ environment }) => environment)).toEqual([{}, {}, {}])
  })

  it('is read in YAML where Compose is of version 1, which exits with 0 over what it does not know', async () => {
    const { project: shop } = project(
      [
        ['config --format json', { exitCode: 0, stderr: USAGE_OF_V1 }],
        ['docker-compose config', { stdout: CONFIG_YAML }],
        ['COMPOSE_PROJECT_NAME', { stdout: '\ndebug,x\n/srv/V1-Rec.x\n' }],
        ['project=v1-recx', { stdout: '' }],
      ],
      { command: ['docker-compose'] },
    )
    expect((await shop.services(signal)).map(({ name }) => name)).toEqual(['dbg', 'migrate', 'two', 'three', 'web'])
    expect(await shop.containers(signal)).toEqual([])
  })

  it('asks what images are called each time, and not where there are none', async () => {
    const { project: shop, lines } = project([
      ['image inspect', { stdout: '{"id":"a","digests":["x@sha256:1"],"tags":["x:1"]}' }],
    ])
    expect((await shop.images(['a'], signal)).get('a')).toEqual({ digests: ['x@sha256:1'], tags: ['x:1'] })
    await shop.images(['a'], signal)
    await shop.images([], signal)
    expect(lines()).toHaveLength(2)
  })
})

describe('the name of an image', () => {
  it('that cannot be had is not known, rather than a fault', async () => {
    const failed = {
      exitCode: 1,
      stdout: '{"id":"a","digests":["x@sha256:1"]}\n{"id":',
      stderr: 'Error: no such image',
    }
    const { project: shop } = project([['image inspect', failed]])
    expect([...(await shop.images(['a', 'b'], signal)).keys()]).toEqual(['a'])
  })
})

const PERMISSION =
  'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/json": dial unix /var/run/docker.sock: connect: permission denied'
const DOWN = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?'

describe('what keeps a project from being looked at has an error of its own', () => {
  it.each([
    ['docker-missing', 127, 'bash: line 1: docker: command not found'],
    ['docker-missing', 1, 'sudo: docker: command not found'],
    ['sudo-refused', 1, 'sudo: a terminal is required to read the password; either use the -S option'],
    ['compose-missing', 1, "docker: 'compose' is not a docker command.\nSee 'docker --help'"],
    ['compose-missing', 1, "docker: unknown command: docker compose\n\nRun 'docker --help' for more information"],
    ['compose-missing', 125, "unknown shorthand flag: 'f' in -f\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]"],
    ['compose-missing', 2, "podman-compose: error: argument command: invalid choice: 'config' (choose from 'help')"],
    ['compose-missing', 125, 'unknown flag: --profile\n\nUsage:  docker [OPTIONS] COMMAND [ARG...]'],
    ['compose-file-missing', 14, 'open /srv/nope.yml: no such file or directory'],
    ['compose-file-missing', 14, 'no configuration file provided: not found'],
    ['compose-file-missing', 1, ".FileNotFoundError: [Errno 2] No such file or directory: './no.yml'"],
    ['compose-env-file-missing', 1, "Couldn't find env file: /srv/nope.env"],
    ['compose-env-file-missing', 14, 'env file /srv/gone.env not found: stat /srv/gone.env: no such file or directory'],
    ['compose-file-invalid', 15, 'validating /srv/c.yml: services.a Additional property imag is not allowed'],
    [
      'compose-file-invalid',
      15,
      'error while interpolating services.a.image: required variable NEED is missing a value',
    ],
    ['compose-file-invalid', 14, 'open /srv/docker-compose.yml: permission denied'],
    ['compose-file-invalid', 15, 'service "a" depends on undefined service "b": invalid compose project'],
  ])('%s: %i %s', async (code, exitCode, stderr) => {
    const { project: shop } = project([['config', { exitCode, stderr }]])
    const error = await rejection(shop.services(signal))
    expect(error).toMatchObject({ code, verdict: 'errored' })
    expect(error).toHaveProperty('hint', expect.stringMatching(/\w/))
  })

  it.each([
    ['docker-permission', PERMISSION],
    ['docker-permission', 'permission denied while trying to connect to the docker API at unix:///var/run/docker.sock'],
    ['docker-unreachable', DOWN],
    ['docker-unreachable', 'failed to connect to the docker API at unix:///x.sock; check if the path is correct'],
    [
      'docker-unreachable',
      'Failed to initialize: unable to resolve docker endpoint: context "nope": context not found',
    ],
    ['docker-failed', 'Error response from daemon: something else'],
  ])('%s: %s', async (code, stderr) => {
    const { project: shop } = project([[' ps ', { exitCode: 1, stderr }], ...UP])
    expect(await rejection(shop.containers(signal))).toMatchObject({ code, verdict: 'errored' })
  })

  it('docker-missing: where the machine finds no such program', async () => {
    const missing = new CheckError({ code: 'command-not-found', message: 'There is no command `docker`.' })
    const { project: shop } = project([['config', missing]])
    expect(await rejection(shop.services(signal))).toMatchObject({ code: 'docker-missing' })
  })

  it('says what Compose said, without its warnings', async () => {
    const stderr = 'time="2026" level=warning msg="TAG is not set"\nservices.web must be a mapping\n'
    const { project: shop } = project([['config', { exitCode: 15, stderr }]])
    const error = await rejection(shop.services(signal))
    expect(error).toHaveProperty(
      'message',
      'Compose cannot read its files on the runner: services.web must be a mapping',
    )
  })

  it('names the profile that no service has, which Compose takes without a word', async () => {
    const answers: Answers = [['config --profiles', { stdout: 'debug\ntools\n' }], ...UP]
    const { project: shop } = project(answers, { profiles: ['tools', 'debg'] })
    expect(await rejection(shop.services(signal))).toMatchObject({
      code: 'compose-profile-unknown',
      hint: 'Did you mean `debug`?',
    })
    const right = project(answers, { profiles: ['tools', 'debug'] })
    expect(await right.project.services(signal)).toHaveLength(5)
  })

  it('is no yes when no service is left', async () => {
    const { project: shop } = project([['config', { stdout: '{"name":"x","services":{}}' }]])
    expect(await rejection(shop.services(signal))).toMatchObject({ code: 'compose-file-invalid' })
  })
})
