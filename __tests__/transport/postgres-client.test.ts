import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { CheckError } from '../../src/model/check-error.ts'
import { PostgresSession } from '../../src/transport/postgres-client.ts'
import { postgresTarget } from '../../src/transport/postgres-target.ts'
import { WayLost } from '../../src/transport/way-lost.ts'

const never = new AbortController().signal

/** A session with a server that lets everybody in, and then says nothing any more: it does not even hang up. */
async function silentSession() {
  const server = createServer({ allowHalfOpen: true }, socket => {
    socket.on('error', () => undefined)
    // AuthenticationOk and ReadyForQuery (PostgreSQL documentation, 54.7).
    socket.once('data', () => socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  let socket: Socket | undefined
  const open = async (): Promise<Socket> => {
    socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    return socket
  }
  const target = postgresTarget({ address: `127.0.0.1:${port}`, user: 'u', tls: 'disable' })
  const session = await PostgresSession.connect(target, open, never)
  if (socket === undefined) throw new Error('No connection was opened')
  return { session, socket }
}

it('is cut off at its end where the server does not hang up', async () => {
  const { session, socket } = await silentSession()
  await session.close()
  expect(socket.destroyed).toBe(true)
})

it('says that its way was lost, and not that the server hung up', async () => {
  const { session, socket } = await silentSession()
  const lost = new CheckError({ code: 'ssh-connection-lost', message: 'The way.', hint: 'Mend it.' })
  const asked = session.command('SELECT 1', never)
  socket.destroy(new WayLost(lost))
  await expect(asked).rejects.toBe(lost)
  expect(session.broken).toBe(true)
})

it('says that the server hung up where it did', async () => {
  const { session, socket } = await silentSession()
  const asked = session.command('SELECT 1', never)
  socket.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
  await expect(asked).rejects.toMatchObject({ code: 'database-lost' })
})
