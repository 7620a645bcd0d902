import { describe, expect, it } from 'vitest'
import { websocketKind } from '../../src/kinds/websocket/websocket.ts'
import { CookieSession } from '../../src/transport/cookie-session.ts'
import { serveProxy } from '../transport/local-servers.ts'
import { observe, observeContext, rejection, span } from './builders.ts'
import { echo, is, serve } from './websocket-server.ts'

describe('a WebSocket', () => {
  it('that opens has status 101 and closes at once', async () => {
    const { url } = await serve()
    const { parts, document } = await observe(websocketKind, { url })
    expect(parts).toEqual({
      status: 101,
      headers: expect.objectContaining({ upgrade: 'websocket' }),
      messages: [],
      close: { code: 1000, reason: '' },
    })
    expect(document).toEqual({ json: [] })
  })

  it('that is refused has the status of the refusal', async () => {
    const { url } = await serve(echo, { refuse: 403 })
    const { parts, remarks, document, lookup } = await observe(websocketKind, { url, steps: [{ receive: 1 }] })
    expect(parts).toMatchObject({ status: 403, headers: { 'x-why': 'strangers' } })
    expect(parts).not.toHaveProperty('messages')
    expect(remarks?.messages).toBe('The handshake was refused with status 403.')
    expect(document).toEqual({ missing: 'The handshake was refused with status 403.' })
    expect(lookup?.('headers', 'X-Why')).toBe('strangers')
    expect(lookup?.('headers', 'constructor')).toBeUndefined()
  })

  it('sends, receives and reads until a message is the one', async () => {
    const { url } = await serve()
    const steps = [
      { receive: 1 },
      { send: { type: 'ping', n: 1 } },
      { send: 'plain text' },
      { send: { type: 'ping', n: 2 } },
      { until: is('n', 2) },
    ]
    const { parts, text } = await observe(websocketKind, { url, steps })
    expect(JSON.stringify(parts.messages)).toBe(
      '[{"type":"welcome","id":9007199254740993},{"type":"ping","n":1},"plain text",{"type":"ping","n":2}]',
    )
    expect(text).toContain('\nplain text\n')
  })

  it('reads from where the step before it ended', async () => {
    const { url } = await serve(socket => {
      for (const n of [1, 2, 3]) socket.send(JSON.stringify({ n }))
    })
    const steps = [{ until: is('n', 1) }, { until: is('n', 2) }]
    expect((await observe(websocketKind, { url, steps })).parts.messages).toEqual([{ n: 1 }, { n: 2 }])
  })

  it('gives binary messages as base64', async () => {
    const { url } = await serve(socket => socket.send(Buffer.from([0, 255, 123])))
    const { parts } = await observe(websocketKind, { url, steps: [{ receive: 1 }] })
    expect(parts.messages).toEqual(['AP97'])
  })

  it('reads on while messages come, with `idle`', async () => {
    const { url } = await serve(socket => {
      socket.send('1')
      setTimeout(() => socket.send('2'), 20)
    })
    const { parts } = await observe(websocketKind, { url, idle: 300 })
    expect(parts.messages).toEqual([1, 2])
  })

  it('reads on until the other side closes, with `idle`', async () => {
    const { url } = await serve(socket => {
      socket.send('bye')
      socket.close(4001, 'enough')
    })
    const { parts } = await observe(websocketKind, { url, idle: 10_000 })
    expect(parts).toMatchObject({ messages: ['bye'], close: { code: 4001, reason: 'enough' } })
  })

  it('offers protocols and tells which was chosen', async () => {
    const { url } = await serve(echo, { protocols: ['chat.v2'] })
    const { parts, remarks } = await observe(websocketKind, { url, protocols: ['chat.v1', 'chat.v2'] })
    expect(parts.protocol).toBe('chat.v2')
    expect(remarks?.protocol).toBeUndefined()
  })

  it('joins its path to a base URL of http', async () => {
    const { port, seen } = await serve()
    await observe(websocketKind, { url: '/ws/room?a=1', base_url: `http://127.0.0.1:${port}/api` })
    expect(seen[0]?.url).toBe('/api/ws/room?a=1')
  })

  it('sends its headers, and the cookies of the session, and keeps those that are set', async () => {
    const { url, seen } = await serve(echo, { headers: ['Set-Cookie: seen=yes-it-was'] })
    const context = observeContext()
    const jar = context.session('cookies', '', () => new CookieSession())
    await jar.store(new URL(url.replace('ws', 'http')), ['token=abcdef'], Date.now())
    const headers = [{ name: 'Authorization', nameSpan: span(''), value: 'Bearer s3cret-token' }]
    const { secrets } = await observe(websocketKind, { url, headers }, context)
    expect(seen[0]?.headers).toMatchObject({ cookie: 'token=abcdef', authorization: 'Bearer s3cret-token' })
    expect(secrets).toEqual(expect.arrayContaining(['abcdef', 'yes-it-was']))
    expect(websocketKind.secrets?.({ url, headers })).toEqual(['s3cret-token'])
    expect(jar.header(new URL(url.replace('ws', 'http')))).toContain('seen=yes-it-was')
  })

  it('goes through the proxy of the environment', async () => {
    const { port } = await serve()
    const proxy = await serveProxy({ connectTo: port })
    const context = observeContext({ environment: { http_proxy: proxy.origin } })
    const { parts } = await observe(websocketKind, { url: 'ws://ws.example/room', steps: [{ receive: 1 }] }, context)
    expect(parts.status).toBe(101)
    expect(proxy.asked.map(({ target }) => target)).toEqual(['ws.example:80'])
  })

  it('verifies the certificate of the server', async () => {
    const { url } = await serve(echo, { tls: true })
    expect(await rejection(observe(websocketKind, { url }))).toMatchObject({ code: 'tls-untrusted' })
  })
})

describe('a WebSocket that is kept', () => {
  it('is gone on with, and nothing in between is lost', async () => {
    const { url } = await serve(socket => {
      socket.send('1')
      socket.send('2')
      socket.on('message', data => socket.send(data, { binary: false }))
    })
    const context = observeContext()
    const first = await observe(websocketKind, { url, steps: [{ receive: 1 }], keep: 'room' }, context)
    expect(first.parts).toMatchObject({ status: 101, messages: [1] })
    expect(first.parts).not.toHaveProperty('close')
    const second = await observe(websocketKind, { socket: 'room', steps: [{ receive: 1 }], keep: 'room' }, context)
    expect(second.parts).toMatchObject({ status: 101, messages: [2] })
    const third = await observe(websocketKind, { socket: 'room', steps: [{ send: 3 }, { receive: 1 }] }, context)
    expect(third.parts).toMatchObject({ messages: [3], close: { code: 1000 } })
    const fourth = observe(websocketKind, { socket: 'room' }, context)
    expect(await rejection(fourth)).toMatchObject({ code: 'websocket-not-kept' })
  })

  it('is closed at the end of the run', async () => {
    const closed = Promise.withResolvers<number>()
    const { url } = await serve(socket => socket.on('close', closed.resolve))
    const context = observeContext()
    await observe(websocketKind, { url, keep: 'room' }, context)
    await context.close()
    expect(await closed.promise).toBe(1000)
  })
})
