import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface LocalServer {
  readonly port: number
  /** Without a slash at its end. */
  readonly origin: string
  /** How many connections were opened. */
  readonly connections: () => number
}

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Answers with what it was asked, and remembers it. */
export interface EchoServer extends LocalServer {
  readonly seen: SeenRequest[]
}

const CERTIFICATES = new URL('./certificates/', import.meta.url)

export function pem(name: string): string {
  return readFileSync(new URL(name, CERTIFICATES), 'utf8')
}

/** Serves until the test ends, on a free port of 127.0.0.1 unless another host is given. */
export async function serveHttp(listener: RequestListener, host = '127.0.0.1'): Promise<LocalServer> {
  return listening(createServer(listener), 'http', host)
}

export async function serveHttps(
  listener: RequestListener,
  options: { readonly certificate?: 'server' | 'expired' | 'elsewhere'; readonly clients?: boolean } = {},
): Promise<LocalServer> {
  const { certificate = 'server', clients = false } = options
  const server = createTlsServer(
    {
      cert: pem(`${certificate}.pem`),
      key: pem(`${certificate}.key`),
      ...(clients ? { ca: pem('ca.pem'), requestCert: true, rejectUnauthorized: true } : {}),
    },
    listener,
  )
  return listening(server, 'https', '127.0.0.1')
}

export async function serveHttp2(
  listener: (request: Http2ServerRequest, response: Http2ServerResponse) => void,
): Promise<LocalServer> {
  const server = createSecureServer({ cert: pem('server.pem'), key: pem('server.key'), allowHTTP1: true }, listener)
  return listening(server, 'https', '127.0.0.1')
}

/** Speaks whatever the function writes. */
export async function serveTcp(accept: (socket: Socket) => void): Promise<LocalServer> {
  return listening(createTcpServer(accept), 'http', '127.0.0.1')
}

/** Answers every connection's first bytes with this text and ends. */
export async function serveText(answer: string): Promise<LocalServer> {
  return serveTcp(socket => socket.once('data', () => socket.end(answer)))
}

export async function serveEcho(): Promise<EchoServer> {
  const seen: SeenRequest[] = []
  const server = await serveHttp(async (request, response) => {
    const one = await read(request)
    seen.push(one)
    json(response, { method: one.method, url: one.url, headers: one.headers, body: one.body.toString('utf8') })
  })
  return { ...server, seen }
}

/** A proxy for tunnels and plain requests; `asked` lists what for, with the credentials that came along. */
export async function serveProxy(
  options: { readonly refuse?: number; readonly answer?: RequestListener; readonly connectTo?: number } = {},
): Promise<LocalServer & { readonly asked: { target: string; credentials: string | undefined }[] }> {
  const asked: { target: string; credentials: string | undefined }[] = []
  const note = (request: IncomingMessage): void => {
    asked.push({ target: request.url ?? '', credentials: request.headers['proxy-authorization'] })
  }
  const server = createServer((request, response) => {
    note(request)
    if (options.answer !== undefined) options.answer(request, response)
    else json(response, { through: 'proxy' })
  })
  server.on('connect', (request, socket) => {
    note(request)
    if (options.refuse !== undefined) {
      socket.end(`HTTP/1.1 ${options.refuse} No\r\n\r\n`)
      return
    }
    const port = options.connectTo ?? Number((request.url ?? '').split(':').at(-1))
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  return { ...(await listening(server, 'http', '127.0.0.1')), asked }
}

export async function read(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { method = '', url = '', headers } = request
  return { method, url, headers, body: Buffer.concat(chunks) }
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createTcpServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function listening(server: Server, scheme: string, host: string): Promise<LocalServer> {
  const open = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections += 1
    open.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })
  onTestFinished(async () => {
    for (const socket of open) socket.destroy()
    await new Promise(resolve => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  const shown = host.includes(':') ? `[${host}]` : host
  return { port, origin: `${scheme}://${shown}:${port}`, connections: () => connections }
}
