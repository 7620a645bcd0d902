import { isObject, type Json, type JsonObject, parseJson } from '../../model/json.ts'
import type { Observation, ObservedDocument } from '../../model/observation.ts'
import { shorten } from '../../model/visible.ts'
import type { HtmlDocument } from '../../transport/html-document.ts'
import type { HttpResponse } from '../../transport/http-client.ts'
import { certificateParts } from '../../transport/peer-certificate.ts'
import { decodeText, headerText } from '../../transport/text-decoding.ts'
import { requestEvidence } from './evidence.ts'
import type { Journey } from './follow.ts'
import { cookieValues } from './prepare.ts'
import { retryAfterMs } from './retry-after.ts'
import { shownUrl } from './written-url.ts'

const EMPTY = 'The body is empty.'

export interface ObservationFacts {
  readonly durationMs: number
  /** Wall-clock time. */
  readonly now: number
  readonly graphql: boolean
  /** Undefined when nobody could do the same by hand: curl knows no way through a host. */
  readonly reproduce: (() => readonly string[]) | undefined
}

/**
 * What a journey amounts to. Headers, body and JSON are made on first use: most checks look at a part only, and there may
 * be thousands.
 */
export function observationOf(journey: Journey, facts: ObservationFacts): Observation | Promise<Observation> {
  if (!isPage(journey.response)) return observed(journey, facts)
  return import('../../transport/html-document.ts').then(({ parseHtml }) => observed(journey, facts, parseHtml))
}

function observed(journey: Journey, facts: ObservationFacts, parseHtml?: (text: string) => HtmlDocument): Observation {
  const { response, last } = journey
  const contentType = contentTypeOf(response)
  const headers = once(() => headersOf(response))
  const text = once(() => decodeText(response.body, contentType))
  const json = once(() => jsonOf(text()))
  const page = parseHtml === undefined ? undefined : once(() => parseHtml(text()))
  const cookies = Object.fromEntries(journey.cookies.map(({ name, parts }) => [name, parts]))
  const parts = {
    status: response.status,
    reason: response.reason,
    get headers() {
      return headers()
    },
    cookies,
    get body() {
      return text()
    },
    // Undefined when the body is no JSON or no page, which `expect` and JSON.stringify both read as absent.
    get json() {
      return json()
    },
    get html() {
      const title = page?.().title
      return page === undefined ? undefined : title === undefined ? {} : { title }
    },
    url: shownUrl(last.url),
    redirects: journey.redirects,
    duration: tenths(facts.durationMs),
    timings: {
      dns: tenths(response.timings.dns),
      connect: tenths(response.timings.connect),
      tls: tenths(response.timings.tls),
      first_byte: tenths(response.timings.first_byte),
    },
    size: response.body.length,
    http_version: response.httpVersion,
    ...(response.remoteAddress === undefined ? {} : { remote_address: response.remoteAddress }),
    ...(response.certificate === undefined ? {} : { certificate: certificateParts(response.certificate, facts.now) }),
    ...(facts.graphql ? { errors: errorsOf(json()) } : {}),
  }
  const wait = retryAfterMs(response.headers['retry-after'], facts.now)
  return {
    parts: parts as JsonObject,
    remarks: remarksOn(journey, { text, json, page }),
    get document() {
      return documentOf(text(), json(), response)
    },
    get text() {
      return text()
    },
    lookup: (part, key) => find({ headers, cookies, page }, part, key),
    secrets: [
      ...journey.cookies.map(({ value }) => value),
      ...last.headers.flatMap(([name, value]) => (name === 'cookie' ? cookieValues(value) : [])),
    ].filter(value => value !== ''),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    evidence: () => requestEvidence(journey, { text: text(), json: json() }),
    ...(facts.reproduce === undefined ? {} : { reproduce: facts.reproduce }),
  }
}

interface Body {
  readonly text: () => string
  readonly json: () => Json | undefined
  /** Undefined when it is no page. */
  readonly page: (() => HtmlDocument) | undefined
}

/**
 * Made when a failure asks for them: of a part that is there, none says that it is absent. Nothing of the body is quoted:
 * they stand in public comments.
 */
function remarksOn(
  { response, last }: Journey,
  { text, json, page }: Body,
): Readonly<Record<string, string | undefined>> {
  const bare = (): boolean => text().trim() === ''
  return {
    ...(response.remoteAddress === undefined
      ? { remote_address: 'Through another machine it is not known which address answered.' }
      : {}),
    get json() {
      if (json() !== undefined) return undefined
      return bare() ? EMPTY : insteadOfJson(response)
    },
    get html() {
      if (page !== undefined) return undefined
      return bare() ? EMPTY : 'The body is no page.'
    },
    get status() {
      const location = headerText(String(response.headers.location ?? ''))
      const target = location === '' ? null : URL.parse(location, last.url.href)
      if (target === null || Math.floor(response.status / 100) !== 3) return undefined
      // A query may hold what is meant for one person only.
      target.search = ''
      target.hash = ''
      return `The answer leads to ${shorten(shownUrl(target), 120)}; \`redirects: 1\` would follow.`
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Names in small letters, repeats joined (RFC 9110, 5.3). */
function headersOf(response: HttpResponse): JsonObject {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(response.headers)) {
    const joined = typeof value === 'object' ? value.join(', ') : (value ?? '')
    headers[name] = headerText(joined)
  }
  return headers
}

function jsonOf(text: string): Json | undefined {
  // The characters JSON may begin with: spares every page a failing parse.
  if (!/^\s*["[{\d\-tfn]/.test(text)) return undefined
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

/** Without a piece of the body, since what is said here is public; the body is evidence. */
function documentOf(text: string, json: Json | undefined, response: HttpResponse): ObservedDocument {
  if (json !== undefined) return { text }
  return text.trim() === '' ? { missing: EMPTY } : { missing: insteadOfJson(response), unreadable: true }
}

function insteadOfJson(response: HttpResponse): string {
  return isPage(response) ? 'The body is a page, not JSON.' : 'The body is not JSON.'
}

function contentTypeOf(response: HttpResponse): string {
  return String(response.headers['content-type'] ?? '')
}

/** A page to be asked by selectors: what says it is HTML, and what looks like markup while it does not say otherwise. */
function isPage(response: HttpResponse): boolean {
  const contentType = contentTypeOf(response)
  const says = /html/i.test(contentType)
  // 60 is `<`; other markup (XML, a page sent as plain text) is told by its first character.
  const looks = !/json/i.test(contentType) && response.body[0] === 60
  return response.body.length > 0 && (says || looks)
}

function find(
  sources: {
    readonly headers: () => JsonObject
    readonly cookies: JsonObject
    readonly page: (() => HtmlDocument) | undefined
  },
  part: string,
  key: string,
): Json | undefined {
  if (part === 'headers') return own(sources.headers(), key.toLowerCase())
  if (part === 'cookies') return own(sources.cookies, key)
  return part === 'html' ? sources.page?.().find(key) : undefined
}

/** `constructor` is no header unless one came. */
function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function errorsOf(json: Json | undefined): Json | undefined {
  return isObject(json) ? json.errors : undefined
}

function tenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}
