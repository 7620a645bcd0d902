import type { Behaviour } from './behaviour.ts'

interface Operation {
  readonly summary: string
  readonly body?: { readonly type: string; readonly required: readonly string[] }
}

const operations: Readonly<Record<string, Operation>> = {
  'get /health': { summary: 'Whether the service works' },
  'post /auth/register': {
    summary: 'Register a user',
    body: { type: 'application/json', required: ['email', 'password', 'full_name'] },
  },
  'post /auth/login': {
    summary: 'Log in',
    body: { type: 'application/x-www-form-urlencoded', required: ['email', 'password'] },
  },
  'get /auth/me': { summary: 'The profile of the caller' },
  'post /auth/refresh': { summary: 'A new access token for the refresh token' },
  'post /auth/logout': { summary: 'Revoke the refresh token' },
  'get /v1/categories': { summary: 'All categories' },
}

/** The service's OpenAPI 3.1 document. */
export function openApiDocument(behaviour: Behaviour): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [route, { summary, body }] of Object.entries(operations)) {
    const [method = '', path = ''] = route.split(' ')
    const requestBody = body !== undefined && behaviour.describesBodies ? { requestBody: describeBody(body) } : {}
    paths[path] = { ...paths[path], [method]: { summary, ...requestBody, responses: { 200: { description: 'Done' } } } }
  }
  return { openapi: '3.1.0', info: { title: 'Assistance API', version: behaviour.version }, paths }
}

function describeBody(body: NonNullable<Operation['body']>): object {
  const properties = Object.fromEntries(body.required.map(name => [name, { type: 'string' }]))
  return {
    required: true,
    content: { [body.type]: { schema: { type: 'object', required: body.required, properties } } },
  }
}

/** A page for people that lists the operations. */
export function documentationPage(): string {
  const items = Object.entries(operations).map(([route, { summary }]) => `<li><code>${route}</code>: ${summary}</li>`)
  return `<!doctype html><html lang="en"><title>Assistance API</title><h1>Assistance API</h1><ul>${items.join('')}</ul></html>`
}
