import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { type RawData, WebSocket } from 'ws'
import { CheckError } from '../model/check-error.ts'
import { errorCode } from '../model/error-code.ts'
import type { Dial } from './dial-through.ts'
import { type Message, MessageQueue } from './message-queue.ts'
import { networkError } from './network-error.ts'
import { openOriginStream } from './origin-stream.ts'
import { wayLostIn } from './way-lost.ts'

/** As RFC 6455 §7.4 counts them: 1005 without a code, 1006 when the connection broke without a closing handshake. */
export interface WebSocketClose {
  readonly code: number
  readonly reason: string
}

export type Received =
  | { readonly is: 'message'; readonly message: Message }
  | { readonly is: 'closed'; readonly close: WebSocketClose }
  /** Nothing came for as long as was to be waited. */
  | { readonly is: 'silence' }

export interface WebSocketConnection {
  send(text: string): Promise<void>
  /** The next message that was not read yet, or what came instead. Rejects with a CheckError, or the signal's reason. */
  next(signal: AbortSignal, silenceMs?: number): Promise<Received>
  /** Closes with 1000 and tells how the other side closed; one that does not answer in time is cut off. Rejects with a CheckError when the way is lost. */
  close(): Promise<WebSocketClose>
  /** Cuts the connection without a word. */
  terminate(): void
}

const CLOSE_WAIT_MS = 1_000

export interface HandshakeRequest {
  /** `ws:` or `wss:`. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly protocols: readonly string[]
  /** Where `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` are read. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** How the connection is opened, when not directly; the environment's proxies are then not for it. */
  readonly dial?: Dial | undefined
}

/** The answer to a handshake (RFC 6455 §4): an open connection with status 101, or a refusal with another. */
export interface Handshake {
  readonly status: number
  /** By name in small letters; repeats joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  /** The values of `Set-Cookie`, one each. */
  readonly setCookies: readonly string[]
  /** The protocol the server chose; empty when it chose none. */
  readonly protocol: string
  readonly connection: WebSocketConnection | undefined
}

/** The largest message that is read, whatever it says of its own length. */
const MESSAGE_LIMIT = 10 * 1024 ** 2

/** Opens a WebSocket. A refusal with a status is an answer, not a fault. Rejects with a CheckError or the signal's reason. */
export async function openWebSocket(request: HandshakeRequest, signal: AbortSignal): Promise<Handshake> {
  const http = new URL(request.url.href.replace(/^ws/, 'http'))
  const stream = await openOriginStream(http, request, signal)
  const { promise, resolve, reject } = Promise.withResolvers<Handshake>()
  const endpoint = request.url.host
  let socket: WebSocket
  try {
    socket = new WebSocket(request.url, [...request.protocols], {
      headers: request.headers,
      maxPayload: MESSAGE_LIMIT,
      createConnection: () => stream,
    })
  } catch (error) {
    stream.destroy()
    throw invalidRequest(endpoint, error)
  }
  const stop = (): void => {
    reject(signal.reason)
    socket.terminate()
  }
  const connection = watchMessages(socket, stream)
  let answer: IncomingMessage | undefined
  signal.addEventListener('abort', stop, { once: true })
  socket.once('upgrade', response => {
    answer = response
  })
  socket.once('open', () => {
    if (answer !== undefined) resolve({ ...described(answer), protocol: socket.protocol, connection })
  })
  socket.once('unexpected-response', (_request, response) => {
    resolve({ ...described(response), protocol: '', connection: undefined })
    response.destroy()
    stream.destroy()
  })
  socket.on('error', error => reject(handshakeFault(endpoint, error)))
  return promise.finally(() => signal.removeEventListener('abort', stop))
}

function described(response: IncomingMessage) {
  const headers = Object.entries(response.headersDistinct).map(([name, values]) => [name, values?.join(', ') ?? ''])
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers) as Record<string, string>,
    setCookies: response.headersDistinct['set-cookie'] ?? [],
  }
}

function handshakeFault(endpoint: string, error: Error): unknown {
  const fault = networkError(error, endpoint)
  if (fault instanceof CheckError) return fault
  // What the library says of a broken 101: a wrong Sec-WebSocket-Accept, a protocol that nobody offered.
  return new CheckError({
    code: 'websocket-handshake',
    message: `${endpoint} accepted the handshake but broke its rules: ${error.message}.`,
    hint: 'Is there a WebSocket server behind this address, and does it know the `protocols` that are offered?',
    endpoint,
    verdict: 'failed',
    finding: { expected: 'a handshake by the rules of RFC 6455', actual: error.message },
    cause: error,
  })
}

function invalidRequest(endpoint: string, error: unknown): CheckError {
  return new CheckError({
    code: 'request-invalid',
    message: `The handshake with ${endpoint} cannot be sent: ${error instanceof Error ? error.message : String(error)}.`,
    hint: 'Look at the URL, the `headers` and the `protocols`.',
    endpoint,
    cause: error,
  })
}

/** Begins to collect messages: to be called before the connection is open, or the first ones are lost. */
function watchMessages(socket: WebSocket, stream: Socket): WebSocketConnection {
  const unread = new MessageQueue(socket)
  let fault: CheckError | undefined
  let lost: CheckError | undefined
  let closed: WebSocketClose | undefined
  let wake: () => void = () => undefined
  socket.on('message', (data, binary) => {
    unread.push({ text: toBuffer(data).toString(binary ? 'base64' : 'utf8'), binary })
    wake()
  })
  socket.on('error', error => {
    fault ??= connectionFault(error)
    wake()
  })
  // To the library it is a close with 1006, as if the server had broken off.
  stream.on('error', error => {
    lost ??= wayLostIn(error)
    fault ??= lost
    wake()
  })
  socket.on('close', (code, reason) => {
    closed = { code, reason: reason.toString('utf8') }
    wake()
  })

  const waiting = (): Received | undefined => {
    const message = unread.shift()
    if (message !== undefined) return { is: 'message', message }
    if (fault !== undefined) throw fault
    return closed === undefined ? undefined : { is: 'closed', close: closed }
  }
  return {
    send: text =>
      new Promise((resolve, reject) => {
        socket.send(text, error => (error ? reject(lost ?? sendFault(error)) : resolve()))
      }),
    async next(signal, silenceMs) {
      const ready = waiting()
      if (ready !== undefined) return ready
      signal.throwIfAborted()
      const { promise, resolve } = Promise.withResolvers<void>()
      wake = resolve
      signal.addEventListener('abort', wake, { once: true })
      const timer = silenceMs === undefined ? undefined : setTimeout(resolve, silenceMs)
      await promise
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      const received = waiting()
      if (received !== undefined) return received
      signal.throwIfAborted()
      return { is: 'silence' }
    },
    async close() {
      if (lost !== undefined) throw lost
      if (closed !== undefined) return closed
      const { promise, resolve } = Promise.withResolvers<WebSocketClose>()
      socket.once('close', (code, reason) => resolve({ code, reason: reason.toString('utf8') }))
      unread.drop()
      socket.close(1000)
      const timer = setTimeout(() => socket.terminate(), CLOSE_WAIT_MS)
      const close = await promise.finally(() => clearTimeout(timer))
      if (lost !== undefined) throw lost
      return close
    },
    terminate: () => socket.terminate(),
  }
}

function toBuffer(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? Buffer.from(data) : data
}

/** Breaches of the protocol by the other side; a connection that merely breaks is a close with 1006. */
function connectionFault(error: Error): CheckError | undefined {
  const code = errorCode(error) ?? ''
  if (!code.startsWith('WS_ERR_')) return undefined
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') {
    return new CheckError({
      code: 'websocket-message-too-long',
      message: 'The server sent a message of more than 10 MiB.',
      hint: 'A check reads messages up to 10 MiB.',
      cause: error,
    })
  }
  return new CheckError({
    code: 'websocket-protocol',
    message: `The server broke the rules of the WebSocket protocol: ${error.message}.`,
    hint: 'Look at what stands between the client and the service.',
    verdict: 'failed',
    finding: { expected: 'frames by the rules of RFC 6455', actual: error.message },
    cause: error,
  })
}

function sendFault(error: Error): CheckError {
  return new CheckError({
    code: 'websocket-closed',
    message: 'The connection was closed before the message could be sent.',
    hint: 'Look at the log of the service for the reason.',
    verdict: 'failed',
    finding: { expected: 'an open connection', actual: 'a closed one' },
    cause: error,
  })
}
