import { afterAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/expression/engine.ts'
import { createJqEngine } from '../../src/expression/jq.ts'
import { diagnose, render } from './diagnose.ts'

const engine = createJqEngine()
afterAll(() => engine.close())

const codes = async (text: string, options = {}): Promise<readonly string[]> =>
  (await diagnose(text, engine, options)).diagnostics.map(({ code }) => code)

describe('validateChecklist', () => {
  it.each([
    ['declares it', { base: 'x' }, []],
    ['does not', { bse: 'x' }, ['undeclared-variable']],
  ])('takes a value from outside for a variable when the checklist %s', async (_what, overrides, expected) => {
    expect(await codes('vars: { base: a }\nchecks: [{ run: echo }]\n', { overrides })).toEqual(expected)
  })

  it.each([
    ['{ equals: 1 }', ['operator-as-field']],
    ['{ not: { ">=": 1 } }', ['operator-as-field']],
    ['{ fields: { equals: 1 } }', []],
    ['{ equals: { is: integer } }', []],
    ['{ count: 1, size: 2 }', []],
  ])('warns of what would be a field and looks like an operator: %s', async (matcher, expected) => {
    const text = `checks: [{ request: GET https://example.com, expect: { json: { a: ${matcher} } } }]\n`
    const { diagnostics } = await diagnose(text, engine)
    expect(diagnostics.map(({ code }) => code)).toEqual(expected)
    expect(diagnostics.every(({ severity }) => severity === 'warning')).toBe(true)
  })

  it.each([
    ['env.A == "b"', ['environment-in-program']],
    ['$ENV.A == "b"', ['environment-in-program']],
    ['[.env, "env $ENV", {env: 1}, ({} | .env)] == []', []],
    ['def env: {}; env == {}', []],
  ])('finds a program that reads the environment, which is empty: %s', async (program, expected) => {
    const text = `checks:\n  - run: echo\n    expect: { jq: ${JSON.stringify(program)} }\n`
    expect(await codes(text)).toEqual(expected)
  })

  it.each([
    ['[docker, compose]', []],
    ['[sudo, docker, compose]', []],
    ['[/opt/docker compose/bin/docker, compose]', []],
    ['[sudo docker, compose]', ['bad-word']],
  ])('finds two words that are written as one: %s', async (command, expected) => {
    const text = `hosts: { prod: { compose: { command: ${command} } } }\nchecks: [{ containers: prod }]\n`
    expect(await codes(text)).toEqual(expected)
  })

  it.each([
    ['bse', '$base', ['unused-in-target']],
    ['bse', '$base + $bse', ['target-needed']],
    ['base', '$base', []],
    ['colour', '$base', []],
  ])('finds a target that sets %s where the file reads %s', async (name, read, expected) => {
    const text = `vars: { base: a }\ntargets: { prod: { vars: { ${name}: b } } }\nchecks: [{ run: "echo {{ ${read} }}" }]\n`
    expect(await codes(text)).toEqual(expected)
    expect(await codes(text, { target: 'prod' })).toEqual(expected.filter(code => code !== 'target-needed'))
  })

  it.each([
    ['db2', 'main', []],
    ['mian', 'main', ['unused-in-target']],
    ['mian', '"{{ $name }}"', []],
    ['mian', 'mian', ['unknown-database']],
  ])('finds a target that adds the database %s where the query asks %s', async (name, asked, expected) => {
    const text = `vars: { name: main }
databases: { main: { address: "a:1", user: u }, other: { address: "b:1", user: u } }
targets: { prod: { databases: { ${name}: { address: "c:1", user: u } } } }
checks: [{ query: { database: ${asked}, sql: SELECT 1 }, expect: { value: 1 } }]
`
    expect(await codes(text)).toEqual(expected)
    expect(await codes(text, { target: 'prod' })).toEqual(expected.filter(code => code !== 'unknown-database'))
  })

  it('shows the name but never the value of an unknown variable', async () => {
    const { diagnostics } = await diagnose('vars: { token: a }\nchecks: [{ run: echo }]\n', engine, {
      overrides: { tokn: 'hunter2' },
    })
    expect(render(diagnostics)).toContain('Did you mean `token`?')
    expect(render(diagnostics)).not.toContain('hunter2')
  })

  it.each(['1,host=secret', '1 host=secret', '1; host=secret'])(
    'warns of two variables in one value, and does not show it: %s',
    async version => {
      const text = 'vars: { version: a, host: b }\nchecks: [{ run: echo }]\n'
      const { diagnostics } = await diagnose(text, engine, { overrides: { version } })
      expect(diagnostics).toMatchObject([{ code: 'several-variables', severity: 'warning' }])
      expect(render(diagnostics)).not.toContain('secret')
      expect(await codes(text, { overrides: { version: version.replace('host', 'port') } })).toEqual([])
    },
  )

  it.each([
    ['"2.2.1"', 'stands in quotes'],
    ["'2.2.1'", 'stands in quotes'],
    [' 2.2.1', 'white space'],
    ['2.2.1\r', 'white space'],
  ])('warns of a value with what a shell would take off, and does not show it: %j', async (version, told) => {
    const text = 'vars: { version: a }\nchecks: [{ run: echo }]\n'
    const { diagnostics } = await diagnose(text, engine, { overrides: { version } })
    expect(diagnostics).toMatchObject([
      { code: 'literal-value', severity: 'warning', message: expect.stringContaining(told) },
    ])
    expect(render(diagnostics)).not.toContain('2.2.1')
    for (const plain of ['2.2.1', '"2" or "3', ''])
      expect(await codes(text, { overrides: { version: plain } })).toEqual([])
  })

  it('starts no engine for programs that are certainly sound', async () => {
    const unused: Engine = {
      check: () => Promise.reject(new Error('asked')),
      evaluate: () => Promise.reject(new Error('asked')),
      match: () => Promise.reject(new Error('asked')),
      warm() {},
      close: () => Promise.resolve(),
    }
    const text =
      'checks:\n  - request: GET https://example.com\n    expect: { jq: .a.b | length > 2 }\n    capture: { id: .id }\n'
    expect((await diagnose(text, unused)).diagnostics).toEqual([])
    await expect(diagnose(text.replace('.a.b', 'map(.b)'), unused)).rejects.toThrow('asked')
  })

  it('lets captures of the ready gate, of earlier sections and of parallel ones be used afterwards', async () => {
    expect(
      await codes(
        `
ready:
  within: 1m
  checks:
    - run: echo 1
      capture: { first: . }
checks:
  - parallel: true
    checks:
      - run: echo "{{ $first }}" | cat
      - checks:
          - { run: echo 2, capture: { second: . } }
          - { run: { command: [echo, "{{ $second }}"] } }
  - if: $second == 2 and $first == 1
    run: echo "{{ $second }}" | cat
`
          .replaceAll('"{{ $first }}" | cat', '{{ $first }}')
          .replaceAll('"{{ $second }}" | cat', '{{ $second }}'),
      ),
    ).toEqual([])
  })

  it('lets cleanup use every capture of the run, and only captures that there are', async () => {
    const text = (name: string): string => `
checks:
  - run: echo 1
    capture: { own: . }
    cleanup: [{ run: "echo {{ $own }} {{ $${name} }}" }]
  - { run: echo 2, capture: { later: . } }
`
    expect(await codes(text('later'))).toEqual([])
    expect(await codes(text('never'))).toEqual(['undefined-variable'])
  })

  it('reports a section that needs what is inside of it, and one that uses its own capture', async () => {
    expect(
      await codes(
        'checks:\n  - needs: a\n    checks: [{ id: a, run: echo }]\n  - if: $x == 1\n    checks: [{ run: echo 1, capture: { x: . } }]\n',
      ),
    ).toEqual(['needs-itself', 'capture-later'])
  })

  it('finds circles that lead over sections', async () => {
    const text = `
checks:
  - id: a
    needs: b
    checks: [{ id: inner, run: echo }]
  - id: b
    checks: [{ run: echo, needs: inner }]
`
    expect(await codes(text)).toEqual(['needs-circle'])
  })

  it('looks at the other targets, too', async () => {
    const text = 'vars: { base: x }\ntargets: { a: { vars: { base: null } } }\nchecks: [{ run: "echo {{ $base }}" }]\n'
    expect(await codes(text)).toEqual(['undefined-variable'])
    expect(await codes(text, { target: 'a' })).toEqual(['undefined-variable'])
  })

  it('blames no name that may have been lost with what could not be read', async () => {
    expect(
      await codes('checks:\n  - run: echo 1\n    captures: { x: . }\n  - { run: "echo {{ $x }}", needs: y }\n'),
    ).toEqual(['unknown-key'])
  })

  it.each([
    ['request: GET https://a.example', []],
    ['query: SELECT 1', ['no-assertion']],
    ['query: SELECT 1\n    capture: { one: length }', []],
    ['query: SELECT 1\n    expect: { value: 1 }', []],
    ['query: SELECT 1\n    expect: { value: any }', ['no-assertion']],
    ['query: SELECT 1\n    expect: { jq: length == 1 }', []],
    ['manual: Look.', []],
    ['request: GET https://a.example\n    cleanup: { query: SELECT 1 }', []],
    ['request: GET https://a.example\n    repeat: 2\n    expect: { all: {} }', ['no-assertion']],
    ['request: GET https://a.example\n    repeat: 2\n    expect: { status_counts: { 200: 2 } }', []],
    ['request: GET https://a.example\n    expect: { status: any, json: { ok: true } }', []],
  ])('asks a check to expect something: %s', async (check, expected) => {
    const text = `databases: { main: { address: "db:5432" } }\nchecks:\n  - ${check}\n`
    expect(await codes(text)).toEqual(expected)
  })

  it.each([
    ['{ value: abcdef, secret: true }', []],
    ['{ value: abcde, secret: true }', ['short-secret']],
    ['{ value: 12345, secret: true }', ['short-secret']],
    ['{ value: abc }', []],
    ['{ env: NAME, secret: true, default: abc }', ['short-secret']],
    ['{ env: NAME, secret: true, default: null }', []],
    ['{ value: null, secret: true }', []],
    ['{ value: "{{ $run.id }}", secret: true }', []],
  ])('asks a secret to be long enough to be masked: %s', async (declaration, expected) => {
    expect(await codes(`vars: { pin: ${declaration} }\nchecks: [{ run: echo }]\n`)).toEqual(expected)
  })

  it.each([
    ['a variable made from a secret', '[x, "{{ $derived }}"]', ['secret-in-arguments']],
    ['a secret capture', '[x, "{{ $captured_secret }}"]', ['secret-in-arguments']],
    ['a public variable', '[x, "{{ $public }}"]', []],
    ['a secret in a shell line', '"x {{ $secret }}"', []],
  ])('keeps secrets out of arguments: %s', async (_what, command, expected) => {
    const text = `
vars: { secret: { env: S, secret: true }, derived: "Bearer {{ $secret }}", public: a }
checks:
  - { run: echo 1, capture: { captured_secret: { jq: ., secret: true } } }
  - { run: { command: ${command} } }
`
    expect(await codes(text)).toEqual(expected)
  })
})
