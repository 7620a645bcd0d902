import { CheckError } from '../model/check-error.ts'
import type { Check } from '../model/checklist.ts'
import type { PlannedCheck } from '../model/plan.ts'
import type { CheckResult, Outcome, SkipReason } from '../model/result.ts'
import type { Program } from '../model/template.ts'
import { CANCELLED, type Conclusion, concluded, errored, resultOf, skipped } from './conclusion.ts'
import { showYield } from './expectations.ts'
import { asCheckError } from './faults.ts'
import { fillCheck, fillContextOf } from './fill-check.ts'
import { showTemplate } from './names.ts'
import { isBlocked, unmetNeed } from './needs.ts'
import { evaluatePrograms, showProgram } from './programs.ts'
import { repeatCheck } from './repeat.ts'
import type { Place, RunContext } from './run-context.ts'
import { tryCheck } from './try-check.ts'

/**
 * Runs one check to exactly one outcome: selected, needs, condition, holes, observation, expectations, captures.
 * Whatever is thrown on the way becomes the check's outcome; this function does not reject.
 */
export async function runCheck(planned: PlannedCheck, run: RunContext, place: Place): Promise<CheckResult> {
  const check = planned.entry
  const { clock } = run.ports
  const context = fillContextOf(run, place)
  const name = check.name === undefined ? check.description : await showTemplate(check.name, context)
  const before = outcomeBefore(planned, run, place)
  if (before !== undefined) return settle(check, name, concluded(before), { run, place })
  await run.slots.take()
  const began = clock.elapsed()
  try {
    const stopped = stopReason(place)
    if (stopped !== undefined) return settle(check, name, skipped(stopped), { run, place })
    const conclusion = await attend(check, name, run, place)
    if (notRun(conclusion.outcome)) return settle(check, name, conclusion, { run, place })
    run.state.capture(conclusion.captured)
    const wanting = conclusion.outcome.status === 'failed' || conclusion.outcome.status === 'errored'
    const fix = wanting && check.fix !== undefined ? await showTemplate(check.fix, context) : undefined
    return settle(check, name, conclusion, { run, place, began, ...(fix === undefined ? {} : { fix }) })
  } finally {
    run.slots.give()
  }
}

function settle(
  check: Check,
  name: string,
  conclusion: Conclusion,
  options: { readonly run: RunContext; readonly place: Place; readonly fix?: string; readonly began?: number },
): CheckResult {
  const { run, place } = options
  const result = resultOf(
    check,
    check.name === undefined ? unnamed(name, conclusion.outcome) : name,
    conclusion,
    options,
  )
  run.state.settle(check, result.outcome.status, isBlocked(result))
  place.observer.checkFinished?.(result, place.sections)
  return result
}

/** What a person is to do tells more than the same text with its holes. */
function unnamed(description: string, outcome: Outcome): string {
  return outcome.status === 'open' ? outcome.instruction : description
}

/** Never begun: of such a check there is nothing to time. */
function notRun(outcome: Outcome): boolean {
  return outcome.status === 'skipped' && outcome.reason.because !== 'cancelled'
}

/** What keeps a check from being begun at all. */
function outcomeBefore({ selected, needs }: PlannedCheck, run: RunContext, place: Place): Outcome | undefined {
  if (!selected) return skip({ because: 'not selected', message: 'It was not selected.' })
  const stopped = stopReason(place)
  if (stopped !== undefined) return skip(stopped)
  if (place.instead !== undefined) return place.instead
  const reason = unmetNeed(needs, run.state)
  return reason === undefined ? undefined : skip(reason)
}

function skip(reason: SkipReason): Outcome {
  return { status: 'skipped', reason }
}

export function stopReason(place: Place): SkipReason | undefined {
  const { stopped } = place.stopper
  if (stopped === undefined) return undefined
  return { because: stopped.reason === 'not-ready' ? 'not ready' : 'cancelled', message: stopped.message }
}

async function attend(check: Check, name: string, run: RunContext, place: Place): Promise<Conclusion> {
  try {
    const condition = check.condition === undefined ? true : await conditionHolds(check.condition, run, place)
    if (!condition) return skipped(conditionReason(check.condition))
    place.observer.checkStarted?.({ key: check.key, name: run.clean.line(name), sections: place.sections })
    return await look(check, name, run, place)
  } catch (error) {
    if (place.stopper.stopped?.reason === 'cancelled') return skipped(CANCELLED)
    return concluded(errored(asCheckError(error), check, run))
  }
}

export function conditionReason(condition: Program | undefined): SkipReason {
  const shown = condition === undefined ? 'Its condition' : `\`${showProgram(condition)}\``
  return { because: 'condition', message: `${shown} is false.` }
}

async function look(check: Check, name: string, run: RunContext, place: Place): Promise<Conclusion> {
  const kind = run.ports.kinds.get(check.kind)
  if (kind === undefined) throw new Error(`There is no kind ${check.kind}.`)
  const filled = await fillCheck(check, name, kind, { run, place })
  if (kind.instruction !== undefined) return concluded({ status: 'open', instruction: kind.instruction(filled.spec) })
  return check.repeat === undefined ? tryCheck(filled, run, place) : repeatCheck(filled, run, place)
}

/** A condition is jq over the variables that yields true or false; anything else could not be found out. */
export async function conditionHolds(condition: Program, run: RunContext, place: Place): Promise<boolean> {
  const { engine, redactor } = run.ports
  const { signal } = place.stopper
  const { outcomes } = await evaluatePrograms(
    [condition],
    { json: null },
    { scope: run.state.scope, engine, redactor, signal },
  )
  const outcome = outcomes?.[0]
  const [value] = outcome?.values ?? []
  if (typeof value === 'boolean' && outcome?.values?.length === 1) return value
  const yielded = outcome?.values === undefined ? `an error: ${outcome?.error ?? ''}` : showYield(outcome.values)
  throw new CheckError({
    code: 'condition-not-boolean',
    message: `The condition \`${showProgram(condition)}\` must yield true or false; it yields ${yielded}.`,
    hint: 'Compare what it reads with something, or ask whether it is null.',
    span: condition.source.span,
  })
}
