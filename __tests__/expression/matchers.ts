import { evaluateMatcher, type MatcherContext, type Mismatch } from '../../src/expression/matcher.ts'
import type { FilledMatcher, PartShape, TypeName } from '../../src/model/expectation.ts'
import { type Json, parseJson } from '../../src/model/json.ts'
import { mapped } from './tables.ts'

export const { span } = mapped('status: 200')
export const JSON_SHAPE: PartShape = { doc: '', lists: 'each', scalars: 'json' }

export const eq = (operand: Json): FilledMatcher => ({ op: 'eq', operand, span })
export const compare = (op: 'ne' | 'gt' | 'gte' | 'lt' | 'lte', operand: Json): FilledMatcher => ({ op, operand, span })
export const text = (op: 'contains' | 'starts_with' | 'ends_with', operand: Json): FilledMatcher => ({
  op,
  operand,
  span,
})
export const is = (...types: TypeName[]): FilledMatcher => ({ op: 'is', types, span })
export const length = (matcher: FilledMatcher): FilledMatcher => ({ op: 'length', matcher, span })
export const exists = (value: boolean): FilledMatcher => ({ op: 'exists', exists: value, span })
export const close = (target: Json, delta: Json): FilledMatcher => ({ op: 'close_to', target, delta, span })
export const not = (matcher: FilledMatcher): FilledMatcher => ({ op: 'not', matcher, span })
export const all = (matcher: FilledMatcher): FilledMatcher => ({ op: 'all', matcher, span })
export const any = (matcher: FilledMatcher): FilledMatcher => ({ op: 'any', matcher, span })
export const and = (...matchers: FilledMatcher[]): FilledMatcher => ({ op: 'and', matchers, span })
export const or = (...matchers: FilledMatcher[]): FilledMatcher => ({ op: 'or', matchers, span })
export const oneOf = (...matchers: FilledMatcher[]): FilledMatcher => ({ op: 'one-of', matchers, span })
export const items = (...matchers: FilledMatcher[]): FilledMatcher => ({ op: 'items', matchers, span })
export const isIn = (operands: Json): FilledMatcher => ({ op: 'in', operands: operands as Json[], span })
export const statusClass = (digit: number): FilledMatcher => ({ op: 'status-class', digit, span })
export const anything: FilledMatcher = { op: 'anything', span }
export const fields = (wished: Readonly<Record<string, FilledMatcher>>): FilledMatcher => ({
  op: 'fields',
  fields: Object.entries(wished).map(([name, matcher]) => ({ name, nameSpan: span, matcher })),
  span,
})
export const match = (pattern: RegExp): FilledMatcher => ({
  op: 'match',
  pattern: {
    display: String(pattern),
    match: texts => Promise.resolve(texts.map(each => (pattern.test(each) ? [each] : null))),
  },
  span,
})

export async function evaluate(
  matcher: FilledMatcher,
  actual: Json | undefined,
  context: Partial<MatcherContext> = {},
): Promise<readonly Mismatch[]> {
  return await evaluateMatcher(matcher, actual, { shape: JSON_SHAPE, subject: 'json', ...context })
}

export async function messages(
  matcher: FilledMatcher,
  actual: Json | undefined,
  context: Partial<MatcherContext> = {},
): Promise<readonly string[]> {
  return (await evaluate(matcher, actual, context)).map(({ message }) => message)
}

export const big = parseJson('12345678901234567890')
export const bigger = parseJson('12345678901234567891')
