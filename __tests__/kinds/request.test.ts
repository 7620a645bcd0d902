import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { requestKind } from '../../src/kinds/request.ts'
import { CheckError } from '../../src/model/check-error.ts'
import { VERSION } from '../../src/model/version.ts'
import { closedPort, json, serveEcho, serveHttp, serveText } from '../transport/local-servers.ts'
import { entry, faultOf, observe, part, template, testContext } from './request-context.ts'

describe('what a request observes', () => {
  it('sees every part of an answer', async () => {
    const server = await serveHttp((_request, response) => {
      response
        .writeHead(201, 'Made', { 'Content-Type': 'application/json', 'X-Many': ['one', 'two'], 'x-name': 'Ünï' })
        .end('{"id": 12345678901234567890, "name": "x"}')
    })
    const observation = await observe({ get: '/things', base_url: server.origin })
    expect(JSON.parse(JSON.stringify(observation.parts))).toMatchObject({
      status: 201,
      reason: 'Made',
      headers: { 'content-type': 'application/json', 'x-many': 'one, two', 'x-name': 'Ünï' },
      cookies: {},
      body: '{"id": 12345678901234567890, "name": "x"}',
      json: { name: 'x' },
      url: `${server.origin}/things`,
      redirects: [],
      size: 41,
      http_version: '1.1',
      remote_address: '127.0.0.1',
      duration: expect.any(Number),
      timings: { dns: 0, connect: expect.any(Number), tls: 0, first_byte: expect.any(Number) },
    })
    expect(Object.keys(observation.parts)).not.toContain('certificate')
    expect(part(observation, 'json', 'id')).toEqual({ rawJSON: '12345678901234567890' })
    expect(observation.document).toEqual({ text: '{"id": 12345678901234567890, "name": "x"}' })
    expect(observation.text).toBe('{"id": 12345678901234567890, "name": "x"}')
  })

  it.each([
    ['', 'The body is empty.'],
    [
      '<!doctype html>\n  <p>Hello, this is a page and not JSON',
      'The body is not JSON: it begins with <!doctype html> <p>Hello, this is a page…',
    ],
    ['{"cut": ', 'The body is not JSON: it begins with {"cut":'],
  ])('has no document in %j', async (body, missing) => {
    const server = await serveHttp((_request, response) => response.end(body))
    const observation = await observe({ get: server.origin })
    expect(observation.document).toEqual({ missing })
    expect(part(observation, 'json')).toBeUndefined()
    expect(JSON.stringify(observation.parts)).not.toContain('"json"')
  })

  it('finds headers whatever their case', async () => {
    const server = await serveHttp((_request, response) => response.writeHead(200, { 'X-Request-ID': '7' }).end())
    const { lookup } = await observe({ get: server.origin })
    expect(lookup?.('headers', 'x-request-id')).toBe('7')
    expect(lookup?.('headers', 'X-REQUEST-ID')).toBe('7')
    expect(lookup?.('headers', 'x-other')).toBeUndefined()
  })

  it('asks a page by selectors', async () => {
    const page = '<title>Front  page</title><h1 class="a">Hello</h1>'
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    })
    const observation = await observe({ get: server.origin })
    expect(part(observation, 'html')).toEqual({ title: 'Front page' })
    expect(observation.lookup?.('html', 'title')).toMatchObject({ text: 'Front page' })
    expect(observation.lookup?.('html', 'h1.a')).toEqual({ text: 'Hello', count: 1, attribute: { class: 'a' } })
    expect(observation.lookup?.('html', '#none')).toEqual({ count: 0 })
    expect(() => observation.lookup?.('html', 'h1[')).toThrow(CheckError)
  })

  it.each([
    ['markup without a type', {}, '<p>x</p>', true],
    ['a page sent as text', { 'content-type': 'text/plain' }, '<p>x</p>', true],
    ['plain text', { 'content-type': 'text/plain' }, 'x', false],
    ['JSON', { 'content-type': 'application/json' }, '"<p>"', false],
  ])('takes %s for a page: %s', async (_case, headers, body, isPage) => {
    const server = await serveHttp((_request, response) => response.writeHead(200, headers).end(body))
    const observation = await observe({ get: server.origin })
    expect(part(observation, 'html') !== undefined).toBe(isPage)
    expect(observation.lookup?.('html', 'p') !== undefined).toBe(isPage)
  })

  it('counts the bytes of the decoded body and reads its charset', async () => {
    const server = await serveHttp((_request, response) => {
      response
        .writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/plain; charset=windows-1251' })
        .end(gzipSync(Buffer.from([0xcf, 0xf0, 0xe8])))
    })
    const observation = await observe({ get: server.origin })
    expect(observation.parts).toMatchObject({ body: 'При', size: 3 })
  })

  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': new Date(Date.now() + 60_000).toUTCString() }, 60_000],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('reads when to come back from %j', async (headers, expected) => {
    const server = await serveHttp((_request, response) => response.writeHead(429, headers).end())
    const { retryAfterMs } = await observe({ get: server.origin })
    if (expected === undefined) expect(retryAfterMs).toBeUndefined()
    else expect(Math.abs((retryAfterMs ?? Number.NaN) - expected)).toBeLessThan(2_000)
  })

  it('waits no longer than its signal', async () => {
    const server = await serveHttp(() => undefined)
    const controller = new AbortController()
    const reason = new CheckError({ code: 'request-timeout', message: 'No answer came within 50 ms.' })
    setTimeout(() => controller.abort(reason), 50)
    expect(await faultOf({ get: server.origin }, testContext({ signal: controller.signal }))).toBe(reason)
  })

  it('owes its cleanup from the moment it is sent', async () => {
    const context = testContext()
    await faultOf({ get: `http://127.0.0.1:${await closedPort()}` }, context)
    expect(context.sentTimes).toBe(0)
    const server = await serveText('nonsense\r\n\r\n')
    await faultOf({ post: server.origin, body: 'x' }, context)
    expect(context.sentTimes).toBe(1)
  })

  it('reads at most max_size', async () => {
    const server = await serveHttp((_request, response) => response.end(Buffer.alloc(2_000)))
    expect(await faultOf({ get: server.origin, max_size: 1_000 })).toMatchObject({ code: 'body-too-large' })
    expect((await observe({ get: server.origin, max_size: 2_000 })).parts.size).toBe(2_000)
  })

  it('goes through a host that is this machine, and through no other yet', async () => {
    const server = await serveEcho()
    expect(await observe({ get: server.origin, via: 'here' })).toMatchObject({ parts: { status: 200 } })
    const far = testContext({ host: async () => ({ ssh: { host: 'far.example' } }) })
    expect(await faultOf({ get: server.origin, via: 'far' }, far)).toMatchObject({ code: 'not-supported' })
  })

  it('shares connections between requests that reach the network the same way', async () => {
    const server = await serveEcho()
    const context = testContext()
    for (let index = 0; index < 3; index += 1) await observe({ get: server.origin }, context)
    await observe({ get: server.origin, http2: true }, context)
    expect(server.connections()).toBe(2)
  })
})

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

describe('secrets of a request', () => {
  it('are known before it looks', () => {
    const spec = {
      get: 'https://me:in-the-url@api.example/',
      bearer: 'bearer-token',
      basic: { user: 'me', password: 'password' },
      headers: [
        entry('Cookie', 'a=cookie-a; b=cookie-b'),
        entry('X-Api-Key', 'key-value'),
        entry('Proxy-Authorization', 'Basic cHJveHk='),
        entry('Accept', 'text/html'),
        entry('Idempotency-Key', 'no-secret'),
      ],
      proxy: 'http://me:proxy-password@proxy.example',
      tls: { key: 'PRIVATE' },
    }
    const secrets = requestKind.secrets?.(spec) ?? []
    const pair = Buffer.from('me:password').toString('base64')
    for (const secret of ['bearer-token', 'password', pair, 'in-the-url', 'proxy-password', 'PRIVATE']) {
      expect(secrets).toContain(secret)
    }
    for (const secret of ['cookie-a', 'cookie-b', 'key-value', 'cHJveHk=']) expect(secrets).toContain(secret)
    for (const harmless of ['text/html', 'no-secret', '']) expect(secrets).not.toContain(harmless)
  })

  it('are the cookies it was sent, too', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'set-cookie': ['session=s3cret-value; HttpOnly', 'theme=dark'] }).end()
    })
    const context = testContext()
    expect((await observe({ get: server.origin }, context)).secrets).toEqual(['s3cret-value', 'dark'])
    expect((await observe({ get: server.origin }, context)).secrets).toContain('s3cret-value')
  })
})

describe('the face of the kind', () => {
  it.each([
    ['GET /health', { get: '/health' }],
    ['  post   /users/{{ $id | tostring }} ', { post: '/users/{{ $id | tostring }}' }],
    ['OPTIONS https://api.example/', { options: 'https://api.example/' }],
  ])('reads the short form %j', (text, expected) => {
    const fields = requestKind.shorthand?.(text) ?? {}
    const read = Object.entries(fields).map(([name, { start, end }]) => [name, text.slice(start, end)])
    expect(Object.fromEntries(read)).toEqual(expected)
  })

  it.each(['/health', 'GET', 'GET ', 'FETCH /x', 'https://api.example'])('knows no short form in %j', text => {
    expect(requestKind.shorthand?.(text)).toBeUndefined()
  })

  it.each([
    [{ get: template('/users/{{ $id }}') }, 'GET /users/{{ $id }}'],
    [{ post: template('https://me:secret@api.example/x') }, 'POST https://api.example/x'],
  ])('describes itself in a line', (spec, expected) => expect(requestKind.describe(spec)).toBe(expected))

  it.each([
    [{ get: template('/') }, [], ['status']],
    [{ get: template('/') }, ['status'], []],
    [{ get: template('/') }, ['json', 'duration'], ['status']],
    [{ post: template('/'), graphql: template('{ me }') }, [], ['status', 'errors']],
    [{ post: template('/'), graphql: template('{ me }') }, ['json', 'json.data'], ['status', 'errors']],
    [{ post: template('/'), graphql: { query: template('{ me }') } }, ['json', 'json.errors'], ['status']],
    [{ post: template('/'), graphql: template('{ me }') }, ['json'], ['status']],
    [{ post: template('/'), graphql: template('{ me }') }, ['errors', 'status'], []],
  ])('expects of %# by default %j', (spec, named, parts) => {
    expect(Object.keys(requestKind.defaults(spec, new Set(named)))).toEqual(parts)
  })

  it('sees the errors of a GraphQL answer', async () => {
    const server = await serveHttp((_request, response) => json(response, { data: null, errors: [{ message: 'no' }] }))
    const asked = await observe({ post: server.origin, graphql: '{ me }' })
    expect(asked.parts.errors).toEqual([{ message: 'no' }])
    expect((await observe({ get: server.origin })).parts).not.toHaveProperty('errors')
  })
})
