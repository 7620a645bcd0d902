import { describe, expect, it } from 'vitest'
import { requestKind } from '../../src/kinds/request.ts'
import { json, serveHttp } from '../transport/local-servers.ts'
import { entry, observe, template, testContext } from './request-context.ts'

describe('secrets of a request', () => {
  it('are known before it looks', () => {
    const spec = {
      get: 'https://me:in-the-url@api.example/',
      bearer: 'bearer-token',
      basic: { user: 'me', password: 'password' },
      headers: [
        entry('Cookie', 'a=cookie-a; b=cookie-b'),
        entry('X-Api-Key', 'key-value'),
        entry('Proxy-Authorization', 'Basic cHJveHk='),
        entry('Accept', 'text/html'),
        entry('Idempotency-Key', 'no-secret'),
      ],
      proxy: 'http://me:proxy-password@proxy.example',
      tls: { key: 'PRIVATE' },
    }
    const secrets = requestKind.secrets?.(spec) ?? []
    const pair = Buffer.from('me:password').toString('base64')
    for (const secret of ['bearer-token', 'password', pair, 'in-the-url', 'proxy-password', 'PRIVATE']) {
      expect(secrets).toContain(secret)
    }
    for (const secret of ['cookie-a', 'cookie-b', 'key-value', 'cHJveHk=']) expect(secrets).toContain(secret)
    for (const harmless of ['text/html', 'no-secret', '']) expect(secrets).not.toContain(harmless)
  })

  it('are the cookies it was sent, too', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'set-cookie': ['session=s3cret-value; HttpOnly', 'theme=dark'] }).end()
    })
    const context = testContext()
    expect((await observe({ get: server.origin }, context)).secrets).toEqual(['s3cret-value', 'dark'])
    expect((await observe({ get: server.origin }, context)).secrets).toContain('s3cret-value')
  })
})

describe('the face of the kind', () => {
  it.each([
    ['GET /health', { get: '/health' }],
    ['  post   /users/{{ $id | tostring }} ', { post: '/users/{{ $id | tostring }}' }],
    ['OPTIONS https://api.example/', { options: 'https://api.example/' }],
  ])('reads the short form %j', (text, expected) => {
    const fields = requestKind.shorthand?.(text) ?? {}
    const read = Object.entries(fields).map(([name, { start, end }]) => [name, text.slice(start, end)])
    expect(Object.fromEntries(read)).toEqual(expected)
  })

  it.each(['/health', 'GET', 'GET ', 'FETCH /x', 'https://api.example'])('knows no short form in %j', text => {
    expect(requestKind.shorthand?.(text)).toBeUndefined()
  })

  it.each([
    [{ get: template('/users/{{ $id }}') }, 'GET /users/{{ $id }}'],
    [{ post: template('https://me:secret@api.example/x') }, 'POST https://api.example/x'],
  ])('describes itself in a line', (spec, expected) => expect(requestKind.describe(spec)).toBe(expected))

  it.each([
    [{ get: template('/') }, [], ['status']],
    [{ get: template('/') }, ['status'], []],
    [{ get: template('/') }, ['json', 'duration'], ['status']],
    [{ post: template('/'), graphql: template('{ me }') }, [], ['status', 'errors', 'json']],
    [{ post: template('/'), graphql: template('{ me }') }, ['status'], ['errors', 'json']],
    [{ post: template('/'), graphql: template('{ me }') }, ['json', 'json.data'], ['status', 'errors']],
    [{ post: template('/'), graphql: { query: template('{ me }') } }, ['json', 'json.errors'], ['status']],
    [{ post: template('/'), graphql: template('{ me }') }, ['json'], ['status']],
    [{ post: template('/'), graphql: template('{ me }') }, ['errors', 'status'], []],
  ])('expects of %# by default %j', (spec, named, parts) => {
    expect(Object.keys(requestKind.defaults(spec, new Set(named)))).toEqual(parts)
  })

  it('takes `errors: null` of a GraphQL answer for none', () => {
    const { errors } = requestKind.defaults({ post: template('/'), graphql: template('{ me }') }, new Set())
    expect(errors).toMatchObject({
      op: 'or',
      matchers: [{ op: 'exists', exists: false }, { op: 'eq', operand: { literal: null } }, { op: 'length' }],
    })
  })

  it('takes an answer without data for none of GraphQL', () => {
    const { json: answer } = requestKind.defaults({ post: template('/'), graphql: template('{ me }') }, new Set())
    expect(answer).toMatchObject({ op: 'fields', fields: [{ name: 'data', matcher: { op: 'is', types: ['object'] } }] })
  })

  it('sees the errors of a GraphQL answer', async () => {
    const server = await serveHttp((_request, response) => json(response, { data: null, errors: [{ message: 'no' }] }))
    const asked = await observe({ post: server.origin, graphql: '{ me }' })
    expect(asked.parts.errors).toEqual([{ message: 'no' }])
    expect((await observe({ get: server.origin })).parts).not.toHaveProperty('errors')
  })
})
