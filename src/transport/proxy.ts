import { request as httpRequest } from 'node:http'
import { BlockList, isIP, type Socket } from 'node:net'
import { CheckError } from '../model/check-error.ts'
import { isLoopbackHost, unbracketed } from './private-address.ts'

type Environment = Readonly<Record<string, string | undefined>>

export interface HttpProxy {
  readonly url: URL
  /** `host:port`, without credentials. */
  readonly endpoint: string
  /** The value of `Proxy-Authorization`, made of the credentials in its URL. */
  readonly authorization: string | undefined
}

/** Reads a proxy's URL; `host:port` alone means `http://host:port`. Throws a CheckError when it is none. */
export function parseProxy(text: string): HttpProxy {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`
  const url = URL.parse(address)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new CheckError({
      code: 'proxy-failed',
      message: 'The address of the proxy is not an http:// or https:// URL.',
      hint: 'Write `proxy: http://host:port`, and look at HTTP_PROXY and HTTPS_PROXY. SOCKS proxies are not supported.',
    })
  }
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return {
    url,
    endpoint: `${url.hostname}:${portOf(url)}`,
    authorization: credentials === ':' ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`,
  }
}

/**
 * The proxy the environment names for a URL: `http_proxy`, `https_proxy` (small letters first), unless `no_proxy` lists
 * the host. This machine itself is never asked through a proxy.
 */
export function environmentProxy(url: URL, environment: Environment): string | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const proxy = environment[name] || environment[name.toUpperCase()]
  if (proxy === undefined || proxy === '' || isLoopbackHost(url.hostname)) return undefined
  return isExcepted(url, environment.no_proxy || environment.NO_PROXY || '') ? undefined : proxy
}

/** `no_proxy` as curl reads it: names with all below them, a leading dot allowed, `*`, addresses, networks (`10.0.0.0/8`), ports. */
function isExcepted(url: URL, list: string): boolean {
  const host = unbracketed(url.hostname).toLowerCase()
  return list
    .split(/[\s,]+/)
    .filter(Boolean)
    .some(entry => {
      const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(isIP(entry) === 6 ? `${entry}:${portOf(url)}` : entry) ?? []
      if (port !== undefined && Number(port) !== portOf(url)) return false
      return name === '*' || matchesName(host, unbracketed(name).toLowerCase())
    })
}

function matchesName(host: string, entry: string): boolean {
  const [network = '', prefix] = entry.split('/')
  const version = isIP(network)
  if (prefix !== undefined && version !== 0 && isIP(host) === version) {
    const family = version === 4 ? 'ipv4' : 'ipv6'
    const networks = new BlockList()
    networks.addSubnet(network, Number(prefix), family)
    return networks.check(host, family)
  }
  const bare = entry.replace(/^\*?\./, '')
  return host === bare || host.endsWith(`.${bare}`)
}

/** Asks a proxy, over an open connection to it, for a tunnel (RFC 9110, 9.3.6); resolves to the socket, which then ends at the target. */
export function openTunnel(socket: Socket, proxy: HttpProxy, target: string, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const fail = (message: string, cause?: unknown): void => {
      signal.removeEventListener('abort', stop)
      socket.destroy()
      reject(proxyError(proxy, message, cause))
    }
    const stop = (): void => {
      socket.destroy()
      reject(signal.reason)
    }
    const asking = httpRequest({
      method: 'CONNECT',
      path: target,
      headers: {
        host: target,
        ...(proxy.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization }),
      },
      createConnection: () => socket,
    })
    asking.once('connect', (answer, tunnel) => {
      signal.removeEventListener('abort', stop)
      if (answer.statusCode === 200) resolve(tunnel as Socket)
      else fail(`answered ${answer.statusCode} ${answer.statusMessage ?? ''}`.trimEnd())
    })
    asking.once('response', answer => fail(`answered ${answer.statusCode} ${answer.statusMessage ?? ''}`.trimEnd()))
    asking.on('error', error => fail(`broke off (${error.message})`, error))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    asking.end()
  })

  function proxyError(failed: HttpProxy, message: string, cause: unknown): CheckError {
    return new CheckError({
      code: 'proxy-failed',
      message: `The proxy ${failed.endpoint} was asked for a connection to ${target} and ${message}.`,
      hint: message.includes('407')
        ? 'The proxy wants credentials: write them into its URL, `http://user:password@host:port`.'
        : 'Does the proxy allow this target, and can it reach it?',
      endpoint: failed.endpoint,
      cause,
    })
  }
}

/** The port of an http(s) URL, the scheme's own when none is written. */
export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}
