import type { Filled } from '../../model/template.ts'
import { VERSION } from '../../model/version.ts'
import { type Folder, queryText, type RequestBody, requestBody } from './body.ts'
import { type RequestSpec, targetOf } from './shape.ts'
import { requestUrl } from './written-url.ts'

export type Header = readonly [name: string, value: string]

export interface PreparedRequest {
  readonly method: string
  /** Without credentials and fragment. */
  readonly url: URL
  readonly headers: readonly Header[]
  /** Headers that only the origin of `url` may see. */
  readonly credentials: readonly Header[]
  /** The Authorization header came of user and password. */
  readonly basic: { readonly user: string; readonly password: string } | undefined
  readonly body: RequestBody | undefined
}

/** Headers that carry who asks: they never follow a redirect to another origin. */
const CREDENTIAL =
  /^(?!idempotency-key$)(?:(?:authorization|proxy-authorization|cookie)$|(?:.*[-_])?(?:token|secret|auth|session|password|jwt|api[-_]?key|key)(?:$|[-_]))/i

/** The request that a filled specification describes. Rejects with a CheckError for a URL or a file that cannot be used. */
export async function prepareRequest(spec: Filled<RequestSpec>, folder: Folder): Promise<PreparedRequest> {
  const target = targetOf<string>(spec)
  if (target === undefined) throw new Error('A request without a method passed its review')
  const url = requestUrl(target.url, spec.base_url, queryText(spec.params))
  const body = await requestBody(spec, folder)
  const basic = spec.basic ?? credentialsIn(url)
  // Setting a part of a URL is reading the whole anew, and hardly any holds credentials.
  if (url.username !== '') url.username = ''
  if (url.password !== '') url.password = ''
  const written = (spec.headers ?? []).map(({ name, value }): Header => [name, onTheWire(value)])
  const authorization = authorizationOf(spec, basic)
  const own =
    authorization === undefined || has(written, 'authorization') ? [] : [['authorization', authorization] as const]
  return {
    method: target.method.toUpperCase(),
    url,
    headers: [...defaultHeaders(written, body), ...written.filter(([name]) => !CREDENTIAL.test(name))],
    credentials: [...own, ...written.filter(([name]) => CREDENTIAL.test(name))],
    basic: own.length > 0 && spec.bearer === undefined ? basic : undefined,
    body,
  }
}

/** What is secret by its place: tokens, passwords, cookies and keys, in the forms in which they go over the wire. */
export function requestSecrets(spec: Filled<RequestSpec>): readonly string[] {
  const inUrls = [targetOf<string>(spec)?.url, spec.base_url, spec.proxy].flatMap(userInfoIn)
  const basics = spec.basic === undefined ? inUrls : [...inUrls, spec.basic]
  return [
    ...(spec.bearer === undefined ? [] : [spec.bearer]),
    ...basics.flatMap(pair => [pair.password, encoded(pair)]),
    ...(spec.headers ?? []).flatMap(({ name, value }) => (CREDENTIAL.test(name) ? secretsOfHeader(name, value) : [])),
    ...(spec.tls?.key === undefined ? [] : [spec.tls.key]),
  ].filter(secret => secret !== '')
}

/** The secret pieces of a header's value: a cookie's values, a token behind its scheme. */
function secretsOfHeader(name: string, value: string): readonly string[] {
  if (/^(set-)?cookie$/i.test(name)) return cookieValues(value)
  const token = /^(?:basic|bearer|digest|token|apikey)\s+(.+)$/i.exec(value)?.[1]
  return token === undefined ? [value] : [token]
}

/** The values in a `Cookie` header. */
export function cookieValues(header: string): readonly string[] {
  return header
    .split(';')
    .map(pair => pair.slice(pair.indexOf('=') + 1).trim())
    .filter(value => value !== '')
}

function defaultHeaders(written: readonly Header[], body: RequestBody | undefined): readonly Header[] {
  const defaults: Header[] = [
    ['user-agent', `verify-deploy/${VERSION}`],
    ['accept', '*/*'],
  ]
  if (body !== undefined) defaults.push(['content-type', body.type])
  return defaults.filter(([name]) => !has(written, name))
}

function authorizationOf(
  spec: Filled<RequestSpec>,
  basic: { readonly user: string; readonly password: string } | undefined,
): string | undefined {
  if (spec.bearer !== undefined) return `Bearer ${onTheWire(spec.bearer)}`
  return basic === undefined ? undefined : `Basic ${encoded(basic)}`
}

function has(headers: readonly Header[], wanted: string): boolean {
  return headers.some(([name]) => name.toLowerCase() === wanted)
}

function encoded({ user, password }: { readonly user: string; readonly password: string }): string {
  return Buffer.from(`${user}:${password}`).toString('base64')
}

function credentialsIn(url: URL): { user: string; password: string } | undefined {
  if (url.username === '' && url.password === '') return undefined
  return { user: decoded(url.username), password: decoded(url.password) }
}

function userInfoIn(text: string | undefined): { user: string; password: string }[] {
  const url = text?.includes('@') === true ? URL.parse(text) : null
  const found = url === null ? undefined : credentialsIn(url)
  return found === undefined ? [] : [found]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Header lines are bytes: text beyond ASCII goes as UTF-8, as curl sends it, in the one-byte characters the client writes. */
function onTheWire(value: string): string {
  return /[^\0-\x7f]/.test(value) ? Buffer.from(value).toString('latin1') : value
}
