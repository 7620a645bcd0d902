import { describe, expect, it } from 'vitest'
import { createSessions } from '../../src/run/sessions.ts'
import { jar } from './jar.ts'

describe('sessions', () => {
  it('are shared by name and by kind', () => {
    const sessions = createSessions()
    const first = sessions.session('request', 'default', jar)
    expect(sessions.session('request', 'default', jar)).toBe(first)
    expect(sessions.session('request', 'other', jar)).not.toBe(first)
    expect(sessions.session('websocket', 'default', jar)).not.toBe(first)
  })

  it('give each parallel child a copy that ends with it', () => {
    const sessions = createSessions()
    sessions.session('request', 'default', jar).cookies.push('a')
    const [left, right] = [sessions.fork(), sessions.fork()]
    left.session('request', 'default', jar).cookies.push('left')
    expect(left.session('request', 'default', jar).cookies).toEqual(['a', 'left'])
    expect(right.session('request', 'default', jar).cookies).toEqual(['a'])
    expect(sessions.session('request', 'default', jar).cookies).toEqual(['a'])
  })

  it('fork through several levels, and keep what is new in a child there', () => {
    const sessions = createSessions()
    sessions.session('request', 'default', jar).cookies.push('a')
    const grandchild = sessions.fork().fork()
    expect(grandchild.session('request', 'default', jar).cookies).toEqual(['a'])
    grandchild.session('request', 'new', jar).cookies.push('b')
    expect(sessions.session('request', 'new', jar).cookies).toEqual([])
  })
})
