import type { PartShape } from '../model/expectation.ts'
import type { Json } from '../model/json.ts'
import type { Span } from '../model/source.ts'
import type { DefaultMatcher } from './kind.ts'

/** A part that is any JSON value; a list matches element by element. */
export function jsonPart(doc: string): PartShape {
  return { doc, lists: 'each', scalars: 'json' }
}

/** A part that is a text or a number; a list names alternatives. */
export function oneOfPart(doc: string): PartShape {
  return { doc, lists: 'one-of', scalars: 'json' }
}

export function statusPart(doc: string): PartShape {
  return { doc, lists: 'one-of', scalars: 'status' }
}

/** Observed in milliseconds, written as a duration. */
export function durationPart(doc: string): PartShape {
  return { doc, lists: 'one-of', scalars: 'duration' }
}

export function timePart(doc: string): PartShape {
  return { doc, lists: 'one-of', scalars: 'time' }
}

/** Headers: names ignore case. */
export function headersPart(doc: string): PartShape {
  return { doc, lists: 'each', scalars: 'json', any: oneOfPart('the value; repeats are joined by `, `'), lookup: true }
}

export function equalsByDefault(value: number | boolean): DefaultMatcher {
  return { op: 'eq', operand: literal(value) }
}

export function atLeastByDefault(value: number): DefaultMatcher {
  return { op: 'gte', operand: literal(value) }
}

/** Nobody wrote it, so it stands nowhere. */
const NOWHERE: Span = { source: { path: '', text: '' }, start: 0, end: 0 }

function literal(value: Json & (number | boolean)) {
  return { node: 'template', place: 'json', parts: [String(value)], span: NOWHERE, literal: value } as const
}
