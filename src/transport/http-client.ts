import type { SecureContext } from 'node:tls'
import type { Dial } from './dial-through.ts'
import { ConnectionLost, HttpConnection, type WireResponse } from './http-connection.ts'
import { networkError } from './network-error.ts'
import { endpointOf, openRoute, privateRedirect } from './open-route.ts'
import type { PeerCertificate } from './peer-certificate.ts'
import { isPrivateAddress, isPrivateHost } from './private-address.ts'
import { environmentProxy, type HttpProxy, parseProxy, portOf } from './proxy.ts'
import { secureContext, type TlsOptions } from './secure.ts'

/** What connections have in common; requests with equal options share a client. */
export interface HttpClientOptions {
  readonly tls: TlsOptions
  /** Offers HTTP/2 to servers that speak TLS (ALPN, RFC 7301). */
  readonly http2: boolean
  /** How connections are opened, when not directly; the environment's proxies are then not for them. */
  readonly dial?: Dial | undefined
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
  /** Undefined when the connection leads through another machine. */
  readonly remoteAddress: string | undefined
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
        if (!(repeatable || error.unsent)) throw networkError(error.cause, endpointOf(url))
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
    const { dial, environment } = this.#options
    const text = this.#options.proxy ?? (dial === undefined ? environmentProxy(url, environment) : undefined)
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
          : await decode(answer.body, encoding, options.maxBytes, endpointOf(request.url)),
      remoteAddress: connection.address,
      certificate: connection.certificate,
      timings: { dns: opened.dns, connect: opened.connect, tls: opened.tls, first_byte: answer.firstByteMs },
    }
  }

  async #open(url: URL, proxy: HttpProxy | undefined, options: SendOptions): Promise<Opened> {
    const { tls, http2, dial } = this.#options
    const route = {
      url,
      proxy,
      address: this.addressOf(url),
      publicOnly: options.publicOnly ?? false,
      dial,
      context: url.protocol === 'https:' ? this.#secureContext() : undefined,
      insecure: tls.insecure ?? false,
      http2,
    }
    const { socket, certificate, ...phases } = await openRoute(route, options.signal)
    const connection = new HttpConnection(url, socket, certificate)
    this.#keep(poolKey(url, proxy), connection)
    return { connection, ...phases }
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

/** Compression is loaded with the first body that needs it. */
async function decode(...body: [body: Buffer, encoding: string, maxBytes: number, endpoint: string]): Promise<Buffer> {
  const { decodeContent } = await import('./content-coding.ts')
  return decodeContent(...body)
}

function poolKey(url: URL, proxy: HttpProxy | undefined): string {
  return proxy === undefined ? url.origin : `${url.origin} ${proxy.url.href}`
}

function guardPublic(kept: HttpConnection, url: URL, proxy: HttpProxy | undefined, options: SendOptions): void {
  if (options.publicOnly !== true) return
  const told = proxy === undefined ? kept.address : undefined
  if (told === undefined ? isPrivateHost(url.hostname) : isPrivateAddress(told)) throw privateRedirect(url)
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
