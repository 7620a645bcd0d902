import { afterAll, describe, expect, it } from 'vitest'
import { countBlocked, totalsOf } from '../../src/model/verdict.ts'
import { checkNamed, createEngine, ending, outcomes, run, verdict } from './builders.ts'
import { refused } from './toy-kind.ts'

const engine = createEngine()
afterAll(() => engine.close())

describe('a run', () => {
  it('goes from top to bottom, and a failed check stops nothing but what needs it', async () => {
    const yaml = `
name: Toy
checks:
  - { name: a, id: a, toy: a }
  - { name: b, toy: b, needs: a }
  - name: S
    id: s
    checks:
      - { name: c, toy: c }
      - { name: d, toy: d, needs: [a] }
  - { name: e, toy: e, needs: s }
  - { name: f, toy: f }
`
    const { result, order } = await run(engine, yaml, { a: { status: 500 } })
    expect(outcomes(result)).toEqual([
      'a: failed, status',
      'b: skipped, needs',
      'c: passed',
      'd: skipped, needs',
      'e: skipped, needs',
      'f: passed',
    ])
    expect(order).toEqual(['a', 'c', 'f'])
    expect(checkNamed(result, 'b').outcome).toMatchObject({
      reason: {
        because: 'needs',
        check: expect.stringContaining('a'),
        message: expect.stringMatching(/needs .*a.*failed/),
      },
    })
    expect(verdict(result)).toBe('failed')
    expect(totalsOf(result)).toMatchObject({ total: 6, passed: 2, failed: 1, skipped: 3 })
  })

  it.each([
    ['passed', {}, 'passed'],
    ['failed', { status: 500 }, 'skipped, needs'],
    ['errored', { error: refused() }, 'skipped, needs'],
  ])('is satisfied only by what passed: %s', async (_how, answer, expected) => {
    const yaml =
      'name: Toy\nchecks:\n  - { name: a, id: a, toy: a, severity: warning }\n  - { name: b, toy: b, needs: a }\n'
    const { result } = await run(engine, yaml, { a: answer })
    expect(ending(checkNamed(result, 'b'))).toBe(expected)
  })

  it('has failed when a warning keeps a check from running, however far behind it', async () => {
    const entries = [
      '{ name: a, id: a, toy: a, severity: warning }',
      '{ name: s, id: s, needs: a, checks: [{ name: b, toy: b }] }',
    ]
    const yaml = [
      'name: Toy',
      'checks:',
      ...[...entries, '{ name: c, toy: c, needs: s, severity: warning }', '{ name: d, toy: d }'].map(
        entry => `  - ${entry}`,
      ),
      '',
    ].join('\n')
    const { result } = await run(engine, yaml, { a: { status: 500 } })
    expect(outcomes(result)).toEqual(['a: failed, status', 'b: skipped, needs', 'c: skipped, needs', 'd: passed'])
    expect(verdict(result)).toBe('failed')
    expect(countBlocked(result)).toBe(1)
  })

  it('has not failed when a condition keeps what is needed from running', async () => {
    const entries = [
      '{ name: a, id: a, toy: a, if: "false" }',
      '{ name: b, id: b, toy: b, needs: a }',
      '{ name: c, toy: c, needs: b }',
      '{ name: d, toy: d }',
    ]
    const yaml = ['name: Toy', 'checks:', ...entries.map(entry => `  - ${entry}`), ''].join('\n')
    const { result } = await run(engine, yaml, {})
    expect(verdict(result)).toBe('passed')
  })

  it.each([
    [
      'one passed and one left out',
      [
        ['', 'a'],
        ['if: "false"', 'b'],
      ],
      'passed',
    ],
    ['all left out', [['if: "false"', 'a']], 'skipped, needs'],
    [
      'one failed',
      [
        ['', 'bad'],
        ['', 'a'],
      ],
      'skipped, needs',
    ],
  ] as const)('takes a section for passed with %s: %s', async (_what, children, expected) => {
    const checks = children.map(
      ([line, ask]) => `      - { name: ${ask}, toy: ${ask}${line === '' ? '' : `, ${line}`} }`,
    )
    const yaml = `name: Toy\nchecks:\n  - name: S\n    id: s\n    checks:\n${checks.join('\n')}\n  - { name: z, toy: z, needs: s }\n`
    const { result } = await run(engine, yaml, { bad: { status: 500 } })
    expect(ending(checkNamed(result, 'z'))).toBe(expected)
  })

  it('takes a section for passed of which a section inside was left out', async () => {
    const yaml = `
name: Toy
checks:
  - name: S
    id: s
    checks:
      - { name: a, toy: a }
      - { name: T, if: "false", checks: [{ name: b, toy: b }] }
  - { name: z, toy: z, needs: s }
`
    const { result } = await run(engine, yaml)
    expect(ending(checkNamed(result, 'z'))).toBe('passed')
  })

  it('decides the condition and the needs of a section once, for all below it', async () => {
    const yaml = `
name: Toy
vars: { on: false, odd: 1 }
checks:
  - name: S
    if: $on
    checks:
      - { name: a, toy: a }
      - { name: T, checks: [{ name: b, toy: b }] }
  - name: U
    if: $odd
    checks:
      - { name: c, toy: c }
`
    const { result, order } = await run(engine, yaml)
    expect(outcomes(result)).toEqual([
      'a: skipped, condition',
      'b: skipped, condition',
      'c: errored, condition-not-boolean',
    ])
    expect(order).toEqual([])
    expect(verdict(result)).toBe('failed')
  })

  it('knows what was captured and how checks ended', async () => {
    const yaml = `
name: Toy
checks:
  - { name: a, id: a, toy: a, capture: { x: .x } }
  - { name: b, toy: { ask: b, with: "{{ [$captured, $outcome.a, $outcome.never] }}" } }
  - { name: c, if: '$outcome.a == "failed" and $captured.x == 1', toy: c }
`
    const { asked, order } = await run(engine, yaml, { a: { status: 500, json: { x: 1 } } })
    expect(asked[1]?.given).toEqual([{ x: 1 }, 'failed', null])
    expect(order).toEqual(['a', 'b', 'c'])
  })

  it('does not run what is not selected, and says so', async () => {
    const yaml = 'name: Toy\nchecks:\n  - { name: a, id: a, tags: [x], toy: a }\n  - { name: b, id: b, toy: b }\n'
    const { result, order } = await run(engine, yaml, {}, { select: ['x'] })
    expect(outcomes(result)).toEqual(['a: passed', 'b: skipped, not selected'])
    expect(order).toEqual(['a'])
  })

  it('in which nothing ran has failed', async () => {
    const { result } = await run(
      engine,
      'name: Toy\nchecks:\n  - { name: a, if: "false", toy: a }\n  - { name: b, box: Look }\n',
    )
    expect(outcomes(result)).toEqual(['a: skipped, condition', 'b: open'])
    expect(verdict(result)).toBe('failed')
  })

  it('calls a check without a name what a person is to do', async () => {
    const { result } = await run(engine, 'name: Toy\nvars: { v: new }\nchecks:\n  - box: "Look at {{ $v }}."\n')
    expect(outcomes(result)).toEqual(['Look at new.: open'])
  })

  it('shows a warning and does not fail by it', async () => {
    const yaml = 'name: Toy\nchecks:\n  - { name: a, severity: warning, toy: a }\n  - { name: b, toy: b }\n'
    const { result } = await run(engine, yaml, { a: { status: 500 } })
    expect([verdict(result), totalsOf(result).warnings]).toEqual(['passed', 1])
    const strict = await run(engine, yaml, { a: { status: 500 } }, { failOn: 'warning' })
    expect(verdict(strict.result)).toBe('failed')
  })

  it('tells what it does in order', async () => {
    const yaml = `
name: Toy
checks:
  - name: S
    checks:
      - { name: a, toy: a }
      - { name: b, if: "false", toy: b }
`
    const { events } = await run(engine, yaml)
    expect(events.map(({ event }) => event)).toEqual([
      'runStarted',
      'sectionStarted',
      'checkStarted',
      'checkFinished',
      'checkFinished',
      'sectionFinished',
    ])
    expect(events[0]?.of).toEqual({ checklist: 'Toy', total: 2 })
    expect(events[1]?.of).toEqual({ key: 'checks.0', name: 'S', depth: 0 })
    expect(events[2]?.of).toEqual({ key: 'checks.0.checks.0', name: 'a', sections: ['S'] })
  })

  it('tells each exchange when it is asked to', async () => {
    const yaml = 'name: Toy\nchecks:\n  - { name: a, toy: a }\n'
    const answers = { a: { reproduce: ['curl', 'x'] } }
    const { events } = await run(engine, yaml, answers, { verbose: true })
    expect(events.find(({ event }) => event === 'exchange')?.of).toEqual([
      { key: 'checks.0', name: 'a' },
      [expect.objectContaining({ title: 'Answer' })],
      'curl x',
    ])
    const quiet = await run(engine, yaml, answers)
    expect(quiet.events.some(({ event }) => event === 'exchange')).toBe(false)
  })

  it('collects notices, closes what was opened, and tells when that fails', async () => {
    const closed: string[] = []
    const yaml = 'name: Toy\nchecks:\n  - { name: a, toy: a }\n  - { name: b, toy: a, cleanup: { toy: clean } }\n'
    const { result } = await run(engine, yaml, {
      a: {
        does: async context => {
          context.notice('TLS of api.example is not verified.')
          await context.resource('pool', () => ({
            [Symbol.asyncDispose]: () => Promise.reject(new Error(`after ${closed.join()}`)),
          }))
        },
      },
      clean: { does: () => closed.push('cleanup') },
    })
    expect(result.notices).toEqual([
      'TLS of api.example is not verified.',
      'A connection could not be closed: after cleanup',
    ])
  })

  it('gives a kind the folder, the root, the environment, hosts and databases', async () => {
    const seen: unknown[] = []
    const yaml = `
name: Toy
vars: { user: deploy }
hosts: { prod: { ssh: { host: a.example, user: "{{ $user }}" } } }
databases: { main: { url: "postgres://u:hunter22@db/x" } }
checks:
  - { name: a, toy: a }
`
    const { masked } = await run(
      engine,
      yaml,
      {
        a: {
          does: async context => {
            seen.push(context.folder, context.root, context.environment.A)
            seen.push(await context.host('prod'), await context.database('main'))
            seen.push(await context.database('mian').catch(error => error.hint))
          },
        },
      },
      { environment: { A: 'b' } },
    )
    expect(seen).toEqual([
      '/repository/checks',
      '/repository',
      'b',
      { ssh: { host: 'a.example', user: 'deploy' } },
      { url: 'postgres://u:hunter22@db/x' },
      'Did you mean `main`?',
    ])
    expect(masked).toEqual(['hunter22'])
  })
})
