import type { Socket } from 'node:net'
import { dial } from './dial.ts'
import type { Dial } from './dial-through.ts'
import { environmentProxy, openTunnel, parseProxy, portOf } from './proxy.ts'
import { secure } from './secure.ts'

/**
 * A connection to the origin of an `http:` or `https:` URL for a protocol that is upgraded to: through the proxy that the
 * environment names, or as `dial` opens it, with TLS verified. Rejects with a CheckError or the signal's reason.
 */
export async function openOriginStream(
  url: URL,
  way: { readonly environment: Readonly<Record<string, string | undefined>>; readonly dial?: Dial | undefined },
  signal: AbortSignal,
): Promise<Socket> {
  const port = portOf(url)
  const endpoint = `${url.hostname}:${port}`
  const proxyUrl = way.dial === undefined ? environmentProxy(url, way.environment) : undefined
  const socket =
    proxyUrl === undefined
      ? (await (way.dial ?? dial)({ host: url.hostname, port }, signal)).socket
      : await tunnel(proxyUrl, endpoint, signal)
  if (url.protocol === 'http:') return socket
  return secure(socket, { ...verified(url.hostname, endpoint), protocols: ['http/1.1'] }, signal)
}

async function tunnel(proxyUrl: string, target: string, signal: AbortSignal): Promise<Socket> {
  const proxy = parseProxy(proxyUrl)
  const { socket } = await dial({ host: proxy.url.hostname, port: portOf(proxy.url) }, signal)
  const spoken =
    proxy.url.protocol === 'https:'
      ? await secure(socket, { ...verified(proxy.url.hostname, proxy.endpoint), protocols: [] }, signal)
      : socket
  return openTunnel(spoken, proxy, target, signal)
}

function verified(host: string, endpoint: string) {
  return { host, endpoint, context: undefined, insecure: false } as const
}
