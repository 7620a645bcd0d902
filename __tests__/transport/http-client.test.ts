import { networkInterfaces } from 'node:os'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { CheckError } from '../../src/model/check-error.ts'
import { client, send } from './http-calls.ts'
import { closedPort, json, serveEcho, serveHttp, serveTcp, serveText } from './local-servers.ts'

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some(address => address?.address === '::1')

describe('HttpClient', () => {
  it('reads an answer whole', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(201, 'Made', { 'x-one': ['a', 'b'] }).write('Hello, ')
      response.end('world')
    })
    const answer = await send(client(), server.origin)
    expect(answer).toMatchObject({ status: 201, reason: 'Made', httpVersion: '1.1', remoteAddress: '127.0.0.1' })
    expect(answer.headers['x-one']).toEqual(['a', 'b'])
    expect(answer.body.toString()).toBe('Hello, world')
    expect(answer.certificate).toBeUndefined()
  })

  it('uses a kept connection again, and then has nothing to wait for', async () => {
    const server = await serveEcho()
    const by = client()
    const first = await send(by, server.origin)
    const second = await send(by, server.origin)
    expect(server.connections()).toBe(1)
    expect(first.timings.connect).toBeGreaterThan(0)
    expect(second.timings).toMatchObject({ dns: 0, connect: 0, tls: 0 })
    expect(second.timings.first_byte).toBeGreaterThan(0)
  })

  it('opens a connection for each request that runs at the same time', async () => {
    const server = await serveEcho()
    const by = client()
    await Promise.all(Array.from({ length: 5 }, () => send(by, server.origin)))
    expect(server.connections()).toBe(5)
  })

  it('asks again when a kept connection turns out closed', async () => {
    let answered = 0
    const server = await serveTcp(socket => {
      socket.once('data', () => {
        answered += 1
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
        socket.once('data', () => socket.destroy())
      })
    })
    const by = client()
    await send(by, server.origin)
    expect((await send(by, server.origin)).body.toString()).toBe('ok')
    expect(answered).toBe(2)
  })

  it('does not send a POST twice', async () => {
    let requests = 0
    const server = await serveTcp(socket => {
      socket.on('data', () => {
        requests += 1
        if (requests === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
        else socket.destroy()
      })
    })
    const by = client()
    await send(by, server.origin)
    await expect(send(by, server.origin, { method: 'POST', body: 'x' })).rejects.toMatchObject({
      code: 'connection-reset',
    })
    expect(requests).toBe(2)
  })

  it.each([
    ['that the server said it closes', 'GET', { connection: 'close' }],
    ['on which a HEAD was answered', 'HEAD', {}],
  ])('sends a POST right after an answer on another connection than one %s', async (_case, method, headers) => {
    const server = await serveHttp((_request, response) => response.writeHead(200, headers).end())
    const by = client()
    await send(by, server.origin, { method })
    expect(await send(by, server.origin, { method: 'POST', body: 'x' })).toMatchObject({ status: 200 })
    expect(server.connections()).toBe(2)
  })

  it('passes over 103 Early Hints', async () => {
    const early = 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'
    const server = await serveText(`${early}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok`)
    expect(await send(client(), server.origin)).toMatchObject({ status: 200 })
  })

  it('reads a body that ends with the connection, over HTTP/1.0', async () => {
    const server = await serveText('HTTP/1.0 200 OK\r\n\r\nuntil the end')
    const answer = await send(client(), server.origin)
    expect(answer.body.toString()).toBe('until the end')
    expect(answer.httpVersion).toBe('1.0')
  })

  it('does not take a body for whole that a reset ended, where only the end of the connection ends it', async () => {
    const server = await serveTcp(socket => {
      socket.once('data', () => socket.write('HTTP/1.0 200 OK\r\n\r\nuntil the', () => socket.resetAndDestroy()))
    })
    await expect(send(client(), server.origin)).rejects.toMatchObject({ code: 'connection-reset' })
  })

  it.each([
    ['text that is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'protocol-error'],
    ['a broken status line', 'HTTP/1.1 abc\r\n\r\n', 'protocol-error'],
    ['a header without end', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`, 'protocol-error'],
    ['too short a body', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort', 'connection-reset'],
    ['half a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nhal', 'connection-reset'],
    ['nothing', '', 'connection-reset'],
  ])('reports %s', async (_case, text, code) => {
    const server = await serveText(text)
    await expect(send(client(), server.origin)).rejects.toMatchObject({ code, endpoint: `127.0.0.1:${server.port}` })
  })

  it('reports a refused connection', async () => {
    const port = await closedPort()
    await expect(send(client(), `http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'connection-refused' })
  })

  it.each([
    ['announced', (body: Buffer) => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`],
    ['not announced', (body: Buffer) => `HTTP/1.1 200 OK\r\n\r\n${body}`],
  ])('stops reading a body beyond the limit that is %s', async (_case, answer) => {
    const server = await serveText(answer(Buffer.alloc(5_000, 'x')))
    await expect(send(client(), server.origin, { maxBytes: 1_000 })).rejects.toMatchObject({ code: 'body-too-large' })
  })

  it('takes a body of exactly the limit, and the length a HEAD announces', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-length': 1_000 }).end(Buffer.alloc(1_000, 'x'))
    })
    expect((await send(client(), server.origin, { maxBytes: 1_000 })).body).toHaveLength(1_000)
    expect((await send(client(), server.origin, { maxBytes: 10, method: 'HEAD' })).body).toHaveLength(0)
  })

  it('unpacks a small body no further than the limit', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000)))
    })
    await expect(send(client(), server.origin)).rejects.toMatchObject({ code: 'body-too-large' })
  })

  it('ends at once with the reason of its signal while it waits for the answer', async () => {
    const { promise: asked, resolve } = Promise.withResolvers<void>()
    const server = await serveHttp(() => resolve())
    const controller = new AbortController()
    const reason = new CheckError({ code: 'request-timeout', message: 'No answer came in time.' })
    const sending = send(client(), server.origin, { signal: controller.signal })
    await asked
    controller.abort(reason)
    await expect(sending).rejects.toBe(reason)
  })

  it('ends at once with the reason of its signal in the middle of a body', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('some')
    })
    const controller = new AbortController()
    const reason = new CheckError({ code: 'cancelled', message: 'Stopped.' })
    const by = client()
    const sending = send(by, server.origin, { signal: controller.signal })
    setTimeout(() => controller.abort(reason), 50)
    await expect(sending).rejects.toBe(reason)
    await expect(send(by, server.origin, { signal: controller.signal })).rejects.toBe(reason)
  })

  it('says when the request is handed to the network, and not before there is a connection', async () => {
    const server = await serveEcho()
    let sent = 0
    const note = (): void => {
      sent += 1
    }
    await send(client(), server.origin, { sent: note })
    expect(sent).toBe(1)
    const port = await closedPort()
    await expect(send(client(), `http://127.0.0.1:${port}/`, { sent: note })).rejects.toThrow()
    expect(sent).toBe(1)
  })

  it.runIf(hasIpv6)('speaks to IPv6 addresses', async () => {
    const server = await serveHttp((request, response) => json(response, request.headers), '::1')
    const answer = await send(client(), server.origin)
    expect(answer.remoteAddress).toBe('::1')
    expect(JSON.parse(answer.body.toString()).host).toBe(`[::1]:${server.port}`)
  })

  it('connects where `resolve` says, for a port or for all', async () => {
    const server = await serveEcho()
    const exact = client({ resolve: { [`api.example:${server.port}`]: '127.0.0.1' } })
    const any = client({ resolve: { 'api.example': '127.0.0.1' } })
    for (const by of [exact, any]) {
      const answer = await send(by, `http://api.example:${server.port}/x`)
      expect(JSON.parse(answer.body.toString()).headers.host).toBe(`api.example:${server.port}`)
    }
  })
})
