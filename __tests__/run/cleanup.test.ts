import { afterAll, describe, expect, it } from 'vitest'
import { totalsOf } from '../../src/model/verdict.ts'
import { createEngine, ending, outcomes, run, verdict } from './builders.ts'
import { jarNotes } from './jar.ts'
import { refused } from './toy-kind.ts'

const engine = createEngine()
afterAll(() => engine.close())

const YAML = `
name: Toy
checks:
  - name: register
    id: register
    toy: register
    capture: { user: .id }
    cleanup:
      - { name: sessions, toy: { ask: undo-sessions, with: "{{ $user }}" } }
      - { name: user, toy: { ask: undo-user, with: "{{ $user }}" } }
  - name: upload
    toy: upload
    cleanup: { name: files, toy: undo-upload }
  - { name: after, toy: after }
`

function undone(ran: Awaited<ReturnType<typeof run>>) {
  return ran.result.cleanup.map(({ of, check }) => `${of}: ${check.name} ${ending(check)}`)
}

describe('cleanup', () => {
  it('runs last in first out, the steps of one list as written, after everything', async () => {
    const ran = await run(engine, YAML, { register: { json: { id: 7 } } })
    expect(ran.order).toEqual(['register', 'upload', 'after', 'undo-upload', 'undo-sessions', 'undo-user'])
    expect(undone(ran)).toEqual(['upload: files passed', 'register: sessions passed', 'register: user passed'])
    expect(ran.asked.at(-1)?.given).toBe(7)
    expect(ran.events.find(({ event }) => event === 'cleanupStarted')?.of).toBe(3)
    expect(totalsOf(ran.result).total).toBe(3)
    expect(ran.events.filter(({ event }) => event === 'checkFinished')).toHaveLength(3)
  })

  it('runs after a failure with what was captured all the same, and stops at no failing step', async () => {
    const ran = await run(engine, YAML, {
      register: { status: 500, json: { id: 7 } },
      'undo-upload': { error: refused() },
      'undo-sessions': { status: 500 },
    })
    expect(undone(ran)).toEqual([
      'upload: files errored, refused',
      'register: sessions failed, status',
      'register: user passed',
    ])
  })

  it('leaves the verdict alone', async () => {
    const { result } = await run(engine, YAML, { register: { json: { id: 7 } }, 'undo-user': { status: 500 } })
    expect(totalsOf(result)).toMatchObject({ passed: 3, failed: 0 })
  })

  it('is not owed when nothing was sent', async () => {
    const ran = await run(engine, YAML, { register: { error: refused() }, upload: { error: refused() } })
    expect(undone(ran)).toEqual([])
  })

  it('is owed as soon as something was sent, also when no answer came', async () => {
    const ran = await run(engine, YAML, {
      register: { sends: true, error: refused() },
      upload: { sends: true, takes: 60_000 },
    })
    expect(outcomes(ran.result).slice(0, 2)).toEqual(['register: errored, refused', 'upload: errored, attempt-timeout'])
    expect(undone(ran)).toEqual([
      'upload: files passed',
      'register: sessions skipped, nothing to undo',
      'register: user skipped, nothing to undo',
    ])
    expect(JSON.stringify(ran.result.cleanup[1])).toContain('$user')
  })

  it('is owed once for a check that was tried often', async () => {
    const yaml = 'name: Toy\nchecks:\n  - { name: a, toy: a, within: 1m, cleanup: { name: c, toy: c } }\n'
    const ran = await run(engine, yaml, { a: [{ status: 500 }, { status: 500 }, {}] })
    expect(undone(ran)).toEqual(['a: c passed'])
  })

  it('runs after a cancellation, with a switch of its own', async () => {
    const ran = await run(
      engine,
      YAML,
      { register: { json: { id: 7 } }, upload: { sends: true, takes: 1_000_000 } },
      {
        arrange: world => world.clock.at(1_000, () => world.cancel()),
      },
    )
    expect(outcomes(ran.result)).toEqual([
      'register: passed',
      'upload: skipped, cancelled',
      'after: skipped, cancelled',
    ])
    expect(undone(ran)).toEqual(['upload: files passed', 'register: sessions passed', 'register: user passed'])
  })

  it('runs after the timeout of the run, within a budget of its own, which is named', async () => {
    const ran = await run(
      engine,
      YAML,
      {
        register: { json: { id: 7 } },
        after: { takes: 1_000_000 },
        'undo-upload': { takes: 2_000 },
        'undo-sessions': { takes: 9_000 },
      },
      { timeoutMs: 5_000, cleanupTimeoutMs: 6_000 },
    )
    expect(undone(ran)).toEqual([
      'upload: files passed',
      'register: sessions errored, attempt-timeout',
      'register: user skipped, cancelled',
    ])
    expect(JSON.stringify(ran.result.cleanup)).toContain("cleanup's timeout of 6.0 s")
    expect(ran.clock.elapsed()).toBe(11_000)
  })

  const cancelAt =
    (milliseconds: number) => (world: { clock: { at(ms: number, act: () => void): void }; cancel(): void }) =>
      world.clock.at(milliseconds, () => world.cancel())
  const SLOW = { register: { json: { id: 7 } }, 'undo-upload': { takes: 1_000 }, 'undo-sessions': { takes: 9_000 } }

  it('is cut short after a cancellation that gives a grace, which is named, and what is left is told', async () => {
    const answers = { ...SLOW, after: { takes: 1_000_000 } }
    const ran = await run(engine, YAML, answers, { graceMs: 5_000, arrange: cancelAt(2_000) })
    expect(undone(ran)).toEqual([
      'upload: files passed',
      'register: sessions errored, attempt-timeout',
      'register: user skipped, cancelled',
    ])
    expect(JSON.stringify(ran.result.cleanup)).toContain("cleanup's time in a cancelled job of 5.0 s was over")
    expect(JSON.stringify(ran.result.cleanup[2])).toContain("Cleanup's time in a cancelled job of 5.0 s was over.")
    expect(ran.clock.elapsed()).toBe(7_000)
  })

  it('is cut short when the cancellation comes while it runs, the verdict unchanged', async () => {
    const ran = await run(engine, YAML, SLOW, { graceMs: 5_000, arrange: cancelAt(3_000) })
    expect(undone(ran).slice(1)).toEqual([
      'register: sessions errored, attempt-timeout',
      'register: user skipped, cancelled',
    ])
    expect([ran.clock.elapsed(), verdict(ran.result)]).toEqual([8_000, 'passed'])
  })

  it.each([
    ['without a grace', {}],
    ['with a grace that is not used up', { graceMs: 11_000 }],
  ])('has its time after a cancellation %s', async (_what, given) => {
    const answers = { ...SLOW, after: { takes: 1_000_000 } }
    const ran = await run(engine, YAML, answers, { ...given, arrange: cancelAt(2_000) })
    expect(undone(ran)).toEqual(['upload: files passed', 'register: sessions passed', 'register: user passed'])
  })

  it('has its own budget when that is the shorter one', async () => {
    const answers = { ...SLOW, after: { takes: 1_000_000 } }
    const given = { graceMs: 5_000, cleanupTimeoutMs: 3_000, arrange: cancelAt(2_000) }
    const ran = await run(engine, YAML, answers, given)
    expect(JSON.stringify(ran.result.cleanup)).toContain("cleanup's timeout of 3.0 s was over")
    expect(ran.clock.elapsed()).toBe(5_000)
  })

  it('has the session of the check whose traces it removes', async () => {
    const { seen, note } = jarNotes()
    const yaml = `
name: Toy
checks:
  - { name: P, parallel: true, checks: [{ name: a, toy: a, cleanup: { toy: c } }, { name: b, toy: b }] }
`
    await run(engine, yaml, { a: note('a'), b: note('b'), c: note('c') })
    expect(seen).toEqual(['a', 'b', 'ac'])
  })

  it('lets a step use what the step before captured', async () => {
    const yaml = `
name: Toy
checks:
  - name: a
    toy: a
    cleanup:
      - { name: find, toy: find, capture: { found: .id } }
      - { name: drop, toy: { ask: drop, with: "{{ $found }}" } }
`
    const ran = await run(engine, yaml, { find: { json: { id: 9 } } })
    expect(ran.asked.at(-1)?.given).toBe(9)
    const without = await run(engine, yaml, { find: { json: {} } })
    expect(undone(without)).toEqual(['a: find failed, capture found', 'a: drop skipped, nothing to undo'])
  })
})
