import { type FillContext, fill } from '../expression/fill.ts'
import { evaluateMatcher } from '../expression/matcher.ts'
import type { CheckError } from '../model/check-error.ts'
import type { Check } from '../model/checklist.ts'
import type { FilledMatcher } from '../model/expectation.ts'
import type { Json } from '../model/json.ts'
import type { Observation } from '../model/observation.ts'
import type { Attempt, Failure, Outcome } from '../model/result.ts'
import type { Span } from '../model/source.ts'
import { limitAfter } from './attempt.ts'
import { programsOf, takeCaptures } from './captures.ts'
import { CANCELLED, type Conclusion, concluded, errored, failed } from './conclusion.ts'
import { expectationsIn } from './expectations.ts'
import { asCheckError } from './faults.ts'
import { fillContextOf } from './fill-check.ts'
import {
  type FilledCheck,
  judgeAndTell,
  observe,
  outcomesFrom,
  programContext,
  tellExchange,
  unmetFailures,
} from './look.ts'
import { JSON_SHAPE, type PreparedExpectation, prepareWritten } from './prepare.ts'
import { evaluatePrograms } from './programs.ts'
import { createRepeatTally, type RepeatTally } from './repeat-tally.ts'
import type { Place, RunContext } from './run-context.ts'
import { keepAttempt } from './try-check.ts'

/** What is expected of many observations, its holes filled. */
export interface PreparedRepeat {
  readonly all?: PreparedExpectation
  readonly any?: PreparedExpectation
  readonly first?: PreparedExpectation
  readonly last?: PreparedExpectation
  readonly anySpan: Span
  readonly statusCounts: readonly { readonly status: string; readonly matcher: FilledMatcher }[]
  /** Programs over the list of observations. */
  readonly whole: PreparedExpectation
}

/** Makes all observations of a repeated check, in order of start, and evaluates what is expected of them. */
export async function repeatCheck(filled: FilledCheck, run: RunContext, place: Place): Promise<Conclusion> {
  const { check } = filled
  const { times = 1, every, concurrency = 1 } = check.repeat ?? {}
  const context = fillContextOf(run, place)
  const prepared = await prepareRepeat(filled, context)
  const pause = every === undefined ? 0 : await fill(every, context)
  const tally = createRepeatTally(times, keepsAll(filled, prepared))
  // An observation that could not be made ends the pauses of the others, too.
  const over = new AbortController()
  const ended = AbortSignal.any([place.stopper.signal, over.signal])
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < times && tally.error === undefined) {
      const index = next
      next += 1
      if (index >= Math.min(concurrency, times) && pause > 0) await run.ports.clock.sleep(pause, ended)
      await observeOne(filled, prepared, index, { tally, run, place })
      if (tally.error !== undefined) over.abort('over')
    }
  }
  await Promise.allSettled(Array.from({ length: Math.min(concurrency, times) }, worker))
  return conclude(filled, prepared, tally, { run, place })
}

async function prepareRepeat({ check, kind }: FilledCheck, context: FillContext): Promise<PreparedRepeat> {
  const { expect } = check
  const { all, any, first, last, statusCounts = [] } = expect?.repeat ?? {}
  return {
    ...(all === undefined ? {} : { all: await prepareWritten(all, kind, context) }),
    ...(any === undefined ? {} : { any: await prepareWritten(any, kind, context) }),
    ...(first === undefined ? {} : { first: await prepareWritten(first, kind, context) }),
    ...(last === undefined ? {} : { last: await prepareWritten(last, kind, context) }),
    anySpan: any?.span ?? check.span,
    statusCounts: await Promise.all(
      statusCounts.map(async ({ status, matcher }) => ({ status, matcher: await fill(matcher, context) })),
    ),
    whole: { parts: [], programs: (await prepareWritten(expect, kind, context)).programs },
  }
}

/** Only jq reads the whole list; nothing else keeps more than one observation alive. */
function keepsAll({ captures }: FilledCheck, { whole }: PreparedRepeat): boolean {
  return whole.programs.length > 0 || programsOf(captures).length > 0
}

interface Running {
  readonly tally: RepeatTally
  readonly run: RunContext
  readonly place: Place
}

async function observeOne(
  filled: FilledCheck,
  prepared: PreparedRepeat,
  index: number,
  { tally, run, place }: Running,
): Promise<void> {
  const { clock } = run.ports
  const began = clock.elapsed()
  const attempt = (status: Attempt['status'], message: string): void => {
    tally.attempts.push({
      number: index + 1,
      offsetMs: Math.round(began - run.began),
      durationMs: Math.round(clock.elapsed() - began),
      status,
      message,
    })
  }
  try {
    const limits = [limitAfter('timeout', began, filled.timeoutMs), ...place.limits] as const
    const observation = await observe(filled, limits, run, place)
    if (run.ports.verbose) tellExchange(filled, observation, run, place)
    const failures = await judgeOne(filled, prepared, index, { observation, tally, run, place })
    tally.add(index, observation, failures)
    attempt(failures.length === 0 ? 'passed' : 'failed', run.clean.line(failures[0]?.message ?? ''))
  } catch (error) {
    const fault = asCheckError(error)
    run.evidence.secretsOfError(fault)
    tally.error ??= fault
    attempt('errored', run.clean.line(fault.message))
  }
}

/** What `all`, `first` and `last` say against this observation; whether `any` holds of it goes to the tally. */
async function judgeOne(
  filled: FilledCheck,
  prepared: PreparedRepeat,
  index: number,
  seen: Running & { readonly observation: Observation },
): Promise<readonly Failure[]> {
  const { tally } = seen
  const failures: Failure[] = []
  const against = async (name: 'all' | 'any' | 'first' | 'last'): Promise<readonly Failure[]> => {
    const expectation = prepared[name]
    const found = expectation === undefined ? [] : await judgeAgainst(filled, expectation, seen)
    return found.map(failure => ({ ...failure, subject: `${name}.${failure.subject}` }))
  }
  const tell = (found: readonly Failure[]): void => {
    for (const failure of found)
      failures.push({ ...failure, message: `Observation ${index + 1} of ${tally.times}: ${failure.message}` })
  }
  tell(unmetFailures(filled, seen.observation, seen.run))
  tell(await against('all'))
  if (index === 0) tell(await against('first'))
  if (index === tally.times - 1) tell(await against('last'))
  if (prepared.any !== undefined && !tally.anyHeld) {
    const [failure] = await against('any')
    if (failure === undefined) tally.anyHeld = true
    else tally.anyMessage = failure.message
  }
  return failures
}

async function judgeAgainst(
  filled: FilledCheck,
  expectation: PreparedExpectation,
  { observation, run, place }: Running & { readonly observation: Observation },
): Promise<readonly Failure[]> {
  const programs = expectation.programs.map(({ program }) => program)
  const context = programContext(filled, () => observation.parts, run, place)
  const outcomes = await evaluatePrograms(programs, observation.document, context)
  return judgeAndTell(filled, expectation, { observation, outcomes }, run)
}

async function conclude(
  filled: FilledCheck,
  prepared: PreparedRepeat,
  tally: RepeatTally,
  { run, place }: { readonly run: RunContext; readonly place: Place },
): Promise<Conclusion> {
  const { check, kind, captures } = filled
  const attempts: Attempt[] = []
  for (const attempt of tally.attempts.sort((left, right) => left.number - right.number)) keepAttempt(attempts, attempt)
  if (place.stopper.stopped?.reason === 'cancelled' && attempts.length < tally.times)
    return { ...concluded({ status: 'skipped', reason: CANCELLED }), attempts }
  place.stopper.signal.throwIfAborted()
  const telling = tally.telling
  if (tally.error !== undefined || telling === undefined) {
    const outcome = errored(tally.error ?? asCheckError(new Error('Nothing was observed.')), check, run, telling)
    return { ...concluded(outcome), attempts }
  }
  const list: Json = tally.parts
  const programs = prepared.whole.programs.map(({ program }) => program)
  const capturing = programsOf(captures)
  const context = programContext(filled, () => list, run, place)
  const outcomes = await evaluatePrograms([...programs, ...capturing], { json: list }, context)
  const last = tally.last ?? telling
  if (captures.length > 0) run.evidence.secretsOf(last)
  const { redactor } = run.ports
  const taken = await takeCaptures(captures, last, outcomesFrom(outcomes, programs.length), {
    kind,
    redactor,
    locate: run.locate,
  })
  const failures = [
    ...tally.failures(),
    ...anyFailure(prepared, tally, run),
    ...(await countFailures(prepared, tally, run)),
    ...(await judgeAndTell(filled, prepared.whole, { observation: last, outcomes }, run)),
    ...taken.failures,
  ]
  const expectations = countExpectations(prepared)
  const outcome = outcomeOf(failures, taken.fault, telling, { check, run })
  return { outcome, attempts, expectations, captured: taken.made }
}

function outcomeOf(
  failures: readonly Failure[],
  fault: CheckError | undefined,
  telling: Observation,
  { check, run }: { readonly check: Check; readonly run: RunContext },
): Outcome {
  if (failures.length > 0) return failed(failures, telling, run)
  return fault === undefined ? { status: 'passed' } : errored(fault, check, run, telling)
}

function countExpectations({ all, any, first, last, whole, statusCounts }: PreparedRepeat): number {
  const given = [all, any, first, last, whole].filter(expectation => expectation !== undefined)
  return given.reduce((sum, expectation) => sum + expectationsIn(expectation), statusCounts.length)
}

function anyFailure({ any, anySpan }: PreparedRepeat, tally: RepeatTally, run: RunContext): readonly Failure[] {
  if (any === undefined || tally.anyHeld) return []
  return [
    {
      subject: 'any',
      matcher: 'holds at least once',
      expected: `one of ${tally.times} observations`,
      actual: 'none',
      message: `It holds of none of the ${tally.times} observations; of the last: ${tally.anyMessage}`,
      location: run.locate(anySpan),
      byDefault: false,
    },
  ]
}

async function countFailures(
  { statusCounts }: PreparedRepeat,
  tally: RepeatTally,
  run: RunContext,
): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  for (const { status, matcher } of statusCounts) {
    const subject = `status_counts.${status}`
    for (const { span, ...mismatch } of await evaluateMatcher(matcher, tally.countOf(status), {
      shape: JSON_SHAPE,
      subject,
    })) {
      failures.push({
        ...mismatch,
        message: `${mismatch.message} (${tally.describeCounts()})`,
        location: run.locate(span),
        byDefault: false,
      })
    }
  }
  return failures
}
