import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { pem } from '../transport/local-servers.ts'
import { boundProgram } from './builders.ts'

type Greet = (socket: WebSocket, request: IncomingMessage) => void

/** A server that greets with `welcome` and echoes, unless told otherwise. */
export async function serve(
  greet: Greet = echo,
  options: { refuse?: number; protocols?: readonly string[]; headers?: readonly string[]; tls?: boolean } = {},
): Promise<{ url: string; port: number; seen: IncomingMessage[] }> {
  const { refuse, protocols = [], headers = [], tls = false } = options
  const seen: IncomingMessage[] = []
  const server: Server = tls
    ? createTlsServer({ cert: pem('server.pem'), key: pem('server.key') })
    : createServer((_request, response) => response.writeHead(426).end())
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: offered => protocols.find(protocol => offered.has(protocol)) ?? false,
  })
  sockets.on('headers', lines => lines.push(...headers))
  server.on('upgrade', (request, socket, head) => {
    seen.push(request)
    if (refuse !== undefined) {
      socket.end(`HTTP/1.1 ${refuse} No\r\nX-Why: strangers\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, open => greet(open, request))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `${tls ? 'wss' : 'ws'}://127.0.0.1:${port}/ws`, port, seen }
}

export function echo(socket: WebSocket): void {
  socket.send('{"type":"welcome","id":9007199254740993}')
  socket.on('message', (data, binary) => socket.send(data, { binary }))
}

/** `.field == value`, over messages that are objects. */
export const is = (field: string, value: unknown) =>
  boundProgram(
    `.${field} == ${JSON.stringify(value)}`,
    message => (Object(message) as Record<string, unknown>)[field] === value,
  )
