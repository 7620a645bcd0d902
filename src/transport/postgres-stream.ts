import type { Duplex } from 'node:stream'
import type { TLSSocket } from 'node:tls'
import { CheckError } from '../model/check-error.ts'
import { abortable } from './dial.ts'
import type { MachineAddress } from './machine.ts'
import { networkError } from './network-error.ts'
import type { PostgresTarget } from './postgres-target.ts'
import { secure, secureContext } from './secure.ts'

/**
 * How bytes reach a server: a new stream with each call, ready for the protocol's first message. Directly, through a
 * tunnel or into a container. Rejects with a CheckError or the signal's reason.
 */
export type OpenPostgresStream = (signal: AbortSignal) => Promise<Duplex>

/** Opens the way to where the server listens: from this machine, from a host, or inside a container. */
export type ConnectTo = (at: MachineAddress, signal: AbortSignal) => Promise<Duplex>

/** SSLRequest and CancelRequest (PostgreSQL documentation, 54.7): a length, a code, and what belongs to it. */
const SSL_REQUEST = [8, 80_877_103]
const CANCEL_CODE = 80_877_102

export async function openPostgresStream(
  target: PostgresTarget,
  connect: ConnectTo,
  signal: AbortSignal,
): Promise<Duplex> {
  const socket = await openSocket(target, connect, signal)
  const { mode } = target.tls
  if (mode === 'disable' || 'path' in target.at) return socket
  const answer = await askForTls(socket, target.endpoint, signal)
  if (answer === 'S') return encrypt(socket, target, target.at.host, signal)
  if (answer === 'N' && mode === 'prefer') return socket
  socket.destroy()
  throw new CheckError({
    code: 'database-tls',
    message: `${target.endpoint} does not offer an encrypted connection.`,
    hint: 'Switch TLS on in the server (`ssl = on`), or give the database `tls: disable`.',
    endpoint: target.endpoint,
  })
}

/** Asks the server to stop what the given session is doing; nothing comes back (PostgreSQL documentation, 54.2.8). */
export async function sendCancelRequest(
  open: OpenPostgresStream,
  session: { readonly processId: number; readonly secretKey: number },
  signal: AbortSignal,
): Promise<void> {
  const stream = await open(signal)
  const closed = new Promise<void>(resolve => stream.once('close', () => resolve()))
  stream.resume()
  stream.end(int32s([16, CANCEL_CODE, session.processId, session.secretKey]))
  await abortable(closed, signal).finally(() => stream.destroy())
}

async function openSocket(target: PostgresTarget, connect: ConnectTo, signal: AbortSignal): Promise<Duplex> {
  try {
    return await connect(target.at, signal)
  } catch (error) {
    if (!(error instanceof CheckError) || (error.code !== 'connection-refused' && error.details.code !== 'ENOENT')) {
      throw error
    }
    throw new CheckError({
      code: 'database-refused',
      message: error.message,
      hint: 'Is PostgreSQL running, does it listen on this address (`listen_addresses`), and is the port right?',
      endpoint: target.endpoint,
      details: error.details,
      cause: error.cause,
    })
  }
}

/** `S`: go on with TLS. `N`: the server has none. Anything else is no PostgreSQL server. */
async function askForTls(socket: Duplex, endpoint: string, signal: AbortSignal): Promise<string> {
  const answered = new Promise<Buffer>((resolve, reject) => {
    socket.once('data', resolve)
    socket.once('close', () => reject(noPostgres(endpoint)))
    socket.once('error', error => reject(networkError(error, endpoint)))
  })
  socket.write(int32s(SSL_REQUEST))
  try {
    const answer = await abortable(answered, signal)
    // More than one byte before the handshake would be text that somebody between slipped in (CVE-2021-23222).
    if (answer.length === 1) return answer.toString('latin1')
    throw noPostgres(endpoint)
  } catch (error) {
    socket.destroy()
    throw error
  }
}

function encrypt(socket: Duplex, target: PostgresTarget, host: string, signal: AbortSignal): Promise<TLSSocket> {
  const { mode, ca, serverName } = target.tls
  return secure(
    socket,
    {
      host: serverName ?? host,
      endpoint: target.endpoint,
      context: ca === undefined ? undefined : secureContext({ ca }),
      insecure: mode !== 'verify',
      protocols: [],
    },
    signal,
  )
}

function noPostgres(endpoint: string): CheckError {
  return new CheckError({
    code: 'database-protocol',
    message: `${endpoint} does not speak PostgreSQL's protocol.`,
    hint: 'Is this the port of the database?',
    endpoint,
  })
}

function int32s(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) buffer.writeInt32BE(value | 0, index * 4)
  return buffer
}
