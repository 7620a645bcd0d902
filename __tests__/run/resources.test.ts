import { describe, expect, it } from 'vitest'
import { createResources } from '../../src/run/resources.ts'
import { createFakeClock } from './fake-clock.ts'

const CALM = new AbortController().signal

describe('resources', () => {
  it('are opened once and closed in reverse', async () => {
    const resources = createResources(createFakeClock())
    const told: string[] = []
    const open = (name: string) => () => {
      told.push(`open ${name}`)
      return { name, [Symbol.asyncDispose]: async () => void told.push(`close ${name}`) }
    }
    const [first, again] = await Promise.all([resources.resource('a', open('a')), resources.resource('a', open('a'))])
    expect(first).toBe(again)
    await resources.resource('b', open('b'))
    await resources.close(() => undefined, CALM)
    expect(told).toEqual(['open a', 'open b', 'close b', 'close a'])
  })

  it('are tried again when they could not be opened', async () => {
    const resources = createResources(createFakeClock())
    const fail = () => Promise.reject(new Error('refused'))
    await expect(resources.resource('a', fail)).rejects.toThrow('refused')
    const opened = await resources.resource('a', () => ({ [Symbol.asyncDispose]: async () => undefined }))
    expect(opened).toBeDefined()
  })

  it('tell what goes wrong at the end and close the others', async () => {
    const resources = createResources(createFakeClock())
    const problems: string[] = []
    let closed = false
    await resources.resource('fine', () => ({
      [Symbol.asyncDispose]: async () => {
        closed = true
      },
    }))
    await resources.resource('broken', () => ({ [Symbol.asyncDispose]: () => Promise.reject(new Error('no')) }))
    await resources.resource('slow', () => ({ [Symbol.asyncDispose]: () => new Promise<void>(() => undefined) }))
    await resources.resource('throws', () => ({
      [Symbol.asyncDispose]: () => {
        throw new Error('at once')
      },
    }))
    await resources.close(problem => problems.push(problem), CALM)
    expect(problems).toEqual([
      'A connection could not be closed: at once',
      'A connection did not close in time and was left behind.',
      'A connection could not be closed: no',
    ])
    expect(closed).toBe(true)
  })

  it.each([
    ['5 s when there is time', [], 5_000],
    ['little when there is none', [0], 300],
    ['little from when there is none', [1_000], 1_300],
  ])('are waited for: %s', async (_what, hurryAt, took) => {
    const clock = createFakeClock()
    const resources = createResources(clock)
    const hurry = new AbortController()
    const problems: string[] = []
    await resources.resource('slow', () => ({ [Symbol.asyncDispose]: () => new Promise<void>(() => undefined) }))
    for (const at of hurryAt) clock.at(at, () => hurry.abort())
    await resources.close(problem => problems.push(problem), hurry.signal)
    expect(clock.elapsed()).toBe(took)
    expect(problems).toEqual(['A connection did not close in time and was left behind.'])
  })
})
