import { formatDuration, formatSize } from '../model/duration.ts'
import type { FilledMatcher, PartShape } from '../model/expectation.ts'
import { isList, isNumber, isObject, type Json } from '../model/json.ts'
import { showJson } from './show.ts'

/** How values are written in messages. */
export interface Showing {
  readonly scalars: PartShape['scalars']
  /** Removes secrets from a text before it is cut. */
  readonly redact?: (text: string) => string
}

const LONGEST_VALUE = 160
const LONGEST_LIST = 8

/** What a matcher wants: `matcher` and `expected` for tables, `phrase` for "… expected …". */
export interface Wanted {
  readonly matcher: string
  readonly expected: string
  readonly phrase: string
}

export function showValue(value: Json | undefined, { scalars, redact }: Showing): string {
  if (typeof value === 'number' && scalars === 'duration') return formatDuration(value)
  if (typeof value === 'number' && scalars === 'size') return formatSize(value)
  if (scalars === 'time' && isObject(value)) {
    if (typeof value.at === 'string') return value.at
    if (typeof value.agoMs === 'number') return `${formatDuration(value.agoMs)} ago`
  }
  return showJson(value, LONGEST_VALUE, redact)
}

/** The value unrounded, for where two measures look alike. */
export function showExact(value: Json | undefined, showing: Showing): string {
  if (typeof value !== 'number') return showValue(value, showing)
  const unit = showing.scalars === 'duration' ? ' ms' : showing.scalars === 'size' ? ' B' : ''
  return `${value}${unit}`
}

/** The value with its type in front, for where `1` and `"1"` must not look alike. */
export function showTyped(value: Json, showing: Showing): string {
  if (value === null) return 'null'
  return `the ${typeWord(value)} ${showValue(value, showing)}`
}

export function typeWord(value: Json): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'boolean'
  if (isNumber(value)) return 'number'
  return isList(value) ? 'list' : 'object'
}

const ORDERS = { gt: 'more than', gte: 'at least', lt: 'less than', lte: 'at most' } as const
const TEXTS = {
  contains: ['contains', 'contain'],
  starts_with: ['starts with', 'start with'],
  ends_with: ['ends with', 'end with'],
} as const

/** Words for a matcher. */
export function wanted(matcher: FilledMatcher, showing: Showing): Wanted {
  switch (matcher.op) {
    case 'eq':
      return plain('equals', showValue(matcher.operand, showing), '')
    case 'ne':
      return plain('differs from', showValue(matcher.operand, showing), 'anything but')
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return plain(ORDERS[matcher.op], showValue(matcher.operand, showing), ORDERS[matcher.op])
    case 'in':
      return plain('one of', showAll(isList(matcher.operands) ? matcher.operands : [], showing), 'one of')
    case 'contains':
    case 'starts_with':
    case 'ends_with': {
      const [word, verb] = TEXTS[matcher.op]
      return plain(word, showValue(matcher.operand, showing), `it to ${verb}`)
    }
    case 'match':
      return plain('matches', matcher.pattern.display, 'it to match')
    case 'is':
      return plain('is', matcher.types.join(' or '), 'type')
    case 'exists':
      return matcher.exists ? plain('exists', 'a value', '') : plain('is absent', 'nothing', '')
    case 'close_to':
      return plain('close to', closeTo(matcher.target, matcher.delta, showing), '')
    case 'status-class':
      return plain('equals', `${matcher.digit}xx`, '')
    case 'anything':
      return plain('is', 'anything', '')
    default:
      return wantedOfParts(matcher, showing)
  }
}

type Composite = Extract<
  FilledMatcher,
  { op: 'length' | 'not' | 'all' | 'any' | 'and' | 'or' | 'one-of' | 'items' | 'fields' }
>

function wantedOfParts(matcher: Composite, showing: Showing): Wanted {
  switch (matcher.op) {
    case 'length':
      return plain('has length', inWords(matcher.matcher, { scalars: 'json' }), 'length')
    case 'not':
      return plain('not', inWords(matcher.matcher, showing), 'the opposite of:')
    case 'all':
    case 'any':
      return plain(matcher.op, inWords(matcher.matcher, { ...showing, scalars: 'json' }), `${matcher.op} elements:`)
    case 'and':
    case 'or': {
      const all = matcher.matchers.map(inner => inWords(inner, showing)).join(` ${matcher.op} `)
      return plain(matcher.op === 'and' ? 'all of' : 'any of', all, '')
    }
    case 'one-of':
      return plain('one of', matcher.matchers.map(inner => inWords(inner, showing)).join(', '), 'one of')
    case 'items':
      return plain('is', `a list of ${matcher.matchers.length}`, '')
    case 'fields':
      return plain(
        'is',
        `an object with ${matcher.fields.map(({ name }) => name).join(', ')}`.replace(/ with $/, ''),
        '',
      )
  }
}

function plain(matcher: string, expected: string, verb: string): Wanted {
  return { matcher, expected, phrase: verb === '' ? expected : `${verb} ${expected}` }
}

/** A matcher within another: a value alone stands for equality. */
function inWords(matcher: FilledMatcher, showing: Showing): string {
  const { matcher: word, expected } = wanted(matcher, showing)
  if (matcher.op === 'exists') return word
  return word === 'equals' ? expected : `${word} ${expected}`
}

function showAll(values: readonly Json[], showing: Showing): string {
  const shown = values.slice(0, LONGEST_LIST).map(value => showValue(value, showing))
  return values.length > LONGEST_LIST ? `${shown.join(', ')}, …` : shown.join(', ')
}

function closeTo(target: Json, delta: Json, showing: Showing): string {
  const unit = showing.scalars === 'time' ? 'duration' : showing.scalars
  return `${showValue(target, showing)} ± ${showValue(delta, { ...showing, scalars: unit })}`
}
