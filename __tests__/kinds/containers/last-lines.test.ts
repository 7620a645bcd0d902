import { describe, expect, it } from 'vitest'
import type { CheckResult } from '../../../src/model/result.ts'
import { check, failuresOf } from './fake-docker.ts'
import { exited, ONE, shop } from './shop.ts'

function lastLinesOf(result: CheckResult | undefined): readonly (readonly [string, string])[] {
  if (result?.outcome.status !== 'failed') throw new Error('The check did not fail.')
  const parts = result.outcome.evidence.filter(({ title }) => title.startsWith('Last lines of '))
  for (const { outside } of parts) expect(outside).toBe(true)
  return parts.map(({ title, text }) => [title, text])
}

describe('containers', () => {
  it('that are not well show what they wrote last', async () => {
    const changed = {
      web: { health: { Status: 'unhealthy' } },
      redis: { state: exited(1), logDriver: 'none' },
      migrate: { state: exited(3) },
    }
    const long = Array.from({ length: 14 }, (_, index) => `line ${index}`)
    const logs = { web1: [...long, `\x1b[31mno route\x1b[0m ${'x'.repeat(500)}`], migrate1: [] }
    const [result] = await check({ ...shop(changed), logs }, ONE)
    expect(lastLinesOf(result)).toEqual([
      ['Last lines of shop-migrate-1', 'It wrote nothing.'],
      ['Last lines of shop-redis-1', 'The logging driver `none` of `redis` keeps no log that can be read.'],
      ['Last lines of shop-web-1', expect.stringMatching(/^line 3\n(line \d+\n){10}no route x+…$/)],
    ])
  })

  it('fail the same when what they wrote cannot be had', async () => {
    const [result] = await check(shop({ redis: { state: exited(1) } }), ONE)
    expect(result === undefined ? [] : failuresOf(result).map(({ message }) => message)).toEqual([
      'redis has exited with code 1, and should be running.',
    ])
    expect(lastLinesOf(result)).toEqual([
      ['Last lines of shop-redis-1', expect.stringMatching(/^The log of `redis` could not be read/)],
    ])
  })

  it.each<[string, Parameters<typeof shop>[0]]>([
    ['ended as it was to', {}],
    ['was never started', { redis: { state: { Status: 'created', StartedAt: '0001-01-01T00:00:00Z' } } }],
    ['is paused', { redis: { state: { Status: 'paused' } } }],
  ])('have no last lines where one %s', async (_what, changed) => {
    const [result] = await check(shop(changed), `${ONE.trimEnd()}\n    expect: { replicas: { web: 2 } }\n`)
    expect(result?.outcome.status).toBe('failed')
    expect(lastLinesOf(result)).toEqual([])
  })
})
