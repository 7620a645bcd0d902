import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { tcpKind } from '../../src/kinds/tcp.ts'
import { CheckError } from '../../src/model/check-error.ts'
import { localMachine } from '../../src/transport/local-machine.ts'
import type { Machine } from '../../src/transport/machine.ts'
import { serveTcp } from '../transport/local-servers.ts'
import { codes, observe, observeContext, rejection, review, template } from './builders.ts'
import { contextOn } from './logs/log-machines.ts'

const WAY = {}

describe('a port', () => {
  it('that is open is so, with what the server says first', async () => {
    const { port } = await serveTcp(socket => socket.end('SSH-2.0-Example_1\r\nmore\r\n'))
    const { parts, remarks, document, text } = await observe(tcpKind, { address: `127.0.0.1:${port}` })
    expect(parts).toEqual({ open: true, duration: expect.any(Number), banner: 'SSH-2.0-Example_1' })
    expect(remarks?.banner).toBeUndefined()
    expect(document).toEqual({ json: parts })
    expect(text).toBe('SSH-2.0-Example_1')
  })

  it('whose server waits to be spoken to has no banner', async () => {
    const { port } = await serveTcp(() => undefined)
    const { parts, remarks } = await observe(tcpKind, { address: `localhost:${port}` })
    expect(parts).toEqual({ open: true, duration: expect.any(Number) })
    expect(remarks?.banner).toBe('The server sent nothing unasked.')
  })

  it('makes what cannot be printed visible, and ends', async () => {
    const { port } = await serveTcp(socket => socket.write(`\x1b[2Jhi\u202e${'x'.repeat(5_000)}`))
    const { parts } = await observe(tcpKind, { address: `127.0.0.1:${port}` })
    expect(parts.banner).toMatch(/^\uFFFD\[2Jhi\uFFFDx+$/)
    expect(String(parts.banner).length).toBeLessThanOrEqual(1024)
  })

  it('that refuses is not open', async () => {
    const { parts, evidence } = await observe(tcpKind, { address: `127.0.0.1:${await closedPort()}` })
    expect(parts).toEqual({ open: false, duration: expect.any(Number) })
    expect(evidence()[0]?.text).toBe('The connection was refused.')
  })

  it.each<[string, () => Promise<object>, string]>([
    ['answers as before', async () => WAY, 'open: false'],
    ['was another one in the meantime', async () => ({}), 'ssh-connection-lost'],
    ['does not answer any more', () => Promise.reject(new CheckError({ code: 'toy', message: 'No.' })), 'toy'],
  ])('beyond a host that nobody answers on is closed only if the host %s', async (_case, later, expected) => {
    const answers = [async () => WAY, later]
    const machine: Machine = {
      ...localMachine({}),
      remote: true,
      answers: async () => (answers.shift() ?? later)(),
      connect: (_to, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    }
    const context = contextOn({ machine }, { deadline: performance.now() + 100 })
    const looking = observe(tcpKind, { address: '127.0.0.1:5432', via: 'prod' }, context)
    const found = await looking.then(
      ({ parts }) => `open: ${parts.open}`,
      (error: CheckError) => error.code,
    )
    expect(found).toBe(expected)
  })

  it('beyond a host that does not answer is not known, however long that takes', async () => {
    const silent = new CheckError({ code: 'ssh-silent', message: 'Silence.' })
    const machine: Machine = { ...localMachine({}), remote: true, answers: () => Promise.reject(silent) }
    const looking = observe(tcpKind, { address: '127.0.0.1:5432', via: 'prod' }, contextOn({ machine }))
    expect(await rejection(looking)).toBe(silent)
  })

  it('that nobody answers on is not open, once that has lasted', async () => {
    const full = createServer()
    await new Promise<void>(resolve => full.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, resolve))
    // TEST-NET-1 (RFC 5737): packets to it go nowhere.
    const context = observeContext({ deadline: performance.now() + 600 })
    const answer = await observe(tcpKind, { address: '192.0.2.1:9' }, context).catch((error: unknown) => error)
    full.close()
    // A machine without any route says so at once, which is an error and no answer.
    expect(answer).toMatchObject('parts' in Object(answer) ? { parts: { open: false } } : { code: 'unreachable' })
  })

  it('of a name that does not exist errs', async () => {
    const error = await rejection(observe(tcpKind, { address: 'no-such-host.invalid:80' }))
    expect(error).toMatchObject({ code: 'dns-failed', verdict: 'errored' })
  })

  it('listens on IPv6', async () => {
    const server = createServer(socket => socket.end('six\n'))
    const listening = new Promise<boolean>(resolve => {
      server.once('error', () => resolve(false))
      server.listen(0, '::1', () => resolve(true))
    })
    if (!(await listening)) return
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    expect((await observe(tcpKind, { address: `[::1]:${port}` })).parts).toMatchObject({ open: true, banner: 'six' })
    server.close()
  })

  it('ends with the reason of the signal', async () => {
    const reason = new Error('stop')
    const context = observeContext({ signal: AbortSignal.abort(reason) })
    expect(await rejection(observe(tcpKind, { address: '127.0.0.1:1' }, context))).toBe(reason)
  })
})

describe('an address', () => {
  it.each([
    ['example.com:22', []],
    ['[::1]:22', []],
    ['{{ $host }}:22', []],
    ['example.com', ['address-invalid']],
    ['::1:22', ['address-invalid']],
    ['example.com:0', ['address-invalid']],
    ['example.com:70000', ['address-invalid']],
    ['http://example.com:80', ['address-invalid']],
  ])('%s', (text, expected) => {
    expect(codes(review(tcpKind, { address: template(text) }))).toEqual(expected)
  })

  it('without a port is told what it lacks', () => {
    const [fault] = review(tcpKind, { address: template('example.com') })
    expect(fault?.hint).toMatch(/port is missing/)
  })

  it('that is none in the run errs', async () => {
    expect(await rejection(observe(tcpKind, { address: 'nowhere' }))).toMatchObject({ code: 'address-invalid' })
  })
})

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 0
}
