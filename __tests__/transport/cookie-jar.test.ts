import { describe, expect, it } from 'vitest'
import { CookieJar } from '../../src/transport/cookie-jar.ts'
import { CookieSession } from '../../src/transport/cookie-session.ts'

const URL_TEXT = 'https://api.example/login'
const NOW = Date.parse('2026-01-14T04:30:00.000Z')

describe('CookieJar', () => {
  it.each([
    ['a=1', { value: '1', secure: false, http_only: false, deleted: false }],
    [
      'a=1; Secure; HttpOnly; SameSite=Lax; Path=/x; Domain=api.example; Max-Age=60',
      {
        value: '1',
        secure: true,
        http_only: true,
        same_site: 'lax',
        path: '/x',
        domain: 'api.example',
        max_age: 60,
        deleted: false,
      },
    ],
    [
      'a=1; Expires=Wed, 21 Oct 2099 07:28:00 GMT; SameSite=None',
      {
        value: '1',
        secure: false,
        http_only: false,
        same_site: 'none',
        expires: '2099-10-21T07:28:00.000Z',
        deleted: false,
      },
    ],
    ['a=; Max-Age=0', { value: '', secure: false, http_only: false, max_age: 0, deleted: true }],
    [
      'a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      { value: '', secure: false, http_only: false, expires: '1970-01-01T00:00:00.000Z', deleted: true },
    ],
    ['a="x=y"', { value: '"x=y"', secure: false, http_only: false, deleted: false }],
  ])('tells what %s says', (line, parts) => {
    expect(new CookieJar().store(line, URL_TEXT, NOW)?.parts).toEqual(parts)
  })

  it.each(['', ';', '=x'])('takes nothing from %j', line => {
    expect(new CookieJar().store(line, URL_TEXT, NOW)).toBeUndefined()
  })

  it('sends a cookie only where it belongs', () => {
    const jar = new CookieJar()
    jar.store('everywhere=1; Path=/', URL_TEXT, NOW)
    jar.store('deep=2; Path=/admin', URL_TEXT, NOW)
    jar.store('safe=3; Path=/; Secure', URL_TEXT, NOW)
    expect(jar.header('https://api.example/')).toBe('everywhere=1; safe=3')
    expect(jar.header('https://api.example/admin')).toBe('deep=2; everywhere=1; safe=3')
    expect(jar.header('http://api.example/')).toBe('everywhere=1')
    expect(jar.header('https://other.example/')).toBe('')
  })

  it('refuses to keep a cookie for another domain, but still tells of it', () => {
    const jar = new CookieJar()
    expect(jar.store('a=1; Domain=other.example', URL_TEXT, NOW)?.name).toBe('a')
    expect(jar.header('https://other.example/')).toBe('')
  })

  it('forgets a deleted cookie', () => {
    const jar = new CookieJar()
    jar.store('a=1', URL_TEXT, NOW)
    jar.store('a=; Max-Age=0', URL_TEXT, NOW)
    expect(jar.header(URL_TEXT)).toBe('')
  })
})

describe('CookieSession', () => {
  it('forks into a copy that leaves the original alone', async () => {
    const url = new URL('http://localhost/')
    const session = new CookieSession()
    await session.store(url, ['a=1'], NOW)
    const copy = session.fork()
    await copy.store(url, ['a=2', 'b=3'], NOW)
    expect(copy.header(url)).toBe('a=2; b=3')
    expect(session.header(url)).toBe('a=1')
  })

  it('keeps cookies that arrive at the same time', async () => {
    const url = new URL('http://127.0.0.1:8080/')
    const session = new CookieSession()
    await Promise.all([session.store(url, ['a=1'], NOW), session.store(url, ['b=2'], NOW)])
    expect(session.header(url)).toBe('a=1; b=2')
  })
})
