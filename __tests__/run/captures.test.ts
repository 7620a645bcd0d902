import { afterAll, describe, expect, it } from 'vitest'
import { checkNamed, createEngine, ending, outcomes, run } from './builders.ts'
import type { Answer } from './toy-kind.ts'

const engine = createEngine()
afterAll(() => engine.close())

const ANSWER: Answer = {
  json: { a: { b: 7 }, big: 12, none: null, list: [1, 2], text: 'x' },
  headers: { location: '/next' },
  cookies: { session: 'abcdefghijklmnop' },
  html: { title: 'Hello', 'a.next': { text: 'Next', count: 1, attribute: { href: '/2' } } },
  text: 'user=42 name=Ann',
}

/** What `{{ $it }}` is in the next check after capturing it so. */
async function captured(capture: string, answer: Answer = ANSWER) {
  const yaml = `
name: Toy
checks:
  - { name: first, id: first, toy: ask, capture: ${capture} }
  - { name: second, toy: { ask: use, with: "{{ $it }}" } }
`
  const { result, asked } = await run(engine, yaml, { ask: answer })
  return { first: checkNamed(result, 'first'), second: checkNamed(result, 'second'), given: asked[1]?.given }
}

describe('a capture', () => {
  it.each([
    ['{ it: .a.b }', 7],
    ['{ it: .a }', { b: 7 }],
    ['{ it: "$observation.status" }', 200],
    ['{ it: { header: Location } }', '/next'],
    ['{ it: { cookie: session } }', 'abcdefghijklmnop'],
    ['{ it: { html: title } }', 'Hello'],
    ['{ it: { html: "a.next" } }', 'Next'],
    ['{ it: { html: "a.next", attribute: href } }', '/2'],
    ['{ it: { regex: "/name=(\\\\w+)/" } }', 'Ann'],
    ['{ it: { jq: .none, default: 5 } }', 5],
    ['{ it: { jq: .missing, default: [1] } }', [1]],
    ['{ it: { jq: .missing, default: null, secret: true } }', null],
    ['{ it: { header: x-none, default: none } }', 'none'],
    ['{ it: { regex: "/nowhere (x)/", default: "" } }', ''],
  ])('%s gives %j', async (capture, value) => {
    const { first, given } = await captured(capture)
    expect(ending(first)).toBe('passed')
    expect(given).toEqual(value)
  })

  it.each([
    '{ it: .none }',
    '{ it: .missing }',
    '{ it: "empty" }',
    '{ it: ".list[]" }',
    '{ it: .text.x }',
    '{ it: { jq: .text.x, default: 1 } }',
    '{ it: { header: x-none } }',
    '{ it: { cookie: none } }',
    '{ it: { html: "b.none" } }',
    '{ it: { html: "a.next", attribute: title } }',
    '{ it: { regex: "/nowhere (x)/" } }',
  ])('%s fails the check, and what uses it is skipped', async capture => {
    const { first, second } = await captured(capture)
    expect([ending(first), ending(second)]).toEqual(['failed, capture it', 'skipped, needs'])
  })

  it('fails without a document, unless there is a default', async () => {
    expect(ending((await captured('{ it: .a }', {})).first)).toBe('failed, capture it')
    expect((await captured('{ it: { jq: .a, default: 1 } }', {})).given).toBe(1)
  })

  it('fails over a document that is no JSON, default or not', async () => {
    const document = { missing: 'The body is not JSON.', unreadable: true } as const
    expect(ending((await captured('{ it: { jq: .a, default: 1 } }', { document })).first)).toBe('failed, capture it')
  })

  it('is made even if an expectation fails', async () => {
    const yaml = `
name: Toy
checks:
  - { name: first, toy: ask, capture: { it: .a.b } }
  - { name: second, toy: { ask: use, with: "{{ $captured.it }}" } }
`
    const { result, asked } = await run(engine, yaml, { ask: { ...ANSWER, status: 500 } })
    expect(outcomes(result)).toEqual(['first: failed, status', 'second: passed'])
    expect(checkNamed(result, 'first').captured).toEqual(['it'])
    expect(asked[1]?.given).toBe(7)
  })

  it('that is marked secret and short is errored', async () => {
    const { first } = await captured('{ it: { jq: .text, secret: true } }')
    expect(first.outcome).toMatchObject({ status: 'errored', fault: { code: 'short-secret' } })
  })

  const SHORT = '{ token: { jq: .text, secret: true }, number: .big }'
  it.each([
    ['an expectation that does not hold', `expect: { json: { text: y } }, capture: ${SHORT}`, 'failed, json.text'],
    ['a capture that is missing', 'capture: { token: { jq: .text, secret: true }, it: .none }', 'failed, capture it'],
    [
      'an expectation of repetition that does not hold',
      `repeat: 2, expect: { last: { json: { text: y } } }, capture: { token: { jq: ".[0].json.text", secret: true } }`,
      'failed, last.json.text',
    ],
    [
      'nothing, with repetition',
      `repeat: 2, expect: { last: { json: { text: x } } }, capture: { token: { jq: ".[0].json.text", secret: true } }`,
      'errored, short-secret',
    ],
    ['nothing', `expect: { json: { text: x } }, capture: ${SHORT}`, 'errored, short-secret'],
  ])('that is marked secret and short is told after %s', async (_what, lines, expected) => {
    const { result } = await run(engine, `name: Toy\nchecks:\n  - { name: it, toy: ask, ${lines} }\n`, { ask: ANSWER })
    expect(ending(checkNamed(result, 'it'))).toBe(expected)
  })

  it('that is marked secret and short leaves the others as they are', async () => {
    const yaml = `name: Toy\nchecks:\n  - { name: it, toy: ask, capture: ${SHORT} }\n`
    const { result } = await run(engine, yaml, { ask: ANSWER })
    expect(checkNamed(result, 'it').captured).toEqual(['number'])
  })
})
