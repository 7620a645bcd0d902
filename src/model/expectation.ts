import type { Span } from './source.ts'
import type { BoundPattern, Filled, JsonTemplate, Program, Template } from './template.ts'

/**
 * How the value of a part is read, named and compared. Kinds describe the parts of their observations with it; it
 * decides what a list means (`one-of` for statuses, headers and texts, `each` for JSON) and how operands are written.
 */
export interface PartShape {
  readonly doc: string
  readonly lists: 'one-of' | 'each'
  /** `status` also takes classes (`2xx`); `duration`, `size` and `time` operands are written as such and compared as numbers or times. */
  readonly scalars: 'json' | 'status' | 'duration' | 'size' | 'time'
  /** Known keys with shapes of their own (`timings: { dns … }`); an unknown key is a diagnostic. */
  readonly fields?: Readonly<Record<string, PartShape>>
  /** Any key (header and cookie names, CSS selectors), all with this shape. */
  readonly any?: PartShape
  /** Nothing but `any` can be said of it: its author must name each, such as a service. */
  readonly named?: string
  /** Keys are found by {@link Observation.lookup} instead of by name (header names that ignore case, selectors). */
  readonly lookup?: boolean
  /** A matcher that is no map of `fields` speaks of this field (a cookie's `value`, a selector's `text`). */
  readonly main?: string
  /** The value is a list with an element for each of several alike (replicas), and a matcher must hold of every one of them. */
  readonly every?: true
  /** It is a field of which the kind expects something, and `any` lifts that as it does of a part. */
  readonly liftable?: true
  /** Its kind judges it ({@link Observation.judge}): a value stands there, one of `words` if there are any, and no operator. */
  readonly judged?: { readonly words?: readonly string[] }
}

export const OPERATORS = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'contains',
  'starts_with',
  'ends_with',
  'match',
  'is',
  'length',
  'exists',
  'close_to',
  'not',
  'and',
  'or',
  'all',
  'any',
  'fields',
] as const
export type Operator = (typeof OPERATORS)[number]

export const TYPE_NAMES = ['string', 'number', 'integer', 'boolean', 'null', 'array', 'object'] as const
export type TypeName = (typeof TYPE_NAMES)[number]

/** What must hold of a value (language.md §4), as data. Every matcher knows where it stands. */
export type Matcher = { readonly span: Span } & (
  | { readonly op: 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte'; readonly operand: Operand }
  /** An operand list that is one value, such as `in: "{{ $allowed }}"`, is a template that gives a list. */
  | { readonly op: 'in'; readonly operands: readonly Operand[] | Operand }
  | { readonly op: 'contains' | 'starts_with' | 'ends_with'; readonly operand: Operand }
  | { readonly op: 'match'; readonly pattern: Template<BoundPattern> }
  | { readonly op: 'is'; readonly types: readonly TypeName[] }
  | { readonly op: 'length'; readonly matcher: Matcher }
  | { readonly op: 'exists'; readonly exists: boolean }
  | { readonly op: 'close_to'; readonly target: Operand; readonly delta: Operand }
  | { readonly op: 'not' | 'all' | 'any'; readonly matcher: Matcher }
  /** `and`, and a map with several operators. */
  | { readonly op: 'and' | 'or'; readonly matchers: readonly Matcher[] }
  /** A list where lists mean alternatives. */
  | { readonly op: 'one-of'; readonly matchers: readonly Matcher[] }
  /** A list where each element matches in its place. */
  | { readonly op: 'items'; readonly matchers: readonly Matcher[] }
  | { readonly op: 'fields'; readonly fields: readonly FieldMatcher[] }
  /** `2xx`: the class's first digit. */
  | { readonly op: 'status-class'; readonly digit: number }
  /** `any`: lifts the default, asserts nothing. */
  | { readonly op: 'anything' }
)

/** A value to compare with; already in the unit of its part (milliseconds, bytes, ISO text). */
export type Operand = JsonTemplate | Template<number> | Template<string>

export interface FieldMatcher {
  readonly name: string
  readonly nameSpan: Span
  readonly matcher: Matcher
}

export interface PartExpectation {
  readonly part: string
  readonly partSpan: Span
  readonly matcher: Matcher
}

/** A program under `jq`: without a matcher it holds when it yields exactly one value and that is `true`. */
export interface ProgramExpectation {
  readonly program: Program
  readonly matcher?: Matcher
}

export interface RepeatExpectation {
  readonly all?: Expectation
  readonly any?: Expectation
  readonly first?: Expectation
  readonly last?: Expectation
  /** `429` or `5xx` → matcher over how many observations had such a status. */
  readonly statusCounts: readonly { readonly status: string; readonly span: Span; readonly matcher: Matcher }[]
}

export interface Expectation {
  readonly span: Span
  readonly parts: readonly PartExpectation[]
  readonly programs: readonly ProgramExpectation[]
  readonly repeat?: RepeatExpectation
}

export type FilledMatcher = Filled<Matcher>
