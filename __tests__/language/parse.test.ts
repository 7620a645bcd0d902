import { describe, expect, it } from 'vitest'
import { kinds } from '../../src/kinds/index.ts'
import { parseChecklist } from '../../src/language/parse.ts'
import { allEntries } from '../../src/model/checklist.ts'
import { locate } from '../../src/model/source.ts'
import { parsed } from './diagnose.ts'
import { checksOf, plain } from './plain.ts'

describe('reading a check', () => {
  it.each([
    ['request: GET https://example.com/a', { get: 'https://example.com/a' }],
    ['request: FETCH https://example.com/a', undefined],
    [
      'request: { post: https://example.com, json: { a: [1, "{{ $run.id }}"] } }',
      { post: 'https://example.com', json: { a: [1, '{{ $run.id }}'] } },
    ],
    [
      'request: { get: https://example.com, headers: { x: 5, y: true } }',
      { get: 'https://example.com', headers: { x: '5', y: 'true' } },
    ],
    ['tcp: example.com:443', { address: 'example.com:443' }],
    ['run: echo one', { command: 'echo one' }],
    ['manual: Look.', 'Look.'],
  ])('reads %s', (text, spec) => {
    const source = { path: 'c.yml', text: `checks:\n  - ${text}\n` }
    const { checklist, diagnostics } = parseChecklist(source, { kinds, target: null })
    const [check] = checklist === undefined ? [] : checksOf(checklist)
    expect(plain(check?.spec)).toEqual(spec)
    expect(diagnostics.length).toBe(spec === undefined ? 1 : 0)
  })

  it('knows where the parts of a short form stand', () => {
    const [check] = checksOf(parsed('checks:\n  - request: GET https://example.com/a\n'))
    const spec = check?.spec as { get: { span: Parameters<typeof locate>[0] } }
    expect(locate(spec.get.span)).toMatchObject({ line: 2, column: 18, endColumn: 39 })
  })

  it('gives every entry a key, tags of its own and of the sections around it', () => {
    const checklist = parsed(`
ready: { within: 1m, checks: [{ request: GET https://example.com }] }
checks:
  - tags: outer
    checks:
      - request: GET https://example.com
        tags: [inner, outer]
        cleanup: { run: echo gone }
      - checks: [{ run: echo }]
`)
    const keys = [...allEntries(checklist.checks)].map(({ key, tags }) => `${key} ${tags.join(',')}`)
    expect(keys).toEqual([
      'checks.0 outer',
      'checks.0.checks.0 outer,inner',
      'checks.0.checks.0.cleanup.0 outer,inner',
      'checks.0.checks.1 outer',
      'checks.0.checks.1.checks.0 outer',
    ])
    expect(checklist.ready?.key).toBe('ready')
    expect(checklist.ready?.name?.parts).toEqual(['Ready'])
    expect(checklist.ready?.checks[0]?.key).toBe('ready.0')
  })

  it('reads waiting, its range and what repeats', () => {
    const [waits, repeats] = checksOf(
      parsed(`
checks:
  - { run: echo, within: 1m, every: 1s..30s, consecutive: 2, timeout: 3s, severity: warning }
  - { run: echo, repeat: 6, expect: { all: { exit_code: 0 } } }
`),
    )
    expect(plain(waits?.waiting)).toEqual({ within: '1m', every: { from: '1s', to: '30s' }, consecutive: 2 })
    expect(plain(waits?.timeout)).toBe('3s')
    expect(waits?.severity).toBe('warning')
    expect(repeats?.repeat).toEqual({ times: 6, concurrency: 1 })
  })

  it('finds the range of `every` outside of holes only', () => {
    const [check] = checksOf(
      parsed('vars: { a: 1s }\nchecks:\n  - { run: echo, within: 1m, every: "{{ $a | .. }}" }\n'),
    )
    expect(plain(check?.waiting?.every)).toEqual({ from: '{{ $a | .. }}' })
  })
})

describe('faults', () => {
  it('are told of up to a hundred, and the rest by their number', () => {
    const text = `checks:\n${'  - run: { nothing: 1 }\n'.repeat(250)}`
    const { diagnostics } = parseChecklist({ path: 'c.yml', text }, { kinds, target: null })
    expect(diagnostics).toHaveLength(101)
    expect(diagnostics.at(-1)).toMatchObject({ code: 'more-faults', message: 'From here on there are 150 more.' })
  })
})

describe('variables', () => {
  it('are values or declarations', () => {
    const { variables } = parsed(`
vars:
  text: plain
  list: [1, "{{ $text }}"]
  env: { env: NAME, default: 5 }
  value: { value: { a: 1 } }
  map: { env: NAME, region: east }
  empty: {}
checks: [{ run: echo }]
`)
    expect(
      variables.map(({ name, value, environment, default: fallback }) => [
        name,
        plain(value),
        environment,
        plain(fallback),
      ]),
    ).toEqual([
      ['text', 'plain', undefined, undefined],
      ['list', [1, '{{ $text }}'], undefined, undefined],
      ['env', undefined, 'NAME', 5],
      ['value', { a: 1 }, undefined, undefined],
      ['map', { env: 'NAME', region: 'east' }, undefined, undefined],
      ['empty', {}, undefined, undefined],
    ])
  })

  it('come of the environment named inside of a connection, keys and passwords as secrets', () => {
    const { variables, hosts, databases } = parsed(`
hosts: { prod: { ssh: { host: a, key: { env: KEY }, known_hosts: { env: HOSTS } } } }
databases: { main: { address: "db:5432", password: { env: PASSWORD, default: none-at-all } } }
checks: [{ run: echo }]
`)
    expect(
      variables.map(({ environment, secret, default: fallback }) => [environment, secret, plain(fallback)]),
    ).toEqual([
      ['KEY', true, undefined],
      ['HOSTS', false, undefined],
      ['PASSWORD', true, 'none-at-all'],
    ])
    const [key, known, password] = variables.map(({ name }) => `{{ $${name} }}`)
    expect(plain(hosts)).toEqual({ prod: { ssh: { host: 'a', key, known_hosts: known } } })
    expect(plain(databases)).toEqual({ main: { address: 'db:5432', password } })
  })
})
