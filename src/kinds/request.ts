import type { Matcher } from '../model/expectation.ts'
import type { Observation } from '../model/observation.ts'
import type { Span } from '../model/source.ts'
import type { Filled } from '../model/template.ts'
import { CookieSession } from '../transport/cookie-session.ts'
import type { HttpClient, HttpClientOptions } from '../transport/http-client.ts'
import { type CheckKind, type DefaultMatcher, kind, type ObserveContext } from './kind.ts'
import { requireNamedOrigin } from './named-origin.ts'
import { dialVia } from './on-host.ts'
import { type FollowOptions, follow } from './request/follow.ts'
import { observationOf } from './request/observation.ts'
import { requestParts } from './request/parts.ts'
import { prepareRequest, requestSecrets } from './request/prepare.ts'
import { curlArguments } from './request/reproduce.ts'
import { reviewRequest } from './request/review.ts'
import { type RequestSpec, requestShape, targetOf } from './request/shape.ts'
import { asWritten, inShort } from './written.ts'

const MAX_SIZE = 10 * 1024 * 1024

const definition: CheckKind<RequestSpec> = {
  name: 'request',
  doc: 'An HTTP request',
  shape: requestShape,
  parts: requestParts,
  captures: ['jq', 'header', 'cookie', 'html', 'regex'],
  jqReads: 'the JSON body',
  shorthand: readShorthand,
  review: reviewRequest,
  describe: describeRequest,
  defaults: requestDefaults,
  secrets: requestSecrets,
  load: () => import('../transport/http-client.ts'),
  observe: observeRequest,
}

export const requestKind = kind(definition)

/** `GET /path`: the method in capital or small letters, then the URL, which may hold holes with spaces. */
function readShorthand(text: string): Readonly<Record<string, { start: number; end: number }>> | undefined {
  const match = /^(\s*(get|post|put|patch|delete|head|options)\s+)\S.*$/is.exec(text)
  const [, lead, method] = match ?? []
  if (lead === undefined || method === undefined) return undefined
  return { [method.toLowerCase()]: { start: lead.length, end: text.trimEnd().length } }
}

function describeRequest(spec: RequestSpec): string {
  const target = targetOf(spec)
  if (target === undefined) return 'request'
  // Credentials written into a URL are not for reports.
  const url = asWritten(target.url).replace(/^(\w+:\/\/)[^/?#\s]*@/, '$1')
  return inShort(`${target.method.toUpperCase()} ${url}`)
}

function requestDefaults(spec: RequestSpec, named: ReadonlySet<string>): Readonly<Record<string, DefaultMatcher>> {
  return {
    ...(named.has('status') ? {} : { status: { op: 'status-class', digit: 2 } }),
    ...(spec.graphql === undefined || namesErrors(named) ? {} : { errors: noErrors(graphqlSpan(spec.graphql)) }),
    ...(spec.graphql === undefined || namesAnswer(named) ? {} : { json: someData(graphqlSpan(spec.graphql)) }),
  }
}

/**
 * What a proxy or a guard answers with 200, a page or `{"error": …}`, has no `errors` either. GraphQL has a map of `data`
 * wherever it tells of no errors (GraphQL specification, 7.1).
 */
function someData(span: Span): DefaultMatcher {
  return { op: 'fields', fields: [{ name: 'data', matcher: { op: 'is', types: ['object'], span }, nameSpan: span }] }
}

/** The author speaks of the errors: as a part, as a field of `json`, or by saying what the whole of `json` is. */
function namesErrors(named: ReadonlySet<string>): boolean {
  if (named.has('errors') || named.has('json.errors')) return true
  return named.has('json') && ![...named].some(name => name.startsWith('json.'))
}

/** Whoever looks into the answer sees that it is no JSON. A status that is named replaces the default of the status only. */
function namesAnswer(named: ReadonlySet<string>): boolean {
  return ['json', 'errors'].some(name => named.has(name))
}

/** GraphQL answers 200 to what it could not do; the errors tell (GraphQL specification, 7.1). */
function noErrors(span: Span): DefaultMatcher {
  const none: Matcher = { op: 'exists', exists: false, span }
  const zero = { node: 'template', place: 'json', parts: ['0'], span, literal: 0 } as const
  const empty: Matcher = { op: 'length', matcher: { op: 'eq', operand: zero, span }, span }
  // The specification wants no `errors` then; older servers write `null`, which tells of none just the same.
  const nothing = { node: 'template', place: 'json', parts: ['null'], span, literal: null } as const
  return { op: 'or', matchers: [none, { op: 'eq', operand: nothing, span }, empty] }
}

function graphqlSpan(graphql: NonNullable<RequestSpec['graphql']>): Span {
  return 'query' in graphql ? graphql.query.span : graphql.span
}

async function observeRequest(spec: Filled<RequestSpec>, context: ObserveContext): Promise<Observation> {
  const request = await prepareRequest(spec, context)
  requireNamedOrigin(request.url, context)
  const client = await clientFor(spec, context)
  if (spec.tls?.insecure === true && (request.url.protocol === 'https:' || spec.redirects !== undefined)) {
    context.notice(`TLS of ${request.url.host} is not verified.`)
  }
  const redirects = spec.redirects ?? 0
  const options: FollowOptions = {
    client,
    cookies: context.session('cookies', spec.session ?? '', () => new CookieSession()),
    redirects,
    signal: context.signal,
    maxBytes: spec.max_size ?? MAX_SIZE,
    now: () => context.clock.now(),
    sent: () => context.sent(),
  }
  const begun = context.clock.elapsed()
  const journey = await follow(request, options)
  const durationMs = context.clock.elapsed() - begun
  return observationOf(journey, {
    durationMs,
    now: context.clock.now(),
    graphql: spec.graphql !== undefined,
    reproduce:
      journey.response.remoteAddress === undefined
        ? undefined
        : () =>
            curlArguments(request, journey.first, {
              client,
              redirects,
              http2: spec.http2 ?? false,
              tls: spec.tls ?? {},
            }),
  })
}

/** Connections are shared by the requests of a run that reach the network the same way. */
async function clientFor(spec: Filled<RequestSpec>, context: ObserveContext): Promise<HttpClient> {
  const { tls, http2 = false, proxy, resolve, via } = spec
  const dial = via === undefined ? undefined : await dialVia(via, context)
  const plain = [tls, proxy, resolve, dial].every(given => given === undefined) && !http2
  const key = plain ? 'http' : `http ${JSON.stringify([tls, http2, proxy, resolve, via])}`
  return context.resource(key, async () => {
    const { HttpClient } = await import('../transport/http-client.ts')
    const options: HttpClientOptions = {
      tls: tls ?? {},
      http2,
      dial,
      proxy,
      environment: context.environment,
      resolve: Object.fromEntries((resolve ?? []).map(({ name, value }) => [name, value])),
    }
    return new HttpClient(options)
  })
}
