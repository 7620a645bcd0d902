import { describe, expect, it } from 'vitest'
import { parsed } from './diagnose.ts'
import { checksOf, plain } from './plain.ts'

describe('expectations', () => {
  const expectation = (text: string): unknown => {
    const [check] = checksOf(
      parsed(`vars: { x: 1 }\nchecks:\n  - request: GET https://example.com\n    expect: ${text}\n`),
    )
    return plain(check?.expect)
  }
  const part = (text: string): unknown => {
    const { parts } = expectation(text) as { parts: readonly { matcher: unknown }[] }
    return parts[0]?.matcher
  }

  it.each([
    ['{ status: 200 }', { op: 'eq', operand: 200 }],
    ['{ status: 2XX }', { op: 'status-class', digit: 2 }],
    ['{ status: any }', { op: 'anything' }],
    ['{ status: "{{ $x }}" }', { op: 'eq', operand: '{{ $x }}' }],
    ['{ status: { eq: 2xx } }', { op: 'status-class', digit: 2 }],
    ['{ status: { ne: 5xx } }', { op: 'not', matcher: { op: 'status-class', digit: 5 } }],
    ['{ status: { ne: 500 } }', { op: 'ne', operand: 500 }],
    [
      '{ status: { in: [2xx, 404] } }',
      {
        op: 'one-of',
        matchers: [
          { op: 'status-class', digit: 2 },
          { op: 'eq', operand: 404 },
        ],
      },
    ],
    [
      '{ status: [200, 3xx] }',
      {
        op: 'one-of',
        matchers: [
          { op: 'eq', operand: 200 },
          { op: 'status-class', digit: 3 },
        ],
      },
    ],
    [
      '{ json: [1, { gte: 2 }] }',
      {
        op: 'items',
        matchers: [
          { op: 'eq', operand: 1 },
          { op: 'gte', operand: 2 },
        ],
      },
    ],
    ['{ json: null }', { op: 'eq', operand: null }],
    ['{ json: { a: any } }', { op: 'fields', fields: { a: { op: 'eq', operand: 'any' } } }],
    [
      '{ json: { gte: 1, lte: 2 } }',
      {
        op: 'and',
        matchers: [
          { op: 'gte', operand: 1 },
          { op: 'lte', operand: 2 },
        ],
      },
    ],
    ['{ json: { eq: { gte: 1 } } }', { op: 'eq', operand: { gte: 1 } }],
    ['{ json: { fields: { gte: 1 } } }', { op: 'fields', fields: { gte: { op: 'eq', operand: 1 } } }],
    ['{ json: {} }', { op: 'fields', fields: [] }],
    ['{ json: { exists: false } }', { op: 'exists', exists: false }],
    ['{ json: { is: string } }', { op: 'is', types: ['string'] }],
    ['{ json: { in: "{{ [$x] }}" } }', { op: 'in', operands: '{{ [$x] }}' }],
    ['{ json: { length: 3 } }', { op: 'length', matcher: { op: 'eq', operand: 3 } }],
    ['{ json: { close_to: [1, 0.5] } }', { op: 'close_to', target: 1, delta: 0.5 }],
    [
      '{ json: { close_to: [2026-01-14T04:30:00Z, 10s] } }',
      { op: 'close_to', target: '2026-01-14T04:30:00Z', delta: '10s' },
    ],
    ['{ duration: { lt: 1s } }', { op: 'lt', operand: '1s' }],
    [
      '{ url: [a, b] }',
      {
        op: 'one-of',
        matchers: [
          { op: 'eq', operand: 'a' },
          { op: 'eq', operand: 'b' },
        ],
      },
    ],
    [
      '{ headers: { X-A: [a, b] } }',
      {
        op: 'fields',
        fields: {
          'X-A': {
            op: 'one-of',
            matchers: [
              { op: 'eq', operand: 'a' },
              { op: 'eq', operand: 'b' },
            ],
          },
        },
      },
    ],
    ['{ cookies: { c: v } }', { op: 'fields', fields: { c: { op: 'eq', operand: 'v' } } }],
    [
      '{ cookies: { c: { secure: true } } }',
      { op: 'fields', fields: { c: { op: 'fields', fields: { secure: { op: 'eq', operand: true } } } } },
    ],
    ['{ cookies: { c: { exists: false } } }', { op: 'fields', fields: { c: { op: 'exists', exists: false } } }],
  ])('reads %s', (text, matcher) => {
    expect(part(text)).toEqual(matcher)
  })

  it.each([
    ['{ jq: .a }', [{ program: '.a' }]],
    ['{ jq: [.a, .b] }', [{ program: '.a' }, { program: '.b' }]],
    ['{ jq: { .a | length: 3 } }', [{ program: '.a | length', matcher: { op: 'eq', operand: 3 } }]],
    ['{ jq: true }', [{ program: 'true' }]],
  ])('reads the programs of %s', (text, programs) => {
    expect((expectation(text) as { programs: unknown }).programs).toEqual(programs)
  })

  it('keeps 64-bit integers', () => {
    const [check] = checksOf(
      parsed('checks:\n  - request: GET https://example.com\n    expect: { json: { id: 9007199254740993 } }\n'),
    )
    expect(JSON.stringify(plain(check?.expect))).toContain('9007199254740993')
  })
})
