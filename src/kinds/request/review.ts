import type { Span } from '../../model/source.ts'
import type { Template } from '../../model/template.ts'
import type { ReviewContext } from '../kind.ts'
import { literalText, reviewReference } from '../written.ts'
import { reviewBodyTexts } from './body-texts.ts'
import { BODIES, METHODS, type RequestSpec, targetOf } from './shape.ts'
import { joinUrl, URL_FAULTS, type UrlFault } from './written-url.ts'

/** RFC 9110, 5.6.2: what a header name may be. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
/** Header lines that frame the message itself: the client writes them. */
const FRAMING = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'upgrade', 'expect', 'te'])

export function reviewRequest(spec: RequestSpec, context: ReviewContext): void {
  reviewMethod(spec, context)
  reviewUrl(spec, context)
  reviewBodies(spec, context)
  reviewBodyTexts(spec, context)
  reviewCredentials(spec, context)
  reviewHeaders(spec, context)
  reviewTls(spec, context)
  reviewReference(spec.via, 'host', context)
}

function reviewMethod(spec: RequestSpec, context: ReviewContext): void {
  const written = METHODS.filter(method => spec[method] !== undefined)
  if (written.length === 1) return
  context.report({
    code: 'request-method',
    span: written.length === 0 ? context.span : spanOfField(spec, written[1], context),
    message:
      written.length === 0
        ? 'The request says nothing to ask: one of `get`, `post`, `put`, `patch`, `delete`, `head` or `options` is missing.'
        : `A request has one method, and this one has ${named(written)}.`,
    hint: 'Write `GET /path`, or one field such as `get: /path`.',
  })
}

function reviewUrl(spec: RequestSpec, context: ReviewContext): void {
  const target = targetOf(spec)
  if (target === undefined) return
  const fault = urlFault(target.url, spec.base_url)
  if (fault === undefined) return
  const span = fault === 'base-url-form' && spec.base_url !== undefined ? spec.base_url.span : target.url.span
  const named = /^\$\{?(\w+)/.exec(String(target.url.parts[0]))?.[1]
  const hint = named === undefined ? URL_FAULTS[fault].hint : `Write a variable as \`{{ $${named} }}\`.`
  context.report({ code: fault, span, ...URL_FAULTS[fault], hint })
}

/** What is wrong with a URL as far as its text tells before its holes are filled. */
function urlFault(url: Template<string>, base: Template<string> | undefined): UrlFault | undefined {
  const [begin] = url.parts
  if (url.parts.some(part => typeof part === 'string' && /\s/.test(part.trim()))) return 'url-space'
  // A hole at the very beginning is a URL or a path of its own, which only the run knows.
  if (begin !== undefined && typeof begin !== 'string') return undefined
  const written = literalText(base ?? url)
  // A base with holes: what matters is whether it is there, and its end.
  const end = base?.parts.at(-1)
  const stand = base === undefined ? undefined : (written ?? `http://host${typeof end === 'string' ? end : ''}`)
  const joined = joinUrl(begin ?? '', stand)
  if ('fault' in joined) return joined.fault
  const isWritten = literalText(url) !== undefined && (base === undefined || written !== undefined)
  return isWritten && URL.parse(joined.url) === null ? 'url-invalid' : undefined
}

function reviewBodies(spec: RequestSpec, context: ReviewContext): void {
  const written = BODIES.filter(body => spec[body] !== undefined)
  if (written.length > 1) {
    context.report({
      code: 'request-bodies',
      span: context.span,
      message: `A request has one body, and this one has ${named(written)}.`,
      hint: 'Keep one of them; `null` removes one that comes from the defaults.',
    })
  }
  const method = targetOf(spec)?.method
  if (spec.graphql !== undefined && method !== undefined && method !== 'post') {
    context.report({
      code: 'request-graphql-method',
      span: spanOfField(spec, method, context),
      message: 'A GraphQL operation is sent with POST.',
      hint: 'Write `post:` before the path.',
    })
  }
}

function reviewCredentials(spec: RequestSpec, context: ReviewContext): void {
  const header = spec.headers?.find(({ name }) => name.toLowerCase() === 'authorization')
  const written = [
    ...(spec.bearer === undefined ? [] : ['bearer']),
    ...(spec.basic === undefined ? [] : ['basic']),
    ...(header === undefined ? [] : ['headers.authorization']),
  ]
  if (written.length < 2) return
  context.report({
    code: 'request-credentials',
    span: header?.nameSpan ?? spec.bearer?.span ?? context.span,
    message: `A request has one Authorization header, and ${named(written)} each make one.`,
    hint: 'Keep one of them; `null` removes one that comes from the defaults.',
  })
}

function reviewHeaders(spec: RequestSpec, context: ReviewContext): void {
  for (const { name, nameSpan } of spec.headers ?? []) {
    if (!TOKEN.test(name)) {
      context.report({
        code: 'header-name',
        span: nameSpan,
        message: `\`${name}\` cannot name a header.`,
        hint: 'Use letters, digits and `-`; the value stands after the colon.',
      })
    } else if (FRAMING.has(name.toLowerCase())) {
      context.report({
        code: 'header-reserved',
        span: nameSpan,
        message: `The header \`${name}\` is written by the client itself.`,
        hint: 'Leave it out.',
      })
    }
  }
}

function reviewTls(spec: RequestSpec, context: ReviewContext): void {
  const { cert, key } = spec.tls ?? {}
  const alone = cert === undefined ? key : key === undefined ? cert : undefined
  if (alone !== undefined) {
    context.report({
      code: 'tls-pair',
      span: alone.span,
      message: '`cert` and `key` belong together, and one of them is missing.',
      hint: 'Give both, as PEM text.',
    })
  }
  for (const { name, nameSpan } of spec.resolve ?? []) {
    if (/^(\[[0-9A-Fa-f:.]+\]|[^\s:/@[\]]+)(:\d{1,5})?$/.test(name)) continue
    context.report({
      code: 'resolve-name',
      span: nameSpan,
      message: `\`${name}\` is neither \`host\` nor \`host:port\`.`,
      hint: 'Write `resolve: { "api.example:443": 192.0.2.1 }`.',
    })
  }
}

function spanOfField(spec: RequestSpec, method: (typeof METHODS)[number] | undefined, context: ReviewContext): Span {
  return (method === undefined ? undefined : spec[method]?.span) ?? context.span
}

function named(names: readonly string[]): string {
  const quoted = names.map(name => `\`${name}\``)
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}
