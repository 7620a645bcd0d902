import type { FieldMatcher, FilledMatcher, PartShape } from '../model/expectation.ts'
import { isList, isObject, type Json } from '../model/json.ts'
import type { Filled } from '../model/template.ts'
import { fieldSubject, type Mismatch, misfit, mismatch } from './mismatch.ts'
import { applyOperator } from './operators.ts'
import { type Steps, settle } from './steps.ts'
import { lengthOf } from './value-content.ts'

export type { Mismatch } from './mismatch.ts'

/** What is known of the value that a matcher is held against. */
export interface MatcherContext {
  readonly shape: PartShape
  /** What the value is called: `status`, `json`, `jq .items | length`. */
  readonly subject: string
  /** Finds the fields of a part whose shape says so: headers ignoring case, CSS selectors. */
  readonly lookup?: (key: string) => Json | undefined
  /** Removes secrets from a text before it is cut for a message. */
  readonly redact?: (text: string) => string
  /** Milliseconds since 1970, for times that are written as so long ago. */
  readonly now?: number
}

const JSON_SHAPE: PartShape = { doc: 'a JSON value', lists: 'each', scalars: 'json' }
const COUNT_SHAPE: PartShape = { doc: 'a count', lists: 'one-of', scalars: 'json' }
/** How many elements that do not match are told of. */
const MOST_ELEMENTS = 10

/**
 * Holds a matcher against a value, `undefined` being absence; an empty list says that it holds. What is absent satisfies
 * only `exists: false` and `not`. A promise only where a pattern is to be matched. Throws or rejects with a CheckError
 * when a pattern runs over its time or an operand is unusable.
 */
export function evaluateMatcher(
  matcher: FilledMatcher,
  actual: Json | undefined,
  context: MatcherContext,
): readonly Mismatch[] | Promise<readonly Mismatch[]> {
  return settle(evaluate(matcher, actual, context))
}

function* evaluate(
  matcher: FilledMatcher,
  actual: Json | undefined,
  context: MatcherContext,
): Steps<readonly Mismatch[]> {
  if (context.shape.every === true && isList(actual)) return yield* evaluateEvery(matcher, actual, context)
  switch (matcher.op) {
    case 'anything':
      return []
    case 'not': {
      const found = yield* evaluate(matcher.matcher, actual, context)
      return found.length > 0 ? [] : [tell(matcher, actual, context)]
    }
    case 'and':
      return yield* evaluateTogether(matcher.matchers, actual, context)
    case 'or':
    case 'one-of':
      for (const inner of matcher.matchers) {
        if ((yield* evaluate(inner, actual, context)).length === 0) return []
      }
      return [tell(matcher, actual, context)]
    case 'fields':
      return yield* evaluateFields(matcher, actual, context)
    case 'exists':
      return isThere(actual, context) === matcher.exists ? [] : [tell(matcher, actual, context)]
    default:
      return yield* evaluateMain(matcher, actual, context)
  }
}

/** Of every one, where an element that is itself a list holds alternatives: one of them must match. */
function* evaluateEvery(
  matcher: FilledMatcher,
  list: readonly Json[],
  { lookup: _unused, ...context }: MatcherContext,
): Steps<readonly Mismatch[]> {
  const { every: _many, ...shape } = context.shape
  if (list.length === 0) return yield* evaluate(matcher, undefined, { ...context, shape })
  const found: Mismatch[] = []
  for (const [index, element] of list.entries()) {
    const subject = list.length === 1 ? context.subject : `${context.subject}[${index}]`
    const choices = isList(element) ? (element.length === 0 ? [undefined] : element) : [element]
    const tries: (readonly Mismatch[])[] = []
    for (const choice of choices) tries.push(yield* evaluate(matcher, choice, { ...context, shape, subject }))
    if (!tries.some(({ length }) => length === 0)) found.push(...(tries[0] ?? []))
  }
  return found
}

type ValueMatcher = Exclude<FilledMatcher, { op: 'anything' | 'and' | 'or' | 'one-of' | 'fields' | 'exists' }>
type ElementMatcher = Extract<FilledMatcher, { op: 'all' | 'any' | 'not' }>

/** What speaks of one value: where the part has a main field (a cookie's `value`), of that. */
function* evaluateMain(
  matcher: ValueMatcher,
  actual: Json | undefined,
  context: MatcherContext,
): Steps<readonly Mismatch[]> {
  const { main } = context.shape
  if (main !== undefined) {
    const { value, inner } = fieldOf(main, actual, context)
    return yield* evaluate(matcher, value, inner)
  }
  if (actual === undefined) return [tell(matcher, actual, context)]
  switch (matcher.op) {
    case 'length':
      return yield* evaluateLength(matcher, actual, context)
    case 'all':
    case 'any':
    // `not` was answered before; the model describes it together with these two.
    case 'not':
      if (matcher.op === 'any') return yield* evaluateAny(matcher, actual, context)
      return yield* evaluateAll(matcher, actual, context, false)
    case 'items':
      return yield* evaluateItems(matcher, actual, context)
    default:
      return yield* applyOperator(matcher, actual, { ...context, scalars: context.shape.scalars })
  }
}

/** What a selector finds is an object even when it finds nothing: only the text of an element says that there is one. */
function isThere(actual: Json | undefined, context: MatcherContext): boolean {
  const { main } = context.shape
  return (main === undefined ? actual : fieldOf(main, actual, context).value) !== undefined
}

function tell(matcher: FilledMatcher, actual: Json | undefined, context: MatcherContext): Mismatch {
  return mismatch(matcher, actual, { ...context, scalars: context.shape.scalars })
}

function tellMisfit(matcher: FilledMatcher, actual: Json, context: MatcherContext, why: string): Mismatch {
  return misfit(matcher, actual, { ...context, scalars: context.shape.scalars }, why)
}

/** All that are given hold. A `length` beside an `all` says how many elements there are, so none is allowed then. */
function* evaluateTogether(
  matchers: readonly FilledMatcher[],
  actual: Json | undefined,
  context: MatcherContext,
): Steps<readonly Mismatch[]> {
  const counted = matchers.some(({ op }) => op === 'length')
  const found: Mismatch[] = []
  for (const matcher of matchers) {
    const countedAll = counted && matcher.op === 'all' && actual !== undefined && context.shape.main === undefined
    const own = countedAll
      ? yield* evaluateAll(matcher, actual, context, true)
      : yield* evaluate(matcher, actual, context)
    found.push(...own)
  }
  return found
}

function* evaluateFields(
  matcher: Extract<FilledMatcher, { op: 'fields' }>,
  actual: Json | undefined,
  context: MatcherContext,
): Steps<readonly Mismatch[]> {
  const [only, ...others] = matcher.fields
  // `session: abc` was written of the cookie, so its absence is told with what its value should be.
  if (actual === undefined && only !== undefined && others.length === 0 && only.name === context.shape.main)
    return [tell(only.matcher, actual, context)]
  if (actual === undefined) return [tell(matcher, actual, context)]
  if (!isObject(actual)) return [tellMisfit(matcher, actual, context, 'only an object has fields')]
  const found: Mismatch[] = []
  for (const field of matcher.fields) {
    const { value, inner } = fieldOf(field.name, actual, context)
    found.push(...(yield* evaluate(field.matcher, value, inner)))
  }
  return found
}

function fieldOf(
  name: Filled<FieldMatcher>['name'],
  actual: Json | undefined,
  { shape, subject, lookup, ...rest }: MatcherContext,
): { readonly value: Json | undefined; readonly inner: MatcherContext } {
  const known = shape.fields !== undefined && Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined
  const inner = { ...rest, shape: known ?? shape.any ?? JSON_SHAPE, subject: fieldSubject(subject, name) }
  if (shape.lookup === true && lookup !== undefined) return { value: lookup(name), inner }
  return { value: isObject(actual) && Object.hasOwn(actual, name) ? actual[name] : undefined, inner }
}

function* evaluateLength(
  matcher: Extract<FilledMatcher, { op: 'length' }>,
  actual: Json,
  context: MatcherContext,
): Steps<readonly Mismatch[]> {
  const length = lengthOf(actual)
  if (length === undefined) {
    return [tellMisfit(matcher, actual, context, 'only text, lists and objects have a length')]
  }
  const inner = { ...context, shape: COUNT_SHAPE, subject: `the length of ${context.subject}` }
  const found = yield* evaluate(matcher.matcher, length, inner)
  return found.map(one => ({ ...one, message: one.message.replace(/^the/, 'The') }))
}

function* evaluateItems(
  matcher: Extract<FilledMatcher, { op: 'items' }>,
  actual: Json,
  context: MatcherContext,
): Steps<readonly Mismatch[]> {
  if (!isList(actual)) return [tellMisfit(matcher, actual, context, 'a list was expected')]
  const found: Mismatch[] = []
  const wished = matcher.matchers.length
  if (actual.length !== wished) {
    const counts = { actual: `a list of ${actual.length}`, expected: `a list of ${wished}` }
    const message = `${context.subject} has ${elements(actual.length)}, expected ${wished}.`
    found.push({ subject: context.subject, span: matcher.span, matcher: 'is', ...counts, message })
  }
  for (const [index, inner] of matcher.matchers.entries()) {
    if (index < actual.length) found.push(...(yield* evaluateElement(inner, actual, index, context)))
  }
  return found
}

function elements(count: number): string {
  return count === 1 ? '1 element' : `${count} elements`
}

function* evaluateElement(
  matcher: FilledMatcher,
  list: readonly Json[],
  index: number,
  { lookup: _unused, ...context }: MatcherContext,
): Steps<readonly Mismatch[]> {
  const inner = { ...context, shape: JSON_SHAPE, subject: `${context.subject}[${index}]` }
  return yield* evaluate(matcher, list[index], inner)
}

function* evaluateAll(
  matcher: ElementMatcher,
  actual: Json,
  context: MatcherContext,
  mayBeEmpty: boolean,
): Steps<readonly Mismatch[]> {
  if (!isList(actual)) return [tellMisfit(matcher, actual, context, 'only a list has elements')]
  if (actual.length === 0 && !mayBeEmpty) {
    const empty = tell(matcher, actual, context)
    return [{ ...empty, message: `${context.subject} is empty, and \`all\` needs at least one element.` }]
  }
  const found: Mismatch[] = []
  let failing = 0
  for (const index of actual.keys()) {
    const own = yield* evaluateElement(matcher.matcher, actual, index, context)
    if (own.length === 0) continue
    failing += 1
    if (failing <= MOST_ELEMENTS) found.push(...own)
  }
  const last = found.at(-1)
  if (failing <= MOST_ELEMENTS || last === undefined) return found
  const message = `${last.message} In all, ${failing} of ${actual.length} elements do not match.`
  return [...found.slice(0, -1), { ...last, message }]
}

function* evaluateAny(matcher: ElementMatcher, actual: Json, context: MatcherContext): Steps<readonly Mismatch[]> {
  if (!isList(actual)) return [tellMisfit(matcher, actual, context, 'only a list has elements')]
  for (const index of actual.keys()) {
    if ((yield* evaluateElement(matcher.matcher, actual, index, context)).length === 0) return []
  }
  const found = tell(matcher, actual, context)
  const among = actual.length === 0 ? 'is empty, expected' : `has ${elements(actual.length)}, expected`
  return [{ ...found, message: `${context.subject} ${among} at least one that matches: ${found.expected}.` }]
}
