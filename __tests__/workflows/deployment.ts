import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** A server with a Compose project: what the stand-in for Docker has started there is what it answers with. */
export interface Deployment extends AsyncDisposable {
  readonly url: string
  /** The version that runs, null before the first deployment. */
  version(): string | null
  /** From now on this version runs there, whatever is deployed. */
  stick(version: string): void
}

/** What the stand-ins for `ssh` and `docker` leave in the folder of a server. */
const RUNNING = '.running'

export interface DeploymentOptions {
  /** Releases whose catalogue does not answer. */
  readonly broken: ReadonlySet<string>
  /** Asked with each path; true when nothing is to be answered. */
  readonly hang?: (path: string) => boolean
}

export async function startDeployment(folder: string, options: DeploymentOptions): Promise<Deployment> {
  await mkdir(folder, { recursive: true })
  let stuck: string | null = null
  const version = (): string | null => {
    if (stuck !== null) return stuck
    const file = join(folder, RUNNING)
    return existsSync(file) ? (/^VERSION=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? null) : null
  }
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (options.hang?.(path)) return
    const running = version()
    const known = ['/health', '/v1/products'].includes(path)
    const good = running !== null && !(path === '/v1/products' && options.broken.has(running))
    response.writeHead(good ? (known ? 200 : 404) : 500, { 'content-type': 'application/json' })
    response.end(JSON.stringify(path === '/health' ? { status: 'ok', version: running } : [{ id: 1 }]))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    version,
    stick: version => {
      stuck = version
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}
