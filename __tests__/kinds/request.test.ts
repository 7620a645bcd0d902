import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { CheckError } from '../../src/model/check-error.ts'
import { closedPort, serveEcho, serveHttp, serveText } from '../transport/local-servers.ts'
import { faultOf, observe, part, testContext } from './request-context.ts'

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
    ['<!doctype html><p>Jane Roe', 'The body is a page, not JSON.'],
    ['{"cut": ', 'The body is not JSON.'],
  ])('has no document in %j', async (body, missing) => {
    const server = await serveHttp((_request, response) => response.end(body))
    const observation = await observe({ get: server.origin })
    expect(observation.document).toEqual({ missing, ...(body === '' ? {} : { unreadable: true }) })
    expect(part(observation, 'json')).toBeUndefined()
    expect(JSON.stringify(observation.parts)).not.toContain('"json"')
  })

  it.each([
    ['', 'text/html', { json: 'The body is empty.', html: 'The body is empty.' }],
    ['<p>private</p>', 'text/html', { json: 'The body is a page, not JSON.', html: undefined }],
    ['[]', 'application/json', { json: undefined, html: 'The body is no page.', remote_address: undefined }],
    ['{"private": 1,}', 'application/json', { json: 'The body is not JSON.', html: 'The body is no page.' }],
  ])('says why there is no JSON or no page in %j, and quotes nothing of it', async (body, type, remarks) => {
    const server = await serveHttp((_request, response) => response.writeHead(200, { 'content-type': type }).end(body))
    const observation = await observe({ get: server.origin })
    for (const [part, remark] of Object.entries(remarks)) expect(observation.remarks?.[part]).toBe(remark)
    expect(observation.remarks?.status).toBeUndefined()
  })

  it('finds headers whatever their case', async () => {
    const server = await serveHttp((_request, response) => response.writeHead(200, { 'X-Request-ID': '7' }).end())
    const { lookup } = await observe({ get: server.origin })
    expect(lookup?.('headers', 'x-request-id')).toBe('7')
    expect(lookup?.('headers', 'X-REQUEST-ID')).toBe('7')
    expect(lookup?.('headers', 'x-other')).toBeUndefined()
    expect(lookup?.('headers', 'constructor')).toBeUndefined()
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
    expect(context.sentCount()).toBe(0)
    const server = await serveText('nonsense\r\n\r\n')
    await faultOf({ post: server.origin, body: 'x' }, context)
    expect(context.sentCount()).toBe(1)
  })

  it('reads at most max_size', async () => {
    const server = await serveHttp((_request, response) => response.end(Buffer.alloc(2_000)))
    expect(await faultOf({ get: server.origin, max_size: 1_000 })).toMatchObject({ code: 'body-too-large' })
    expect((await observe({ get: server.origin, max_size: 2_000 })).parts.size).toBe(2_000)
  })

  it('goes through a host that is this machine, and through no other whose key is not known', async () => {
    const server = await serveEcho()
    expect(await observe({ get: server.origin, via: 'here' })).toMatchObject({ parts: { status: 200 } })
    const far = testContext({ host: async () => ({ ssh: { host: 'far.example' } }) })
    expect(await faultOf({ get: server.origin, via: 'far' }, far)).toMatchObject({ code: 'host-key-missing' })
  })

  it('shares connections between requests that reach the network the same way', async () => {
    const server = await serveEcho()
    const context = testContext()
    for (let index = 0; index < 3; index += 1) await observe({ get: server.origin }, context)
    await observe({ get: server.origin, http2: true }, context)
    expect(server.connections()).toBe(2)
  })
})
