import type { SecureContext } from 'node:tls'
import { CheckError } from '../model/check-error.ts'
import { decodeContent } from './content-coding.ts'
import { type DialTarget, dial } from './dial.ts'
import { ConnectionLost, HttpConnection, type WireResponse } from './http-connection.ts'
import { networkError } from './network-error.ts'
import { type PeerCertificate, peerCertificate } from './peer-certificate.ts'
import { isPrivateAddress, isPrivateHost } from './private-address.ts'
import { environmentProxy, type HttpProxy, openTunnel, parseProxy, portOf } from './proxy.ts'
import { secure, secureContext, type TlsOptions } from './secure.ts'

/** What connections have in common; requests with equal options share a client. */
export interface HttpClientOptions {
  readonly tls: TlsOptions
  /** Offers HTTP/2 to servers that speak TLS (ALPN, RFC 7301). */
  readonly http2: boolean
  /** A proxy's URL; when absent the environment decides. */
  readonly proxy?: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Addresses by `host:port` or `host`, which are connected to instead of what DNS says. */
  readonly resolve: Readonly<Record<string, string>>
}

export interface HttpRequest {
  readonly method: string
  readonly url: URL
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer | undefined
}

export interface HttpResponse extends Omit<WireResponse, 'firstByteMs'> {
  /** Decoded: without content codings. */
  readonly body: Buffer
  readonly remoteAddress: string
  readonly certificate: PeerCertificate | undefined
  /** Milliseconds; `dns`, `connect` and `tls` are 0 on a connection that was already open. */
  readonly timings: {
    readonly dns: number
    readonly connect: number
    readonly tls: number
    readonly first_byte: number
  }
}

export interface SendOptions {
  readonly signal: AbortSignal
  readonly maxBytes: number
  /** Refuses private addresses: for a redirect that came from a public one. */
  readonly publicOnly?: boolean
  /** Called when the request is handed to the network, before anything can be answered. */
  readonly sent: () => void
}

interface Opened {
  readonly connection: HttpConnection
  readonly dns: number
  readonly connect: number
  readonly tls: number
}

/** RFC 9110, 9.2.2: repeating these changes nothing, so they may be sent again when a kept connection turns out closed. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])
/** Servers close idle connections after seconds; a request that must not be repeated avoids those that might be closing. */
const UNREPEATABLE_IDLE_MS = 1_000

/** Sends requests over kept-alive connections, one pool for each origin. Follows nothing, remembers nothing of sessions. */
export class HttpClient implements AsyncDisposable {
  readonly #options: HttpClientOptions
  readonly #pools = new Map<string, HttpConnection[]>()
  #context: SecureContext | undefined
  #contextMade = false

  constructor(options: HttpClientOptions) {
    this.#options = options
  }

  /** One request, one answer. Rejects with a CheckError, or with the signal's reason. */
  async send(request: HttpRequest, options: SendOptions): Promise<HttpResponse> {
    const { url } = request
    const proxy = this.proxyOf(url)
    const repeatable = IDEMPOTENT.has(request.method)
    const kept = this.#free(url, proxy, repeatable)
    if (kept !== undefined) {
      guardPublic(kept, url, proxy, options)
      try {
        return await this.#exchange({ connection: kept, dns: 0, connect: 0, tls: 0 }, request, proxy, options)
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw networkError(error, endpointOf(url))
        if (!repeatable) throw networkError(error.cause, endpointOf(url))
      }
    }
    const opened = await this.#open(url, proxy, options)
    try {
      return await this.#exchange(opened, request, proxy, options)
    } catch (error) {
      throw networkError(error, endpointOf(url))
    }
  }

  /** The proxy a URL is asked through, if any. */
  proxyOf(url: URL): HttpProxy | undefined {
    const text = this.#options.proxy ?? environmentProxy(url, this.#options.environment)
    return text === undefined ? undefined : parseProxy(text)
  }

  /** The address that `resolve` gives for a URL. */
  addressOf(url: URL): string | undefined {
    return this.#options.resolve[`${url.hostname}:${portOf(url)}`] ?? this.#options.resolve[url.hostname]
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const pool of this.#pools.values()) for (const connection of pool) connection.close()
    this.#pools.clear()
  }

  #free(url: URL, proxy: HttpProxy | undefined, repeatable: boolean): HttpConnection | undefined {
    const pool = this.#pools.get(poolKey(url, proxy))
    const now = performance.now()
    // The last used is the least likely to be closed by the other side.
    return pool?.findLast(connection =>
      connection.isFree(now, repeatable ? Number.POSITIVE_INFINITY : UNREPEATABLE_IDLE_MS),
    )
  }

  async #exchange(
    opened: Opened,
    request: HttpRequest,
    proxy: HttpProxy | undefined,
    options: SendOptions,
  ): Promise<HttpResponse> {
    const { connection } = opened
    options.sent()
    const answer = await connection.exchange(wireRequest(request, proxy), options)
    const encoding = answer.headers['content-encoding']
    return {
      status: answer.status,
      reason: answer.reason,
      headers: answer.headers,
      httpVersion: answer.httpVersion,
      body:
        encoding === undefined || answer.body.length === 0
          ? answer.body
          : await decodeContent(answer.body, encoding, options.maxBytes, endpointOf(request.url)),
      remoteAddress: connection.address,
      certificate: connection.certificate,
      timings: { dns: opened.dns, connect: opened.connect, tls: opened.tls, first_byte: answer.firstByteMs },
    }
  }

  async #open(url: URL, proxy: HttpProxy | undefined, options: SendOptions): Promise<Opened> {
    const { signal } = options
    const target = dialTarget(url, proxy, this.addressOf(url), options)
    const dialled = await dialThrough(target, proxy, signal)
    const begun = performance.now()
    let socket = dialled.socket
    if (proxy?.url.protocol === 'https:') {
      socket = await secure(
        socket,
        {
          host: proxy.url.hostname,
          endpoint: proxy.endpoint,
          context: undefined,
          insecure: false,
          protocols: ['http/1.1'],
        },
        signal,
      )
    }
    let certificate: PeerCertificate | undefined
    if (url.protocol === 'https:') {
      if (proxy !== undefined) socket = await openTunnel(socket, proxy, `${url.hostname}:${portOf(url)}`, signal)
      const { insecure = false } = this.#options.tls
      const protocols = this.#options.http2 ? ['h2', 'http/1.1'] : ['http/1.1']
      const context = this.#secureContext()
      const encrypted = await secure(
        socket,
        { host: url.hostname, endpoint: endpointOf(url), context, insecure, protocols },
        signal,
      )
      certificate = peerCertificate(encrypted)
      socket = encrypted
    }
    const connection = new HttpConnection(url, socket, certificate)
    this.#keep(poolKey(url, proxy), connection)
    return {
      connection,
      dns: dialled.dnsMs,
      connect: dialled.connectMs,
      tls: socket === dialled.socket ? 0 : performance.now() - begun,
    }
  }

  #keep(key: string, connection: HttpConnection): void {
    const open = this.#pools.get(key)?.filter(({ closed }) => !closed) ?? []
    this.#pools.set(key, [...open, connection])
  }

  #secureContext(): SecureContext | undefined {
    if (!this.#contextMade) {
      this.#context = secureContext(this.#options.tls)
      this.#contextMade = true
    }
    return this.#context
  }
}

function poolKey(url: URL, proxy: HttpProxy | undefined): string {
  return proxy === undefined ? url.origin : `${url.origin} ${proxy.url.href}`
}

function endpointOf(url: URL): string {
  return `${url.hostname}:${portOf(url)}`
}

async function dialThrough(
  target: DialTarget,
  proxy: HttpProxy | undefined,
  signal: AbortSignal,
): ReturnType<typeof dial> {
  try {
    return await dial(target, signal)
  } catch (error) {
    if (proxy === undefined || !(error instanceof CheckError)) throw error
    throw new CheckError({
      code: 'proxy-failed',
      message: `The proxy cannot be reached: ${error.message}`,
      hint: 'Look at `proxy`, HTTP_PROXY and HTTPS_PROXY; hosts in NO_PROXY are asked directly.',
      endpoint: proxy.endpoint,
      cause: error,
    })
  }
}

function dialTarget(
  url: URL,
  proxy: HttpProxy | undefined,
  address: string | undefined,
  options: SendOptions,
): DialTarget {
  if (proxy === undefined) {
    return {
      host: url.hostname,
      port: portOf(url),
      address,
      publicOnly: options.publicOnly === true && address === undefined,
    }
  }
  // What the name means is the proxy's business; only what is plainly private can be told from here.
  if (options.publicOnly === true && isPrivateHost(url.hostname)) throw privateRedirect(url)
  return { host: proxy.url.hostname, port: portOf(proxy.url) }
}

function guardPublic(kept: HttpConnection, url: URL, proxy: HttpProxy | undefined, options: SendOptions): void {
  if (options.publicOnly !== true) return
  if (proxy === undefined ? isPrivateAddress(kept.address) : isPrivateHost(url.hostname)) throw privateRedirect(url)
}

function privateRedirect(url: URL): CheckError {
  return new CheckError({
    code: 'redirect-refused',
    message: `The redirect leads from a public address to ${url.hostname}, which is private.`,
    hint: 'A public service must not send its callers into a private network; if this one may, ask the target itself.',
    endpoint: endpointOf(url),
  })
}

/** A plain-text target is asked of a proxy by its whole URL (RFC 9112, 3.2.2); inside a tunnel nobody sees the proxy. */
function wireRequest(request: HttpRequest, proxy: HttpProxy | undefined): Parameters<HttpConnection['exchange']>[0] {
  const { url, method, body } = request
  const path = `${url.pathname}${url.search}`
  const headers = request.headers.flat()
  if (proxy === undefined || url.protocol === 'https:') return { method, path, headers, body }
  if (proxy.authorization !== undefined) headers.push('proxy-authorization', proxy.authorization)
  return { method, path: `${url.origin}${path}`, headers, body }
}
