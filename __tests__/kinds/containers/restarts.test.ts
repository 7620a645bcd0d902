import { describe, expect, it } from 'vitest'
import { check, failuresOf, type Given } from './fake-docker.ts'
import { messages, ONE, shop } from './shop.ts'

describe('restarts', () => {
  it.each<[string, Partial<Given>, RegExp | undefined]>([
    [
      'a loop that happens to run',
      { restarts: 9, createdAgo: 60, startedAgo: 2 },
      /restarted 9 times, the last time 2 s ago, and is not steady yet/,
    ],
    [
      'a slow loop: no run lasted much longer',
      { restarts: 4, createdAgo: 145, startedAgo: 25 },
      /restarted 4 times, the last time 25 s ago/,
    ],
    ['one restart long ago', { restarts: 1, createdAgo: 300_000, startedAgo: 100_000 }, undefined],
    ['some while the database came up', { restarts: 3, createdAgo: 25, startedAgo: 20 }, undefined],
    ['one of an old service a minute ago', { restarts: 1, createdAgo: 300_000, startedAgo: 62 }, undefined],
    ['one just now', { restarts: 1, createdAgo: 300_000, startedAgo: 5 }, /restarted once, the last time 5 s ago/],
    ['one since the run began', { restarts: 1, createdAgo: 300_000, startedAgo: -1 }, /restarted since the run began/],
    ['a start by hand', { restarts: 0, createdAgo: 300_000, startedAgo: 1 }, undefined],
  ])('tell %s', async (_what, changed, expected) => {
    const found = await messages(shop({ redis: changed }))
    if (expected === undefined) expect(found).toEqual([])
    else expect(found).toEqual([expect.stringMatching(expected)])
  })

  it('count against a service that was in order before, also when it is steady again', async () => {
    const look = (restarts: number): readonly Given[] => [
      { service: 'redis', restarts, createdAgo: 90_000, startedAgo: 80_000 },
    ]
    const results = await check({ services: { redis: {} }, looks: [look(2), look(2), look(4)] }, ONE.repeat(4))
    const said = results.map(result => failuresOf(result).map(({ message }) => message))
    const grown = ['redis has restarted twice since it was first looked at in this run.']
    expect(said).toEqual([[], [], grown, grown])
  })

  it('are forgiven while it comes up, so that one can wait for it', async () => {
    const down: Given = { service: 'redis', state: { Status: 'restarting', ExitCode: 1 }, restarts: 2, createdAgo: 20 }
    const up: Given = { service: 'redis', restarts: 3, createdAgo: 40, startedAgo: 30 }
    const waiting = `${ONE}    within: 10s\n    every: 1ms\n`
    const [result] = await check({ services: { redis: {} }, looks: [[down], [up]] }, waiting)
    expect(result?.outcome.status).toBe('passed')
    expect(result?.attempts).toHaveLength(2)
  })

  it('may be allowed', async () => {
    const looping = shop({ redis: { restarts: 9, createdAgo: 60, startedAgo: 2 } })
    expect(await messages(looping, `${ONE}    expect: { restarts: any }\n`)).toEqual([])
    expect(await messages(looping, `${ONE}    expect: { restarts: { redis: { lt: 10 } } }\n`)).toEqual([])
    expect(await messages(looping, `${ONE}    expect: { restarts: { web: { lt: 10 } } }\n`)).toHaveLength(1)
  })
})
