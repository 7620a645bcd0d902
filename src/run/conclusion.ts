import type { ScopeEntry } from '../expression/scope.ts'
import type { CheckError } from '../model/check-error.ts'
import type { Check } from '../model/checklist.ts'
import type { Observation } from '../model/observation.ts'
import type { Attempt, CheckResult, Failure, Outcome, SkipReason } from '../model/result.ts'
import { isoTime } from './clock.ts'
import { faultOf } from './faults.ts'
import type { RunContext } from './run-context.ts'

/** What running a check came to; with name and place it becomes its result. */
export interface Conclusion {
  readonly outcome: Outcome
  readonly attempts: readonly Attempt[]
  readonly expectations: number
  readonly captured: ReadonlyMap<string, ScopeEntry>
}

export const CANCELLED: SkipReason = { because: 'cancelled', message: 'The run was cancelled while it ran.' }

export function concluded(outcome: Outcome): Conclusion {
  return { outcome, attempts: [], expectations: 0, captured: new Map() }
}

export function skipped(reason: SkipReason): Conclusion {
  return concluded({ status: 'skipped', reason })
}

export function failed(failures: readonly Failure[], observation: Observation | undefined, run: RunContext): Outcome {
  return { status: 'failed', failures, ...shown(observation, run) }
}

export function errored(
  error: CheckError,
  check: Check,
  run: RunContext,
  observation?: Observation,
): Extract<Outcome, { status: 'errored' }> {
  run.evidence.secretsOfError(error)
  return { status: 'errored', fault: faultOf(error, check.kindSpan, run.locate), ...shown(observation, run) }
}

function shown(observation: Observation | undefined, run: RunContext) {
  if (observation === undefined) return { evidence: [] }
  run.evidence.secretsOf(observation)
  const evidence = run.evidence.of(observation)
  const reproduce = run.evidence.reproduce(observation)
  return { evidence, ...(reproduce === undefined ? {} : { reproduce }) }
}

/**
 * The result as it leaves the run: redacted, in every text. Most checks pass, and of those only what the author wrote can
 * hold a secret: their fields are cleaned one by one, since a walk over the whole would cost more than the rest.
 */
export function resultOf(
  check: Check,
  name: string,
  conclusion: Conclusion,
  { run, fix, began }: { readonly run: RunContext; readonly fix?: string; readonly began?: number },
): CheckResult {
  const { outcome, attempts, expectations, captured } = conclusion
  const { clock } = run.ports
  const spent = began === undefined ? 0 : clock.elapsed() - began
  const { line, text, deep } = run.clean
  const location = run.locate(check.span)
  const description = line(check.description)
  return {
    result: 'check',
    key: check.key,
    ...(check.id === undefined ? {} : { id: line(check.id) }),
    name: name === check.description ? description : line(name),
    kind: check.kind,
    description,
    tags: check.tags.length === 0 ? check.tags : deep(check.tags),
    severity: check.severity,
    ...(fix === undefined ? {} : { fix: deep(fix) }),
    location: { ...location, file: text(location.file), lineText: text(location.lineText) },
    ...(began === undefined
      ? {}
      : { startedAt: isoTime(clock.now() - spent), offsetMs: Math.round(began - run.began) }),
    durationMs: Math.round(spent),
    outcome: outcome.status === 'passed' ? outcome : deep(outcome),
    repeated: check.repeat !== undefined,
    // Their messages were cleaned when they were made.
    attempts,
    expectations,
    captured: captured.size === 0 ? [] : deep([...captured.keys()]),
  }
}
