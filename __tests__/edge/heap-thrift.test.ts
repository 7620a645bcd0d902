import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { withThriftyHeap } from '../../src/edge/heap-thrift.ts'

afterEach(() => void vi.useRealTimers())

describe('a heap that is kept small', () => {
  it('has a young generation of 32 MiB at most, instead of 64 or 128, while one check alone is at work', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'long-reading.ts')])
    expect(Number(stdout)).toBeGreaterThan(0)
    // It grows by itself up to 16 MiB, and may do so once more between two looks.
    expect(Number(stdout)).toBeLessThanOrEqual(32 * 1024 * 1024)
  })

  it('is watched as long as the run takes, however it ends', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const error = new Error('ours')
    const verifying = withThriftyHeap({}, async () => {
      expect(vi.getTimerCount()).toBe(1)
      throw error
    })
    await expect(verifying).rejects.toBe(error)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('changes nothing of what an observer is told', async () => {
    const told: unknown[] = []
    const observer = { checkFinished: (...given: unknown[]) => void told.push(given), checkStarted: 'itself' }
    const seen: unknown[] = []
    await withThriftyHeap(observer as never, async given => {
      seen.push(given.checkStarted)
      given.checkFinished?.('check' as never, ['section'] as never)
      given.runStarted?.({} as never)
      return {} as never
    })
    expect([told, seen]).toEqual([[['check', ['section']]], ['itself']])
  })
})
