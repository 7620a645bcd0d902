import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connectDatabase, openDatabase } from './database.ts'
import { createExchange } from './exchange.ts'
import { type Answer, type Handler, refusal } from './http.ts'
import { type Log, openLog } from './log.ts'
import { createRoutes } from './routes.ts'
import type { Settings } from './settings.ts'

const MAX_BODY_BYTES = 64 * 1024

export interface Service {
  /** `http://127.0.0.1:8000` */
  readonly url: string
  close(): Promise<void>
}

/** Migrates the database unless somebody else does, listens, and tells the log. */
export async function startService(settings: Settings): Promise<Service> {
  const log = openLog(settings.logFile)
  const database = await (settings.migrates ? openDatabase : connectDatabase)(settings.databaseUrl)
  const routes = createRoutes({ ...settings, database, log })
  const exchange = createExchange(settings)
  const server = createServer((request, response) => void handle(request, response, { routes, log, settings }))
  server.on('upgrade', exchange.upgrade)
  await listen(server, settings)
  const url = `http://${settings.host}:${(server.address() as AddressInfo).port}`
  log.info('uvicorn.error', 'Application startup complete.')
  log.info('uvicorn.error', `Listening on ${url} (Press CTRL+C to quit)`)
  const close = async (): Promise<void> => {
    exchange.close()
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    await database.end()
    log.info('uvicorn.error', 'Finished server process')
  }
  return { url, close }
}

function listen(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}

interface Parts {
  readonly routes: Handler
  readonly log: Log
  readonly settings: Settings
}

async function handle(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const { routes, log, settings } = parts
  const { method = '', url = '/', headers } = request
  const told = settings.trustsProxy ? headers['x-real-ip'] : undefined
  const address = typeof told === 'string' ? told : (request.socket.remoteAddress ?? '')
  let answer: Answer
  try {
    const body = await readBody(request)
    const path = url.split('?')[0] ?? ''
    answer = body === undefined ? refusal(413, 'Too large') : await routes({ method, path, headers, body, address })
  } catch (cause) {
    log.error('uvicorn.error', 'Exception in ASGI application', cause instanceof Error ? cause.stack : String(cause))
    answer = refusal(500, 'Something is wrong with us')
  }
  log.info('uvicorn.access', `${address} - "${method} ${url} HTTP/${request.httpVersion}" ${answer.status}`)
  response.writeHead(answer.status, answer.headers).end(method === 'HEAD' ? undefined : answer.body)
}

/** Undefined when it is larger than anybody needs; the rest is read and dropped, so that the answer is heard. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BODY_BYTES) chunks.push(chunk)
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString()
}
