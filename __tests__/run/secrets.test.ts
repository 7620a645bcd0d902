import { afterAll, describe, expect, it } from 'vitest'
import { CheckError } from '../../src/model/check-error.ts'
import { formsOf } from '../secrets/secret-forms.ts'
import { checkNamed, createEngine, run, stringsIn } from './builders.ts'
import type { Answer, Answers } from './toy-kind.ts'

const engine = createEngine()
afterAll(() => engine.close())

const PASSWORD = 'Zq7"x/w0rd+ü& canary=one\\two'
const KEY = '-----BEGIN KEY-----\nQ29mZmVlIGFuZCB0\nZWEgYW5kIG1pbGs9\n-----END KEY-----'
const LITERAL = 'Lq8-literal-0xC0FFEE-in-the-file'
const TOKEN = 'tok_9f8e7d6c5b4a39281706f5e4d3c2b1a0'
const COOKIE = 'sess.41c7e0b2-93d5-4f6a.signature-part'
const UNMARKED = 'unm_5e4d3c2b1a09f8e7d6c5b4a392817060'
/** What jq's `ascii_upcase` makes of the password. */
const MADE = PASSWORD.replace(/[a-z]/g, letter => letter.toUpperCase())
const PLACED = 'placed-by-its-key-2f6b'

/** Everything of an answer that can carry a secret carries all of them, in every form. */
function planted(secrets: readonly string[]): Answer {
  const forms = secrets.flatMap(secret => [
    secret,
    JSON.stringify({ said: secret }),
    encodeURIComponent(secret),
    new URLSearchParams({ a: secret }).toString(),
    Buffer.from(`x${secret}`).toString('base64'),
    Buffer.from(secret).toString('hex'),
    secret.slice(3),
    secret.replaceAll('\n', ' '),
  ])
  const all = forms.join(' | ')
  return {
    status: 500,
    json: { all: forms, text: all, access_token: UNMARKED, [`key ${secrets[0]}`]: all },
    headers: { 'x-said': forms.join(','), location: `https://user:${encodeURIComponent(secrets[0] ?? '')}@host/` },
    cookies: { session: COOKIE },
    html: { title: all },
    text: all,
    evidence: [{ title: `Answer ${all}`, text: all.repeat(50), outside: true }],
    reproduce: ['curl', '-H', `Authorization: Bearer ${TOKEN}`, '--data', all, `https://h/?access_token=${UNMARKED}`],
  }
}

const YAML = `
name: Canary
vars:
  password: { env: PASSWORD, secret: true }
  key: { env: KEY, secret: true }
  literal: { value: "${LITERAL}", secret: true }
  made: "Token {{ $password | ascii_upcase }}"
checks:
  - id: login
    name: "Log in with {{ $password }}"
    toy: login
    capture:
      token: { jq: .issued, secret: true }
      plain: .access_token
      session: { cookie: session }
  - name: Everywhere
    toy: { ask: echo, with: ["{{ $password }}", "{{ $made }}", "{{ $token }}"], key: ${PLACED} }
    fix: "Change {{ $password }} or {{ $literal }}."
    expect:
      json: { all: [], text: "{{ $password }}", access_token: x }
      headers: { x-said: a, location: b }
      html: { title: c }
      jq:
        - .text
        - .all[0] | error
        - .all[0] | tonumber
        - '"x" + $password | error'
        - "{a: $key} | tonumber"
        - ($token | ascii_upcase)
        - .access_token | length < 3
        - '{"{{": $literal}'
    capture: { nothing: { regex: "/no such (thing)/" } }
  - { name: An error, toy: error }
  - { name: A bug, toy: bug }
  - { name: Repeated, toy: echo, repeat: 2, expect: { all: { json: { text: a } }, any: { status: 200 } } }
  - { name: Waiting, toy: echo, within: 3s }
  - { name: "Condition", if: '$password', toy: a }
  - { name: By hand, box: "Log in with {{ $password }} and {{ $captured.session }}." }
  - { name: "Cleanup", toy: a, cleanup: { name: "Undo {{ $literal }}", toy: echo } }
  - { name: "After {{ $literal }}", needs: login, toy: echo }
`

const SECRETS = { PASSWORD, KEY, LITERAL, TOKEN, COOKIE, UNMARKED, PLACED, MADE }

/** The secrets of which a form, or a piece of eight characters of one, stands in a text. */
function leaks(text: string): readonly string[] {
  return Object.entries(SECRETS).flatMap(([name, secret]) =>
    [...formsOf(secret)].filter(piece => text.includes(piece)).map(piece => `${name}: ${piece}`),
  )
}

describe('a run in which every secret is planted everywhere', async () => {
  const all = planted([PASSWORD, KEY, LITERAL, TOKEN, COOKIE, PLACED, UNMARKED, MADE])
  const said = `It said ${PASSWORD}, ${encodeURIComponent(KEY)} and access_token=${UNMARKED}.`
  const answers: Readonly<Record<string, Answers>> = {
    login: { json: { issued: TOKEN, access_token: UNMARKED }, cookies: { session: COOKIE } },
    echo: { ...all, does: context => context.notice(`Notice of ${PASSWORD}`) },
    error: {
      error: new CheckError({
        code: 'refused',
        message: said,
        hint: said,
        endpoint: `http://user:${PASSWORD}@host`,
        details: { detail: said, hint: TOKEN, reason: said, code: TOKEN, key: said },
      }),
    },
    bug: { error: new TypeError(said) },
  }
  const environment = { PASSWORD, KEY }
  const ran = await run(engine, YAML, answers, { environment, verbose: true })

  it('runs everything that was planned', () => {
    const { result } = ran
    expect(checkNamed(result, 'Everywhere').outcome.status).toBe('failed')
    expect(checkNamed(result, 'An error').outcome.status).toBe('errored')
    expect(result.cleanup).toHaveLength(1)
    expect(result.notices).toEqual([expect.stringMatching(/^Notice of ?\*\*\*$/)])
    expect(ran.events.some(({ event }) => event === 'exchange')).toBe(true)
  })

  it('has no form of any of them in its result', () => {
    for (const text of stringsIn(ran.result)) expect(leaks(text)).toEqual([])
    expect(leaks(JSON.stringify(ran.result))).toEqual([])
  })

  it('tells none of them to the observer', () => {
    for (const text of stringsIn(ran.events)) expect(leaks(text)).toEqual([])
  })

  it('writes whole secrets of a repeating line as their variables', () => {
    const { outcome } = checkNamed(ran.result, 'Everywhere')
    const line = outcome.status === 'failed' ? (outcome.reproduce ?? '') : ''
    expect(line).toContain(`'Authorization: Bearer '"$TOKEN"`)
    expect(line).toContain('"$PASSWORD"')
    expect(line).toContain(`'https://h/?access_token='"$PLAIN"`)
  })

  it('has every one of them masked', () => {
    for (const secret of Object.values(SECRETS)) expect(ran.masked).toContain(secret)
    expect(new Set(ran.masked).size).toBe(ran.masked.length)
  })

  it('leaves words of its own alone, whatever a secret is called', async () => {
    const yaml =
      'name: Toy\nvars: { s: { value: failed, secret: true }, t: { value: checks.0, secret: true } }\nchecks:\n  - { name: a failed one, toy: a }\n'
    const { result } = await run(engine, yaml, { a: { status: 500 } })
    expect(result.entries[0]).toMatchObject({ key: 'checks.0', name: 'a *** one', outcome: { status: 'failed' } })
  })

  it('does not tell the text of an error that a program makes of a secret', async () => {
    const yaml = `
name: Toy
vars: { s: { env: S, secret: true } }
checks:
  - { name: a, toy: a, expect: { jq: ['$s | explode | map(. + 1) | implode | error', '"plain" | error'] } }
`
    const { result } = await run(engine, yaml, { a: { json: {} } }, { environment: { S: 'abcdefghijklmnop' } })
    const text = JSON.stringify(result)
    expect(text).not.toContain('bcdefghijklmnopq')
    expect(text).toContain('its text is not shown')
    expect(text).toContain('ends with an error: plain')
  })

  it('redacts what was told before a secret was known', async () => {
    const yaml = `
name: Toy
checks:
  - { name: early, toy: early }
  - { name: late, toy: late, capture: { it: { jq: .it, secret: true } } }
`
    const { result } = await run(engine, yaml, {
      early: { status: 500, json: { said: TOKEN } },
      late: { json: { it: TOKEN } },
    })
    expect(JSON.stringify(result)).not.toContain(TOKEN)
  })
})
