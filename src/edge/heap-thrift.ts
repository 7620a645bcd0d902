import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import type { ProgressObserver } from '../model/progress.ts'
import type { Report } from '../model/result.ts'
import { createCollector } from './collect.ts'

/** Of the young generation, both halves. Beyond it a run gets no faster. */
const MOST_YOUNG_BYTES = 16 * 1024 * 1024
/** How many checks finish between two looks at the heap, and how long at most: one that reads a long log is long alone. */
const SAMPLED = 16
const SAMPLED_MS = 10
/**
 * From how many checks on, and how long, room for what lives longer saves time. Other runs wait for others, or read a log
 * of gigabytes: their heap may stay as it is. Each full collection moves what lives to new pages and keeps the old ones
 * for later, so a heap that has grown holds on to the more. There it is collected early instead.
 */
const MANY_CHECKS = 200
const ROOMY_MS = 3_000

/**
 * Keeps V8 from holding on to memory it has no use for; left alone it lets 10,000 checks take twice as much. To read a
 * large checklist and to render a long report makes much that lives briefly, and what the heap has grown to for that it
 * does not give back. So it grows little then; in the run the young generation may grow up to a limit, and the old one
 * where room saves time. V8 obeys such flags from the next collection on, and a small checklist sees hardly one.
 */
export async function withThriftyHeap(
  observer: ProgressObserver,
  verifying: (observer: ProgressObserver) => Promise<Report>,
): Promise<Report> {
  growYoung(1)
  growOld('little')
  let finished = 0
  let collect = (): void => undefined
  const watching = setInterval(() => {
    limitYoung()
    collect()
  }, SAMPLED_MS).unref()
  let roomy: NodeJS.Timeout | undefined
  try {
    return await verifying({
      ...observer,
      runStarted(facts) {
        growYoung(2)
        if (facts.total < MANY_CHECKS) collect = createCollector()
        else {
          growOld('much')
          roomy = setTimeout(growOld, ROOMY_MS, 'little').unref()
        }
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
    growYoung(1)
    growOld('little')
  }
}

function limitYoung(): void {
  if (youngBytes() >= MOST_YOUNG_BYTES) growYoung(1)
}

function growOld(how: 'little' | 'much'): void {
  setFlagsFromString(`--heap-growing-percent=${how === 'little' ? 20 : 100}`)
}

function growYoung(factor: 1 | 2): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`)
}

function youngBytes(): number {
  return getHeapSpaceStatistics().find(space => space.space_name === 'new_space')?.space_size ?? 0
}
