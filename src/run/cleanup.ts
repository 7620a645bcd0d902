import type { Check } from '../model/checklist.ts'
import type { CleanupResult } from '../model/result.ts'
import { programsIn } from '../model/template.ts'
import { LimitReached, limitAfter } from './attempt.ts'
import { resultOf, skipped } from './conclusion.ts'
import { fillContextOf } from './fill-check.ts'
import { showTemplate } from './names.ts'
import { runCheck } from './run-check.ts'
import type { Place, RunContext } from './run-context.ts'
import type { Sessions } from './sessions.ts'
import { createStopper, type Stopper } from './stopper.ts'

/** What must be undone, in the order in which it may have happened. */
export interface CleanupList {
  owe(check: Check, name: string, sessions: Sessions): void
  readonly owed: readonly Owed[]
}

interface Owed {
  readonly check: Check
  readonly name: string
  /** With the cookies of the check whose traces are removed. */
  readonly sessions: Sessions
}

export function createCleanupList(): CleanupList {
  const owed = new Map<string, Owed>()
  return {
    owe(check, name, sessions) {
      // Tried again or repeated, it is still one thing to undo, and the time of the first counts.
      if (check.cleanup.length > 0 && !owed.has(check.key)) owed.set(check.key, { check, name, sessions })
    },
    get owed() {
      return [...owed.values()]
    },
  }
}

/**
 * Undoes what was done, last in first out, the steps of one list as they are written. It has a budget and a switch of
 * its own, so that it runs after a failure, a time-out and a cancellation just the same; a failing step stops nothing.
 * `over` cuts it short.
 */
export async function runCleanup(
  { owed }: CleanupList,
  run: RunContext,
  over: AbortSignal,
): Promise<readonly CleanupResult[]> {
  const { clock, observer, settings } = run.ports
  const steps = [...owed].reverse().flatMap(entry => entry.check.cleanup.map(step => ({ ...entry, step })))
  if (steps.length === 0) return []
  observer.cleanupStarted?.(steps.length)
  const limit = limitAfter('cleanup', clock.elapsed(), settings.cleanupTimeoutMs)
  const stopper = createStopper(limit.at)
  const timer = new AbortController()
  const end = (fault: LimitReached): void => stopper.stop({ reason: 'timeout', message: fault.overText }, fault)
  const onOver = (): void => end(over.reason)
  clock.sleep(settings.cleanupTimeoutMs, timer.signal).then(
    () => end(new LimitReached(limit, settings.cleanupTimeoutMs)),
    () => undefined,
  )
  if (over.aborted) onOver()
  else over.addEventListener('abort', onOver, { once: true })
  const results: CleanupResult[] = []
  for (const { step, name, sessions } of steps) {
    const place = placeOf(sessions, stopper, run)
    results.push({ of: run.clean.line(name), check: await runStep(step, run, place) })
  }
  timer.abort('over')
  over.removeEventListener('abort', onOver)
  return results
}

function placeOf(sessions: Sessions, stopper: Stopper, run: RunContext): Place {
  const { exchange } = run.ports.observer
  // Cleanup is told apart from the checks: it must not count among them.
  const observer = exchange === undefined ? {} : { exchange: exchange.bind(run.ports.observer) }
  return { sessions, stopper, limits: [], observer, sections: [], owe: () => undefined }
}

async function runStep(step: Check, run: RunContext, place: Place) {
  const absent = missingCapture(step, run)
  if (absent === undefined) return runCheck({ entry: step, selected: true, needs: [] }, run, place)
  const context = fillContextOf(run, place)
  const name = step.name === undefined ? step.description : await showTemplate(step.name, context)
  const message = `There is nothing to undo that is known of: \`$${absent}\` was never captured.`
  run.state.settle(step, 'skipped')
  return resultOf(step, name, skipped({ because: 'nothing to undo', message }), { run })
}

/** A capture that the step needs and that no check made. */
function missingCapture(step: Check, run: RunContext): string | undefined {
  const { name: _name, fix: _fix, ...needed } = step
  const names = programsIn(needed).flatMap(({ uses }) => uses)
  return names.find(name => name !== 'observation' && run.state.scope.lookup(name) === undefined)
}
