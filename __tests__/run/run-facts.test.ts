import { describe, expect, it } from 'vitest'
import { createRunFacts, runVariable } from '../../src/run/run-facts.ts'
import { createFakeClock } from './fake-clock.ts'

const event = { sha: 'abc', ref: null, actor: null, repository: 'o/r', url: null, number: '7', attempt: '1' }

describe('the facts of a run', () => {
  it('have a short id that is unique and safe in an e-mail address', () => {
    const clock = createFakeClock()
    const ids = Array.from({ length: 200 }, () => createRunFacts({ event, target: null }, clock).id)
    expect(new Set(ids).size).toBeGreaterThan(195)
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]{7,11}$/)
  })

  it('are seen by programs as $run', () => {
    const facts = createRunFacts({ event, target: 'staging' }, createFakeClock())
    expect(runVariable(facts)).toEqual({
      ...event,
      id: facts.id,
      started_at: '2026-01-14T04:30:00.000Z',
      target: 'staging',
    })
  })
})
