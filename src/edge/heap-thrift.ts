import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import type { ProgressObserver } from '../model/progress.ts'
import type { Report } from '../model/result.ts'

/** Of the young generation, both halves. Beyond it a run gets no faster. */
const MOST_YOUNG_BYTES = 16 * 1024 * 1024
/** How many checks finish between two looks at the heap, and how long at most: one that reads a long log is long alone. */
const SAMPLED = 16
const SAMPLED_MS = 20

/**
 * Keeps V8 from holding on to memory it has no use for; left alone it lets 10,000 checks take twice as much. To read a
 * large checklist and to render a long report makes much that lives briefly, and what the heap has grown to for that it
 * does not give back. So it grows little then; in the run, where room saves time, it may, the young generation up to a
 * limit. V8 obeys such flags from the next collection on, and a small checklist sees hardly one.
 */
export async function withThriftyHeap(
  observer: ProgressObserver,
  verifying: (observer: ProgressObserver) => Promise<Report>,
): Promise<Report> {
  growHeap('little')
  let finished = 0
  const watching = setInterval(limitYoung, SAMPLED_MS).unref()
  try {
    return await verifying({
      ...observer,
      runStarted(facts) {
        growHeap('much')
        observer.runStarted?.(facts)
      },
      checkFinished(check, sections) {
        finished += 1
        if (finished % SAMPLED === 0) limitYoung()
        observer.checkFinished?.(check, sections)
      },
    })
  } finally {
    clearInterval(watching)
    growHeap('little')
  }
}

function limitYoung(): void {
  if (youngBytes() >= MOST_YOUNG_BYTES) growYoung(1)
}

function growHeap(how: 'little' | 'much'): void {
  growYoung(how === 'little' ? 1 : 2)
  setFlagsFromString(`--heap-growing-percent=${how === 'little' ? 20 : 100}`)
}

function growYoung(factor: 1 | 2): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`)
}

function youngBytes(): number {
  return getHeapSpaceStatistics().find(space => space.space_name === 'new_space')?.space_size ?? 0
}
