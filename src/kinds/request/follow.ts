import { CheckError } from '../../model/check-error.ts'
import type { SetCookie } from '../../transport/cookie-jar.ts'
import type { CookieSession } from '../../transport/cookie-session.ts'
import type { HttpClient, HttpResponse } from '../../transport/http-client.ts'
import { isPrivateAddress, isPrivateHost } from '../../transport/private-address.ts'
import { headerText } from '../../transport/text-decoding.ts'
import type { Header, PreparedRequest } from './prepare.ts'
import { shownUrl } from './written-url.ts'

export interface FollowOptions {
  readonly client: HttpClient
  readonly cookies: CookieSession
  /** How many redirects are followed. */
  readonly redirects: number
  readonly signal: AbortSignal
  readonly maxBytes: number
  /** Wall-clock time. */
  readonly now: () => number
  readonly sent: () => void
}

/** One request as it was sent: after redirects not the one that was asked for. */
export interface SentRequest {
  readonly method: string
  readonly url: URL
  readonly headers: readonly Header[]
  readonly body: Buffer | undefined
}

export interface Journey {
  readonly response: HttpResponse
  /** The first request, and the one that was answered at last. */
  readonly first: SentRequest
  readonly last: SentRequest
  /** The body that was sent, where it is text. */
  readonly bodyText: string | undefined
  readonly redirects: readonly { readonly status: number; readonly url: string; readonly location: string }[]
  /** Set on the whole way, in order. */
  readonly cookies: readonly SetCookie[]
}

/** RFC 9110, 15.4: the answers that send the client elsewhere. */
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Sends a request and goes where its answers lead, as far as that is allowed. Rejects with a CheckError, or with the signal's reason. */
export async function follow(request: PreparedRequest, options: FollowOptions): Promise<Journey> {
  const { client, cookies } = options
  const redirects: { status: number; url: string; location: string }[] = []
  const set: SetCookie[] = []
  let current: SentRequest = { method: request.method, url: request.url, headers: [], body: request.body?.content }
  let first: SentRequest | undefined
  let publicOnly = false
  for (;;) {
    current = { ...current, headers: headersFor(current, request, cookies) }
    first ??= current
    const response = await client.send(current, { ...options, publicOnly })
    const lines = linesOf(response)
    if (lines.length > 0) set.push(...(await cookies.store(current.url, lines, options.now())))
    const location = locationOf(response)
    const leads = REDIRECTS.has(response.status) && location !== undefined && options.redirects > 0
    if (!leads) return { response, first, last: current, bodyText: request.body?.text, redirects, cookies: set }
    if (redirects.length >= options.redirects) throw tooMany(request.url, options.redirects)
    redirects.push({ status: response.status, url: shownUrl(current.url), location })
    // Once public, always public: a detour must not make a private address reachable.
    publicOnly ||= isPublic(current.url, response, client)
    current = nextRequest(current, response.status, location)
  }
}

function headersFor(current: SentRequest, request: PreparedRequest, cookies: CookieSession): readonly Header[] {
  const ownOrigin = current.url === request.url || current.url.origin === request.url.origin
  // `Host` names the first server; another one would look for a site it does not have.
  const written = ownOrigin
    ? [...request.headers, ...request.credentials]
    : request.headers.filter(([name]) => name.toLowerCase() !== 'host')
  const bodiless = current.body === undefined && request.body !== undefined
  const headers = bodiless ? written.filter(([name]) => !/^content-/i.test(name)) : written
  const kept = cookies.header(current.url)
  if (kept === '') return headers
  const byHand = headers.find(([name]) => name.toLowerCase() === 'cookie')?.[1]
  return [...headers.filter(([name]) => name.toLowerCase() !== 'cookie'), ['cookie', mergedCookies(kept, byHand)]]
}

/** A cookie written by hand wins over the jar's of the same name. */
function mergedCookies(kept: string, byHand: string | undefined): string {
  if (byHand === undefined) return kept
  const nameOf = (pair: string): string => pair.slice(0, pair.indexOf('=')).trim()
  const names = new Set(byHand.split(';').map(nameOf))
  return [...kept.split('; ').filter(pair => !names.has(nameOf(pair))), byHand].join('; ')
}

function linesOf(response: HttpResponse): readonly string[] {
  const lines = response.headers['set-cookie']
  return lines === undefined ? [] : typeof lines === 'string' ? [lines] : lines
}

/** Bytes beyond ASCII, which should have been percent-encoded, are nearly always UTF-8, and browsers follow them. */
function locationOf({ headers }: HttpResponse): string | undefined {
  const { location } = headers
  return location === undefined ? undefined : headerText(location)
}

/** RFC 9110, 15.4.2–4: 303 asks for another resource with GET; for 301 and 302 after POST everybody does the same. */
function nextRequest(current: SentRequest, status: number, location: string): SentRequest {
  const url = URL.parse(location, current.url.href)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw refused(
      current.url,
      `The redirect leads to ${location.replace(/\/\/[^/?#]*@/, '//')}, which is no http:// or https:// URL.`,
    )
  }
  if (current.url.protocol === 'https:' && url.protocol === 'http:') {
    throw refused(current.url, `The redirect leads from https to ${shownUrl(url)}, which is not encrypted.`)
  }
  url.username = ''
  url.password = ''
  url.hash = ''
  const toGet =
    (status === 303 && current.method !== 'HEAD' && current.method !== 'GET') ||
    ((status === 301 || status === 302) && current.method === 'POST')
  return toGet ? { method: 'GET', url, headers: [], body: undefined } : { ...current, url, headers: [] }
}

function isPublic(url: URL, response: HttpResponse, client: HttpClient): boolean {
  // Through a proxy the address is the proxy's, and through a machine none is known; the name of the host has to do.
  if (client.proxyOf(url) !== undefined || response.remoteAddress === undefined) return !isPrivateHost(url.hostname)
  return !isPrivateAddress(response.remoteAddress)
}

function refused(from: URL, message: string): CheckError {
  return new CheckError({
    code: 'redirect-refused',
    message,
    hint: 'Correct the redirect, or ask its target itself.',
    endpoint: from.host,
  })
}

function tooMany(url: URL, limit: number): CheckError {
  return new CheckError({
    code: 'too-many-redirects',
    message: `${url.host} redirects more than ${limit === 1 ? 'once' : `${limit} times`}.`,
    hint: 'Raise `redirects` (20 at most) if so many are expected; otherwise the service may be redirecting in a circle.',
    endpoint: url.host,
  })
}
