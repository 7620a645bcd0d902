import { setFlagsFromString } from 'node:v8'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { withThriftyHeap } from '../../src/edge/heap-thrift.ts'
import type { ProgressObserver } from '../../src/model/progress.ts'

vi.mock(import('node:v8'), async original => ({ ...(await original()), setFlagsFromString: vi.fn() }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function growth(): string | undefined {
  const flags = vi.mocked(setFlagsFromString).mock.calls.map(([flag]) => flag)
  return flags.findLast(flag => flag.startsWith('--heap-growing-percent='))
}

async function during(total: number, observer: ProgressObserver, told: (string | undefined)[]): Promise<never> {
  told.push(growth())
  observer.runStarted?.({ checklist: 'Shop', total })
  told.push(growth())
  await vi.advanceTimersByTimeAsync(2_900)
  told.push(growth())
  await vi.advanceTimersByTimeAsync(200)
  told.push(growth())
  throw new Error('over')
}

it.each([
  [200, ['20', '100', '100', '20']],
  [199, ['20', '20', '20', '20']],
])('gives the heap of a run with %i checks room in its first seconds, or none', async (total, percents) => {
  const told: (string | undefined)[] = []
  await withThriftyHeap({}, observer => during(total, observer, told)).catch(() => undefined)
  expect(told.map(flag => flag?.replace(/\D/g, ''))).toEqual(percents)
  expect(vi.getTimerCount()).toBe(0)
})
