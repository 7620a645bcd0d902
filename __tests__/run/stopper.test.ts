import { afterAll, describe, expect, it } from 'vitest'
import type { CheckResult } from '../../src/model/result.ts'
import { totalsOf } from '../../src/model/verdict.ts'
import { createStopper } from '../../src/run/stopper.ts'
import { isGarbage } from '../garbage.ts'
import { checkNamed, createEngine, outcomes, run, verdict } from './builders.ts'

const engine = createEngine()
afterAll(() => engine.close())

describe('the end of a run before its time', () => {
  const yaml = `
name: Toy
checks:
  - { name: a, toy: quick }
  - name: P
    parallel: true
    checks:
      - { name: b, toy: slow, timeout: 1h }
      - { name: c, toy: slow, timeout: 1h, within: 2h }
  - { name: d, toy: quick }
  - { name: S, checks: [{ name: e, toy: quick }] }
`
  const answers = { quick: { takes: 10 }, slow: { takes: 1_000_000 } }
  const exactlyOnce = (events: readonly { event: string; of: unknown }[]) => {
    const keys = events
      .filter(({ event }) => event === 'checkFinished')
      .map(({ of }) => ((of as unknown[])[0] as CheckResult).key)
    expect(new Set(keys).size).toBe(keys.length)
    return keys.length
  }

  it('by cancellation: what runs and what remains is cancelled', async () => {
    const { result, events, clock } = await run(engine, yaml, answers, {
      arrange: world => world.clock.at(5_000, () => world.cancel()),
    })
    expect(outcomes(result)).toEqual([
      'a: passed',
      'b: skipped, cancelled',
      'c: skipped, cancelled',
      'd: skipped, cancelled',
      'e: skipped, cancelled',
    ])
    expect(checkNamed(result, 'b').startedAt).toBeDefined()
    expect(checkNamed(result, 'd').startedAt).toBeUndefined()
    expect(result.stopped).toEqual({ reason: 'cancelled', message: 'The run was cancelled.' })
    expect(verdict(result)).toBe('cancelled')
    expect(exactlyOnce(events)).toBe(5)
    expect(clock.elapsed()).toBe(5_000)
  })

  it('by cancellation before it begins', async () => {
    const { result, order } = await run(engine, yaml, answers, { arrange: world => world.cancel() })
    expect([totalsOf(result).skipped, order, verdict(result)]).toEqual([5, [], 'cancelled'])
  })

  it('by cancellation in a pause between attempts', async () => {
    const waits = 'name: Toy\nchecks:\n  - { name: a, toy: bad, within: 1h, every: 1m }\n'
    const { result } = await run(
      engine,
      waits,
      { bad: { status: 500 } },
      {
        arrange: world => world.clock.at(90_000, () => world.cancel()),
      },
    )
    expect(outcomes(result)).toEqual(['a: skipped, cancelled'])
    expect(checkNamed(result, 'a').attempts).toHaveLength(2)
  })

  it('by its timeout: what runs is errored and names it, what remains is cancelled', async () => {
    const { result, events } = await run(engine, yaml, answers, { timeoutMs: 60_000 })
    expect(outcomes(result)).toEqual([
      'a: passed',
      'b: errored, attempt-timeout',
      'c: errored, attempt-timeout',
      'd: skipped, cancelled',
      'e: skipped, cancelled',
    ])
    expect(checkNamed(result, 'b').outcome).toMatchObject({
      fault: { message: expect.stringContaining("the run's timeout of 1 m 00 s") },
    })
    const over = "The run's timeout of 1 m 00 s was over."
    expect(result.stopped).toEqual({ reason: 'timeout', message: over })
    expect(checkNamed(result, 'd').outcome).toMatchObject({ reason: { message: over } })
    expect(verdict(result)).toBe('failed')
    expect(exactlyOnce(events)).toBe(5)
  })
})

describe('a stopper', () => {
  it('holds nothing of an attempt that is over, whoever still can say so', async () => {
    const stopper = createStopper(1_000)
    const begin = (): [() => void, WeakRef<object>] => {
      const end = (): void => undefined
      return [stopper.whenStopped(end), new WeakRef(end)]
    }
    const [ignore, over] = begin()
    const [other, running] = begin()
    ignore()
    expect(await isGarbage(over)).toBe(true)
    expect(await isGarbage(running)).toBe(false)
    ignore()
    other()
    expect(await isGarbage(running)).toBe(true)
  })
})
