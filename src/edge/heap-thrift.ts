import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import type { ProgressObserver } from '../model/progress.ts'
import type { Report } from '../model/result.ts'

/** Of the young generation, both halves. Beyond it a run gets no faster. */
const MOST_YOUNG_BYTES = 16 * 1024 * 1024
/** How many checks finish between two looks at the heap, and how long at most: one that reads a long log is long alone. */
const SAMPLED = 16
const SAMPLED_MS = 20
/**
 * How long room saves time. What runs longer waits for others, or reads a log of gigabytes: its heap may stay as it is. Each
 * full collection moves what lives to new pages and keeps the old ones for later, so that a heap that has grown holds
 * on to the more.
 */
const ROOMY_MS = 3_000

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
  let roomy: NodeJS.Timeout | undefined
  try {
    return await verifying({
      ...observer,
      runStarted(facts) {
        growHeap('much')
        roomy = setTimeout(growHeap, ROOMY_MS, 'little').unref()
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
    clearTimeout(roomy)
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
