import { afterAll, describe, expect, it } from 'vitest'
import { checkNamed, createEngine, ending, run } from './builders.ts'
import { type Answers, refused } from './toy-kind.ts'

const engine = createEngine()
afterAll(() => engine.close())

async function repeated(lines: string, answers: Answers) {
  const yaml = `name: Toy\nchecks:\n  - name: it\n    toy: ask\n${lines.replace(/^/gm, '    ')}\n`
  const { result, asked } = await run(engine, yaml, { ask: answers })
  return { check: checkNamed(result, 'it'), at: asked.map(({ at }) => at) }
}

const LIMITED: Answers = [401, 401, 401, 429, 503].map(status => ({ status, json: { status } }))

describe('a repeated check', () => {
  it.each([
    ['all: { status: [401, 429, 503] }', 'passed'],
    ['all: { status: [401, 429] }', 'failed, all.status'],
    ['first: { status: 401 }\n  last: { status: 503 }', 'passed'],
    ['first: { status: 429 }\n  last: { status: 429 }', 'failed, first.status last.status'],
    ['any: { status: 429 }', 'passed'],
    ['any: { status: 200 }', 'failed, any'],
    ['any: { json: { status: 503 }, jq: .status == 503 }', 'passed'],
    ['all: { jq: .status < 429 }', 'failed, all.jq'],
    ['status_counts: { 401: 3, 429: { gte: 1 }, 4xx: 4, 5xx: 1, 2xx: 0 }', 'passed'],
    ['status_counts: { 401: 4, 500: { gte: 1 } }', 'failed, status_counts.401 status_counts.500'],
    ['jq: "length == 5 and .[0].status == 401"', 'passed'],
    ['jq: "map(.status) | unique | length == 2"', 'failed, jq'],
    ['jq: "($observation | length) == 5"', 'passed'],
  ])('with %s is %s', async (expectation, expected) => {
    const { check } = await repeated(`repeat: 5\nexpect:\n  ${expectation}`, LIMITED)
    expect(ending(check)).toBe(expected)
    expect(check.repeated).toBe(true)
    expect(check.attempts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  })

  it('has failed when what the kind looked for was not seen once', async () => {
    const answers: Answers = [{}, { unmet: refused('No message met it.', { expected: 'yes', actual: 'no' }) }, {}]
    const { check } = await repeated('repeat: 3\nexpect: { all: { status: 200 } }', answers)
    expect(ending(check)).toBe('failed, refused')
    const message = check.outcome.status === 'failed' ? check.outcome.failures[0]?.message : ''
    expect(message).toBe('Observation 2 of 3: No message met it.')
  })

  it('has no default', async () => {
    const { check } = await repeated('repeat: 2\nexpect: { status_counts: { 500: 2 } }', { status: 500 })
    expect(ending(check)).toBe('passed')
  })

  it('says which observation, and of how many more the same is true', async () => {
    const { check } = await repeated('repeat: 5\nexpect: { all: { status: 401 } }', LIMITED)
    const message = check.outcome.status === 'failed' ? check.outcome.failures[0]?.message : ''
    expect(message).toMatch(/^Observation 4 of 5: .*\(and 1 more observation\)$/)
    expect(check.attempts.map(({ status }) => status)).toEqual(['passed', 'passed', 'passed', 'failed', 'failed'])
  })

  it.each([
    ['first', 'Observation 1 of 5: status is 401, expected 201.'],
    ['last', 'Observation 5 of 5: status is 503, expected 201.'],
  ])('says which observation the %s is', async (which, told) => {
    const { check } = await repeated(`repeat: 5\nexpect: { ${which}: { status: 201 } }`, LIMITED)
    expect(check.outcome.status === 'failed' && check.outcome.failures[0]?.message).toBe(told)
  })

  it('pauses between observations, and runs so many at once', async () => {
    const answer = { takes: 100 }
    expect((await repeated('repeat: 3\nexpect: { all: { status: 200 } }', answer)).at).toEqual([0, 100, 200])
    const paused = await repeated('repeat: { times: 3, every: 1s }\nexpect: { all: { status: 200 } }', answer)
    expect(paused.at).toEqual([0, 1_100, 2_200])
    const wide = await repeated('repeat: { times: 5, concurrency: 2 }\nexpect: { all: { status: 200 } }', answer)
    expect(wide.at).toEqual([0, 0, 100, 100, 200])
  })

  it('keeps the order of start', async () => {
    const answers: Answers = time => ({ json: time, takes: 1_000 - time * 100 })
    const { check } = await repeated(
      'repeat: { times: 4, concurrency: 4 }\nexpect: { jq: "map(.json) == [1, 2, 3, 4]" }',
      answers,
    )
    expect(ending(check)).toBe('passed')
  })

  it('captures from the list of observations, and the rest from the last', async () => {
    const yaml = `
name: Toy
checks:
  - { name: it, id: it, toy: ask, repeat: 3, expect: { all: { status: 200 } }, capture: { sum: "map(.json) | add", last: { header: n } } }
  - { name: use, toy: { ask: use, with: ["{{ $sum }}", "{{ $last }}"] } }
`
    const { asked } = await run(engine, yaml, { ask: time => ({ json: time, headers: { n: String(time) } }) })
    expect(asked.at(-1)?.given).toEqual([6, '3'])
  })

  it('is errored when one observation could not be made', async () => {
    const { check } = await repeated('repeat: 3\nexpect: { all: { status: 200 } }', [{}, { error: refused() }, {}])
    expect(ending(check)).toBe('errored, refused')
    expect(check.attempts.map(({ status }) => status)).toEqual(['passed', 'errored'])
  })

  it('ends with the first that could not be made, also those that pause', async () => {
    const answers: Answers = [{ status: 200 }, { takes: 100, error: refused('Nobody is there.') }, { status: 200 }]
    const lines = 'repeat: { times: 9, every: 1m, concurrency: 2 }\nexpect: { all: { status: 200 } }'
    const { check, at } = await repeated(lines, answers)
    expect([check.outcome.status, check.durationMs, at]).toEqual(['errored', 100, [0, 0]])
  })

  it('tells every exchange when it is asked to', async () => {
    const yaml = 'name: Toy\nchecks:\n  - { name: it, toy: ask, repeat: 3, expect: { all: { status: 200 } } }\n'
    const { events } = await run(engine, yaml, {}, { verbose: true })
    expect(events.filter(({ event }) => event === 'exchange')).toHaveLength(3)
  })

  it('gives every observation its own timeout', async () => {
    const { check } = await repeated('timeout: 1s\nrepeat: 3\nexpect: { all: { status: 200 } }', { takes: 900 })
    expect(ending(check)).toBe('passed')
  })
})
