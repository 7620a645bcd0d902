import { describe, expect, it } from 'vitest'
import { CheckError } from '../../../src/model/check-error.ts'
import { LoginPace } from '../../../src/transport/ssh/login-pace.ts'

const error = (code: string): CheckError => new CheckError({ code, message: 'No.' })

describe('the pace of logins', () => {
  it('tries twice at once, then after pauses that double up to a minute', () => {
    let now = 0
    const pace = new LoginPace(() => now)
    const pauses = Array.from({ length: 8 }, () => {
      pace.failed(error('ssh-key-refused'))
      const began = now
      while (pace.standing() !== undefined) now += 1_000
      return (now - began) / 1_000
    })
    expect(pauses).toEqual([0, 5, 10, 20, 40, 60, 60, 60])
  })

  it('lets what was refused last stand in between', () => {
    const pace = new LoginPace(() => 0)
    const last = error('ssh-key-refused')
    expect(pace.standing()).toBeUndefined()
    pace.failed(error('ssh-key-refused'))
    expect(pace.standing()).toBeUndefined()
    pace.failed(last)
    expect(pace.standing()).toBe(last)
  })

  it.each(['ssh-refused', 'ssh-timeout', 'ssh-closed'])('asks again at once after %s, which nobody counts', code => {
    const pace = new LoginPace(() => 0)
    for (let at = 0; at < 5; at += 1) pace.failed(error(code))
    expect(pace.standing()).toBeUndefined()
  })

  it('begins anew after a login', () => {
    const pace = new LoginPace(() => 0)
    for (let at = 0; at < 5; at += 1) pace.failed(error('ssh-key-refused'))
    pace.succeeded()
    pace.failed(error('ssh-key-refused'))
    expect(pace.standing()).toBeUndefined()
  })
})
