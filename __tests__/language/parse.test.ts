import { describe, expect, it } from 'vitest'
import { kinds } from '../../src/kinds/index.ts'
import { parseChecklist } from '../../src/language/parse.ts'
import { allEntries, type Check, type Checklist } from '../../src/model/checklist.ts'
import { locate } from '../../src/model/source.ts'
import { isProgram, isTemplate } from '../../src/model/template.ts'
import { parsed } from './diagnose.ts'

/** Specifications with templates as their text, maps of names as objects and places left out. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isProgram(value)) return value.source.text
  if (isTemplate(value)) {
    if (value.literal !== undefined) return value.literal
    return value.parts.map(part => (typeof part === 'string' ? part : `{{ ${part.source.text} }}`)).join('')
  }
  if (Array.isArray(value)) {
    const named =
      value.length > 0 && value.every(item => typeof item === 'object' && item !== null && 'nameSpan' in item)
    return named
      ? Object.fromEntries(value.map(item => [item.name, plain(item.value ?? item.matcher)]))
      : value.map(plain)
  }
  if ('node' in value && value.node === 'list' && 'items' in value) return plain(value.items)
  if ('node' in value && value.node === 'map' && 'entries' in value && Array.isArray(value.entries)) {
    return Object.fromEntries(value.entries.map(entry => [entry.name, plain(entry.value)]))
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'span' && key !== 'partSpan')
      .map(([key, item]) => [key, plain(item)]),
  )
}

function checksOf(checklist: Checklist): readonly Check[] {
  return [...allEntries(checklist.checks)].filter((entry): entry is Check => entry.entry === 'check')
}

function specOf(text: string, index = 0, target: string | null = null): unknown {
  return plain(checksOf(parsed(text, target))[index]?.spec)
}

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

describe('defaults', () => {
  const withDefaults = (own: string, section = '{}'): string => `
vars: { base: https://example.com }
defaults:
  timeout: 7s
  severity: warning
  request: { base_url: "{{ $base }}", headers: { Accept: a, X-Keep: k }, redirects: 2 }
checks:
  - defaults: ${section}
    checks:
      - ${own}
`

  it('merge key by key, the nearest winning, header names ignoring case', () => {
    expect(specOf(withDefaults('request: { get: /a, headers: { accept: b } }'))).toEqual({
      get: '/a',
      base_url: '{{ $base }}',
      headers: { accept: 'b', 'X-Keep': 'k' },
      redirects: 2,
    })
    expect(specOf(withDefaults('request: GET /a', '{ request: { headers: { ACCEPT: c }, redirects: 5 } }'))).toEqual({
      get: '/a',
      base_url: '{{ $base }}',
      headers: { ACCEPT: 'c', 'X-Keep': 'k' },
      redirects: 5,
    })
  })

  it('are removed by null, on the check and on the section', () => {
    const own = 'request: { get: /a, headers: { accept: null }, redirects: null }'
    expect(specOf(withDefaults(own))).toEqual({ get: '/a', base_url: '{{ $base }}', headers: { 'X-Keep': 'k' } })
    const section = '{ request: { headers: null }, timeout: null }'
    expect(specOf(withDefaults('request: GET /a', section))).toEqual({
      get: '/a',
      base_url: '{{ $base }}',
      redirects: 2,
    })
    expect(checksOf(parsed(withDefaults('request: GET /a', section)))[0]?.timeout).toBeUndefined()
  })

  it('keep null as a value where null is one', () => {
    expect(specOf('checks: [{ request: { post: https://example.com, json: null } }]')).toEqual({
      post: 'https://example.com',
      json: null,
    })
  })

  it('give time-out, severity and waiting where the check says nothing', () => {
    const [check] = checksOf(parsed(withDefaults('request: GET /a', '{ within: 1m, every: 2s, consecutive: 3 }')))
    expect(plain(check?.timeout)).toBe('7s')
    expect(check?.severity).toBe('warning')
    expect(plain(check?.waiting)).toEqual({ within: '1m', every: { from: '2s' }, consecutive: 3 })
  })

  it('do not make a check wait that repeats or says null, nor the checks of the ready gate', () => {
    const checklist = parsed(`
defaults: { within: 1m }
ready: { within: 2m, checks: [{ run: echo }] }
checks:
  - { run: echo, repeat: 2, expect: { all: { exit_code: 0 } } }
  - { run: echo, within: null }
  - { run: echo }
`)
    expect(checksOf(checklist).map(check => check.waiting === undefined)).toEqual([true, true, false])
    const [inGate] = checklist.ready?.checks ?? []
    expect(inGate?.entry === 'check' && inGate.waiting === undefined).toBe(true)
    expect(plain(checklist.ready?.waiting)).toEqual({ within: '2m', consecutive: 1 })
  })

  it('lend the base URL of requests to WebSockets that have none', () => {
    const text = (own: string): string => `
defaults: { request: { base_url: https://a.example, headers: { x: y } }${own} }
checks: [{ websocket: /ws }]
`
    expect(specOf(text(''))).toEqual({ url: '/ws', base_url: 'https://a.example' })
    expect(specOf(text(', websocket: { base_url: wss://b.example }'))).toEqual({
      url: '/ws',
      base_url: 'wss://b.example',
    })
  })

  it('are read where they stand even if no check uses them', () => {
    const source = {
      path: 'c.yml',
      text: 'defaults: { request: { heades: {} }, tcp: { adress: x } }\nchecks: [{ run: echo }]\n',
    }
    const { diagnostics } = parseChecklist(source, { kinds, target: null })
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-key', 'unknown-key'])
  })

  it('report their fault once, however many checks use them', () => {
    const source = {
      path: 'c.yml',
      text: 'defaults: { request: { redirects: many } }\nchecks: [{ request: GET https://a.example }, { request: GET https://b.example }]\n',
    }
    const { diagnostics } = parseChecklist(source, { kinds, target: null })
    expect(diagnostics.map(({ code }) => code)).toEqual(['wrong-type'])
  })
})

describe('targets', () => {
  const text = `
vars:
  base: https://example.com
  gone: x
  password: { env: PASSWORD, secret: true }
hosts: { prod: { ssh: { host: a, user: u } } }
databases: { main: { address: "db:5432", user: a } }
targets:
  staging:
    vars: { base: https://staging.example.com, gone: null, password: staging password, more: 1 }
    hosts: { prod: { ssh: { host: b } } }
    databases: { main: { user: null, address: "other:5432" } }
    defaults: { request: { base_url: https://staging.example.com } }
  empty: {}
defaults: { request: { base_url: https://example.com, redirects: 1 } }
checks: [{ request: GET /a }]
`

  it('merge maps, remove by null and replace everything else', () => {
    const checklist = parsed(text, 'staging')
    expect(checklist.target).toBe('staging')
    expect(checklist.targetNames).toEqual(['staging', 'empty'])
    expect(checklist.variables.map(({ name, value }) => [name, plain(value)])).toEqual([
      ['base', 'https://staging.example.com'],
      ['password', 'staging password'],
      ['more', 1],
    ])
    expect(plain(checklist.hosts)).toEqual({ prod: { ssh: { host: 'b', user: 'u' } } })
    expect(plain(checklist.databases)).toEqual({ main: { address: 'other:5432' } })
    expect(specOf(text, 0, 'staging')).toEqual({ get: '/a', base_url: 'https://staging.example.com', redirects: 1 })
    expect(specOf(text, 0, 'empty')).toEqual({ get: '/a', base_url: 'https://example.com', redirects: 1 })
  })

  it('replace a variable whole, and leave a secret one secret', () => {
    const password = parsed(text, 'staging').variables.find(({ name }) => name === 'password')
    expect(password).toMatchObject({ secret: true })
    expect(password?.environment).toBeUndefined()
  })

  it('are all read, whichever is chosen', () => {
    const broken = text.replace('empty: {}', 'empty: { defaults: { timeout: 10 } }')
    for (const target of [null, 'staging', 'empty']) {
      const { diagnostics } = parseChecklist({ path: 'c.yml', text: broken }, { kinds, target })
      expect(diagnostics.map(({ code }) => code)).toEqual(['duration-unit'])
    }
  })

  it.each([
    ['stagng', 'Did you mean `staging`?'],
    ['other', 'Known: `staging`, `empty`.'],
  ])('are known by name: %s is none', (target, hint) => {
    const { diagnostics } = parseChecklist({ path: 'c.yml', text }, { kinds, target })
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([['unknown-target', hint]])
  })

  it('need not stand in for what the file itself lacks when one of them is chosen', () => {
    const only =
      'targets: { a: { defaults: { request: { base_url: https://a.example } } } }\nchecks: [{ request: GET /a }]\n'
    expect(parseChecklist({ path: 'c.yml', text: only }, { kinds, target: 'a' }).diagnostics).toEqual([])
    expect(parseChecklist({ path: 'c.yml', text: only }, { kinds, target: null }).diagnostics).toHaveLength(1)
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
    [
      '{ cookies: { c: v } }',
      { op: 'fields', fields: { c: { op: 'fields', fields: { value: { op: 'eq', operand: 'v' } } } } },
    ],
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
