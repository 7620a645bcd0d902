import { describe, expect, it } from 'vitest'
import { dial } from '../../src/transport/dial.ts'
import { closedPort, serveTcp } from './local-servers.ts'

const never = new AbortController().signal

describe('dial', () => {
  it('looks a name up', async () => {
    const server = await serveTcp(socket => socket.end())
    const { socket, dnsMs } = await dial({ host: 'localhost', port: server.port }, never)
    expect(socket.remoteAddress).toBe('127.0.0.1')
    expect(dnsMs).toBeGreaterThan(0)
    socket.destroy()
  })

  it.each([
    ['no address', ['::1', '127.0.0.1']],
    ['another machine of this network', ['127.0.0.9', '127.0.0.8', '127.0.0.1']],
    ['an address without a route', ['2001:db8::1', '127.0.0.1']],
  ])('falls back to the address that answers from %s', async (_case, addresses) => {
    const server = await serveTcp(socket => socket.end())
    const { socket, dnsMs } = await dial({ host: 'nowhere.example', port: server.port, addresses }, never)
    expect(socket.remoteAddress).toBe('127.0.0.1')
    expect(dnsMs).toBe(0)
    socket.destroy()
  })

  it('names every address that failed', async () => {
    const port = await closedPort()
    const target = { host: 'api.example', port, addresses: ['127.0.0.1', '127.0.0.2'] }
    await expect(dial(target, never)).rejects.toMatchObject({
      code: 'connection-refused',
      message: `api.example:${port} refused the connection (127.0.0.1: refused; 127.0.0.2: refused).`,
      endpoint: `api.example:${port}`,
      details: { addresses: '127.0.0.1, 127.0.0.2' },
    })
  })

  it('says that a name does not exist', async () => {
    await expect(dial({ host: 'nowhere.invalid', port: 443 }, never)).rejects.toMatchObject({ code: 'dns-failed' })
  })

  it('refuses a private address after a public one', async () => {
    const server = await serveTcp(socket => socket.end())
    const dialling = dial({ host: 'localhost', port: server.port, publicOnly: true }, never)
    await expect(dialling).rejects.toMatchObject({ code: 'redirect-refused' })
    expect(server.connections()).toBe(0)
  })

  it('ends with the reason of its signal', async () => {
    const controller = new AbortController()
    const reason = new Error('time is up')
    // 192.0.2.1 (RFC 5737) is nobody's: nothing answers, or there is no route.
    const dialling = dial({ host: '192.0.2.1', port: 9 }, controller.signal)
    controller.abort(reason)
    await expect(dialling).rejects.toBe(reason)
    await expect(dial({ host: '127.0.0.1', port: 9 }, controller.signal)).rejects.toBe(reason)
  })
})
