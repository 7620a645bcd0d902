import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

/** A service with no manners: it repeats whatever it is told, in every form it can think of. */
export async function startEchoService(issued: { readonly token: string; readonly cookie: string }) {
  const server = createServer((request, response) => void answer(request, response, issued))
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', socket => socket.on('message', data => socket.send(String(data))))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, issued: { token: string; cookie: string }) {
  const body = await read(request)
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/login') {
    response.setHeader('set-cookie', `session=${issued.cookie}; HttpOnly; Path=/`)
    return send(response, 'application/json', JSON.stringify({ access_token: issued.token, nested: { said: body } }))
  }
  if (pathname === '/page')
    return send(response, 'text/html', `<title>${decodeURIComponent(search)}</title><p>${search}</p>`)
  if (pathname === '/header') response.setHeader('x-said', encodeURIComponent(body))
  const bytes = Buffer.from(body)
  const said = {
    body,
    url: request.url ?? '',
    headers: request.headers,
    base64: [0, 1, 2].map(lead => Buffer.concat([Buffer.alloc(lead, 'x'), bytes]).toString('base64')),
    hex: bytes.toString('hex'),
    encoded: encodeURIComponent(body),
    quoted: JSON.stringify(body),
    cut: body.slice(3, 40),
    lines: body.split('\n'),
  }
  return send(response, 'application/json', JSON.stringify(said))
}

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('content-type', type)
  response.end(text)
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
