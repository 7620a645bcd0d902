import { describe, expect, it } from 'vitest'
import { CheckError } from '../../src/model/check-error.ts'
import { createAlarms } from '../../src/run/alarms.ts'
import { limitAfter, withinLimits } from '../../src/run/attempt.ts'
import { createStopper } from '../../src/run/stopper.ts'
import { createFakeClock } from './fake-clock.ts'

const NEVER = () => new Promise<never>(() => undefined)

describe('an attempt', () => {
  it.each([
    [[10, 20, 30], "the check's timeout of 10 ms"],
    [[20, 10, 30], "the check's `within` of 10 ms"],
    [[30, 20, 10], "the ready gate's `within` of 10 ms"],
  ] as const)('with limits of %j is ended by the shortest, which is named', async ([timeout, within, gate], label) => {
    const clock = createFakeClock()
    const limits = [
      limitAfter('timeout', 0, timeout),
      limitAfter('within', 0, within),
      limitAfter('gate', 0, gate),
    ] as const
    const ended = withinLimits(NEVER, limits, { clock, alarms: createAlarms(clock), stopper: createStopper(1_000) })
    await expect(ended).rejects.toMatchObject({
      code: 'attempt-timeout',
      message: `There was no result after 10 ms: ${label} was over.`,
      hint: expect.stringMatching(/^Raise/),
    })
    expect(clock.elapsed()).toBe(10)
  })

  it('is ended by a stop, with its reason, and tells its work', async () => {
    const clock = createFakeClock()
    const stopper = createStopper(1_000)
    clock.at(5, () =>
      stopper.stop({ reason: 'cancelled', message: 'x' }, new CheckError({ code: 'cancelled', message: 'x' })),
    )
    let heard: unknown
    const work = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => {
        heard = signal.reason
      })
      return NEVER()
    }
    await expect(
      withinLimits(work, [limitAfter('timeout', 0, 10)], { clock, alarms: createAlarms(clock), stopper }),
    ).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(heard).toMatchObject({ code: 'cancelled' })
  })

  it('does not begin after a stop', async () => {
    const clock = createFakeClock()
    const stopper = createStopper(1_000)
    stopper.stop({ reason: 'timeout', message: 'x' }, new CheckError({ code: 'over', message: 'x' }))
    let began = false
    const work = async () => {
      began = true
    }
    const limits = [limitAfter('timeout', 0, 10)] as const
    await expect(withinLimits(work, limits, { clock, alarms: createAlarms(clock), stopper })).rejects.toMatchObject({
      code: 'over',
    })
    expect(began).toBe(false)
  })

  it('knows the end of the run as its deadline when that is nearer', async () => {
    const clock = createFakeClock()
    const deadlines: number[] = []
    const work = async (_signal: AbortSignal, deadline: number) => {
      deadlines.push(deadline)
    }
    await withinLimits(work, [limitAfter('timeout', 0, 500)], {
      clock,
      alarms: createAlarms(clock),
      stopper: createStopper(200),
    })
    await withinLimits(work, [limitAfter('timeout', 0, 100)], {
      clock,
      alarms: createAlarms(clock),
      stopper: createStopper(200),
    })
    expect(deadlines).toEqual([200, 100])
  })

  it('that is over is not ended any more', async () => {
    const clock = createFakeClock()
    const alarms = createAlarms(clock)
    let heard = false
    const work = async (signal: AbortSignal) => {
      signal.addEventListener('abort', () => {
        heard = true
      })
    }
    await withinLimits(work, [limitAfter('timeout', 0, 500)], { clock, alarms, stopper: createStopper(900) })
    await clock.sleep(1_000, new AbortController().signal)
    expect(heard).toBe(false)
  })
})
