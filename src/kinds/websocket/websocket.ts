import { type CheckKind, kind, type ReviewContext } from '../kind.ts'
import { equalsByDefault, headersPart, jsonPart, oneOfPart, statusPart } from '../parts.ts'
import { asWritten, inShort, literalText, reviewReference } from '../written.ts'
import { observeWebSocket } from './observe-websocket.ts'
import { webSocketSecrets } from './secrets.ts'
import { type WebSocketSpec, webSocketShape } from './shape.ts'
import { joinWebSocketUrl, webSocketUrlFault } from './websocket-url.ts'

const definition: CheckKind<WebSocketSpec> = {
  name: 'websocket',
  doc: 'A WebSocket, from the handshake to the close',
  shape: webSocketShape,
  parts: {
    status: statusPart('the status of the handshake, that of a refusal too; 101 when it is open'),
    headers: headersPart('the headers of the answer to the handshake'),
    protocol: oneOfPart('the subprotocol the server chose; absent when it chose none'),
    messages: jsonPart('the messages that were read: JSON where they parse, else text; binary ones as base64 text'),
    close: {
      ...jsonPart('how the connection was closed; absent while it is kept open'),
      fields: {
        code: oneOfPart('1000 is normal, 1005 none given, 1006 a connection that broke'),
        reason: oneOfPart('the reason that came with it'),
      },
    },
  },
  captures: ['jq', 'header', 'regex'],
  jqReads: 'the list of messages',
  fallbackDefaults: { kind: 'request', fields: ['base_url'] },
  shorthand: written => ({ url: { start: 0, end: written.length } }),
  review: reviewWebSocket,
  describe: spec => inShort(spec.url === undefined ? `socket ${spec.socket ?? ''}` : asWritten(spec.url)),
  defaults: (_spec, named) => (named.has('status') ? {} : { status: equalsByDefault(101) }),
  secrets: webSocketSecrets,
  load: () => import('../../transport/websocket-client.ts'),
  observe: observeWebSocket,
}

export const websocketKind = kind(definition)

function reviewWebSocket(spec: WebSocketSpec, context: ReviewContext): void {
  if ((spec.url === undefined) === (spec.socket === undefined)) {
    context.report({
      code: 'websocket-one-of',
      span: context.span,
      message: '`websocket` takes either `url` or `socket`.',
      hint: 'Give a `url` to connect to, or with `socket` the name of one that an earlier check left open with `keep`.',
    })
  }
  if (spec.url !== undefined) reviewUrl(spec.url, spec.base_url, context)
  for (const [index, given] of (spec.steps ?? []).entries()) {
    if (Object.keys(given).length === 1) continue
    context.report({
      code: 'websocket-step',
      span: given.until?.source.span ?? context.span,
      message: `Step ${index + 1} must be one of \`send\`, \`receive\` and \`until\`.`,
      hint: 'Write each as a step of its own: a list entry with one key.',
    })
  }
  reviewReference(spec.via, 'host', context)
}

function reviewUrl(
  template: NonNullable<WebSocketSpec['url']>,
  base: WebSocketSpec['base_url'],
  context: ReviewContext,
): void {
  const [begin] = template.parts
  // A hole at the very beginning is a URL or a path of its own, which only the run knows.
  if (begin !== undefined && typeof begin !== 'string') return
  const end = base?.parts.at(-1)
  // Of a base with holes only its end can be judged.
  const standIn =
    base === undefined ? undefined : (literalText(base) ?? `http://host${typeof end === 'string' ? end : ''}`)
  const joined = joinWebSocketUrl(begin ?? '', standIn)
  if ('url' in joined) return
  const span = joined.fault === 'base-url-form' ? (base?.span ?? template.span) : template.span
  context.report({ code: joined.fault, span, ...webSocketUrlFault(joined.fault) })
}
