import { type AuthenticationParts, authenticationRoutes } from './authentication.ts'
import { categories } from './categories.ts'
import { type Answer, type Call, type Handler, html, json, refusal } from './http.ts'
import type { Log } from './log.ts'
import { documentationPage, openApiDocument } from './openapi.ts'

/** Answers any call: the whole of the service but its WebSocket. */
export function createRoutes(parts: AuthenticationParts & { readonly log: Log }): Handler {
  const { behaviour, log } = parts
  const startedAt = performance.now()
  const runsFor = (): number => performance.now() - startedAt
  const routes: Readonly<Record<string, Handler>> = {
    'GET /health': () =>
      runsFor() < behaviour.startsUpForMs ? json({ status: 'starting' }, 503) : json({ status: behaviour.health }),
    'GET /openapi.json': () => json(openApiDocument(behaviour)),
    'GET /docs': () => html(documentationPage(), behaviour.docsStatus),
    'GET /': () => html(frontPage(behaviour.title)),
    'GET /v1/categories': () => {
      complain(behaviour.complaint, log)
      const { permanentCategories: permanent, temporaryCategories: temporary } = behaviour
      return json({ categories: categories({ permanent, temporary }) })
    },
    ...authenticationRoutes(parts),
  }
  return call => (runsFor() < behaviour.badGatewayForMs ? html('Bad Gateway', 502) : answer(call, routes))
}

function answer(call: Call, routes: Readonly<Record<string, Handler>>): Answer | Promise<Answer> {
  // HEAD is GET without the body (RFC 9110, section 9.3.2); the server leaves the body out.
  const handler = routes[`${call.method === 'HEAD' ? 'GET' : call.method} ${call.path}`]
  if (handler !== undefined) return handler(call)
  if (call.path.startsWith('/ws/')) return refusal(426, 'This address speaks WebSocket', { upgrade: 'websocket' })
  const known = Object.keys(routes).some(other => other.endsWith(` ${call.path}`))
  return known ? refusal(405, 'Method not allowed') : refusal(404, 'Not found')
}

function frontPage(title: string): string {
  return `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><p>Help that finds you.</p></html>`
}

/** Trouble behind an answer that looks well: what only the log tells. */
function complain(complaint: 'none' | 'error' | 'stack trace', log: Log): void {
  if (complaint === 'error') log.error('app.categories', 'The cache cannot be reached, reading from the database')
  if (complaint === 'stack trace') {
    const trace = [
      'Traceback (most recent call last):',
      '  File "/srv/app/categories.py", line 41, in refresh',
      '    cache.set(KEY, rows)',
      'ConnectionRefusedError: [Errno 111] Connection refused',
    ]
    log.error('app.categories', 'Exception in background task', trace.join('\n'))
  }
}
