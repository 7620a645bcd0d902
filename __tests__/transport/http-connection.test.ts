import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { HttpConnection } from '../../src/transport/http-connection.ts'
import { isGarbage } from '../garbage.ts'
import { serveHttp } from './local-servers.ts'

it('a connection that is kept holds nothing of the answers that it has brought', async () => {
  const server = await serveHttp((_request, response) => response.end('x'.repeat(100)))
  const socket = connect(server.port, '127.0.0.1')
  await once(socket, 'connect')
  const connection = new HttpConnection(new URL(server.origin), socket, undefined)
  onTestFinished(() => connection.close())
  const exchange = async (): Promise<readonly WeakRef<object>[]> => {
    const request = { method: 'GET', path: '/', headers: [], body: undefined }
    const limits = { signal: new AbortController().signal, maxBytes: 1_000 }
    const { body, headers, status } = await connection.exchange(request, limits)
    expect([status, body.length]).toEqual([200, 100])
    return [body, headers, limits.signal].map(held => new WeakRef(held))
  }
  const references = [...(await exchange()), ...(await exchange())]
  for (const reference of references) expect(await isGarbage(reference)).toBe(true)
  expect(connection.closed).toBe(false)
})
