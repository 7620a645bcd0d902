import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { callerOf } from './authentication.ts'
import type { Behaviour } from './behaviour.ts'

const ROOM = /^\/ws\/exchange\/([\w-]+)$/

/** The WebSocket at `/ws/exchange/:room`: greets who enters, and gives back what is sent. */
export interface Exchange {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

export function createExchange({
  tokenSecret,
  behaviour,
}: {
  readonly tokenSecret: string
  readonly behaviour: Behaviour
}): Exchange {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  return {
    upgrade(request, socket, head) {
      const room = ROOM.exec(request.url?.split('?')[0] ?? '')?.[1]
      const known = callerOf(request.headers, tokenSecret) !== undefined
      if (room === undefined) refuse(socket, '404 Not Found')
      else if (!known && behaviour.socketAsksForToken) refuse(socket, '403 Forbidden')
      else server.handleUpgrade(request, socket, head, client => enter(client, room, behaviour))
    },
    close() {
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}

function enter(client: WebSocket, room: string, behaviour: Behaviour): void {
  const send = (message: object): void => client.send(JSON.stringify(message))
  client.on('error', () => client.terminate())
  client.on('message', data => {
    if (behaviour.socketEchoes) send({ type: 'message', room, text: String(data) })
  })
  if (behaviour.socketWelcomes) send({ type: 'welcome', room })
}

/** Before the handshake a WebSocket is plain HTTP (RFC 6455, section 4.2.2), so it is refused with a plain answer. */
function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
