import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { websocketKind } from '../../src/kinds/websocket/websocket.ts'
import { CookieSession } from '../../src/transport/cookie-session.ts'
import { pem, serveProxy, serveTcp, serveText } from '../transport/local-servers.ts'
import { boundProgram, codes, observe, observeContext, program, rejection, review, span, template } from './builders.ts'

type Greet = (socket: WebSocket, request: IncomingMessage) => void

/** A server that greets with `welcome` and echoes, unless told otherwise. */
async function serve(
  greet: Greet = echo,
  options: { refuse?: number; protocols?: readonly string[]; headers?: readonly string[]; tls?: boolean } = {},
): Promise<{ url: string; port: number; seen: IncomingMessage[] }> {
  const { refuse, protocols = [], headers = [], tls = false } = options
  const seen: IncomingMessage[] = []
  const server: Server = tls
    ? createTlsServer({ cert: pem('server.pem'), key: pem('server.key') })
    : createServer((_request, response) => response.writeHead(426).end())
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: offered => protocols.find(protocol => offered.has(protocol)) ?? false,
  })
  sockets.on('headers', lines => lines.push(...headers))
  server.on('upgrade', (request, socket, head) => {
    seen.push(request)
    if (refuse !== undefined) {
      socket.end(`HTTP/1.1 ${refuse} No\r\nX-Why: strangers\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, open => greet(open, request))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `${tls ? 'wss' : 'ws'}://127.0.0.1:${port}/ws`, port, seen }
}

function echo(socket: WebSocket): void {
  socket.send('{"type":"welcome","id":9007199254740993}')
  socket.on('message', (data, binary) => socket.send(data, { binary }))
}

const is = (field: string, value: unknown) =>
  boundProgram(
    `.${field} == ${JSON.stringify(value)}`,
    message => (Object(message) as Record<string, unknown>)[field] === value,
  )

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
    const { parts, absent, document, lookup } = await observe(websocketKind, { url, steps: [{ receive: 1 }] })
    expect(parts).toMatchObject({ status: 403, headers: { 'x-why': 'strangers' } })
    expect(parts).not.toHaveProperty('messages')
    expect(absent?.messages).toBe('The handshake was refused with status 403.')
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
    const { parts } = await observe(websocketKind, { url, protocols: ['chat.v1', 'chat.v2'] })
    expect(parts.protocol).toBe('chat.v2')
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

describe('a WebSocket that does not do what is waited for', () => {
  it('has failed when it closes before enough messages came', async () => {
    const { url } = await serve(socket => {
      socket.send('1')
      socket.close(1011, 'broke')
    })
    expect(await rejection(observe(websocketKind, { url, steps: [{ receive: 2 }] }))).toMatchObject({
      code: 'websocket-closed',
      verdict: 'failed',
      message: 'Step 1: `receive: 2` got 1 message before the server closed the connection (1011, broke).',
    })
  })

  it('has failed when it closes before `until` is met', async () => {
    const { url } = await serve(socket => {
      socket.send('{"n":1}')
      socket.close()
    })
    expect(await rejection(observe(websocketKind, { url, steps: [{ until: is('n', 2) }] }))).toMatchObject({
      code: 'websocket-closed',
      verdict: 'failed',
      details: { messages: '1', 'last message': '{"n":1}' },
    })
  })

  it('has failed when time is out before `until` is met', async () => {
    const { url } = await serve()
    const context = observeContext({ deadline: performance.now() + 300 })
    expect(await rejection(observe(websocketKind, { url, steps: [{ until: is('n', 2) }] }, context))).toMatchObject({
      code: 'websocket-until',
      verdict: 'failed',
      message: 'Step 1: `until: .n == 2` was true of none of 1 message before the time was out.',
    })
  })

  it('goes on over messages the program fails at', async () => {
    const { url } = await serve(socket => {
      socket.send('text')
      socket.send('{"n":2}')
    })
    const until = boundProgram('.n == 2', message => (typeof message === 'string' ? undefined : true))
    expect((await observe(websocketKind, { url, steps: [{ until }] })).parts.messages).toEqual(['text', { n: 2 }])
  })

  it('ends with the reason of the signal', async () => {
    const { url } = await serve()
    const stop = new AbortController()
    const reason = new Error('stop')
    const looking = observe(websocketKind, { url, steps: [{ receive: 5 }] }, observeContext({ signal: stop.signal }))
    setTimeout(() => stop.abort(reason), 50)
    expect(await rejection(looking)).toBe(reason)
  })

  it('has failed when the handshake breaks its rules', async () => {
    const { port } = await serveText(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n',
    )
    expect(await rejection(observe(websocketKind, { url: `ws://127.0.0.1:${port}` }))).toMatchObject({
      code: 'websocket-handshake',
      verdict: 'failed',
    })
  })

  it.each([
    ['ws://127.0.0.1:1/', 'connection-refused'],
    ['ws://no-such-host.invalid/', 'dns-failed'],
    ['ftp://x/', 'url-scheme'],
    ['room', 'url-form'],
    ['/room', 'base-url-missing'],
  ])('errs when it cannot be asked: %s', async (url, code) => {
    expect(await rejection(observe(websocketKind, { url }))).toMatchObject({ code, verdict: 'errored' })
  })

  it('errs when the answer is no HTTP', async () => {
    const { port } = await serveTcp(socket => socket.end('SSH-2.0\r\n'))
    expect(await rejection(observe(websocketKind, { url: `ws://127.0.0.1:${port}` }))).toMatchObject({
      code: 'protocol-error',
    })
  })

  it('errs when a captured URL leads where the checklist does not', async () => {
    const { url } = await serve()
    const elsewhere = observeContext({ allowedOrigins: new Set(['https://example.com']) })
    expect(await rejection(observe(websocketKind, { url }, elsewhere))).toMatchObject({ code: 'origin-not-named' })
    const named = observeContext({ allowedOrigins: new Set([new URL(url.replace('ws', 'http')).origin]) })
    expect((await observe(websocketKind, { url }, named)).parts.status).toBe(101)
  })
})

describe('a WebSocket that means harm', () => {
  it('is not read without end', async () => {
    const { url } = await serve(socket => {
      const flood = (): void => {
        if (socket.readyState === socket.OPEN) socket.send('{"n":0}', () => setImmediate(flood))
      }
      for (let n = 0; n < 50; n += 1) flood()
    })
    const steps = [{ until: is('n', 1) }]
    expect(await rejection(observe(websocketKind, { url, steps }))).toMatchObject({ code: 'websocket-too-much' })
  })

  it('sends no message that is too long', async () => {
    const { url } = await serve(socket => socket.send('x'.repeat(11 << 20)))
    expect(await rejection(observe(websocketKind, { url, steps: [{ receive: 1 }] }))).toMatchObject({
      code: 'websocket-message-too-long',
    })
  })

  it('that does not answer the close is cut off', async () => {
    const { url } = await serve(socket => {
      socket.pause()
    })
    const { parts } = await observe(websocketKind, { url })
    expect(parts.close).toEqual({ code: 1006, reason: '' })
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

describe('a specification of a WebSocket', () => {
  const url = template('/ws/{{ $room }}', 'url')
  const base = template('https://example.com', 'url')
  const step = { until: program('.ok') }
  it.each([
    [{ url, base_url: base }, []],
    [{ url: template('wss://example.com/ws') }, []],
    [{ url: template('https://example.com/ws') }, []],
    [{ url: template('{{ $url }}/ws') }, []],
    [{ url, base_url: template('{{ $base_url }}') }, []],
    [{ socket: 'room', steps: [step, { receive: 1 }, { send: template('x') }] }, []],
    [{}, ['websocket-one-of']],
    [{ url, base_url: base, socket: 'room' }, ['websocket-one-of']],
    [{ url }, ['base-url-missing']],
    [{ url, base_url: template('https://example.com/') }, ['url-join']],
    [{ url: template('example.com/ws') }, ['url-form']],
    [{ url: template('ftp://example.com/ws') }, ['url-scheme']],
    [{ socket: 'room', steps: [{ ...step, receive: 1 }, {}] }, ['websocket-step', 'websocket-step']],
    [{ url, base_url: base, via: template('pord') }, ['unknown-host']],
  ])('%# has the right faults', (spec, expected) => {
    expect(codes(review(websocketKind, spec, { hosts: ['prod'] }))).toEqual(expected)
  })

  it('describes itself, and borrows its base URL from requests', () => {
    expect(websocketKind.describe({ url })).toBe('/ws/{{ $room }}')
    expect(websocketKind.describe({ socket: 'room' })).toBe('socket room')
    expect(websocketKind.fallbackDefaults).toEqual({ kind: 'request', fields: ['base_url'] })
  })
})
