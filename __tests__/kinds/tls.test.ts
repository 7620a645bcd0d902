import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { tlsKind } from '../../src/kinds/tls.ts'
import { json, pem, serveHttps, serveText } from '../transport/local-servers.ts'
import { codes, observe, observeContext, rejection, review, template } from './builders.ts'

const serve = (certificate: 'server' | 'expired' | 'elsewhere') =>
  serveHttps((_request, response) => json(response, {}), { certificate })

describe('a certificate', () => {
  it('that is in order is trusted', async () => {
    trustTestAuthority()
    const { port } = await serve('server')
    const { parts, document } = await observe(tlsKind, { address: `localhost:${port}` })
    expect(parts).toEqual({
      subject: 'CN=localhost',
      issuer: expect.stringContaining('O=verify-deploy tests'),
      names: expect.arrayContaining(['localhost', '127.0.0.1']),
      expires_at: '2120-01-01T00:00:00.000Z',
      days_left: expect.any(Number),
      protocol: 'TLSv1.3',
      trusted: true,
    })
    expect(document).toEqual({ json: parts })
  })

  it('is verified for an address as well', async () => {
    trustTestAuthority()
    const { port } = await serve('server')
    expect((await observe(tlsKind, { address: `127.0.0.1:${port}` })).parts.trusted).toBe(true)
  })

  it('of an unknown authority is observed, and why it is not trusted', async () => {
    const { port } = await serve('server')
    const { parts } = await observe(tlsKind, { address: `localhost:${port}` })
    expect(parts).toMatchObject({ trusted: false, reason: expect.stringMatching(/unknown authority\.$/) })
  })

  it('that has expired has a negative number of days left', async () => {
    trustTestAuthority()
    const { port } = await serve('expired')
    const { parts } = await observe(tlsKind, { address: `localhost:${port}` })
    expect(parts).toMatchObject({ trusted: false, reason: expect.stringMatching(/has expired\.$/) })
    expect(parts.days_left).toBeLessThan(0)
  })

  it('for another name is not trusted, unless that name is asked for', async () => {
    trustTestAuthority()
    const { port } = await serve('server')
    const address = `127.0.0.1:${port}`
    const wrong = await observe(tlsKind, { address, server_name: 'other.example' })
    expect(wrong.parts).toMatchObject({ trusted: false, reason: expect.stringMatching(/for another name/) })
    const right = await observe(tlsKind, { address, server_name: 'api.example' })
    expect(right.parts.trusted).toBe(true)
  })

  it('counts its days from now', async () => {
    const { port } = await serve('server')
    const clock = { ...observeContext().clock, now: () => Date.parse('2119-12-22T12:00:00Z') }
    const { parts } = await observe(tlsKind, { address: `localhost:${port}` }, observeContext({ clock }))
    expect(parts.days_left).toBe(9)
  })
})

describe('a port without TLS', () => {
  it('errs', async () => {
    const { port } = await serveText('HTTP/1.1 400 Bad Request\r\n\r\n')
    expect(await rejection(observe(tlsKind, { address: `127.0.0.1:${port}` }))).toMatchObject({ code: 'tls-failed' })
  })

  it('errs when it refuses', async () => {
    expect(await rejection(observe(tlsKind, { address: '127.0.0.1:1' }))).toMatchObject({ code: 'connection-refused' })
  })
})

describe('the expectations nobody writes', () => {
  it('are that it is trusted and not expired, part by part', () => {
    expect(Object.keys(tlsKind.defaults({}, new Set()))).toEqual(['trusted', 'days_left'])
    expect(Object.keys(tlsKind.defaults({}, new Set(['trusted'])))).toEqual(['days_left'])
    expect(Object.keys(tlsKind.defaults({}, new Set(['days_left'])))).toEqual(['trusted'])
  })
})

describe('a specification', () => {
  it('describes itself and is reviewed', () => {
    const spec = { address: template('example.com:443'), server_name: template('{{ $name }}') }
    expect(tlsKind.describe(spec)).toBe('certificate of {{ $name }}')
    expect(review(tlsKind, spec)).toEqual([])
    expect(codes(review(tlsKind, { address: template('example.com') }))).toEqual(['address-invalid'])
  })
})

function trustTestAuthority(): void {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, pem('ca.pem')])
  onTestFinished(() => setDefaultCACertificates(before))
}
