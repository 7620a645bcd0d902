import { afterAll, describe, expect, it } from 'vitest'
import { checkNamed, createEngine, ending, outcomes, run, stringsIn } from './builders.ts'
import { type Answers, refused } from './toy-kind.ts'

const engine = createEngine()
afterAll(() => engine.close())

const NO = { expected: 'yes', actual: 'no' }

/** One check called `it` with these lines; `login` before it captures `$token`. */
async function one(lines: string, answers: Readonly<Record<string, Answers>> = {}) {
  const yaml = `
name: Toy
vars: { version: "2.2.1", limit: 3, wanted: [1, 2] }
checks:
  - name: it
${lines.replace(/^/gm, '    ')}
`
  const { result } = await run(engine, yaml, answers)
  return checkNamed(result, 'it')
}

describe('the outcome of a check', () => {
  it('stands, when it could not be found out, at what was looked at and not at the name', async () => {
    const { outcome } = await one('id: x\ntoy: ask', { ask: { error: refused() } })
    expect(outcome).toMatchObject({ status: 'errored', fault: { location: { lineText: '    toy: ask' } } })
  })

  it.each<[string, string, Answers, string]>([
    ['the default holds', 'toy: ask', {}, 'passed'],
    ['the default does not hold', 'toy: ask', { status: 502 }, 'failed, status'],
    ['another part is named', 'toy: ask\nexpect: { duration: { lt: 1s } }', { status: 502 }, 'failed, status'],
    ['what the kind looked for was not seen', 'toy: ask', { unmet: refused('No.', NO) }, 'failed, refused'],
    [
      'what the kind looked for was not seen, and a part is lifted',
      'toy: ask\nexpect: { status: any, json: { a: 1 } }',
      { status: 403, json: { a: 2 }, unmet: refused('No.', NO) },
      'failed, refused json.a',
    ],
    ['the part is named', 'toy: ask\nexpect: { status: 502 }', { status: 502 }, 'passed'],
    ['the part is lifted', 'toy: ask\nexpect: { status: any, duration: { lt: 1s } }', { status: 502 }, 'passed'],
    ['jq replaces no default', 'toy: ask\nexpect: { jq: .ok }', { status: 502, json: { ok: true } }, 'failed, status'],
    ['a duration is too long', 'toy: ask\nexpect: { duration: { lt: 1s } }', { takes: 1_000 }, 'failed, duration'],
    ['a duration holds', 'toy: ask\nexpect: { duration: { lte: 1s } }', { takes: 1_000 }, 'passed'],
    ['a header is found', 'toy: ask\nexpect: { headers: { X-A: b } }', { headers: { 'x-a': 'b' } }, 'passed'],
    [
      'a header is another',
      'toy: ask\nexpect: { headers: { X-A: c } }',
      { headers: { 'x-a': 'b' } },
      'failed, headers["X-A"]',
    ],
    ['a program yields true', 'toy: ask\nexpect: { jq: .a == 1 }', { json: { a: 1 } }, 'passed'],
    ['a program yields false', 'toy: ask\nexpect: { jq: .a == 2 }', { json: { a: 1 } }, 'failed, jq'],
    ['a program yields a truthy value', 'toy: ask\nexpect: { jq: .a }', { json: { a: 1 } }, 'failed, jq'],
    ['a program yields nothing', 'toy: ask\nexpect: { jq: "empty" }', { json: {} }, 'failed, jq'],
    ['a program yields true twice', 'toy: ask\nexpect: { jq: "true, true" }', { json: {} }, 'failed, jq'],
    ['a program ends with an error', 'toy: ask\nexpect: { jq: ".a.b == 1" }', { json: { a: 'x' } }, 'failed, jq'],
    ['the document is not JSON', 'toy: ask\nexpect: { jq: .a == 1 }', {}, 'failed, jq'],
    ['a matcher holds', 'toy: ask\nexpect: { jq: { .a: { gt: 1 } } }', { json: { a: 2 } }, 'passed'],
    ['a matcher does not hold', 'toy: ask\nexpect: { jq: { .a: 3 } }', { json: { a: 2 } }, 'failed, `.a`'],
    [
      'a matcher gets several values',
      'toy: ask\nexpect: { jq: { ".a[]": 3 } }',
      { json: { a: [3, 3] } },
      'failed, `.a[]`',
    ],
    ['nothing is absent', 'toy: ask\nexpect: { jq: { "empty": { exists: false } } }', { json: {} }, 'passed'],
    ['nothing is no value', 'toy: ask\nexpect: { jq: { "empty": null } }', { json: {} }, 'failed, `empty`'],
    [
      'a program sees the observation',
      'toy: ask\nexpect: { jq: "$observation.status == 200" }',
      { json: {} },
      'passed',
    ],
    [
      'a program sees variables',
      'toy: ask\nexpect: { jq: "$version == .v and $limit == 3" }',
      { json: { v: '2.2.1' } },
      'passed',
    ],
    ['a hole gives a list as a value', 'toy: ask\nexpect: { json: "{{ $wanted }}" }', { json: [1, 2] }, 'passed'],
    [
      'everything fails at once',
      'toy: ask\nexpect: { json: { a: 2, b: 3 }, jq: [.a == 2, .b == 3] }\ncapture: { c: .c }',
      { status: 500, json: { a: 1, b: 1 } },
      'failed, status json.a json.b jq jq capture c',
    ],
    ['it could not be asked', 'toy: ask', { error: refused() }, 'errored, refused'],
    ['what it asked about did not happen', 'toy: ask', { error: refused('No.', NO) }, 'failed, refused'],
    ['it takes too long', 'toy: ask\ntimeout: 2s', { takes: 3_000 }, 'errored, attempt-timeout'],
    ['it takes longer than ten seconds', 'toy: ask', { takes: 10_001 }, 'errored, attempt-timeout'],
    ['on a host it has thirty', 'toy: { ask: ask, host: prod }', { takes: 29_000 }, 'passed'],
    ['a kind has a bug', 'toy: ask', { error: new TypeError('x is not a function') }, 'errored, internal'],
    ['a condition is false', 'toy: ask\nif: $limit > 3', {}, 'skipped, condition'],
    ['a condition is true', 'toy: ask\nif: $limit == 3', {}, 'passed'],
    ['a condition is neither', 'toy: ask\nif: $limit', {}, 'errored, condition-not-boolean'],
    ['a condition ends with an error', 'toy: ask\nif: $limit.a', {}, 'errored, condition-not-boolean'],
    ['a person must look', 'box: "Look at {{ $version }}."', {}, 'open'],
  ])('when %s', async (_when, lines, answer, expected) => {
    expect(ending(await one(lines, { ask: answer }))).toBe(expected)
  })

  it('says what a program yielded instead of true', async () => {
    const check = await one('toy: ask\nexpect: { jq: [.a, "empty", "1, 2, 3, 4", .a.b, .a == 1] }', {
      ask: { json: { a: 1 } },
    })
    expect(check.outcome).toMatchObject({
      failures: [
        { matcher: 'yields true', expected: 'true', actual: '1' },
        { matcher: 'yields true', expected: 'true', actual: 'nothing' },
        { matcher: 'yields true', expected: 'true', actual: '4 values (1, 2, 3, …)' },
        { actual: expect.stringContaining('error: ') },
      ],
    })
  })

  it('says why there is no document, and why a part is absent', async () => {
    const check = await one('toy: ask\nexpect: { jq: .a, json: { a: 1 } }', { ask: {} })
    expect(JSON.stringify(check.outcome)).toContain('The body is empty.')
  })

  it('points at the line of the matcher, and for a default at the kind', async () => {
    const check = await one('toy: ask\nexpect:\n  json:\n    a: 2\n  jq:\n    - .a == 3', {
      ask: { status: 500, json: { a: 1 } },
    })
    const failures = check.outcome.status === 'failed' ? check.outcome.failures : []
    expect(failures.map(({ subject, location, byDefault }) => [subject, location.lineText.trim(), byDefault])).toEqual([
      ['status', 'toy: ask', true],
      ['json.a', 'a: 2', false],
      ['jq', '- .a == 3', false],
    ])
    expect(check.location.lineText).toContain('- name: it')
    expect(check.location.file).toBe('checks/checklist.yml')
  })

  it('keeps the fault of the world as it was told', async () => {
    const check = await one('toy: ask', { ask: { error: refused() } })
    expect(check.outcome).toMatchObject({
      fault: { code: 'refused', message: 'The connection was refused.', hint: 'Start it.', endpoint: 'toy:1' },
      evidence: [],
    })
  })

  it('shows what happened instead of what it asked about, redacted and then shortened', async () => {
    const token = 'k3v9'.repeat(150)
    const actual = `{"token":"${token}","text":"${'long '.repeat(200)}"}`
    const check = await one('toy: ask', {
      ask: { error: refused('It did not come.', { expected: '.a == 1', actual }) },
    })
    const failure = { message: 'It did not come.', expected: '.a == 1', matcher: '', byDefault: false }
    expect(check.outcome).toMatchObject({ status: 'failed', failures: [failure] })
    const [shown = ''] = check.outcome.status === 'failed' ? check.outcome.failures.map(each => each.actual) : []
    expect(shown).toMatch(/^\{"token":"\*\*\*","text":"(long )+.*…$/)
    expect(shown).toHaveLength(400)
  })

  it('keeps the stack of our own mistakes, and the run goes on', async () => {
    const { result } = await run(engine, 'name: Toy\nchecks:\n  - { name: a, toy: bug }\n  - { name: b, toy: ask }\n', {
      bug: { error: new TypeError('x is not a function') },
    })
    expect(outcomes(result)).toEqual(['a: errored, internal', 'b: passed'])
    const { outcome } = checkNamed(result, 'a')
    expect(outcome).toMatchObject({ fault: { details: { stack: expect.stringContaining('TypeError') } } })
  })

  it('fills its holes once, also for a description, a fix and an instruction', async () => {
    const check = await one('toy: { ask: ask, with: { v: "{{ $version }}" } }\nfix: "Deploy {{ $version }}."', {
      ask: (_time, given) => ({ status: JSON.stringify(given) === '{"v":"2.2.1"}' ? 503 : 200 }),
    })
    expect(check).toMatchObject({ fix: 'Deploy 2.2.1.', outcome: { status: 'failed' } })
    expect(await one('box: "Look at {{ $version }}."')).toMatchObject({
      name: 'it',
      outcome: { status: 'open', instruction: 'Look at 2.2.1.' },
    })
  })

  it('is errored at its hole when a hole cannot be filled', async () => {
    const check = await one('toy: { ask: ask, with: "{{ $version | tonumber }}" }')
    expect(check.outcome).toMatchObject({ status: 'errored', fault: { location: { line: 6 } } })
  })

  it('has evidence only when it is not passed, and a line that repeats it', async () => {
    const evidence = [{ title: 'Body', text: 'x'.repeat(20_000), outside: true }]
    const failing = await one('toy: ask', { ask: { status: 500, evidence, reproduce: ['curl', 'http://a b/'] } })
    expect(failing.outcome).toMatchObject({
      evidence: [{ title: 'Body', text: 'x'.repeat(8_192), language: 'text', outside: true, fullLength: 20_000 }],
      reproduce: "curl 'http://a b/'",
    })
  })

  it('shows nothing hidden that came from outside', async () => {
    const hostile = '\x1b[31m\u202e::error::x\r\nnext'
    const check = await one('toy: ask\nexpect: { json: { a: b } }', {
      ask: { json: { a: hostile }, evidence: [{ title: hostile, text: hostile, outside: true }] },
    })
    for (const text of stringsIn(check)) expect(text).not.toMatch(/[\x1b\u202e\r]/)
    expect(check.outcome).toMatchObject({ evidence: [{ text: '\\x1b[31m\\u202e::error::x\nnext' }] })
  })

  it('counts its expectations and names its captures', async () => {
    const check = await one('toy: ask\nexpect: { json: { a: 1 }, jq: [.a == 1, .a < 2] }\ncapture: { a: .a }', {
      ask: { json: { a: 1 } },
    })
    expect(check).toMatchObject({ expectations: 4, captured: ['a'], repeated: false, durationMs: 0, offsetMs: 0 })
    expect(check.startedAt).toBe('2026-01-14T04:30:00.000Z')
  })
})

describe('a check that waits', () => {
  const statuses = (...all: number[]) => ({ ask: all.map(status => ({ status })) })

  it('is tried again until it holds, and every attempt is kept', async () => {
    const check = await one('toy: ask\nwithin: 1m\nevery: 1s..4s', {
      ask: [{ status: 503 }, { error: refused() }, { takes: 11_000 }, { status: 200 }],
    })
    expect(ending(check)).toBe('passed')
    expect(check.attempts.map(({ number, offsetMs, status }) => [number, offsetMs, status])).toEqual([
      [1, 0, 'failed'],
      [2, 1_000, 'errored'],
      [3, 3_000, 'errored'],
      [4, 17_000, 'passed'],
    ])
    expect(check.attempts.map(({ message }) => message !== '')).toEqual([true, true, true, false])
  })

  it('fails with what its last attempt lacked', async () => {
    const check = await one('toy: ask\nwithin: 2500ms\nevery: 1s', statuses(500, 501, 502))
    expect(check.attempts).toHaveLength(3)
    expect(check.outcome).toMatchObject({ status: 'failed', failures: [{ actual: '502' }] })
  })

  it('holds as often in a row as it is asked to', async () => {
    const held = await one('toy: ask\nwithin: 1m\nconsecutive: 2', statuses(200, 500, 200, 200))
    expect([ending(held), held.attempts.map(({ status }) => status)]).toEqual([
      'passed',
      ['passed', 'failed', 'passed', 'passed'],
    ])
    const late = await one('toy: ask\nwithin: 2500ms\nconsecutive: 5', statuses(200))
    expect(late.outcome).toMatchObject({
      failures: [{ subject: 'consecutive', expected: '5 times', actual: '3 times' }],
    })
  })

  it('shows the last attempt that was let finish, not the one that `within` cut off', async () => {
    const check = await one('toy: ask\nwithin: 5s', { ask: [{ status: 503 }, { takes: 9_000 }] })
    expect(check.outcome).toMatchObject({ status: 'failed', failures: [{ actual: '503' }] })
    expect(check.attempts[1]).toMatchObject({
      status: 'errored',
      message: expect.stringContaining('`within` of 5.0 s'),
    })
    const only = await one('toy: ask\nwithin: 5s', { ask: { takes: 9_000 } })
    expect(only.outcome).toMatchObject({ fault: { message: expect.stringContaining('`within` of 5.0 s') } })
  })

  it('waits as long as the answer says, if there is time', async () => {
    const check = await one('toy: ask\nwithin: 1m', { ask: [{ status: 429, retryAfterMs: 30_000 }, {}] })
    expect(check.attempts.map(({ offsetMs }) => offsetMs)).toEqual([0, 30_000])
  })

  it('waits for what it captures', async () => {
    const check = await one('toy: ask\nwithin: 1m\ncapture: { a: .a }', { ask: [{ json: {} }, { json: { a: 1 } }] })
    expect([ending(check), check.attempts.length]).toEqual(['passed', 2])
  })

  it('does not try again what is our own mistake', async () => {
    const check = await one('toy: ask\nwithin: 1m', { ask: { error: new TypeError('x') } })
    expect([ending(check), check.attempts.length]).toEqual(['errored, internal', 1])
  })

  it('tells of each attempt that will be tried again', async () => {
    const yaml = 'name: Toy\nchecks:\n  - { name: it, toy: ask, within: 3s }\n'
    const { events } = await run(engine, yaml, statuses(500, 502, 200))
    expect(events.filter(({ event }) => event === 'attemptFailed').map(({ of }) => of)).toEqual([
      { key: 'checks.0', name: 'it', attempt: 1, message: expect.stringContaining('500') },
      { key: 'checks.0', name: 'it', attempt: 2, message: expect.stringContaining('502') },
    ])
  })
})
