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

async function during(observer: ProgressObserver, told: (string | undefined)[]): Promise<never> {
  told.push(growth())
  observer.runStarted?.({ checklist: 'Shop', total: 1 })
  told.push(growth())
  await vi.advanceTimersByTimeAsync(2_900)
  told.push(growth())
  await vi.advanceTimersByTimeAsync(200)
  told.push(growth())
  throw new Error('over')
}

it('gives the heap room in the first seconds of a run only, when room saves time', async () => {
  const told: (string | undefined)[] = []
  await withThriftyHeap({}, observer => during(observer, told)).catch(() => undefined)
  expect(told.map(flag => flag?.replace(/\D/g, ''))).toEqual(['20', '100', '100', '20'])
  expect(vi.getTimerCount()).toBe(0)
})
