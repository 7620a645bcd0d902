import type { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import { CheckError } from '../model/check-error.ts'
import { type Dialled, type DialTarget, dial as dialDirectly } from './dial.ts'
import type { Dial } from './dial-through.ts'
import { type PeerCertificate, peerCertificate } from './peer-certificate.ts'
import { isPrivateHost } from './private-address.ts'
import { type HttpProxy, openTunnel, portOf } from './proxy.ts'
import { secure } from './secure.ts'

/** The way to an origin: directly or through a proxy, in plain text or encrypted. */
export interface Route {
  readonly url: URL
  readonly proxy: HttpProxy | undefined
  /** Connect here instead of to what the name resolves to. */
  readonly address: string | undefined
  readonly publicOnly: boolean
  /** How connections are opened, when not directly: what names mean is then known there only. */
  readonly dial: Dial | undefined
  readonly context: SecureContext | undefined
  readonly insecure: boolean
  readonly http2: boolean
}

export interface OpenedRoute {
  readonly socket: Socket
  readonly certificate: PeerCertificate | undefined
  /** Milliseconds. With a proxy, `dns` and `connect` are those of the proxy, and `tls` holds the tunnel. */
  readonly dns: number
  readonly connect: number
  readonly tls: number
}

/** Opens a connection on which HTTP can be spoken with the origin of a URL. Rejects with a CheckError, or the signal's reason. */
export async function openRoute(route: Route, signal: AbortSignal): Promise<OpenedRoute> {
  const { url, proxy } = route
  const dialled = await reach(route, signal)
  const begun = performance.now()
  const reached = proxy?.url.protocol === 'https:' ? await secureProxy(dialled.socket, proxy, signal) : dialled.socket
  const phases = { dns: dialled.dnsMs, connect: dialled.connectMs }
  if (url.protocol === 'http:') return { socket: reached, certificate: undefined, ...phases, tls: 0 }
  const endpoint = endpointOf(url)
  const straight = proxy === undefined ? reached : await openTunnel(reached, proxy, endpoint, signal)
  const { context, insecure, http2 } = route
  const protocols = http2 ? ['h2', 'http/1.1'] : ['http/1.1']
  const socket = await secure(straight, { host: url.hostname, endpoint, context, insecure, protocols }, signal)
  return { socket, certificate: peerCertificate(socket), ...phases, tls: performance.now() - begun }
}

/** `host:port`, for messages and as what a proxy is asked for. */
export function endpointOf(url: URL): string {
  return `${url.hostname}:${portOf(url)}`
}

export function privateRedirect(url: URL): CheckError {
  return new CheckError({
    code: 'redirect-refused',
    message: `The redirect leads from a public address to ${url.hostname}, which is private.`,
    hint: 'A public service must not send its callers into a private network; if this one may, ask the target itself.',
    endpoint: endpointOf(url),
  })
}

function dialTarget({ url, proxy, address, publicOnly, dial }: Route): DialTarget {
  if (publicOnly && dial !== undefined && isPrivateHost(url.hostname)) throw privateRedirect(url)
  if (proxy === undefined) {
    // An address that the author gave is the author's decision.
    const given = address === undefined ? { publicOnly } : { addresses: [address] }
    return { host: url.hostname, port: portOf(url), ...given }
  }
  // What the name means is the proxy's business; only what is plainly private can be told from here.
  if (publicOnly && isPrivateHost(url.hostname)) throw privateRedirect(url)
  return { host: proxy.url.hostname, port: portOf(proxy.url) }
}

function secureProxy(socket: Socket, proxy: HttpProxy, signal: AbortSignal): Promise<Socket> {
  const { endpoint } = proxy
  const host = proxy.url.hostname
  return secure(socket, { host, endpoint, context: undefined, insecure: false, protocols: ['http/1.1'] }, signal)
}

async function reach(route: Route, signal: AbortSignal): Promise<Dialled> {
  const { proxy, dial = dialDirectly } = route
  const target = dialTarget(route)
  try {
    return await dial(target, signal)
  } catch (error) {
    if (proxy === undefined || !(error instanceof CheckError)) throw error
    // The reason of an aborted signal is a CheckError as well, and not the proxy's fault.
    if (signal.aborted) throw error
    throw new CheckError({
      code: 'proxy-failed',
      message: `The proxy cannot be reached: ${error.message}`,
      hint: 'Look at `proxy`, HTTP_PROXY and HTTPS_PROXY; hosts in NO_PROXY are asked directly.',
      endpoint: proxy.endpoint,
      cause: error,
    })
  }
}
