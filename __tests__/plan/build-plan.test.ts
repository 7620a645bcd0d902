import { describe, expect, it } from 'vitest'
import { isPlannedSection, type Plan, type PlannedEntry } from '../../src/model/plan.ts'
import { buildPlan } from '../../src/plan/build-plan.ts'
import { parsed } from '../language/diagnose.ts'

const TEXT = `
ready:
  within: 1m
  checks:
    - { id: gate, run: echo 1, capture: { gated: . } }
checks:
  - id: auth
    tags: [auth]
    checks:
      - id: login
        name: "Log in to {{ $run.id }}"
        run: echo 2
        capture: { token: . }
        cleanup: { run: "echo {{ $token }}" }
      - id: me
        tags: [fast]
        run: echo {{ $token }} {{ $gated }}
  - id: public
    parallel: true
    tags: [public, fast]
    needs: auth
    checks:
      - { id: front, run: echo }
      - { id: docs, run: echo, if: $token == 2 }
  - { id: last, run: echo, needs: [public, login], fix: "Look at {{ $token }}." }
`
const checklist = parsed(TEXT)

function flatten(plan: Plan): readonly PlannedEntry[] {
  const walk = (planned: PlannedEntry): readonly PlannedEntry[] =>
    isPlannedSection(planned) ? [planned, ...planned.children.flatMap(walk)] : [planned]
  return [...(plan.ready === undefined ? [] : walk(plan.ready)), ...plan.entries.flatMap(walk)]
}

function selected(select: readonly string[], skip: readonly string[] = []): readonly string[] {
  const { plan } = buildPlan(checklist, { select, skip })
  return flatten(plan).flatMap(({ entry, selected: runs }) => (runs ? [entry.id ?? entry.key] : []))
}

describe('buildPlan', () => {
  it('knows what each entry waits for: ids, and the checks whose captures it uses', () => {
    const { plan, diagnostics } = buildPlan(checklist, { select: [], skip: [] })
    expect(diagnostics).toEqual([])
    const needs = flatten(plan).map(({ entry, needs: own }) => [
      entry.id ?? entry.key,
      own.map(({ key, label }) => `${key}: ${label}`),
    ])
    expect(Object.fromEntries(needs)).toEqual({
      ready: [],
      gate: [],
      auth: [],
      login: [],
      me: ['checks.0.checks.0: $token of "Log in to {{ $run.id }}"', 'ready.0: $gated of "echo 1"'],
      public: ['checks.0: auth'],
      front: [],
      docs: ['checks.0.checks.0: $token of "Log in to {{ $run.id }}"'],
      last: ['checks.1: public', 'checks.0.checks.0: login'],
    })
  })

  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['everything without words', [], [], ['ready', 'gate', 'auth', 'login', 'me', 'public', 'front', 'docs', 'last']],
    ['a tag with what its checks need', ['auth'], [], ['ready', 'gate', 'auth', 'login', 'me']],
    ['an id with the capture it uses', ['me'], [], ['ready', 'gate', 'auth', 'login', 'me']],
    ['a section by its id', ['auth'], [], ['ready', 'gate', 'auth', 'login', 'me']],
    ['one check without its neighbours', ['login'], [], ['ready', 'gate', 'auth', 'login']],
    ['what the sections around need', ['front'], [], ['ready', 'gate', 'auth', 'login', 'me', 'public', 'front']],
    [
      'a needed section whole',
      ['last'],
      [],
      ['ready', 'gate', 'auth', 'login', 'me', 'public', 'front', 'docs', 'last'],
    ],
    ['all but what is skipped', [], ['public'], ['ready', 'gate', 'auth', 'login', 'me', 'last']],
    ['nothing that is skipped, even if it is needed', ['me'], ['login'], ['ready', 'gate', 'auth', 'me']],
    ['the gate even if it is skipped', [], ['gate', 'fast'], ['ready', 'gate', 'auth', 'login', 'last']],
  ])('selects %s', (_what, select, skip, expected) => {
    expect(selected(select, skip)).toEqual(expected)
  })

  it.each<[readonly string[], readonly string[], string, string]>([
    [['atuh'], [], 'unknown-selection', 'Did you mean `auth`?'],
    [[], ['pubilc'], 'unknown-selection', 'Did you mean `public`?'],
    [['zzz'], [], 'unknown-selection', 'Known:'],
    [['auth public'], [], 'unknown-selection', '`auth,public`'],
    [['login'], ['auth'], 'nothing-selected', 'skip less'],
    [['gate'], [], 'nothing-selected', 'Select other'],
  ])('reports a selection that cannot be meant: select %j, skip %j', (select, skip, code, hint) => {
    const { diagnostics } = buildPlan(checklist, { select, skip })
    expect(diagnostics.map(diagnostic => diagnostic.code)).toEqual([code])
    expect(diagnostics[0]?.hint).toContain(hint)
  })

  it('plans two thousand checks that need each other', () => {
    const checks = Array.from(
      { length: 2_000 },
      (_, index) => `  - { id: c${index}, run: echo${index > 0 ? `, needs: c${index - 1}` : ''} }`,
    )
    const large = parsed(`checks:\n${checks.join('\n')}\n`)
    const { plan } = buildPlan(large, { select: ['c1999'], skip: [] })
    expect(plan.entries.every(entry => entry.selected)).toBe(true)
  })
})
