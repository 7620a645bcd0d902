import { describe, expect, it } from 'vitest'
import { json, pem, serveHttp2, serveHttps } from '../transport/local-servers.ts'
import { entry, faultOf, observe, testContext } from './request-context.ts'

describe('requests over TLS', () => {
  it('see the certificate', async () => {
    const server = await serveHttps((_request, response) => json(response, {}))
    const observation = await observe({ get: `https://localhost:${server.port}/`, tls: { ca: pem('ca.pem') } })
    expect(observation.parts.certificate).toEqual({
      subject: 'CN=localhost',
      issuer: 'CN=Test authority, O=verify-deploy tests',
      names: ['localhost', 'api.example', '127.0.0.1', '0:0:0:0:0:0:0:1'],
      expires_at: '2120-01-01T00:00:00.000Z',
      days_left: Math.floor((Date.UTC(2120, 0, 1) - Date.now()) / 86_400_000),
      protocol: 'TLSv1.3',
      trusted: true,
    })
  })

  it('see the certificate again on a kept connection', async () => {
    const server = await serveHttps((_request, response) => json(response, {}))
    const context = testContext()
    const spec = { get: server.origin, tls: { ca: pem('ca.pem') } }
    await observe(spec, context)
    expect((await observe(spec, context)).parts).toMatchObject({
      certificate: { subject: 'CN=localhost' },
      timings: { tls: 0 },
    })
    expect(server.connections()).toBe(1)
  })

  it('say so when nothing is verified', async () => {
    const server = await serveHttps((_request, response) => json(response, {}), { certificate: 'expired' })
    const careful = testContext()
    expect(await faultOf({ get: server.origin }, careful)).toMatchObject({ code: 'tls-expired' })
    expect(careful.notices).toEqual([])
    const careless = testContext()
    const observation = await observe({ get: server.origin, tls: { insecure: true } }, careless)
    expect(observation.parts).toMatchObject({
      status: 200,
      certificate: { trusted: false, days_left: expect.any(Number) },
    })
    expect(careless.notices).toEqual([`TLS of 127.0.0.1:${server.port} is not verified.`])
  })

  it('verify the name of the URL where an address is given for it', async () => {
    const server = await serveHttps((_request, response) => json(response, {}))
    const spec = {
      get: `https://api.example:${server.port}/`,
      resolve: [entry(`api.example:${server.port}`, '127.0.0.1')],
      tls: { ca: pem('ca.pem') },
    }
    expect((await observe(spec)).parts).toMatchObject({ status: 200, remote_address: '127.0.0.1' })
  })

  it('speak HTTP/2 on request', async () => {
    const server = await serveHttp2((_request, response) => response.end('{}'))
    const spec = { get: server.origin, tls: { ca: pem('ca.pem') } }
    expect((await observe({ ...spec, http2: true })).parts).toMatchObject({ http_version: '2', reason: '', json: {} })
    expect((await observe(spec)).parts).toMatchObject({ http_version: '1.1', reason: 'OK' })
  })
})
