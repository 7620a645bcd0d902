import { dirname, resolve } from 'node:path'
import { CheckError } from '../model/check-error.ts'
import { isPlannedSection, type Plan, type PlannedEntry } from '../model/plan.ts'
import type { RunResult } from '../model/result.ts'
import { createAlarms } from './alarms.ts'
import { LimitReached, limitAfter } from './attempt.ts'
import { createCleaner } from './clean.ts'
import { createCleanupList, runCleanup } from './cleanup.ts'
import { createConnections } from './connections.ts'
import { createEvidenceMaker } from './evidence.ts'
import { createGrace } from './grace.ts'
import { createLocator } from './locator.ts'
import { createNamedOrigins } from './named-origins.ts'
import { runGate } from './ready.ts'
import { createResources } from './resources.ts'
import type { Place, RunContext, RunPorts } from './run-context.ts'
import { runEntries } from './run-section.ts'
import { createRunState } from './run-state.ts'
import { createSessions } from './sessions.ts'
import { createSlots } from './slots.ts'
import { createStopper, type Stopper } from './stopper.ts'

export type { RunPorts } from './run-context.ts'

/** Runs a plan to its end, whatever happens: each of its checks has exactly one outcome, and what was done is undone. */
export async function runPlan(plan: Plan, ports: RunPorts): Promise<RunResult> {
  const notices = new Set<string>()
  const run = createRunContext(plan, ports, notices)
  const { clock, settings, redactor } = ports
  const known = redactor.size
  const limit = limitAfter('run', run.began, settings.timeoutMs)
  const stopper = createStopper(limit.at)
  const release = armStopper(stopper, ports, () => new LimitReached(limit, settings.timeoutMs))
  const grace = createGrace(ports)
  const cleanup = createCleanupList()
  const { observer } = ports
  const place: Place = { sessions: createSessions(), stopper, limits: [], observer, sections: [], owe: cleanup.owe }
  const all = plan.ready === undefined ? plan.entries : [plan.ready, ...plan.entries]
  observer.runStarted?.({ checklist: run.clean.line(plan.checklist.name), total: countChecks(all) })
  const ready = plan.ready === undefined ? undefined : await runGate(plan.ready, run, place)
  const entries = await runEntries(plan.entries, run, place)
  release()
  const { stopped } = stopper
  const undone = await runCleanup(cleanup, run, grace.over)
  run.alarms.close()
  await run.resources.close(run.notice, grace.over)
  grace.release()
  const result: RunResult = {
    facts: run.clean.deep(ports.facts),
    durationMs: Math.round(clock.elapsed() - run.began),
    ...(ready === undefined ? {} : { ready }),
    entries,
    cleanup: undone,
    ...(stopped === undefined ? {} : { stopped: run.clean.deep(stopped) }),
    notices: [...notices],
    failOn: settings.failOn,
  }
  // What was told before a secret was known is redacted once more.
  return redactor.size === known ? result : run.clean.deep(result)
}

function createRunContext(plan: Plan, ports: RunPorts, notices: Set<string>): RunContext {
  const { clock, redactor, engine, scope, settings } = ports
  const clean = createCleaner(redactor)
  const onSecret = (value: string): void => redactor.add(value)
  const variables = { scope, engine, onSecret }
  return {
    ports,
    clean,
    locate: createLocator(),
    state: createRunState(scope),
    slots: createSlots(settings.concurrency),
    alarms: createAlarms(clock),
    resources: createResources(clock),
    connections: createConnections(plan.checklist, variables, redactor),
    origins: createNamedOrigins(plan.checklist, variables),
    evidence: createEvidenceMaker(clean, redactor),
    folder: resolve(settings.root, dirname(plan.checklist.source.path)),
    began: clock.elapsed(),
    notice: text => void notices.add(clean.line(text)),
  }
}

/** Lets the run's timeout and its cancellation stop the run; gives back what disarms both. */
function armStopper(
  stopper: Stopper,
  { clock, settings, signal }: RunPorts,
  timeoutFault: () => LimitReached,
): () => void {
  const timer = new AbortController()
  const onTime = (): void => {
    const fault = timeoutFault()
    // It is told of checks, too, that were not begun.
    stopper.stop({ reason: 'timeout', message: fault.overText }, fault)
  }
  const onCancel = (): void => {
    const fault = new CheckError({ code: 'cancelled', message: 'The run was cancelled.' })
    stopper.stop({ reason: 'cancelled', message: fault.message }, fault)
  }
  clock.sleep(settings.timeoutMs, timer.signal).then(onTime, () => undefined)
  if (signal.aborted) onCancel()
  else signal.addEventListener('abort', onCancel, { once: true })
  return () => {
    timer.abort('over')
    signal.removeEventListener('abort', onCancel)
  }
}

function countChecks(entries: readonly PlannedEntry[]): number {
  return entries.reduce((sum, entry) => sum + (isPlannedSection(entry) ? countChecks(entry.children) : 1), 0)
}
