import { afterAll, describe, expect, it } from 'vitest'
import { totalsOf } from '../../src/model/verdict.ts'
import { createEngine, outcomes, run } from './builders.ts'
import { jarNotes } from './jar.ts'

const engine = createEngine()
afterAll(() => engine.close())

describe('a parallel section', () => {
  const children = (count: number) =>
    Array.from({ length: count }, (_, at) => `      - { name: c${at}, toy: c }`).join('\n')
  const parallel = (count: number) =>
    `name: Toy\nchecks:\n  - name: P\n    parallel: true\n    checks:\n${children(count)}\n  - { name: z, toy: z }\n`

  it('runs its children at once, and its results are in written order', async () => {
    const { result, asked } = await run(engine, parallel(4), { c: time => ({ takes: 500 - time * 100 }) })
    expect(asked.map(({ at }) => at)).toEqual([0, 0, 0, 0, 400])
    expect(outcomes(result)).toEqual(['c0: passed', 'c1: passed', 'c2: passed', 'c3: passed', 'z: passed'])
  })

  it('is bounded by the concurrency of the whole run, however sections nest', async () => {
    let now = 0
    let most = 0
    const counted = {
      does: async (context: {
        clock: { sleep(ms: number, signal: AbortSignal): Promise<void> }
        signal: AbortSignal
      }) => {
        now += 1
        most = Math.max(most, now)
        await context.clock.sleep(100, context.signal)
        now -= 1
      },
    }
    const yaml = `
name: Toy
checks:
  - name: P
    parallel: true
    checks:
      - { name: a, toy: c }
      - { name: Q, parallel: true, checks: [{ name: b, toy: c }, { name: c, toy: c }, { name: d, toy: c }] }
      - { name: R, checks: [{ name: e, toy: c }, { name: f, toy: c }] }
`
    const { result } = await run(engine, yaml, { c: counted }, { concurrency: 2 })
    expect(most).toBe(2)
    expect(totalsOf(result).passed).toBe(6)
  })

  it('gives each child a session of its own that ends with it', async () => {
    const { seen, note } = jarNotes()
    const yaml = `
name: Toy
checks:
  - { name: a, toy: a }
  - { name: P, parallel: true, checks: [{ name: b, toy: b }, { name: S, checks: [{ name: c, toy: c }, { name: d, toy: d }] }] }
  - { name: e, toy: e }
`
    const answers = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map(name => [name, note(name)]))
    await run(engine, yaml, answers)
    expect([...seen].sort()).toEqual(['a', 'ab', 'ac', 'acd', 'ae'])
  })

  it('of a thousand children ends with a thousand outcomes', async () => {
    const { result } = await run(engine, parallel(1_000), { c: time => ({ status: time % 10 === 0 ? 500 : 200 }) })
    expect(totalsOf(result)).toMatchObject({ total: 1_001, passed: 901, failed: 100 })
  })
})
