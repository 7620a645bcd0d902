import { describe, expect, it } from 'vitest'
import { containersKind } from '../../../src/kinds/containers/containers.ts'
import { codes, review, template } from '../builders.ts'
import { check, type Given } from './fake-docker.ts'
import { exited, messages, ONE, shop } from './shop.ts'

describe('containers', () => {
  it('are in order when every service is as the compose files want it', async () => {
    const [result] = await check(shop(), ONE)
    expect(result?.outcome).toEqual({ status: 'passed' })
    expect(result?.expectations).toBe(4)
    expect(result?.description).toBe('all containers on prod')
  })

  it.each<[string, Parameters<typeof shop>[0], readonly string[]]>([
    ['is not there', { redis: null }, ['redis has no container, and should have 1.']],
    [
      'ended with a code',
      { redis: { state: exited(1), restarts: 3 } },
      ['redis has exited with code 1 (restarts 3), and should be running.'],
    ],
    [
      'was killed for memory',
      { redis: { state: exited(137, { OOMKilled: true }) } },
      ['redis has exited with code 137 and killed for memory, and should be running.'],
    ],
    [
      'runs on after one of its processes was killed for memory',
      { redis: { state: { OOMKilled: true } } },
      ['redis ran out of memory: the kernel killed a process of it.'],
    ],
    [
      'ended with 0 and should not',
      { redis: { state: exited(0) } },
      ['redis has exited with code 0, and should be running. If it is to end, say `states: { redis: completed }`.'],
    ],
    ['is unhealthy', { web: { health: { Status: 'unhealthy' } } }, ['web is unhealthy, and should be healthy.']],
    [
      'is not healthy yet',
      { web: { health: { Status: 'starting' } } },
      ['web is running and its health check is still starting, and should be healthy.'],
    ],
    [
      'was created and never started',
      {
        redis: { state: { Status: 'created', StartedAt: '0001-01-01T00:00:00Z', Error: 'port is already allocated' } },
      },
      ['redis is created and was never started (port is already allocated), and should be running.'],
    ],
    ['is paused', { redis: { state: { Status: 'paused' } } }, ['redis is paused, and should be running.']],
    [
      'is dead',
      { redis: { state: { Status: 'dead', ExitCode: 2 } } },
      ['redis is dead with code 2, and should be running.'],
    ],
    [
      'waits for its next start',
      { redis: { state: { Status: 'restarting', ExitCode: 3 }, restarts: 17 } },
      ['redis is restarting after an end with code 3 (restarts 17), and should be running.'],
    ],
    [
      'was to end with 0 and did not',
      { migrate: { state: exited(2) } },
      ['migrate has exited with code 2, and should have ended with code 0.'],
    ],
    ['was to end and runs', { migrate: { state: {} } }, ['migrate is running, and should have ended with code 0.']],
  ])('fail when a service %s', async (_what, changed, expected) => {
    expect(await messages(shop(changed))).toEqual(expected)
  })

  it('fail by replica, which the message names', async () => {
    const services = { app: { deploy: { replicas: 2 } }, off: { scale: 0 } }
    const two: readonly Given[] = [{ service: 'app' }, { service: 'app', number: 2, state: exited(1) }]
    expect(await messages({ services, looks: [two] })).toEqual([
      'app (shop-app-2) has exited with code 1, and should be running.',
    ])
    expect(await messages({ services, looks: [[{ service: 'app' }, { service: 'off' }]] })).toEqual([
      'app has 1 container, and should have 2.',
      'off has 1 container, and should have none.',
    ])
    expect(await messages({ services, looks: [[{ service: 'app' }, { service: 'app', number: 2 }]] })).toEqual([])
  })

  it('show the last probe of one that is unhealthy, and how all are', async () => {
    const health = { Status: 'unhealthy', Log: [{ Output: 'old' }, { Output: 'connection refused\n' }] }
    const [result] = await check(shop({ web: { health } }, { logs: { web1: [] } }), ONE)
    expect(result?.outcome).toMatchObject({
      evidence: [
        {
          title: 'Containers',
          text: expect.stringMatching(/shop-web-1 +unhealthy +restarts 0 +started .* ago +shop\/web:1/),
        },
        { title: 'Last health probe of shop-web-1', text: 'connection refused\n', outside: true },
        { title: 'Last lines of shop-web-1', text: 'It wrote nothing.' },
      ],
    })
  })

  it('are only those of the services that are named', async () => {
    const one = '  - containers: { host: prod, services: [web, migrate] }\n'
    expect(await messages(shop({ redis: null }), one)).toEqual([])
    expect(await messages(shop({ web: null }), one)).toEqual(['web has no container, and should have 1.'])
    const [unknown] = await check(shop(), '  - containers: { host: prod, services: [rediss] }\n')
    expect(unknown?.outcome).toMatchObject({
      status: 'errored',
      fault: { code: 'service-unknown', hint: 'Did you mean `redis`?' },
    })
  })

  it('are a list to jq', async () => {
    const expected = `  - containers: prod
    expect:
      jq:
        map(.service): [migrate, redis, web]
        .[2] | del(.started_at, .labels): { service: web, name: shop-web-1, state: running, health: healthy, exit_code: 0,
          restarts: 0, oom_killed: false, image: "shop/web:1", image_id: "sha256:web", digest: "sha256:1", ports: [] }
        .[2].labels["org.opencontainers.image.revision"]: abc
        .[1].digest: null
`
    const labels = { 'org.opencontainers.image.revision': 'abc' }
    expect(
      await messages(shop({ web: { labels } }, { images: { 'sha256:web': ['shop/web@sha256:1'] } }), expected),
    ).toEqual([])
  })
})

describe('what is expected of containers', () => {
  const expecting = (text: string): string => `${ONE}    expect: { ${text} }\n`

  it.each<[string, Parameters<typeof shop>[0], readonly string[]]>([
    ['states: { redis: exited }', { redis: { state: exited(1) } }, []],
    ['states: { redis: exited }', { redis: { state: exited(0) } }, []],
    ['states: { redis: exited }', {}, ['redis is running, and should have ended.']],
    ['states: { redis: completed }', { redis: { state: exited(0) } }, []],
    [
      'states: { redis: completed }',
      { redis: { state: exited(1) } },
      ['redis has exited with code 1, and should have ended with code 0.'],
    ],
    ['states: { web: running }', { web: { health: { Status: 'unhealthy' } } }, []],
    ['states: { redis: healthy }', {}, ['redis is running and has no health check, and should be healthy.']],
    ['states: { web: healthy }', {}, []],
    ['states: { redis: [running, completed] }', { redis: { state: exited(0) } }, []],
    ['states: { redis: any }', { redis: { state: exited(1) } }, []],
    ['states: any', { redis: { state: exited(1) }, web: { health: { Status: 'unhealthy' } } }, []],
    // Others keep the default.
    [
      'states: { web: running }',
      { web: { health: { Status: 'unhealthy' } }, redis: { state: exited(1) } },
      ['redis has exited with code 1, and should be running.'],
    ],
    ['states: { redis: exited }', { redis: null }, ['redis has no container, and should have 1.']],
    ['states: { redis: running }, replicas: any', { redis: null }, ['redis has no container, and should be running.']],
    ['replicas: { redis: 0 }', { redis: null }, []],
    ['replicas: { redis: 2 }', {}, ['replicas.redis is 1, expected 2.']],
    ['restarts: { redis: 0 }', { redis: { restarts: 2 } }, ['restarts.redis is 2, expected 0.']],
    ['restarts: { redis: { lte: 2 } }', { redis: { restarts: 2 } }, []],
    ['oom_killed: { redis: any }', { redis: { state: { OOMKilled: true } } }, []],
    ['restarts: { redis: any }', { redis: { restarts: 3, startedAgo: 1 } }, []],
    ['replicas: { redis: any }, states: { redis: any }', { redis: null }, []],
    ['oom_killed: { redis: true }', { redis: { state: { OOMKilled: true } } }, []],
    ['oom_killed: any', { redis: { state: { OOMKilled: true } } }, []],
    ['images: { redis: { ends_with: ":2" } }', {}, ['images.redis is "shop/redis:1", expected it to end with ":2".']],
    ['images: { redis: "shop/redis:1", web: ["shop/web:1", "shop/web:2"] }', {}, []],
    ['states: { rediss: exited }', {}, ['There is no service `rediss` among those looked at. Did you mean `redis`?']],
    [
      'images: { rediss: { not: { contains: old } } }',
      {},
      ['There is no service `rediss` among those looked at. Did you mean `redis`?'],
    ],
    ['started_after: 2h', {}, []],
    ['started_after: null', {}, ['This is no time.']],
    [
      'started_after: 2h, states: any, replicas: any',
      { web: null, redis: null, migrate: null },
      ['There is no container that could have been started.'],
    ],
    [
      'started_after: 30m',
      { redis: { createdAgo: 10 }, migrate: { createdAgo: 10, state: exited(0) } },
      [
        expect.stringMatching(
          /^web \(shop-web-1\) was started at 20\d\d-\S+ \(1 h 00 m ago\), and should have been after /,
        ),
      ],
    ],
  ])('%s, of %j', async (text, changed, expected) => {
    expect(await messages(shop(changed), expecting(text))).toEqual(expected)
  })

  it('holds of every replica', async () => {
    const services = { app: { scale: 2 } }
    const looks = [[{ service: 'app' }, { service: 'app', number: 2, image: 'shop/app:0' }]]
    expect(await messages({ services, looks }, expecting('images: { app: "shop/app:1" }'))).toEqual([
      'images.app[1] is "shop/app:0", expected "shop/app:1".',
    ])
    expect(
      await messages({ services, looks }, expecting('images: { app: { not: { ends_with: ":0" } } }')),
    ).toHaveLength(1)
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['sha256:aa', ['shop/web@sha256:aa'], []],
    ['sha256:aa', ['mirror/web@sha256:cc', 'shop/web@sha256:bb', 'shop/web@sha256:aa'], []],
    ['sha256:aa', ['shop/web@sha256:bb'], ['image_digests.web is "sha256:bb", expected "sha256:aa".']],
    [
      'sha256:aa',
      [],
      [
        'image_digests.web is absent, expected "sha256:aa". The image `shop/web:1` was built on that machine and neither pulled nor pushed, so it has no digest.',
      ],
    ],
  ])('compares the digest %s with %j', async (digest, digests, expected) => {
    const deployment = shop({}, { images: { 'sha256:web': digests } })
    expect(await messages(deployment, expecting(`image_digests: { web: "${digest}" }`))).toEqual(expected)
  })

  it.each<[string, string, readonly string[], boolean]>([
    ['that still has its name', 'shop/web:1', ['shop/web:1'], true],
    ['that lost its name to another one', 'shop/web:1', [], false],
    ['that lost its name and has others', 'shop/web:1', ['shop/web:old', 'shop/web:10'], false],
    ['whose name Docker shortens', 'docker.io/library/web:1', ['web:1'], true],
    ['whose name has no tag', 'shop.example.com:5000/web', ['shop.example.com:5000/web:latest'], true],
    ['whose name Podman completes', 'web:1', ['localhost/web:1'], true],
    ['that is named by its content', `shop/web@sha256:${'a'.repeat(64)}`, [], true],
    ['that is named by its id', 'a'.repeat(12), [], true],
  ])('is the image %s', async (_case, image, tags, holds) => {
    const deployment = shop({ web: { image } }, { images: { 'sha256:web': [] }, tags })
    const found = await messages(deployment, expecting(`images: { web: "${image}" }`))
    const why = expect.stringContaining(`runs an image that was \`${image}\` when its container was made`)
    expect(found).toEqual(holds ? [] : [why])
    expect(await messages(deployment, expecting('images: { web: any }'))).toEqual([])
    expect(await messages(deployment)).toEqual([])
  })

  it('says of an image without its name no more than that', async () => {
    const [result] = await check(
      shop({}, { images: { 'sha256:web': [] }, tags: [] }),
      expecting('images: { web: "shop/web:1" }'),
    )
    expect(result?.outcome).toMatchObject({
      failures: [{ expected: 'an image named `shop/web:1`', actual: 'one that was' }],
    })
  })

  it('takes the digest of an image that is pinned to one', async () => {
    const pinned = shop({ web: { image: `shop/web@sha256:${'a'.repeat(64)}` } })
    expect(await messages(pinned, expecting(`image_digests: { web: "sha256:${'a'.repeat(64)}" }`))).toEqual([])
  })

  it('points at the line of the expectation', async () => {
    const text = `${ONE}    expect:\n      states:\n        web: healthy\n        redis: exited\n`
    const [result] = await check(shop(), text)
    expect(result?.outcome).toMatchObject({
      failures: [{ subject: 'states.redis', byDefault: false, location: { line: 7 } }],
    })
    const [byDefault] = await check(shop({ redis: { state: exited(1) } }), ONE)
    expect(byDefault?.outcome).toMatchObject({ failures: [{ byDefault: true, location: { line: 3 } }] })
  })

  it('is what is written only, with repeat', async () => {
    const repeated = `${ONE}    repeat: 2\n    expect: { all: { states: { redis: running } } }\n`
    expect(await messages(shop({ web: null }), repeated)).toEqual([])
    expect(await messages(shop({ redis: { state: exited(1) } }), repeated)).toHaveLength(1)
  })
})

describe('a specification of containers', () => {
  it('names a host', () => {
    expect(codes(review(containersKind, { host: template('prod') }, { hosts: ['prod'] }))).toEqual([])
    expect(codes(review(containersKind, { host: template('pord') }, { hosts: ['prod'] }))).toEqual(['unknown-host'])
  })

  it('describes itself', () => {
    expect(containersKind.describe({ host: template('prod') })).toBe('all containers on prod')
    expect(containersKind.describe({ host: template('prod'), services: [template('a'), template('b')] })).toBe(
      'containers of a, b on prod',
    )
  })
})
