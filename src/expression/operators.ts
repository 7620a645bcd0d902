import { CheckError } from '../model/check-error.ts'
import type { FilledMatcher } from '../model/expectation.ts'
import { equalJson, isList, isNumber, type Json, numberText } from '../model/json.ts'
import { type Mismatch, misfit, mismatch, type Telling, unequal } from './mismatch.ts'
import type { Steps } from './steps.ts'
import { contains, typesOf } from './value-content.ts'
import { isClose, momentOf, orderOf } from './value-order.ts'

/** The matchers that look at one value and need no other. */
export type OperatorMatcher = Exclude<
  FilledMatcher,
  { op: 'anything' | 'and' | 'or' | 'one-of' | 'fields' | 'items' | 'exists' | 'length' | 'all' | 'any' | 'not' }
>

export interface OperatorContext extends Telling {
  readonly now?: number
}

const NO_ORDER = 'only two numbers, durations, sizes or times have an order'

/** Applies one operator to a value that is there. */
export function* applyOperator(
  matcher: OperatorMatcher,
  actual: Json,
  context: OperatorContext,
): Steps<readonly Mismatch[]> {
  const holds = yield* holdsFor(matcher, actual, context)
  if (holds === true) return []
  if (matcher.op === 'eq') return unequal(actual, matcher, context, (left, right) => equalIn(left, right, context))
  return [holds === false ? mismatch(matcher, actual, context) : misfit(matcher, actual, context, holds.why)]
}

/** True, false, or why the two cannot be compared. */
type Verdict = boolean | { readonly why: string }

function* holdsFor(matcher: OperatorMatcher, actual: Json, context: OperatorContext): Steps<Verdict> {
  if (context.scalars === 'status') requireStatuses(matcher)
  switch (matcher.op) {
    case 'eq':
      return equalIn(actual, matcher.operand, context)
    case 'ne':
      return !equalIn(actual, matcher.operand, context)
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return ordered(matcher.op, orderOf(actual, matcher.operand, context.scalars, context.now))
    case 'close_to':
      return isClose(actual, matcher.target, matcher.delta, context.now) ?? { why: NO_ORDER }
    case 'in':
      return choices(matcher).some(choice => equalIn(actual, choice, context))
    case 'contains':
      requireText(matcher, actual)
      return contains(actual, matcher.operand) ?? { why: containsWhy(actual) }
    case 'starts_with':
    case 'ends_with':
      requireText(matcher, actual)
      return affix(matcher.op, actual, matcher.operand)
    case 'match': {
      if (typeof actual !== 'string') return { why: 'only text can match a pattern' }
      const [found] = yield matcher.pattern.match([actual])
      return found !== null && found !== undefined
    }
    case 'is':
      return typesOf(actual).some(type => matcher.types.includes(type))
    case 'status-class':
      return isNumber(actual) && Math.floor(Number(numberText(actual)) / 100) === matcher.digit
  }
}

function equalIn(left: Json, right: Json, { scalars, now }: OperatorContext): boolean {
  if (scalars !== 'time') return equalJson(left, right)
  const a = momentOf(left, now)
  const b = momentOf(right, now)
  return a !== undefined && b !== undefined ? a === b : equalJson(left, right)
}

function ordered(op: 'gt' | 'gte' | 'lt' | 'lte', order: number | undefined): Verdict {
  if (order === undefined) return { why: NO_ORDER }
  if (op === 'gt') return order > 0
  if (op === 'gte') return order >= 0
  return op === 'lt' ? order < 0 : order <= 0
}

/** A hole's text `"500"` equals no status, so that `ne` and `not` would hold of every answer. */
function requireStatuses(matcher: OperatorMatcher): void {
  if (matcher.op !== 'eq' && matcher.op !== 'ne' && matcher.op !== 'in') return
  const operands = matcher.op === 'in' ? choices(matcher) : [matcher.operand]
  const stranger = operands.find(operand => !isNumber(operand))
  if (stranger === undefined) return
  throw new CheckError({
    code: 'operand-type',
    message: `The hole gives ${isList(stranger) ? 'a list' : typeof stranger === 'string' ? 'text' : 'something else'}, and a status is a number.`,
    hint: isList(stranger) ? 'Write `in` before a list.' : 'Make it a number with `tonumber`.',
    span: matcher.span,
  })
}

/** Empty text is in every text, so that a variable left empty would let any answer pass. */
function requireText({ op, operand, span }: Extract<FilledMatcher, { op: 'contains' | Affix }>, actual: Json): void {
  if (operand !== '' || typeof actual !== 'string') return
  throw new CheckError({
    code: 'operand-empty',
    message: `\`${op}\` looks for empty text, which is in every text.`,
    hint: 'Look at where the value comes from; text that is itself empty is `eq: ""`.',
    span,
  })
}

function choices({ operands, span }: Extract<FilledMatcher, { op: 'in' }>): readonly Json[] {
  if (isList(operands)) return operands
  throw new CheckError({
    code: 'operand-type',
    message: 'The hole under `in` does not give a list.',
    hint: 'Give a list, or write `eq`.',
    span,
  })
}

function containsWhy(actual: Json): string {
  if (typeof actual === 'string') return 'text contains only text'
  return 'only text, lists and objects contain something'
}

type Affix = 'starts_with' | 'ends_with'

function affix(op: Affix, actual: Json, operand: Json): Verdict {
  if (typeof actual !== 'string' || typeof operand !== 'string') return { why: 'only text starts or ends with text' }
  return op === 'starts_with' ? actual.startsWith(operand) : actual.endsWith(operand)
}
