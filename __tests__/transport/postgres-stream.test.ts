import { TLSSocket } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { localMachine } from '../../src/transport/local-machine.ts'
import { openPostgresStream } from '../../src/transport/postgres-stream.ts'
import { postgresTarget } from '../../src/transport/postgres-target.ts'
import { rejection } from '../kinds/builders.ts'
import { pem, serveTcp } from './local-servers.ts'

/** Answers the request for TLS with this, and speaks TLS after an `S`. */
async function serve(answer: string): Promise<number> {
  const { port } = await serveTcp(socket => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write(answer)
      if (answer !== 'S') return
      const secure = new TLSSocket(socket, { isServer: true, cert: pem('server.pem'), key: pem('server.key') })
      secure.on('error', () => undefined)
    })
  })
  return port
}

type Tls = NonNullable<Parameters<typeof postgresTarget>[0]['tls']> | undefined

function open(port: number, tls: Tls, host = 'localhost') {
  const target = postgresTarget({ address: `${host}:${port}`, user: 'u', ...(tls === undefined ? {} : { tls }) })
  return openPostgresStream(target, localMachine({}).connect, AbortSignal.timeout(5_000))
}

describe('a stream to PostgreSQL', () => {
  it.each<[string, string, Tls, boolean]>([
    ['where the server offers it', 'S', undefined, true],
    ['without a look at the certificate', 'S', 'require', true],
    ['verified by the given authority', 'S', { ca: pem('ca.pem') }, true],
    ['verified for another name', 'S', { ca: pem('ca.pem'), server_name: 'api.example' }, true],
    ['not where the server has none', 'N', undefined, false],
  ])('is encrypted: %s', async (_name, answer, tls, encrypted) => {
    const stream = await open(await serve(answer), tls)
    expect(stream instanceof TLSSocket).toBe(encrypted)
    stream.destroy()
  })

  it('is not asked for when it is disabled', async () => {
    const stream = await open(await serve('E'), 'disable')
    expect(stream instanceof TLSSocket).toBe(false)
    stream.destroy()
  })

  it.each<[string, string, Tls, string]>([
    ['an unknown authority', 'S', 'verify', 'tls-untrusted'],
    ['another name', 'S', { ca: pem('ca.pem'), server_name: 'other.example' }, 'tls-name-mismatch'],
    ['no TLS', 'N', 'verify', 'database-tls'],
    ['no PostgreSQL', 'HTTP/1.1 400', undefined, 'database-protocol'],
    ['text slipped in before the handshake', 'SHELLO', 'require', 'database-protocol'],
  ])('is refused for %s', async (_name, answer, tls, code) => {
    expect(await rejection(open(await serve(answer), tls))).toMatchObject({ code })
  })

  it('ends with the signal while the server is silent', async () => {
    const { port } = await serveTcp(() => undefined)
    const reason = new Error('stop')
    const stop = new AbortController()
    const target = postgresTarget({ address: `127.0.0.1:${port}`, user: 'u' })
    setTimeout(() => stop.abort(reason), 50)
    expect(await rejection(openPostgresStream(target, localMachine({}).connect, stop.signal))).toBe(reason)
  })
})
