import { describe, expect, it } from 'vitest'
import { createApiBudget } from '../../../src/action/deliver/api-budget.ts'
import { createVirtualClock } from './virtual-clock.ts'

const FAULT = { status: 502, response: { headers: {}, data: {} } }

describe('the budget', () => {
  it('is spent by every request and pause together', async () => {
    const clock = createVirtualClock()
    const budget = createApiBudget(2_000, clock)
    const tried: number[] = []
    const fail = (): Promise<never> => {
      tried.push(clock.elapsed())
      return Promise.reject(FAULT)
    }
    await expect(budget.call(fail)).rejects.toMatchObject({ kind: 'server' })
    await expect(budget.call(fail)).rejects.toMatchObject({ kind: 'server' })
    expect(tried).toEqual([0, 500, 1_500, 1_500])
  })

  it('begins no request when it is over', async () => {
    const clock = createVirtualClock()
    const budget = createApiBudget(2_000, clock)
    await clock.sleep(2_000)
    await expect(budget.call(() => Promise.resolve('made'))).rejects.toMatchObject({ kind: 'timeout' })
  })

  it('makes what must not happen twice once', async () => {
    let made = 0
    const budget = createApiBudget(2_000, createVirtualClock())
    const fail = (): Promise<never> => {
      made += 1
      return Promise.reject(FAULT)
    }
    await expect(budget.once(fail)).rejects.toMatchObject({ kind: 'server' })
    expect(made).toBe(1)
  })
})
