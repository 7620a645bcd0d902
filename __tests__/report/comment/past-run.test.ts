import { describe, expect, it } from 'vitest'
import { compareRuns, mergeRuns } from '../../../src/report/comment/past-run.ts'
import { pastRun } from '../comment-facts.ts'

const EARLY = '2026-01-14T04:00:00.000Z'
const LATE = '2026-01-14T05:00:00.000Z'

describe('the newer of two runs', () => {
  it.each([
    ['has the higher number, whenever it began', { number: 18, at: EARLY }, { number: 17, at: LATE }],
    ['has the higher number before the higher attempt', { number: 18 }, { number: 17, attempt: 2 }],
    ['has the higher attempt of the same number', { attempt: 2, at: EARLY }, { attempt: 1, at: LATE }],
    ['began later where the workflows differ', { workflow: 'a', number: 1, at: LATE }, { workflow: 'b', at: EARLY }],
    ['began later where there are no numbers', { number: null, at: LATE }, { number: null, at: EARLY }],
  ])('%s', (_, newer, older) => {
    expect(compareRuns(pastRun(newer), pastRun(older))).toBeGreaterThan(0)
    expect(compareRuns(pastRun(older), pastRun(newer))).toBeLessThan(0)
  })
})

describe('the history', () => {
  it('has each run once, the newest first, of two comments as of one', () => {
    const [a, b, c] = [16, 17, 18].map(number => pastRun({ number, id: number }))
    expect(
      mergeRuns(
        [a, c].flatMap(run => run ?? []),
        [b, a].flatMap(run => run ?? []),
      ),
    ).toEqual([c, b, a])
  })

  it('keeps ten', () => {
    const runs = Array.from({ length: 30 }, (_, number) => pastRun({ number, id: number + 1 }))
    expect(mergeRuns(runs).map(({ number }) => number)).toEqual([29, 28, 27, 26, 25, 24, 23, 22, 21, 20])
  })
})
