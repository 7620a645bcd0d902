import { evaluateMatcher, type Mismatch } from '../expression/matcher.ts'
import { showJson } from '../expression/show.ts'
import type { Json } from '../model/json.ts'
import type { Observation } from '../model/observation.ts'
import type { Failure } from '../model/result.ts'
import type { Span } from '../model/source.ts'
import type { JqOutcome, Program } from '../model/template.ts'
import type { Locator } from './locator.ts'
import {
  fieldsNamed,
  JSON_SHAPE,
  type OwnExpectation,
  type PreparedExpectation,
  type PreparedPart,
  type PreparedProgram,
} from './prepare.ts'
import { type ProgramOutcomes, showProgram } from './programs.ts'

/** Failures are bounded as everything else: what is wrong shows long before. */
const MOST_FAILURES = 100
/** How much of expected and actual a failure keeps, in UTF-16 units. */
const VALUE_LENGTH = 400

export interface JudgeContext {
  readonly locate: Locator
  /** Where an expectation stands that nobody wrote. */
  readonly defaultSpan: Span
  /** Milliseconds since 1970, for times that are written as so long ago. */
  readonly now: number
  /** Removes secrets from a text before it is cut for a message. */
  readonly redact?: (text: string) => string
}

/** Evaluates every expectation; the list is empty when all hold. `outcomes` are those of the expectation's programs. */
export async function judge(
  expectation: PreparedExpectation,
  observation: Observation,
  outcomes: ProgramOutcomes,
  context: JudgeContext,
): Promise<readonly Failure[]> {
  const { locate, defaultSpan } = context
  const failures: Failure[] = []
  for (const part of expectation.parts) {
    for (const mismatch of await judgePart(part, observation, context)) {
      const span = part.byDefault ? defaultSpan : mismatch.span
      failures.push(failureOf(mismatch, span, locate, part.byDefault))
    }
  }
  failures.push(...judgeByKind(expectation, observation, context))
  if (expectation.programs.length === 0) return failures.slice(0, MOST_FAILURES)
  for (const { span, ...finding } of await judgePrograms(expectation.programs, outcomes, context)) {
    failures.push(failureOf(finding, span, locate))
  }
  return failures.slice(0, MOST_FAILURES)
}

export function expectationsIn(expectation: PreparedExpectation): number {
  return expectation.parts.length + expectation.programs.length + (expectation.own?.count ?? 0)
}

/** What the kind itself finds, where it judges by itself. */
function judgeByKind(
  expectation: PreparedExpectation,
  { judge }: Observation,
  context: JudgeContext,
): readonly Failure[] {
  if (judge === undefined) return []
  const { locate, defaultSpan, redact = (text: string) => text } = context
  const { parts, own } = expectation
  const found = judge({
    written: name => parts.find(({ part }) => part === name)?.matcher,
    fieldsOf: name => parts.flatMap(({ part, matcher }) => (part === name ? fieldsNamed(matcher) : [])),
    stands: (part, field) => own !== undefined && stands(own, part, field),
  })
  return found.map(({ span, ...finding }) => {
    const redacted = { ...finding, actual: redact(finding.actual), message: redact(finding.message) }
    return failureOf({ ...redacted }, span ?? defaultSpan, locate, span === undefined)
  })
}

/** Whoever names some fields of a part says nothing of the others; whoever names none of them speaks of the whole. */
function stands({ named, lifted }: OwnExpectation, part: string, field: string): boolean {
  if (lifted.has(part) || named.has(`${part}.${field}`)) return false
  return !named.has(part) || [...named].some(name => name.startsWith(`${part}.`))
}

function failureOf(finding: Omit<Mismatch, 'span'>, span: Span, locate: Locator, byDefault = false): Failure {
  const { subject, matcher, expected, actual, message } = finding
  return { subject, matcher, expected, actual, message, location: locate(span), byDefault }
}

function judgePart(
  prepared: PreparedPart,
  observation: Observation,
  context: JudgeContext,
): readonly Mismatch[] | Promise<readonly Mismatch[]> {
  const { part, shape, matcher } = prepared
  if (shape.judged !== undefined) return []
  const { lookup } = observation
  const actual = Object.hasOwn(observation.parts, part) ? observation.parts[part] : undefined
  const mismatches = evaluateMatcher(matcher, actual, {
    shape,
    subject: part,
    ...showing(context),
    ...(lookup === undefined || shape.lookup !== true ? {} : { lookup: (key: string) => lookup(part, key) }),
  })
  const { remarks } = observation
  if (remarks === undefined) return mismatches
  const explained = (found: readonly Mismatch[]): readonly Mismatch[] =>
    found.map(mismatch => {
      const why = actual === undefined ? remarks[part] : remarks[mismatch.subject]
      return why === undefined ? mismatch : { ...mismatch, message: `${mismatch.message} ${why}` }
    })
  return mismatches instanceof Promise ? mismatches.then(explained) : explained(mismatches)
}

function showing({ now, redact }: JudgeContext) {
  return redact === undefined ? { now } : { now, redact }
}

async function judgePrograms(
  programs: readonly PreparedProgram[],
  outcomes: ProgramOutcomes,
  context: JudgeContext,
): Promise<readonly Mismatch[]> {
  const [first] = programs
  if (first === undefined) return []
  if (outcomes.outcomes === undefined) return [noDocument(first.program, outcomes.missing)]
  const mismatches: Mismatch[] = []
  for (const [index, prepared] of programs.entries()) {
    const outcome = outcomes.outcomes[index]
    if (outcome !== undefined) mismatches.push(...(await judgeProgram(prepared, outcome, context)))
  }
  return mismatches
}

function noDocument(program: Program, missing: string): Mismatch {
  return {
    subject: 'jq',
    span: program.source.span,
    matcher: 'reads',
    expected: 'a JSON document',
    actual: missing,
    message: `\`${showProgram(program)}\` has nothing to read. ${missing}`,
  }
}

async function judgeProgram(
  { program, matcher }: PreparedProgram,
  outcome: JqOutcome,
  context: JudgeContext,
): Promise<readonly Mismatch[]> {
  const { values } = outcome
  const subject = matcher === undefined ? 'jq' : `\`${showProgram(program)}\``
  if (values === undefined) return [runTimeError(program, subject, outcome.error)]
  if (matcher === undefined) return values.length === 1 && values[0] === true ? [] : [notTrue(program, values, context)]
  if (values.length > 1) return [notOne(program, subject, values, context)]
  const mismatches = await evaluateMatcher(matcher, values[0], { shape: JSON_SHAPE, subject, ...showing(context) })
  return values.length === 1
    ? mismatches
    : mismatches.map(mismatch => ({ ...mismatch, actual: 'nothing', message: `${mismatch.message} ${YIELDS_NOTHING}` }))
}

const YIELDS_NOTHING = 'The program yields nothing.'

function runTimeError(program: Program, subject: string, error: string): Mismatch {
  return {
    subject,
    span: program.source.span,
    matcher: 'yields',
    expected: 'a value',
    actual: `error: ${error}`,
    message: `\`${showProgram(program)}\` ends with an error: ${error}`,
  }
}

function notTrue(program: Program, values: readonly Json[], { redact }: JudgeContext): Mismatch {
  const actual = showYield(values, redact)
  return {
    subject: 'jq',
    span: program.source.span,
    matcher: 'yields true',
    expected: 'true',
    actual,
    message: `\`${showProgram(program)}\` yields ${actual} instead of true.`,
  }
}

function notOne(program: Program, subject: string, values: readonly Json[], { redact }: JudgeContext): Mismatch {
  const actual = showYield(values, redact)
  return {
    subject,
    span: program.source.span,
    matcher: 'yields one value',
    expected: 'one value',
    actual,
    message: `\`${showProgram(program)}\` yields ${actual} instead of one value.`,
  }
}

/** What a program yielded, in words: `nothing`, `false`, `3 values (1, 2, 3)`. */
export function showYield(values: readonly Json[], redact?: (text: string) => string): string {
  if (values.length === 0) return 'nothing'
  if (values.length === 1) return showJson(values[0], VALUE_LENGTH, redact)
  const shown = values.slice(0, 3).map(value => showJson(value, VALUE_LENGTH / 4, redact))
  return `${values.length} values (${shown.join(', ')}${values.length > 3 ? ', …' : ''})`
}
