import { setImmediate as turn } from 'node:timers/promises'
import { getHeapSpaceStatistics } from 'node:v8'
import { withThriftyHeap } from '../../src/edge/heap-thrift.ts'
import type { ProgressObserver } from '../../src/model/progress.ts'

/*
 * A run in which a single check reads a long log: none finishes meanwhile. Prints how large the young generation became,
 * in bytes.
 */
let most = 0

async function readLog(observer: ProgressObserver): Promise<never> {
  observer.runStarted?.({ checklist: 'Logs', total: 1 })
  const kept: object[] = []
  for (let batch = 0; batch < 3_000; batch += 1) {
    for (let line = 0; line < 500; line += 1) kept.push({ text: `line ${line} of ${batch}` })
    if (kept.length > 60_000) kept.splice(0, 30_000)
    most = Math.max(most, getHeapSpaceStatistics().find(space => space.space_name === 'new_space')?.space_size ?? 0)
    await turn()
  }
  throw new Error('read')
}

await withThriftyHeap({}, readLog).catch((error: unknown) => {
  if (!(error instanceof Error && error.message === 'read')) throw error
})
process.stdout.write(String(most))
