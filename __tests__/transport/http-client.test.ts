import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CheckError } from '../../src/model/check-error.ts'
import { HttpClient, type HttpClientOptions, type SendOptions } from '../../src/transport/http-client.ts'
import {
  closedPort,
  json,
  pem,
  serveEcho,
  serveHttp,
  serveHttp2,
  serveHttps,
  serveProxy,
  serveTcp,
  serveText,
} from './local-servers.ts'

function client(options: Partial<HttpClientOptions> = {}): HttpClient {
  const made = new HttpClient({ tls: {}, http2: false, environment: {}, resolve: {}, ...options })
  onTestFinished(() => made[Symbol.asyncDispose]())
  return made
}

function send(by: HttpClient, url: string, options: Partial<SendOptions & { method: string; body: string }> = {}) {
  const { method = 'GET', body, ...rest } = options
  return by.send(
    { method, url: new URL(url), headers: [], body: body === undefined ? undefined : Buffer.from(body) },
    { signal: new AbortController().signal, maxBytes: 1_000_000, sent: () => undefined, ...rest },
  )
}

const trusting = { tls: { ca: pem('ca.pem') } }

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

describe('HttpClient over TLS', () => {
  it('verifies by the authority it is given and tells of the certificate', async () => {
    const server = await serveHttps((_request, response) => json(response, {}))
    const answer = await send(client(trusting), `https://localhost:${server.port}/`)
    expect(answer.certificate).toMatchObject({
      subject: 'CN=localhost',
      issuer: 'CN=Test authority, O=verify-deploy tests',
      names: ['localhost', 'api.example', '127.0.0.1', '0:0:0:0:0:0:0:1'],
      protocol: 'TLSv1.3',
      trusted: true,
    })
    expect(answer.timings.tls).toBeGreaterThan(0)
  })

  it('verifies addresses too', async () => {
    const server = await serveHttps((_request, response) => json(response, {}))
    expect(await send(client(trusting), server.origin)).toMatchObject({ status: 200 })
  })

  it.each([
    ['an unknown authority', 'server', 'localhost', {}, 'tls-untrusted'],
    ['an expired certificate', 'expired', 'localhost', trusting, 'tls-expired'],
    ['another name', 'elsewhere', 'localhost', trusting, 'tls-name-mismatch'],
  ] as const)('refuses %s, unless told to take any', async (_case, certificate, host, options, code) => {
    const server = await serveHttps((_request, response) => json(response, {}), { certificate })
    const url = `https://${host}:${server.port}/`
    await expect(send(client(options), url)).rejects.toMatchObject({ code, endpoint: `localhost:${server.port}` })
    const careless = await send(client({ tls: { insecure: true } }), url)
    expect(careless).toMatchObject({ status: 200, certificate: { trusted: false } })
  })

  it('says that a port speaks no TLS', async () => {
    const server = await serveText('HTTP/1.1 400 Bad Request\r\n\r\n')
    await expect(send(client(), `https://127.0.0.1:${server.port}/`)).rejects.toMatchObject({
      code: 'tls-failed',
      hint: expect.stringContaining('http://'),
    })
  })

  it('shows a client certificate where one is asked for', async () => {
    const server = await serveHttps((_request, response) => json(response, {}), { clients: true })
    const url = `https://localhost:${server.port}/`
    const tls = { ca: pem('ca.pem'), cert: pem('client.pem'), key: pem('client.key') }
    expect(await send(client({ tls }), url)).toMatchObject({ status: 200 })
    await expect(send(client(trusting), url)).rejects.toMatchObject({ code: 'tls-failed' })
  })

  it('says that a certificate is none', async () => {
    const server = await serveHttps((_request, response) => json(response, {}))
    const sending = send(client({ tls: { cert: 'nonsense', key: 'nonsense' } }), server.origin)
    await expect(sending).rejects.toMatchObject({ code: 'tls-material' })
  })

  it('speaks HTTP/2 when it may and the server can', async () => {
    const server = await serveHttp2((request, response) => {
      response.writeHead(200, { 'x-version': request.httpVersion }).end('hello')
    })
    const by = client({ ...trusting, http2: true })
    const first = await send(by, server.origin)
    expect(first).toMatchObject({ status: 200, httpVersion: '2', reason: '' })
    expect(first.body.toString()).toBe('hello')
    await Promise.all(Array.from({ length: 10 }, () => send(by, server.origin)))
    expect(server.connections()).toBe(1)
    expect((await send(client(trusting), server.origin)).httpVersion).toBe('1.1')
  })

  it('falls back to HTTP/1.1 where the server has no HTTP/2', async () => {
    const server = await serveHttps((_request, response) => json(response, {}))
    expect((await send(client({ ...trusting, http2: true }), server.origin)).httpVersion).toBe('1.1')
  })
})

describe('HttpClient through a proxy', () => {
  it('asks for plain targets by their whole URL', async () => {
    const proxy = await serveProxy()
    const by = client({ proxy: `http://user:secret@127.0.0.1:${proxy.port}` })
    const answer = await send(by, 'http://nowhere.example/x?y=1')
    expect(JSON.parse(answer.body.toString())).toEqual({ through: 'proxy' })
    expect(proxy.asked).toEqual([
      { target: 'http://nowhere.example/x?y=1', credentials: `Basic ${Buffer.from('user:secret').toString('base64')}` },
    ])
  })

  it('asks for a tunnel to encrypted targets, whose server sees no credentials of the proxy', async () => {
    const server = await serveHttps((request, response) => json(response, request.headers))
    const proxy = await serveProxy({ connectTo: server.port })
    const by = client({ ...trusting, proxy: `http://user:secret@127.0.0.1:${proxy.port}` })
    const answer = await send(by, `https://api.example:${server.port}/`)
    expect(proxy.asked).toEqual([
      {
        target: `api.example:${server.port}`,
        credentials: `Basic ${Buffer.from('user:secret').toString('base64')}`,
      },
    ])
    expect(JSON.parse(answer.body.toString())).not.toHaveProperty('proxy-authorization')
    await send(by, `https://api.example:${server.port}/`)
    expect(proxy.asked).toHaveLength(1)
  })

  it('follows the environment', async () => {
    const proxy = await serveProxy()
    const environment = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: '127.0.0.2' }
    await send(client({ environment }), 'http://nowhere.example/')
    expect(proxy.asked).toHaveLength(1)
  })

  it.each([
    [407, 'credentials'],
    [502, 'reach'],
  ])('says that a proxy answered %i', async (refuse, hint) => {
    const proxy = await serveProxy({ refuse })
    const sending = send(client({ proxy: `http://u:p@127.0.0.1:${proxy.port}` }), 'https://api.example/')
    await expect(sending).rejects.toMatchObject({
      code: 'proxy-failed',
      message: expect.stringContaining(String(refuse)),
      hint: expect.stringContaining(hint),
      endpoint: `127.0.0.1:${proxy.port}`,
    })
  })

  it('says that a proxy cannot be reached', async () => {
    const port = await closedPort()
    const sending = send(client({ proxy: `127.0.0.1:${port}` }), 'http://api.example/')
    await expect(sending).rejects.toMatchObject({ code: 'proxy-failed', endpoint: `127.0.0.1:${port}` })
  })
})
