import { afterAll, describe, expect, it } from 'vitest'
import { createEngine, type Given, run } from './builders.ts'

const engine = createEngine()
afterAll(() => engine.close())

const LONG = 'correct-horse-battery'

/** What `$it` is with these variables, and which diagnostics they give. */
async function resolved(vars: string, given: Given = {}) {
  const yaml = `name: Toy\nvars:\n${vars.replace(/^/gm, '  ')}\nchecks:\n  - { name: a, toy: { ask: a, with: "{{ $it }}" } }\n`
  const ran = await run(engine, yaml, {}, given)
  const { diagnostics, masked } = ran
  return { value: ran.asked[0]?.given, codes: diagnostics.map(({ code }) => code), diagnostics, masked }
}

describe('variables', () => {
  it.each<[string, Given, unknown]>([
    ['it: text', {}, 'text'],
    ['it: 3', {}, 3],
    ['it: [1, { a: true }]', {}, [1, { a: true }]],
    ['a: 1\nit: "{{ $a + 1 }}"', {}, 2],
    ['a: 1\nit: "v{{ $a }}"', {}, 'v1'],
    ['it: { a: "{{ 1 }}" }', {}, { a: 1 }],
    ['it: { env: A }', { environment: { A: 'x' } }, 'x'],
    ['it: { env: A, default: d }', {}, 'd'],
    ['it: { env: A, default: d }', { environment: { A: '' } }, 'd'],
    ['it: { env: A, default: 4 }', {}, 4],
    ['it: { env: A, secret: true, default: null }', {}, null],
    ['it: { value: null, secret: true }', {}, null],
    ['it: { value: 5 }', {}, 5],
    ['it: text', { variables: { it: '7' } }, '7'],
    ['it: 3', { variables: { it: '7' } }, 7],
    ['it: [1]', { variables: { it: '{"a": null}' } }, { a: null }],
    ['it: true', { variables: { it: 'false' } }, false],
    ['it: { env: A }', { variables: { it: '7' } }, '7'],
    ['a: x\nit: "{{ $a }}y"', { variables: { a: 'z' } }, 'zy'],
    ['it: 12345678901234567890', {}, expect.objectContaining({ rawJSON: '12345678901234567890' })],
    ['it: "{{ $run.target }}"', {}, null],
    ['it: "{{ $run.started_at }}"', {}, '2026-01-14T04:30:00.000Z'],
  ])('%s with %j is %j', async (vars, given, value) => {
    const found = await resolved(vars, given)
    expect(found.codes).toEqual([])
    expect(found.value).toEqual(value)
  })

  it.each<[string, Given, string[]]>([
    ['it: { env: A }', {}, ['missing-environment']],
    ['it: { env: A }', { environment: { A: '' } }, ['missing-environment']],
    ['a: { env: A }\nit: "{{ $a }}"', {}, ['missing-environment']],
    ['it: 3', { variables: { it: 'three' } }, ['variable-not-json']],
    ['it: { env: A, secret: true }', { environment: { A: 'short' } }, ['short-secret']],
    ['a: { env: A }\nb: { env: B }\nit: 1', {}, ['missing-environment', 'missing-environment']],
  ])('%s with %j is a diagnostic: %j', async (vars, given, codes) => {
    expect((await resolved(vars, given)).codes).toEqual(codes)
  })

  it('say where the fault lies', async () => {
    const { diagnostics } = await resolved('it: { env: A_NAME }')
    const [fault] = diagnostics
    expect(fault?.message).toContain('A_NAME')
    expect(fault?.span.source.text.slice(fault.span.start, fault.span.end)).toContain('env')
  })

  it('that stand in a host are called by their place', async () => {
    const host = '{ ssh: { host: a.example.com, key: { env: SSH_KEY }, fingerprints: [x] } }'
    const yaml = `name: Toy\nhosts:\n  prod: ${host}\nchecks:\n  - { name: a, toy: { ask: a } }\n`
    const [fault] = (await run(engine, yaml, {})).diagnostics
    expect(fault?.message).toBe(
      '`hosts.prod.ssh.key` is read from the environment variable `SSH_KEY`, which is not set.',
    )
    expect(fault?.hint).not.toContain('default')
  })

  it('that are secret are masked, and so is what is made from them', async () => {
    const vars = `s: { env: S, secret: true }\nit: "{{ $s | ascii_upcase }}"`
    const { masked } = await resolved(vars, { environment: { S: LONG } })
    expect(masked).toEqual(expect.arrayContaining([LONG, LONG.toUpperCase()]))
    const list = await resolved('it: { value: [first-of-the-two, { a: second-of-the-two }], secret: true }')
    expect(list.masked).toEqual(expect.arrayContaining(['first-of-the-two', 'second-of-the-two']))
    expect((await resolved('it: plain-text-of-some-length')).masked).toEqual([])
  })
})
