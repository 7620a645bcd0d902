import { describe, expect, it } from 'vitest'
import { websocketKind } from '../../src/kinds/websocket/websocket.ts'
import { serveTcp, serveText } from '../transport/local-servers.ts'
import { boundProgram, observe, observeContext, rejection } from './builders.ts'
import { is, serve } from './websocket-server.ts'

describe('a WebSocket that does not do what is waited for', () => {
  it.each([
    [[{ until: is('n', 2) }], 'The handshake was refused with status 404, so the step was not done.'],
    [[{ send: 'hello' }, { receive: 1 }], 'The handshake was refused with status 404, so the 2 steps were not done.'],
  ])('has failed when the handshake is refused and its steps cannot be done', async (steps, message) => {
    const { port } = await serveText('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
    const { parts, unmet } = await observe(websocketKind, { url: `ws://127.0.0.1:${port}`, steps })
    expect(parts.status).toBe(404)
    expect(unmet).toMatchObject({ code: 'websocket-refused', verdict: 'failed', message })
  })

  it('has nothing against a refusal without steps', async () => {
    const { port } = await serveText('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
    expect((await observe(websocketKind, { url: `ws://127.0.0.1:${port}` })).unmet).toBeUndefined()
  })

  it('still shows what was said', async () => {
    const { url } = await serve(socket => {
      socket.send('{"n":1}')
      socket.close()
    })
    const { parts, evidence } = await observe(websocketKind, { url, steps: [{ until: is('n', 2) }] })
    expect(parts.messages).toEqual([{ n: 1 }])
    expect(evidence().at(-1)).toMatchObject({ title: 'Messages (1)', text: '{"n":1}' })
  })

  it('has failed when it closes before enough messages came', async () => {
    const { url } = await serve(socket => {
      socket.send('1')
      socket.close(1011, 'broke')
    })
    expect((await observe(websocketKind, { url, steps: [{ receive: 2 }] })).unmet).toMatchObject({
      code: 'websocket-closed',
      verdict: 'failed',
      message: 'Step 1 waited for 2 messages, and 1 came before the server closed the connection (1011, broke).',
      finding: { expected: '2 messages', actual: '1 message' },
    })
  })

  it('has failed when it closes before `until` is met', async () => {
    const { url } = await serve(socket => {
      socket.send('{"n":1}')
      socket.close()
    })
    expect((await observe(websocketKind, { url, steps: [{ until: is('n', 2) }] })).unmet).toMatchObject({
      code: 'websocket-closed',
      verdict: 'failed',
      message: 'Step 1 read 1 message, which did not meet `.n == 2` before the server closed the connection (1005).',
      finding: { expected: '.n == 2', actual: '{"n":1}' },
    })
  })

  it.each([
    [
      'nothing comes',
      [],
      'Step 1 waited for a message that meets `.n == 2`, and none came before the time was out.',
      'no message',
    ],
    [
      'other messages come',
      ['{"n":1}', 'text'],
      'Step 1 read 2 messages, and none met `.n == 2` before the time was out.',
      '"text"',
    ],
  ])('has failed when time is out before `until` is met: %s', async (_what, sent, message, actual) => {
    const { url } = await serve(socket => {
      for (const text of sent) socket.send(text)
    })
    const context = observeContext({ deadline: performance.now() + 300 })
    expect((await observe(websocketKind, { url, steps: [{ until: is('n', 2) }] }, context)).unmet).toMatchObject({
      code: 'websocket-until',
      verdict: 'failed',
      message,
      finding: { expected: '.n == 2', actual },
    })
  })

  it('tells of the messages of the step only', async () => {
    const { url } = await serve()
    const context = observeContext({ deadline: performance.now() + 300 })
    const steps = [{ receive: 1 }, { until: is('n', 2) }]
    expect((await observe(websocketKind, { url, steps }, context)).unmet).toMatchObject({
      message: 'Step 2 waited for a message that meets `.n == 2`, and none came before the time was out.',
      finding: { actual: 'no message' },
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
