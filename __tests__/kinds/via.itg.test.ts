import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocketServer } from 'ws'
import { freePort } from '../../scripts/free-port.ts'
import type { ObserveContext } from '../../src/kinds/kind.ts'
import { requestKind } from '../../src/kinds/request.ts'
import { runKind } from '../../src/kinds/run.ts'
import { tcpKind } from '../../src/kinds/tcp.ts'
import { tlsKind } from '../../src/kinds/tls.ts'
import { websocketKind } from '../../src/kinds/websocket/websocket.ts'
import { describeWithSshd, type SshServer, startSshd } from '../real-stack.ts'
import { observe, observeContext, rejection, type TestContext } from './builders.ts'

const CERTIFICATES = join(import.meta.dirname, '../transport/certificates')
let sshd: SshServer
beforeAll(async () => {
  sshd = await startSshd()
})
afterAll(() => sshd?.[Symbol.asyncDispose]())

/** A run whose host `far` is the server. Whatever goes past it meets a proxy where nothing listens. */
function farContext(given: Partial<ObserveContext> = {}, of = sshd): TestContext {
  const { port, user, key, knownHosts } = of
  const ssh = { host: '127.0.0.1', port: String(port), user, key, known_hosts: knownHosts }
  const dead = 'http://127.0.0.1:9'
  const context = observeContext({
    environment: {
      ...process.env,
      HTTP_PROXY: dead,
      HTTPS_PROXY: dead,
      http_proxy: dead,
      https_proxy: dead,
      NO_PROXY: '',
      no_proxy: '',
    },
    host: async () => ({ ssh }),
    ...given,
  })
  onTestFinished(context.close)
  return context
}

async function listen(
  server: ReturnType<typeof createServer> | ReturnType<typeof createSecureServer>,
): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** Resolved on the server alone: as far as this program knows, the address is nowhere. */
const wentThrough = (port: number): boolean => sshd.log().includes(`port ${port}`)

describeWithSshd('through a host', () => {
  it('requests go, over connections that are kept, and so do redirects', async () => {
    const sockets = new Set<unknown>()
    const port = await listen(
      createServer((request, response) => {
        sockets.add(request.socket)
        if (request.url === '/old') response.writeHead(302, { location: '/new' }).end()
        else response.end(`${request.method} ${request.url}`)
      }),
    )
    const context = farContext()
    const get = (path: string) =>
      observe(requestKind, { get: `http://127.0.0.1:${port}${path}`, via: 'far', redirects: 1 }, context)
    const { parts, remarks, reproduce } = await get('/old')
    expect(parts).toMatchObject({ status: 200, body: 'GET /new', redirects: [{ status: 302 }] })
    expect(parts.remote_address).toBeUndefined()
    expect(remarks?.remote_address).toMatch(/another machine/)
    expect(reproduce).toBeUndefined()
    await get('/more')
    expect(sockets.size).toBe(1)
    expect(wentThrough(port)).toBe(true)
  })

  it('large bodies come whole, both ways, and a body may end with its connection', async () => {
    const port = await listen(
      createServer((request, response) => {
        const chunks: Buffer[] = []
        request.on('data', chunk => chunks.push(chunk))
        request.on('end', () => {
          response.shouldKeepAlive = false
          response.removeHeader('transfer-encoding')
          response.useChunkedEncodingByDefault = false
          response.writeHead(200)
          response.end(Buffer.concat(chunks))
        })
      }),
    )
    const body = 'x'.repeat(3_000_000)
    const spec = { post: `http://127.0.0.1:${port}/`, body: { content: body }, via: 'far' }
    const { parts } = await observe(requestKind, { ...spec, body }, farContext())
    expect(parts.body === body).toBe(true)
  })

  it('is another way than without it: clients are not shared', async () => {
    const port = await listen(createServer((request, response) => response.end(String(request.socket.remotePort))))
    const context = farContext({ environment: { ...process.env } })
    const seen = async (via: string | undefined) =>
      (await observe(requestKind, { get: `http://127.0.0.1:${port}/`, ...(via === undefined ? {} : { via }) }, context))
        .parts
    const [direct, far] = [await seen(undefined), await seen('far')]
    expect(direct.remote_address).toBe('127.0.0.1')
    expect(far.remote_address).toBeUndefined()
    expect(direct.body).not.toBe(far.body)
  })

  it('ports are open or refused, and what the server forbids is neither', async () => {
    const port = await listen(createServer())
    const context = farContext()
    const open = async (address: string, given = context) =>
      (await observe(tcpKind, { address, via: 'far' }, given)).parts
    expect(await open(`127.0.0.1:${port}`)).toMatchObject({ open: true })
    expect(await open(`127.0.0.1:${await freePort()}`)).toMatchObject({ open: false })
    expect(await open(`127.0.0.1:${sshd.port}`)).toMatchObject({ open: true, banner: expect.stringMatching(/^SSH-2/) })
    expect(await rejection(open('nowhere.invalid:80'))).toMatchObject({ code: 'dns-failed' })
    const hint = expect.stringContaining('Compose service')
    expect(await rejection(open('no-such-backend:8000'))).toMatchObject({ code: 'dns-failed', hint })
    await using strict = await startSshd({ config: ['AllowTcpForwarding no'] })
    expect(await rejection(open(`127.0.0.1:${port}`, farContext({}, strict)))).toMatchObject({
      code: 'ssh-forwarding-refused',
    })
    const { port: dead } = { port: await freePort() }
    const gone = farContext({
      host: async () => ({ ssh: { host: '127.0.0.1', port: String(dead), known_hosts: 'x', key: sshd.key } }),
    })
    // A server that cannot be reached says nothing of the ports behind it.
    expect(await rejection(open(`127.0.0.1:${port}`, gone))).toMatchObject({ code: 'ssh-refused' })
  })

  it('certificates are seen', async () => {
    const pem = (name: string): string => readFileSync(join(CERTIFICATES, name), 'utf8')
    const port = await listen(createSecureServer({ cert: pem('server.pem'), key: pem('server.key') }))
    const { parts } = await observe(tlsKind, { address: `127.0.0.1:${port}`, via: 'far' }, farContext())
    expect(parts).toMatchObject({ trusted: false, protocol: 'TLSv1.3' })
    expect(wentThrough(port)).toBe(true)
  })

  it('WebSockets speak', async () => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    onTestFinished(() => void server.close())
    server.on('connection', socket => socket.on('message', data => socket.send(`echo ${data}`)))
    await new Promise(resolve => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const spec = { url: `ws://127.0.0.1:${port}/`, via: 'far', steps: [{ send: 'hi' }, { receive: 1 }] }
    const { parts } = await observe(websocketKind, spec, farContext())
    expect(parts).toMatchObject({ status: 101, messages: ['echo hi'] })
    expect(wentThrough(port)).toBe(true)
  })

  describe('when that is lost', () => {
    let own: SshServer
    beforeAll(async () => {
      own = await startSshd()
    })
    afterAll(() => own?.[Symbol.asyncDispose]())
    /** What a check says whose way is cut once `begun` resolves. */
    const cutOff = async (check: Promise<unknown>, begun: Promise<unknown>): Promise<unknown> => {
      const error = rejection(check)
      await begun
      await own.cut()
      return error
    }
    const lost = {
      code: 'ssh-connection-lost',
      verdict: 'errored',
      message: expect.stringMatching(/^The connection to far/),
    }

    it.each(['http', 'https'] as const)('nobody says that a server of %s hung up', async scheme => {
      const { promise: begun, resolve } = Promise.withResolvers<void>()
      const pem = (name: string): string => readFileSync(join(CERTIFICATES, name), 'utf8')
      const hang = (): void => resolve()
      const server =
        scheme === 'http'
          ? createServer(hang)
          : createSecureServer({ cert: pem('server.pem'), key: pem('server.key') }, hang)
      const url = `${scheme}://127.0.0.1:${await listen(server)}/`
      const check = observe(requestKind, { get: url, via: 'far', tls: { insecure: true } }, farContext({}, own))
      expect(await cutOff(check, begun)).toMatchObject(lost)
    })

    it.each([
      ['a message that is waited for', { steps: [{ receive: 2 }] }],
      ['how it closes', { idle: 20_000 }],
    ])('nothing is known of a WebSocket, neither of %s', async (_what, how) => {
      const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
      onTestFinished(() => void server.close())
      const begun = new Promise<void>(resolve => server.on('connection', socket => socket.send('one', () => resolve())))
      await new Promise(resolve => server.once('listening', resolve))
      const { port } = server.address() as AddressInfo
      const spec = { url: `ws://127.0.0.1:${port}/`, via: 'far', ...how }
      expect(await cutOff(observe(websocketKind, spec, farContext({}, own)), begun)).toMatchObject(lost)
    })

    it('it cannot be spoken over a kept WebSocket any more', async () => {
      const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
      onTestFinished(() => void server.close())
      await new Promise(resolve => server.once('listening', resolve))
      const { port } = server.address() as AddressInfo
      const context = farContext({}, own)
      await observe(websocketKind, { url: `ws://127.0.0.1:${port}/`, via: 'far', keep: 'open' }, context)
      const closed = new Promise(resolve => [...server.clients][0]?.once('close', resolve))
      await own.cut()
      await closed
      const spec = { socket: 'open', steps: [{ send: 'hi' }] }
      expect(await rejection(observe(websocketKind, spec, context))).toMatchObject(lost)
    })
  })
})

describeWithSshd('a shell line on a host', () => {
  it.each([
    '$(reboot)',
    "'; drop",
    '"; exit 9; "',
    '`id`',
    'a\nb',
    '-n',
    '--help',
    '',
    ' ',
    '✓ ünï',
    '\\',
    '$HOME',
    '*',
    '!!',
    "$'\\x41'",
  ])('gets a value as text: %j', async value => {
    const command = { line: 'printf "%s|" -- "$VERIFY_DEPLOY_1"', environment: { VERIFY_DEPLOY_1: value } }
    const { parts } = await observe(runKind, { command, host: 'far' }, shared)
    expect(parts).toMatchObject({ exit_code: 0, stdout: `--|${value}|` })
  })

  it('starts from the home directory', async () => {
    const command = { line: 'test "$PWD" = "$HOME"', environment: {} }
    expect((await observe(runKind, { command, host: 'far' }, shared)).parts.exit_code).toBe(0)
  })
})

let shared: TestContext
beforeAll(() => {
  const { port, user, key, knownHosts } = sshd
  const ssh = { host: '127.0.0.1', port: String(port), user, key, known_hosts: knownHosts }
  shared = observeContext({ host: async () => ({ ssh }) })
})
afterAll(() => shared?.close())

describeWithSshd('hosts that lead to each other', () => {
  it('are an error instead of an endless wait', async () => {
    const hosts: Readonly<Record<string, object>> = {
      a: { ssh: { host: 'a', jump: 'b' } },
      b: { ssh: { host: 'b', jump: 'a' } },
    }
    const context = farContext({ host: async name => hosts[name] ?? {} })
    const command = { line: 'true', environment: {} }
    expect(await rejection(observe(runKind, { command, host: 'a' }, context))).toMatchObject({ code: 'jump-circle' })
  })
})
