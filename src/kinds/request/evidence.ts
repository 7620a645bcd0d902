import type { Json } from '../../model/json.ts'
import type { EvidencePart } from '../../model/observation.ts'
import type { HttpResponse } from '../../transport/http-client.ts'
import type { Journey } from './follow.ts'
import type { Header } from './prepare.ts'

/** Larger documents are shown as they came: laying them out again would double the memory they take. */
const MOST_PRETTY = 256 * 1024

/** What went over the wire: the request, the redirects, the answer. Credentials are masked by their place, however short. */
export function requestEvidence(
  journey: Journey,
  body: { readonly text: string; readonly json: Json | undefined },
): readonly EvidencePart[] {
  const { response } = journey
  return [
    { title: 'Request', text: requestText(journey), language: 'http', outside: false },
    ...(journey.redirects.length === 0 ? [] : [redirectsPart(journey)]),
    { title: 'Answer', text: answerText(response), language: 'http', outside: true },
    ...(body.text === '' ? [] : [bodyPart(body)]),
  ]
}

function requestText({ last, bodyText }: Journey): string {
  const { url, method, headers } = last
  const lines = [
    `${method} ${url.pathname}${url.search} HTTP/1.1`,
    `host: ${url.host}`,
    ...headers.map(([name, value]) => `${name}: ${masked(name, value)}`),
  ]
  const body = last.body === undefined ? undefined : bodyText
  return body === undefined ? lines.join('\n') : `${lines.join('\n')}\n\n${body}`
}

function redirectsPart({ redirects }: Journey): EvidencePart {
  const text = redirects.map(({ status, url, location }) => `${status} ${url} → ${location}`).join('\n')
  return { title: 'Redirects', text, language: 'text', outside: true }
}

function answerText(response: HttpResponse): string {
  const lines = Object.entries(response.headers).flatMap(([name, value]): Header[] =>
    typeof value === 'object' ? value.map((one): Header => [name, one]) : [[name, value ?? '']],
  )
  return [
    `HTTP/${response.httpVersion} ${response.status} ${response.reason}`.trimEnd(),
    ...lines.map(([name, value]) => `${name}: ${masked(name, value)}`),
  ].join('\n')
}

function bodyPart({ text, json }: { readonly text: string; readonly json: Json | undefined }): EvidencePart {
  if (json === undefined) return { title: 'Body', text, language: 'text', outside: true }
  return { title: 'Body', text: laidOut(text, json), language: 'json', outside: true }
}

function laidOut(text: string, json: Json): string {
  if (text.length > MOST_PRETTY) return text
  try {
    return JSON.stringify(json, undefined, 2)
  } catch {
    // Nested too deeply to be written again.
    return text
  }
}

/** Keeps what tells: the scheme, the names and attributes of cookies. */
function masked(name: string, value: string): string {
  const header = name.toLowerCase()
  if (header === 'cookie') return value.replace(/=[^;]*/g, '=***')
  if (header === 'set-cookie') return value.replace(/^([^=;]*)=[^;]*/, '$1=***')
  return /^(proxy-)?authorization$/.test(header) ? value.replace(/^(\S+\s+)?.*$/s, '$1***') : value
}
