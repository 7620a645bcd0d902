import { describe, expect, it } from 'vitest'
import { createAlarms } from '../../src/run/alarms.ts'
import { isGarbage } from '../garbage.ts'
import { createFakeClock } from './fake-clock.ts'

describe('alarms', () => {
  it('ring at their time, in whatever order they were set, unless they are silenced', async () => {
    const clock = createFakeClock()
    const alarms = createAlarms(clock)
    const rung: string[] = []
    const set = (at: number) => alarms.at(at, () => rung.push(`${at} at ${clock.elapsed()}`))
    for (const at of [300, 100, 200, 100]) set(at)
    const silence = set(150)
    silence()
    await clock.sleep(250, new AbortController().signal)
    set(260)
    await clock.sleep(250, new AbortController().signal)
    expect(rung).toEqual(['100 at 100', '100 at 100', '200 at 200', '260 at 260', '300 at 300'])
  })

  it('let the clock go when they are closed', async () => {
    const clock = createFakeClock()
    const alarms = createAlarms(clock)
    let rung = false
    alarms.at(100, () => {
      rung = true
    })
    alarms.close()
    await clock.sleep(200, new AbortController().signal)
    expect(rung).toBe(false)
  })
  it('hold nothing of what they were silenced for, whoever still can silence them', async () => {
    const alarms = createAlarms(createFakeClock())
    const set = (): [() => void, WeakRef<object>] => {
      const ring = (): void => undefined
      return [alarms.at(100, ring), new WeakRef(ring)]
    }
    const [silence, silenced] = set()
    const [other, waiting] = set()
    silence()
    expect(await isGarbage(silenced)).toBe(true)
    expect(await isGarbage(waiting)).toBe(false)
    silence()
    other()
    expect(await isGarbage(waiting)).toBe(true)
  })
})
