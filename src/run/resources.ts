import type { Clock } from '../kinds/kind.ts'

/** Things opened once a run, such as connection pools. */
export interface Resources {
  resource<R extends AsyncDisposable>(key: string, open: () => R | Promise<R>): Promise<R>
  /**
   * Closes everything, the last opened first. What goes wrong is told, never thrown. Once `hurry` is aborted, little time
   * is given.
   */
  close(tell: (problem: string) => void, hurry: AbortSignal): Promise<void>
}

/** A resource that does not close in this time is left behind. */
const PATIENCE_MS = 5_000
/** Enough for what closes at all: files with keys are removed in it. */
const HURRY_MS = 300

export function createResources(clock: Clock): Resources {
  const opened = new Map<string, Promise<AsyncDisposable>>()
  const order: { readonly key: string; readonly resource: AsyncDisposable }[] = []
  return {
    resource<R extends AsyncDisposable>(key: string, open: () => R | Promise<R>): Promise<R> {
      const held = opened.get(key)
      if (held !== undefined) return held as Promise<R>
      const opening = openOnce(open).then(
        resource => {
          order.push({ key, resource })
          return resource
        },
        (error: unknown) => {
          // The next attempt may have more luck.
          opened.delete(key)
          throw error
        },
      )
      opened.set(key, opening)
      return opening
    },
    async close(tell, hurry) {
      for (const { resource } of order.reverse()) {
        const problem = await closeInTime(resource, clock, hurry)
        if (problem !== undefined) tell(problem)
      }
      order.length = 0
      opened.clear()
    },
  }
}

/** What throws at once rejects like what throws later. */
async function dispose(resource: AsyncDisposable): Promise<void> {
  await resource[Symbol.asyncDispose]()
}

async function openOnce<R>(open: () => R | Promise<R>): Promise<R> {
  return open()
}

async function closeInTime(resource: AsyncDisposable, clock: Clock, hurry: AbortSignal): Promise<string | undefined> {
  const timer = new AbortController()
  const late = patience(clock, hurry, timer.signal).then(
    () => 'A connection did not close in time and was left behind.',
    () => undefined,
  )
  const closed = dispose(resource).then(
    () => undefined,
    (error: unknown) => `A connection could not be closed: ${error instanceof Error ? error.message : String(error)}`,
  )
  const problem = await Promise.race([closed, late])
  timer.abort(new Error('closed'))
  return problem
}

/** Resolves when no more time is to be given: rejects when `ended` is aborted before. */
async function patience(clock: Clock, hurry: AbortSignal, ended: AbortSignal): Promise<void> {
  const calm = clock.sleep(PATIENCE_MS, AbortSignal.any([ended, hurry]))
  await calm.catch(() => clock.sleep(HURRY_MS, ended))
}
