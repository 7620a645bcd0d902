import type { ScopeEntry } from '../expression/scope.ts'
import type { CheckKind, ObserveContext } from '../kinds/kind.ts'
import { CheckError } from '../model/check-error.ts'
import type { Check } from '../model/checklist.ts'
import type { Json } from '../model/json.ts'
import type { Observation } from '../model/observation.ts'
import type { Failure } from '../model/result.ts'
import { LimitReached, withinLimits } from './attempt.ts'
import { type Captured, type PreparedCapture, programsOf, takeCaptures } from './captures.ts'
import { type JudgeContext, judge } from './expectations.ts'
import { asCheckError, failureOfError } from './faults.ts'
import type { PreparedExpectation } from './prepare.ts'
import { evaluatePrograms, type ProgramContext, type ProgramOutcomes } from './programs.ts'
import type { Limit, Place, RunContext } from './run-context.ts'
import { withVariable } from './run-state.ts'
import type { Tried } from './waiting.ts'

/** A check whose holes are filled: ready to be looked at, as often as it takes. */
export interface FilledCheck {
  readonly check: Check
  readonly name: string
  readonly kind: CheckKind
  readonly spec: unknown
  readonly expectation: PreparedExpectation
  readonly captures: readonly PreparedCapture[]
  readonly timeoutMs: number
  /** jq's time limit where the author gave the check a timeout of more than jq's own second. */
  readonly jqTimeoutMs?: number
  /** Set where a captured value says where to go, which is then only to these. */
  readonly allowedOrigins?: ReadonlySet<string>
}

/** One look, and what came of it. */
export type Look = Held | Erred

interface Held extends Tried {
  readonly status: 'passed' | 'failed'
  readonly failures: readonly Failure[]
  readonly captured: ReadonlyMap<string, ScopeEntry>
  readonly observation?: Observation
}

interface Erred extends Tried {
  readonly status: 'errored'
  readonly error: CheckError
  readonly captured: ReadonlyMap<string, ScopeEntry>
  readonly observation?: Observation
}

/** jq has a second, unless the check's `timeout` says more. */
export const JQ_TIMEOUT_MS = 1_000

const NONE: ReadonlyMap<string, ScopeEntry> = new Map()
const NOTHING_CAPTURED: Captured = { made: NONE, failures: [] }
const NOTHING_RUN: ProgramOutcomes = { outcomes: [] }

/** Looks once, evaluates every expectation and takes every capture. Never rejects. */
export async function lookOnce(
  filled: FilledCheck,
  limits: readonly [Limit, ...Limit[]],
  run: RunContext,
  place: Place,
): Promise<Look> {
  const { clock } = run.ports
  const began = clock.elapsed()
  let observation: Observation | undefined
  try {
    observation = await observe(filled, limits, run, place)
    const { bounded, limit } = boundedBy(limits, filled, clock.elapsed())
    return await evaluate(bounded, observation, run, place).catch((error: unknown) => {
      const late = limit !== undefined && error instanceof CheckError && error.code === 'jq-timeout'
      throw late ? new LimitReached(limit, limit.at - began) : error
    })
  } catch (error) {
    // However a port puts it, what is aborted ends for the reason it was aborted for.
    const { signal } = place.stopper
    return erred(asCheckError(signal.aborted ? signal.reason : error), { observation }, filled, run, place)
  } finally {
    if (observation !== undefined && run.ports.verbose) tellExchange(filled, observation, run, place)
  }
}

/** The check's timeout may give jq more than its second, but never more than is left of the other limits. */
function boundedBy(
  limits: readonly Limit[],
  filled: FilledCheck,
  now: number,
): { readonly bounded: FilledCheck; readonly limit?: Limit } {
  const { jqTimeoutMs = 0 } = filled
  const [limit] = limits.filter(({ source }) => source !== 'timeout').sort((left, right) => left.at - right.at)
  const left = limit === undefined ? jqTimeoutMs : Math.max(JQ_TIMEOUT_MS, limit.at - now)
  if (limit === undefined || left >= jqTimeoutMs) return { bounded: filled }
  return { bounded: { ...filled, jqTimeoutMs: left }, limit }
}

function erred(
  error: CheckError,
  seen: { readonly observation: Observation | undefined; readonly captured?: Captured },
  filled: FilledCheck,
  run: RunContext,
  place: Place,
): Look {
  const { observation } = seen
  if (observation !== undefined) run.evidence.secretsOf(observation)
  run.evidence.secretsOfError(error)
  const came = { captured: seen.captured?.made ?? NONE, ...(observation === undefined ? {} : { observation }) }
  if (error.verdict === 'failed') {
    return { status: 'failed', held: false, failures: [failureOf(error, filled, run)], ...came }
  }
  const final = error.code === 'internal' || place.stopper.signal.aborted
  return { status: 'errored', held: false, error, ...(final ? { final } : {}), ...came }
}

/** The observation alone, with the secrets that stand in known places registered. */
export async function observe(
  filled: FilledCheck,
  limits: readonly [Limit, ...Limit[]],
  run: RunContext,
  place: Place,
): Promise<Observation> {
  const { check, name, kind, spec } = filled
  const { redactor, clock } = run.ports
  const owe = (): void => place.owe(check, name, place.sessions)
  const observation = await withinLimits(
    async (signal, deadline) => kind.observe(spec, observeContext(filled, run, place, { signal, deadline, owe })),
    limits,
    { clock, alarms: run.alarms, stopper: place.stopper },
  )
  // A kind that never says so has done what it does when it is back.
  owe()
  for (const secret of observation.secrets) redactor.add(secret)
  return observation
}

function observeContext(
  { allowedOrigins }: FilledCheck,
  run: RunContext,
  place: Place,
  own: { readonly signal: AbortSignal; readonly deadline: number; readonly owe: () => void },
): ObserveContext {
  const { ports, connections } = run
  return {
    signal: own.signal,
    clock: ports.clock,
    deadline: own.deadline,
    facts: ports.facts,
    folder: run.folder,
    root: ports.settings.root,
    environment: ports.settings.environment,
    sent: own.owe,
    session: place.sessions.session,
    resource: run.resources.resource,
    notice: run.notice,
    host: connections.host,
    database: connections.database,
    ...(allowedOrigins === undefined ? {} : { allowedOrigins }),
  }
}

async function evaluate(filled: FilledCheck, observation: Observation, run: RunContext, place: Place): Promise<Look> {
  const { kind, expectation, captures } = filled
  const expected = expectation.programs.map(({ program }) => program)
  const capturing = programsOf(captures)
  const programs = [...expected, ...capturing]
  // The document is made when it is asked for, and hardly any check asks.
  const outcomes =
    programs.length === 0
      ? NOTHING_RUN
      : await evaluatePrograms(
          programs,
          observation.document,
          programContext(filled, () => observation.parts, run, place),
        )
  // Tokens are looked for only where something of the observation is kept.
  if (captures.length > 0) run.evidence.secretsOf(observation)
  const context = { kind, redactor: run.ports.redactor, locate: run.locate }
  const captured =
    captures.length === 0
      ? NOTHING_CAPTURED
      : await takeCaptures(captures, observation, outcomesFrom(outcomes, expected.length), context)
  const unmet = await judgeAndTell(filled, expectation, { observation, outcomes }, run)
  // First what the rest may follow from: a message that never came has no text.
  const failures = [...unmetFailures(filled, observation, run), ...unmet, ...captured.failures]
  if (failures.length === 0 && captured.fault !== undefined)
    return erred(captured.fault, { observation, captured }, filled, run, place)
  return looked(failures, captured, observation)
}

/**
 * Judges once more when something fails: by then the secrets of the observation are known, so that messages can be
 * redacted before they are cut. An observation of which all holds is never searched.
 */
export async function judgeAndTell(
  { check }: FilledCheck,
  expectation: PreparedExpectation,
  seen: { readonly observation: Observation; readonly outcomes: ProgramOutcomes },
  run: RunContext,
): Promise<readonly Failure[]> {
  const { observation, outcomes } = seen
  const context: JudgeContext = { locate: run.locate, defaultSpan: check.kindSpan, now: run.ports.clock.now() }
  const failures = await judge(expectation, observation, outcomes, context)
  if (failures.length === 0) return failures
  run.evidence.secretsOf(observation)
  return judge(expectation, observation, outcomes, { ...context, redact: run.ports.redactor.redact })
}

/** What the kind itself found missing, whatever is expected of the parts. */
export function unmetFailures(filled: FilledCheck, { unmet }: Observation, run: RunContext): readonly Failure[] {
  if (unmet === undefined) return []
  run.evidence.secretsOfError(unmet)
  return [failureOf(unmet, filled, run)]
}

function failureOf(error: CheckError, { check }: FilledCheck, { locate, ports }: RunContext): Failure {
  return failureOfError(error, check.kindSpan, { locate, redact: ports.redactor.redact })
}

function looked(failures: readonly Failure[], { made }: Captured, observation: Observation): Look {
  const { retryAfterMs } = observation
  const held = failures.length === 0
  return {
    status: held ? 'passed' : 'failed',
    held,
    failures,
    captured: made,
    observation,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
}

export function outcomesFrom(outcomes: ProgramOutcomes, start: number, end?: number): ProgramOutcomes {
  return outcomes.outcomes === undefined ? outcomes : { outcomes: outcomes.outcomes.slice(start, end) }
}

/** What programs of this check see: all variables and `$observation`. */
export function programContext(
  { jqTimeoutMs }: FilledCheck,
  parts: () => Json,
  run: RunContext,
  place: Place,
): ProgramContext {
  return {
    scope: withVariable(run.state.scope, 'observation', parts),
    engine: run.ports.engine,
    redactor: run.ports.redactor,
    signal: place.stopper.signal,
    ...(jqTimeoutMs === undefined ? {} : { timeoutMs: jqTimeoutMs }),
  }
}

export function tellExchange(
  { check, name }: FilledCheck,
  observation: Observation,
  run: RunContext,
  place: Place,
): void {
  run.evidence.secretsOf(observation)
  const evidence = run.evidence.of(observation)
  place.observer.exchange?.(
    { key: check.key, name: run.clean.line(name) },
    evidence,
    run.evidence.reproduce(observation),
  )
}
