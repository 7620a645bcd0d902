import { describe, expect, it } from 'vitest'
import { VERSION } from '../../src/model/version.ts'
import { serveEcho } from '../transport/local-servers.ts'
import { entry, faultOf, observe, testContext } from './request-context.ts'

describe('what a request sends', () => {
  it('appends a path to base_url with its own path, and parameters to the query', async () => {
    const server = await serveEcho()
    await observe({
      get: '/users/%20x?a=1#part',
      base_url: `${server.origin}/api/v1`,
      params: [entry('q', 'a b&c'), entry('id', ['1', '2']), entry('ключ', 'é')],
    })
    expect(server.seen[0]?.url).toBe('/api/v1/users/%20x?a=1&q=a%20b%26c&id=1&id=2&%D0%BA%D0%BB%D1%8E%D1%87=%C3%A9')
  })

  it('takes a whole URL for itself', async () => {
    const server = await serveEcho()
    await observe({ get: `${server.origin}?x=1`, base_url: 'http://nowhere.invalid' })
    expect(server.seen[0]?.url).toBe('/?x=1')
  })

  it.each([
    ['get', 'GET'],
    ['post', 'POST'],
    ['put', 'PUT'],
    ['patch', 'PATCH'],
    ['delete', 'DELETE'],
    ['head', 'HEAD'],
    ['options', 'OPTIONS'],
  ])('asks with %s', async (field, method) => {
    const server = await serveEcho()
    await observe({ [field]: '/', base_url: server.origin })
    expect(server.seen[0]?.method).toBe(method)
  })

  it('says who it is, unless told otherwise', async () => {
    const server = await serveEcho()
    await observe({ get: server.origin })
    await observe({ get: server.origin, headers: [entry('User-Agent', 'me'), entry('X-Name', 'Қазақ')] })
    expect(server.seen[0]?.headers).toMatchObject({ 'user-agent': `verify-deploy/${VERSION}`, accept: '*/*' })
    expect(server.seen[1]?.headers['user-agent']).toBe('me')
    expect(Buffer.from(String(server.seen[1]?.headers['x-name']), 'latin1').toString()).toBe('Қазақ')
  })

  it.each([
    [{ bearer: 'token-1' }, 'Bearer token-1'],
    [{ basic: { user: 'me', password: 'p:w' } }, `Basic ${Buffer.from('me:p:w').toString('base64')}`],
    [{ headers: [entry('Authorization', 'Custom x')] }, 'Custom x'],
  ])('authorises with %j', async (fields, expected) => {
    const server = await serveEcho()
    await observe({ get: server.origin, ...fields })
    expect(server.seen[0]?.headers.authorization).toBe(expected)
  })

  it('authorises with the credentials of a URL, and shows none', async () => {
    const server = await serveEcho()
    const observation = await observe({ get: server.origin.replace('//', '//me:pass%20word@') })
    expect(server.seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('me:pass word').toString('base64')}`)
    expect(observation.parts.url).toBe(`${server.origin}/`)
  })

  it.each([
    [{ get: '/x' }, 'base-url-missing'],
    [{ get: '/x', base_url: 'example.org' }, 'base-url-form'],
    [{ get: '/x', base_url: 'http://a.example/' }, 'url-join'],
    [{ get: 'x', base_url: 'http://a.example' }, 'url-form'],
    [{ get: '', base_url: 'http://a.example' }, 'url-form'],
    [{ get: 'ftp://a.example' }, 'url-scheme'],
    [{ get: 'http://a.example:99999/' }, 'url-invalid'],
  ])('refuses %j', async (spec, code) => {
    expect(await faultOf(spec)).toMatchObject({ code })
  })

  it('goes to no origin that the checklist does not name with a captured URL', async () => {
    const server = await serveEcho()
    const named = testContext({ allowedOrigins: new Set([server.origin]) })
    expect(await observe({ get: `${server.origin}/x` }, named)).toMatchObject({ parts: { status: 200 } })
    const other = testContext({ allowedOrigins: new Set(['https://api.example']) })
    expect(await faultOf({ get: `${server.origin}/x` }, other)).toMatchObject({ code: 'origin-not-named' })
    expect(server.seen).toHaveLength(1)
  })
})
