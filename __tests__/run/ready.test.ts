import { afterAll, describe, expect, it } from 'vitest'
import { verdictOf } from '../../src/model/verdict.ts'
import { checkNamed, createEngine, outcomes, run } from './builders.ts'

const engine = createEngine()
afterAll(() => engine.close())

const gate = (lines = '', more = '') => `
name: Toy
ready:
  within: 10s
  every: 1s
${lines}
  checks:
    - { name: up, toy: up }
    - { name: version, toy: version, capture: { v: .v } }
${more}
checks:
  - { name: first, toy: { ask: first, with: "{{ $v }}" } }
`

describe('the ready gate', () => {
  it('runs rounds of all its checks until they hold together', async () => {
    const answers = {
      up: [{ status: 503 }, {}, {}],
      version: [{ json: { v: 1 } }, { status: 500, json: { v: 2 } }, { json: { v: 3 } }],
    }
    const { result, asked, events } = await run(engine, gate(), answers)
    expect(outcomes(result)).toEqual(['up: passed', 'version: passed', 'first: passed'])
    expect(result.ready?.rounds).toEqual({ count: 3, held: true })
    expect(asked.map(({ ask, at }) => `${ask} ${at}`)).toEqual([
      'up 0',
      'version 0',
      'up 1000',
      'version 1000',
      'up 2000',
      'version 2000',
      'first 2000',
    ])
    expect(asked.at(-1)?.given).toBe(3)
    expect(checkNamed(result, 'up').attempts.map(({ number, status }) => [number, status])).toEqual([
      [1, 'failed'],
      [2, 'passed'],
      [3, 'passed'],
    ])
    expect(events.map(({ event }) => event)).toEqual([
      'runStarted',
      'sectionStarted',
      'attemptFailed',
      'attemptFailed',
      'checkFinished',
      'checkFinished',
      'sectionFinished',
      'checkStarted',
      'checkFinished',
    ])
    expect(events[2]?.of).toMatchObject({ key: 'ready', attempt: 1, message: expect.stringContaining('up: ') })
  })

  it('holds so many rounds in a row', async () => {
    const up = [{}, {}, { status: 500 }, {}]
    const { result, events } = await run(engine, gate('  consecutive: 3'), { up, version: { json: { v: 1 } } })
    expect(result.ready?.rounds).toEqual({ count: 6, held: true })
    expect(events.filter(({ event }) => event === 'attemptFailed').map(({ of }) => of)).toMatchObject([
      { attempt: 1, message: 'held, 1 of 3 in a row' },
      { attempt: 2, message: 'held, 2 of 3 in a row' },
      { attempt: 3, message: expect.stringContaining('up: ') },
      { attempt: 4, message: 'held, 1 of 3 in a row' },
      { attempt: 5, message: 'held, 2 of 3 in a row' },
    ])
  })

  it('is not held by a warning or a condition', async () => {
    const more = '    - { name: w, severity: warning, toy: bad }\n    - { name: c, if: "false", toy: bad }'
    const { result } = await run(engine, gate('', more), { version: { json: { v: 1 } }, bad: { status: 500 } })
    expect(outcomes(result)).toEqual([
      'up: passed',
      'version: passed',
      'w: failed, status',
      'c: skipped, condition',
      'first: passed',
    ])
  })

  it('that is not ready in time fails the run and skips the rest', async () => {
    const { result, clock } = await run(engine, gate(), { up: { status: 503 }, version: { json: { v: 1 } } })
    expect(outcomes(result)).toEqual(['up: failed, status', 'version: passed', 'first: skipped, not ready'])
    expect(result.ready?.rounds).toEqual({ count: 10, held: false })
    const up = checkNamed(result, 'up')
    expect(up.attempts).toHaveLength(10)
    expect({ began: up.offsetMs, took: up.durationMs }).toEqual({ began: up.attempts[0]?.offsetMs, took: 9_000 })
    expect(result.stopped).toMatchObject({
      reason: 'not-ready',
      message: expect.stringMatching(/10 s and 10 rounds.*up: .*503/),
    })
    expect(clock.elapsed()).toBe(9_000)
    const report = { report: 'finished', checklist: { name: '', file: '' }, diagnostics: [], run: result } as const
    expect(verdictOf(report)).toBe('failed')
  })

  it('shows the last round that was let finish, and names its limit', async () => {
    const answers = { up: [{ status: 503 }, { takes: 60_000 }], version: { json: { v: 1 } } }
    const cut = await run(engine, gate(), answers)
    expect(outcomes(cut.result)[0]).toBe('up: failed, status')
    expect(checkNamed(cut.result, 'up').attempts[1]?.message).toContain("the ready gate's `within` of 10 s")
    expect(cut.clock.elapsed()).toBe(10_000)
  })

  it('ends the waiting of a check inside it', async () => {
    const more = '    - { name: w, within: 10m, every: 1s, toy: bad }'
    const { result, clock } = await run(engine, gate('', more), { version: { json: { v: 1 } }, bad: { status: 500 } })
    expect(outcomes(result).at(-1)).toBe('first: skipped, not ready')
    expect(clock.elapsed()).toBeLessThanOrEqual(10_000)
  })

  it('that held, but not often enough in a row, says so', async () => {
    const lines = '  consecutive: 20'
    const { result } = await run(engine, gate(lines), { version: { json: { v: 1 } } })
    expect(outcomes(result)).toEqual(['up: passed', 'version: passed', 'first: skipped, not ready'])
    expect(result.stopped?.message).toContain('10 of the 20 times')
  })

  const commit = (captured = '') => `
ready:
  within: 10s
  every: 1s
  checks:
    - { name: up, toy: up${captured} }
    - { name: release, toy: release, expect: { json: { commit: "{{ $run.sha }}" } } }
checks: [{ name: first, toy: first }]
`

  it('does not wait for what no round can change', async () => {
    const { result, clock } = await run(engine, commit())
    expect(outcomes(result)).toEqual(['up: passed', 'release: errored, hole-null', 'first: skipped, not ready'])
    expect(result.ready?.rounds).toEqual({ count: 1, held: false })
    expect(clock.elapsed()).toBeLessThan(1_000)
    expect(result.stopped).toMatchObject({
      reason: 'not-ready',
      message: expect.stringMatching(/^Whether the deployment is ready cannot be found out. release: /),
    })
  })

  it.each([
    ['captures', commit(', capture: { v: { jq: .v, default: 1 } }')],
    [
      'outcomes',
      commit().replace('toy: up', 'id: up, toy: up').replace('$run.sha', '$outcome.up | select(length < 0)'),
    ],
    ['the time', commit().replace('$run.sha', 'now | select(. < 0)')],
  ])('waits as long as %s may change what its checks are given', async (_what, text) => {
    const { result } = await run(engine, text)
    expect(result.ready?.rounds?.count).toBe(10)
    expect(result.stopped?.message).toMatch(/^The deployment was not ready after 10 s and 10 rounds/)
  })

  it('is cancelled as everything else', async () => {
    const { result } = await run(
      engine,
      gate(),
      { up: { status: 503 } },
      {
        arrange: world => world.clock.at(2_500, () => world.cancel()),
      },
    )
    expect(result.stopped?.reason).toBe('cancelled')
    expect(outcomes(result).at(-1)).toBe('first: skipped, cancelled')
  })
})
