import { describe, expect, it } from 'vitest'
import { kinds } from '../../src/kinds/index.ts'
import { parseChecklist } from '../../src/language/parse.ts'
import { parsed } from './diagnose.ts'
import { checksOf, plain, specOf } from './plain.ts'

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
