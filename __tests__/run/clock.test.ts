import { describe, expect, it } from 'vitest'
import { isoTime, systemClock } from '../../src/run/clock.ts'

describe('the system clock', () => {
  it('sleeps and tells how long it was', async () => {
    const clock = systemClock()
    const began = clock.elapsed()
    await clock.sleep(5, new AbortController().signal)
    expect(clock.elapsed() - began).toBeGreaterThanOrEqual(4)
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000)
  })

  it('wakes with the reason of its signal, also one aborted before', async () => {
    const controller = new AbortController()
    const sleeping = systemClock().sleep(60_000, controller.signal)
    controller.abort(new Error('enough'))
    await expect(sleeping).rejects.toThrow('enough')
    await expect(systemClock().sleep(60_000, controller.signal)).rejects.toThrow('enough')
  })

  it('sleeps longer than a timer can', async () => {
    const controller = new AbortController()
    const sleeping = systemClock().sleep(30 * 86_400_000, controller.signal)
    const first = await Promise.race([
      sleeping.then(() => 'woke'),
      systemClock().sleep(10, new AbortController().signal),
    ])
    expect(first).toBeUndefined()
    controller.abort(new Error('enough'))
    await expect(sleeping).rejects.toThrow('enough')
  })

  it('writes times as ISO 8601 in UTC', () => {
    expect(isoTime(1_768_365_000_000)).toBe('2026-01-14T04:30:00.000Z')
  })
})
