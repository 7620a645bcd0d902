import { describe, expect, it } from 'vitest'
import { CookieSession } from '../../src/transport/cookie-session.ts'
import { json, serveHttp } from '../transport/local-servers.ts'
import { entry, observe, part, testContext } from './request-context.ts'

/** Sets the cookies a request asks for in its query, one line each, and shows those it was sent. */
async function serveCookies() {
  return serveHttp((request, response) => {
    const lines = new URL(request.url ?? '', 'http://x').searchParams.getAll('set')
    if (lines.length > 0) response.setHeader('set-cookie', lines)
    json(response, { cookie: request.headers.cookie ?? null })
  })
}

const set = (...lines: string[]) => [entry('set', lines)]

describe('cookies', () => {
  it('are kept for the run and observed with their parts', async () => {
    const { origin } = await serveCookies()
    const context = testContext()
    const first = await observe(
      { get: origin, params: set('a=1; HttpOnly; SameSite=Strict; Path=/; Max-Age=60') },
      context,
    )
    expect(first.parts.cookies).toEqual({
      a: { value: '1', secure: false, http_only: true, same_site: 'strict', path: '/', max_age: 60, deleted: false },
    })
    expect(first.lookup?.('cookies', 'a')).toMatchObject({ value: '1' })
    expect(first.parts.headers).toMatchObject({ 'set-cookie': 'a=1; HttpOnly; SameSite=Strict; Path=/; Max-Age=60' })
    const second = await observe({ get: origin }, context)
    expect(part(second, 'json', 'cookie')).toBe('a=1')
    expect(second.parts.cookies).toEqual({})
  })

  it('of another session stay apart', async () => {
    const { origin } = await serveCookies()
    const context = testContext()
    await observe({ get: origin, params: set('a=1') }, context)
    await observe({ get: origin, params: set('a=2'), session: 'admin' }, context)
    expect(part(await observe({ get: origin }, context), 'json', 'cookie')).toBe('a=1')
    expect(part(await observe({ get: origin, session: 'admin' }, context), 'json', 'cookie')).toBe('a=2')
  })

  it('are shared with other kinds by the kind of session `cookies`', async () => {
    const { origin } = await serveCookies()
    const context = testContext()
    await observe({ get: origin, params: set('a=1') }, context)
    const session = context.session('cookies', '', () => new CookieSession())
    expect(session.header(new URL(origin))).toBe('a=1')
  })

  it('are gone when the server deletes them', async () => {
    const { origin } = await serveCookies()
    const context = testContext()
    await observe({ get: origin, params: set('a=1') }, context)
    const last = await observe({ get: origin, params: set('a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT') }, context)
    expect(part(last, 'cookies', 'a', 'deleted')).toBe(true)
    expect(part(await observe({ get: origin }, context), 'json', 'cookie')).toBeNull()
  })

  it('written by hand win over kept ones of the same name', async () => {
    const { origin } = await serveCookies()
    const context = testContext()
    await observe({ get: origin, params: set('a=1', 'b=2') }, context)
    const headers = [entry('Cookie', 'a=mine; c=3')]
    expect(part(await observe({ get: origin, headers }, context), 'json', 'cookie')).toBe('b=2; a=mine; c=3')
  })

  it('set twice are told as they were last', async () => {
    const { origin } = await serveCookies()
    const observation = await observe({ get: origin, params: set('a=1', 'a=2') })
    expect(part(observation, 'cookies', 'a', 'value')).toBe('2')
    expect(part(observation, 'headers', 'set-cookie')).toBe('a=1, a=2')
  })
})
