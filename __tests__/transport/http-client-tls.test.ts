import { describe, expect, it } from 'vitest'
import { client, send, trusting } from './http-calls.ts'
import { json, pem, serveHttp2, serveHttps, serveText } from './local-servers.ts'

describe('HttpClient over TLS', () => {
  it('verifies by the authority it is given and tells of the certificate', async () => {
    const server = await serveHttps((_request, response) => json(response, {}))
    const answer = await send(client(trusting()), `https://localhost:${server.port}/`)
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
    expect(await send(client(trusting()), server.origin)).toMatchObject({ status: 200 })
  })

  it.each([
    ['an unknown authority', 'server', 'localhost', {}, 'tls-untrusted'],
    ['an expired certificate', 'expired', 'localhost', trusting(), 'tls-expired'],
    ['another name', 'elsewhere', 'localhost', trusting(), 'tls-name-mismatch'],
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
    await expect(send(client(trusting()), url)).rejects.toMatchObject({ code: 'tls-failed' })
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
    const by = client({ ...trusting(), http2: true })
    const first = await send(by, server.origin)
    expect(first).toMatchObject({ status: 200, httpVersion: '2', reason: '' })
    expect(first.body.toString()).toBe('hello')
    await Promise.all(Array.from({ length: 10 }, () => send(by, server.origin)))
    expect(server.connections()).toBe(1)
    expect((await send(client(trusting()), server.origin)).httpVersion).toBe('1.1')
  })

  it('falls back to HTTP/1.1 where the server has no HTTP/2', async () => {
    const server = await serveHttps((_request, response) => json(response, {}))
    expect((await send(client({ ...trusting(), http2: true }), server.origin)).httpVersion).toBe('1.1')
  })
})
