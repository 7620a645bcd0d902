import { afterAll, describe, expect, it } from 'vitest'
import { type Tried, tryUntilHeld, type WaitingTimes } from '../../src/run/waiting.ts'
import { createEngine, run } from './builders.ts'
import { createFakeClock } from './fake-clock.ts'

const engine = createEngine()
afterAll(() => engine.close())

const TIMES: WaitingTimes = { within: 10_000, from: 1_000, to: 1_000, consecutive: 1 }

/** Tries whose results are written as letters: `+` held, `-` did not, a digit did not and said when to come back (seconds). */
async function tries(results: string, times: Partial<WaitingTimes> = {}, stopAt?: number) {
  const clock = createFakeClock()
  const stop = new AbortController()
  if (stopAt !== undefined) clock.at(stopAt, () => stop.abort(new Error('stop')))
  const at: number[] = []
  const attempt = (number: number): Promise<Tried> => {
    at.push(clock.elapsed())
    const result = results[number - 1] ?? results.at(-1) ?? '-'
    const seconds = Number(result)
    const final = result === '!' ? { final: true } : {}
    return Promise.resolve({
      held: result === '+',
      ...final,
      ...(Number.isNaN(seconds) || result === '+' ? {} : { retryAfterMs: seconds * 1_000 }),
    })
  }
  const { settled, streak } = await tryUntilHeld(attempt, { ...TIMES, ...times }, { clock, stop: stop.signal })
  return { at, settled, streak }
}

describe('waiting', () => {
  it.each([
    ['+', {}, [0], 'held'],
    ['--+', {}, [0, 1_000, 2_000], 'held'],
    ['-', { within: 2_500 }, [0, 1_000, 2_000], 'time out'],
    ['-', { within: 0, from: 0 }, [0], 'time out'],
    ['+++', { consecutive: 3 }, [0, 1_000, 2_000], 'held'],
    ['++-+++', { consecutive: 3 }, [0, 1_000, 2_000, 3_000, 4_000, 5_000], 'held'],
    ['+-', { within: 3_500, consecutive: 2 }, [0, 1_000, 2_000, 3_000], 'time out'],
    ['-----', { from: 1_000, to: 3_000, within: 12_000 }, [0, 1_000, 3_000, 6_000, 9_000], 'time out'],
    [
      '--+--+',
      { from: 1_000, to: 8_000, within: 60_000, consecutive: 2 },
      [0, 1_000, 3_000, 4_000, 5_000, 7_000, 8_000],
      'held',
    ],
    ['--!', {}, [0, 1_000, 2_000], 'final'],
  ] as const)('of %s with %j tries at %j and ends as %s', async (results, times, at, settled) => {
    const outcome = await tries(results === '--+--+' ? '--+--++' : results, times)
    expect(outcome.at).toEqual(at)
    expect(outcome.settled).toBe(settled)
  })

  it('comes back when the answer says, if there is time', async () => {
    expect((await tries('5+', {})).at).toEqual([0, 5_000])
    expect((await tries('0+', {})).at).toEqual([0, 1_000])
    expect((await tries('9-', { within: 5_000 })).at).toEqual([0, 1_000, 2_000, 3_000, 4_000])
  })

  it('ends in the middle of a pause when the run ends', async () => {
    expect(await tries('-', {}, 1_500)).toEqual({ at: [0, 1_000], settled: 'final', streak: 0 })
  })

  it('tells between tries that hold how many have in a row', async () => {
    const answers = { ask: [{}, { status: 500 }, {}, {}] }
    const yaml = 'name: Toy\nchecks:\n  - { name: it, toy: ask, within: 1m, consecutive: 2 }\n'
    const { events } = await run(engine, yaml, answers)
    expect(events.filter(({ event }) => event === 'attemptFailed').map(({ of }) => of)).toMatchObject([
      { attempt: 1, message: 'held, 1 of 2 in a row' },
      { attempt: 2, message: expect.stringContaining('500') },
      { attempt: 3, message: 'held, 1 of 2 in a row' },
    ])
  })
})
