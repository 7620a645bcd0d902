import { afterAll, describe, expect, it } from 'vitest'
import type { ObserveContext } from '../../src/kinds/kind.ts'
import { createEngine, outcomes, run } from './builders.ts'

const engine = createEngine()
afterAll(() => engine.close())

/** The origins to which a check is held, without their scheme; undefined when it may go anywhere. */
async function heldTo(to: string, { vars = '', checks = '', rest = '' } = {}) {
  const yaml = `
name: Toy
vars: { scheme: https, host: own.example, ${vars} }
${rest}
checks:
  - { name: first, toy: ask, capture: { next: .next, id: .id, secret_next: { jq: .next, secret: true } } }
  - { name: second, toy: { ask: go, to: ${to} } }
${checks}
`
  const seen: (ReadonlySet<string> | undefined)[] = []
  const does = ({ allowedOrigins }: ObserveContext): unknown => seen.push(allowedOrigins)
  const { result } = await run(engine, yaml, {
    ask: { json: { next: 'https://other.example/2', id: 7 } },
    go: { does },
  })
  expect(outcomes(result).filter(outcome => !outcome.endsWith('passed'))).toEqual([])
  expect(seen).toHaveLength(1)
  const [origins] = seen
  return origins && [...origins].sort()
}

describe('a URL that begins with what was captured', () => {
  it.each([
    '"{{ $next }}"',
    '"{{ $next }}/more"',
    '"{{ $secret_next }}"',
    '"{{ $captured.next }}"',
    '"{{ $next | . }}"',
  ])('%s is held to the origins that are named', async to => expect(await heldTo(to)).toEqual([]))

  it.each(['/x', '"/users/{{ $id }}"', '"https://own.example/{{ $id }}"', '"{{ $host }}"', '"{{ $run.id }}"'])(
    '%s begins otherwise and may go anywhere',
    async to => expect(await heldTo(to)).toBeUndefined(),
  )

  const own = ['https://own.example']
  it.each<[string, Parameters<typeof heldTo>[1], readonly string[]]>([
    ['a variable', { vars: 'base: "https://own.example/v1"' }, own],
    ['a variable made of others', { vars: 'base: "{{ $scheme }}://{{ $host }}"' }, own],
    ['a text inside a variable', { vars: 'bases: { eu: ["https://own.example:443/"] }' }, own],
    ['a WebSocket in a variable', { vars: 'base: "wss://own.example/ws"' }, own],
    ['a port', { vars: 'base: "http://own.example:81"' }, ['http://own.example:81']],
    ['a check', { checks: '  - { name: third, toy: { ask: x, to: "https://own.example/x?y" } }' }, own],
    [
      'a check, with a hole behind',
      { checks: '  - { name: third, toy: { ask: x, to: "https://own.example/{{ $id }}" } }' },
      own,
    ],
    [
      'a check, with a variable for its host',
      { checks: '  - { name: third, toy: { ask: x, to: "https://{{ $host }}/" } }' },
      own,
    ],
    [
      'other text of a check',
      { checks: '  - { name: third, toy: { ask: x, with: { hook: "https://own.example/" } } }' },
      own,
    ],
    [
      'cleanup',
      { checks: '  - { name: third, toy: x, cleanup: { toy: { ask: y, to: "https://own.example" } } }' },
      own,
    ],
    ['a host', { rest: 'hosts: { web: { compose: { file: "https://own.example/compose.yml" } } }' }, own],
    ['only the captured value itself', {}, []],
    [
      'a check, with a capture in its host',
      { checks: '  - { name: third, toy: { ask: x, to: "https://own.{{ $id }}/" } }' },
      [],
    ],
    [
      'a check, with a capture behind its host',
      { checks: '  - { name: third, toy: { ask: x, to: "https://own.example{{ $id }}/" } }' },
      [],
    ],
    ['a variable with other text', { vars: 'base: "own.example", note: "see https://own.example"' }, []],
    [
      'a hole that fails',
      { checks: '  - { name: third, toy: x, cleanup: { toy: { ask: y, to: "https://{{ error }}/" } } }' },
      [],
    ],
    ['a variable that is no URL', { vars: 'base: "https://"' }, []],
  ])('is held to the origins of the checklist: %s', async (_what, given, origins) => {
    expect(await heldTo('"{{ $next }}"', given)).toEqual(origins)
  })
})
