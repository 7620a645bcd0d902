import { describe, expect, it } from 'vitest'
import { requestKind } from '../../src/kinds/request.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { entry, SPAN, template } from './request-context.ts'

function codesOf(spec: object): readonly string[] {
  const found: Omit<Diagnostic, 'severity'>[] = []
  requestKind.review?.(spec, { span: SPAN, report: fault => found.push(fault), hosts: ['prod'], databases: [] })
  for (const { message, hint } of found) {
    expect(message).toMatch(/^[A-Z`].*\.$/)
    expect(hint).toMatch(/^[A-Z`].*[.?]$/)
  }
  return found.map(({ code }) => code)
}

const base = { base_url: template('https://api.example') }
const json = { node: 'map', entries: [] }

describe('review of a request', () => {
  it.each([
    ['a path with a base', { get: template('/x'), ...base }],
    ['a whole URL', { get: template('https://api.example/x') }],
    ['a URL of a hole', { get: template('{{ $next }}') }],
    ['a base of a hole', { get: template('/x'), base_url: template('{{ $base_url }}') }],
    ['a base that ends with a hole', { get: template('/x'), base_url: template('https://{{ $host }}') }],
    ['a query on the base', { get: template('?page=1'), ...base }],
    ['one body', { post: template('/x'), json, ...base }],
    ['GraphQL with POST', { post: template('/x'), graphql: template('{ me }'), ...base }],
    ['ordinary headers', { get: template('/x'), headers: [entry('X-Any_Name.1', template('x'))], ...base }],
    [
      'a pair of certificate and key',
      { get: template('/x'), tls: { cert: template('a'), key: template('b') }, ...base },
    ],
    [
      'addresses',
      {
        get: template('/x'),
        resolve: [entry('api.example:443', template('::1')), entry('[::1]:80', template('::1'))],
        ...base,
      },
    ],
    ['JSON as a body of its own', { post: template('/x'), json: template('[draft'), ...base }],
    ['a text that begins with a sign', { post: template('/x'), body: template('@anna hello'), ...base }],
    ['a known host', { get: template('/x'), via: template('prod'), ...base }],
  ])('finds nothing wrong with %s', (_case, spec) => expect(codesOf(spec)).toEqual([]))

  it.each([
    ['no method', { ...base }, 'request-method'],
    ['two methods', { get: template('/x'), post: template('/x'), ...base }, 'request-method'],
    ['a path without a base', { get: template('/x') }, 'base-url-missing'],
    ['a path with a hole without a base', { get: template('/users/{{ $id }}') }, 'base-url-missing'],
    ['a relative path', { get: template('x'), ...base }, 'url-form'],
    ['nothing', { get: template(''), ...base }, 'url-form'],
    ['another scheme', { get: template('ftp://api.example') }, 'url-scheme'],
    ['a base without a scheme', { get: template('/x'), base_url: template('api.example') }, 'base-url-form'],
    ['a base with a query', { get: template('/x'), base_url: template('https://api.example?a=1') }, 'base-url-form'],
    ['two slashes at the join', { get: template('/x'), base_url: template('https://api.example/') }, 'url-join'],
    ['two slashes after a hole', { get: template('/x'), base_url: template('https://{{ $host }}/') }, 'url-join'],
    ['two slashes at the beginning', { get: template('//x'), ...base }, 'url-join'],
    ['JSON in quotes', { post: template('/x'), json: template(' {"a": 1}'), ...base }, 'literal-body'],
    ['a file as curl names it', { post: template('/x'), body: template('@data/a.json'), ...base }, 'literal-body'],
    [
      'a part as curl names it',
      { post: template('/x'), multipart: [entry('file', template('@a.png'))], ...base },
      'literal-body',
    ],
    ['two bodies', { post: template('/x'), json, form: [], ...base }, 'request-bodies'],
    ['GraphQL with GET', { get: template('/x'), graphql: template('{ me }'), ...base }, 'request-graphql-method'],
    [
      'bearer and basic',
      { get: template('/x'), bearer: template('a'), basic: { user: template('a'), password: template('b') }, ...base },
      'request-credentials',
    ],
    [
      'bearer and a header',
      { get: template('/x'), bearer: template('a'), headers: [entry('Authorization', template('b'))], ...base },
      'request-credentials',
    ],
    [
      'a header name with a space',
      { get: template('/x'), headers: [entry('X Name', template('x'))], ...base },
      'header-name',
    ],
    [
      'a header of the client',
      { get: template('/x'), headers: [entry('Content-Length', template('1'))], ...base },
      'header-reserved',
    ],
    ['a certificate without a key', { get: template('/x'), tls: { cert: template('a') }, ...base }, 'tls-pair'],
    ['a key without a certificate', { get: template('/x'), tls: { key: template('a') }, ...base }, 'tls-pair'],
    [
      'an address for a URL',
      { get: template('/x'), resolve: [entry('https://a', template('::1'))], ...base },
      'resolve-name',
    ],
    ['an unknown host', { get: template('/x'), via: template('prd'), ...base }, 'unknown-host'],
  ])('finds %s', (_case, spec, code) => expect(codesOf(spec)).toEqual([code]))
})
