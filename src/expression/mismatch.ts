import type { FilledMatcher } from '../model/expectation.ts'
import { isList, isNumber, isObject, type Json } from '../model/json.ts'
import type { Span } from '../model/source.ts'
import { type Showing, showExact, showTyped, showValue, typeWord, wanted } from './matcher-words.ts'

/** One thing that is not as a matcher wants it. */
export interface Mismatch {
  /** Where it was looked for: `json.items[2].name`, `headers["content-type"]`. */
  readonly subject: string
  /** The matcher that says so. */
  readonly span: Span
  /** The matcher in words: `equals`, `at least`, `one of`. */
  readonly matcher: string
  readonly expected: string
  /** Shortened; `absent` when there was nothing. */
  readonly actual: string
  /** All of it in one line, a full sentence. */
  readonly message: string
}

/** What is needed to speak of a mismatch. */
export interface Telling extends Showing {
  readonly subject: string
}

/** The usual form: `json.version is "2.2.0", expected "2.2.1".` */
export function mismatch(matcher: FilledMatcher, actual: Json | undefined, telling: Telling): Mismatch {
  const { phrase, ...words } = wanted(matcher, telling)
  const shown = showValue(actual, telling)
  const exact = shown === words.expected ? showExact(actual, telling) : shown
  return {
    subject: telling.subject,
    span: matcher.span,
    ...words,
    actual: exact,
    message: `${telling.subject} is ${exact}, expected ${expectation(matcher, phrase)}.`,
  }
}

function expectation(matcher: FilledMatcher, phrase: string): string {
  if (matcher.op !== 'exists') return phrase
  return matcher.exists ? 'it to exist' : 'it to be absent'
}

/** The same, with why the two cannot be compared: `…, and only text can match a pattern.` */
export function misfit(matcher: FilledMatcher, actual: Json, telling: Telling, why: string): Mismatch {
  const found = mismatch(matcher, actual, telling)
  return { ...found, message: `${telling.subject} is ${showTyped(actual, telling)}, and ${why}.` }
}

const MOST_DIFFERENCES = 10

/** How a value is unlike the one it should equal: each differing leaf of lists and objects, else the whole. */
export function unequal(
  actual: Json,
  { operand, span }: { readonly operand: Json; readonly span: Span },
  telling: Telling,
  isEqual: (left: Json, right: Json) => boolean,
): readonly Mismatch[] {
  const found = [...differences(actual, operand, telling.subject, isEqual)].slice(0, MOST_DIFFERENCES + 1)
  const shown = found.slice(0, MOST_DIFFERENCES).map(difference => tellDifference(span, difference, telling))
  const last = shown.at(-1)
  if (found.length <= MOST_DIFFERENCES || last === undefined) return shown
  return [...shown.slice(0, -1), { ...last, message: `${last.message} There are more differences.` }]
}

interface Difference {
  readonly subject: string
  readonly actual: Json | undefined
  readonly expected: Json | undefined
}

function* differences(
  actual: Json | undefined,
  expected: Json | undefined,
  subject: string,
  isEqual: (left: Json, right: Json) => boolean,
): Generator<Difference> {
  if (isObject(actual) && isObject(expected)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      yield* differences(own(actual, name), own(expected, name), fieldSubject(subject, name), isEqual)
    }
  } else if (isList(actual) && isList(expected)) {
    const length = Math.max(actual.length, expected.length)
    for (let at = 0; at < length; at += 1) yield* differences(actual[at], expected[at], `${subject}[${at}]`, isEqual)
  } else if (actual === undefined || expected === undefined || !isEqual(actual, expected)) {
    yield { subject, actual, expected }
  }
}

function own(value: { readonly [key: string]: Json }, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

function tellDifference(span: Span, { subject, actual, expected }: Difference, showing: Showing): Mismatch {
  const shown = showValue(actual, showing)
  const wish = showValue(expected, showing)
  const base = { subject, span, matcher: 'equals', expected: wish, actual: shown }
  if (expected === undefined) return { ...base, message: `${subject} is ${shown}, expected it to be absent.` }
  if (actual !== undefined && typeWord(actual) !== typeWord(expected)) {
    return {
      ...base,
      message: `${subject} is ${showTyped(actual, showing)}, expected ${showTyped(expected, showing)}.${otherShape(actual, expected)}`,
    }
  }
  if (shown === wish && typeof actual === 'string' && typeof expected === 'string') {
    return { ...base, ...unlikeTexts(subject, actual, expected, showing) }
  }
  const text = `${subject} is ${shown === wish ? showExact(actual, showing) : shown}, expected ${wish}.`
  return { ...base, message: `${text}${otherOperator(subject, actual, expected)}` }
}

/** A limit written as in a shell, and a number where a list is. */
function otherShape(actual: Json, expected: Json): string {
  const [, sign, than] = (typeof expected === 'string' && /^([<>]=?)\s*(-?\d+(?:\.\d+)?)$/.exec(expected)) || []
  if (isNumber(actual) && sign !== undefined) {
    return ` A limit is written \`{ ${sign.startsWith('<') ? 'lt' : 'gt'}${sign.endsWith('=') ? 'e' : ''}: ${than} }\`.`
  }
  return isList(actual) && isNumber(expected) ? ' How many there are is asked with `length`.' : ''
}

/** Whole texts of which an author mostly means a part. */
const LONG_TEXTS = ['body', 'stdout', 'stderr']

/** A text alone means the whole text, and a pattern or a part of it may have been meant. */
function otherOperator(subject: string, actual: Json | undefined, expected: Json): string {
  if (typeof actual !== 'string' || typeof expected !== 'string') return ''
  if (/^\/.+\/[imsuy]*$/s.test(expected) && !actual.startsWith('/')) return ' A pattern stands under `match`.'
  const isPart = LONG_TEXTS.includes(subject) && expected !== '' && actual.includes(expected)
  return isPart ? ' It is in it: a part is asked for with `contains`.' : ''
}

/** Two long texts that begin alike: what stands around their first difference. Redacted before anything is cut. */
function unlikeTexts(
  subject: string,
  actual: string,
  expected: string,
  { redact = text => text }: Showing,
): Pick<Mismatch, 'actual' | 'expected' | 'message'> {
  const [left, right] = [redact(actual), redact(expected)]
  let at = 0
  while (at < left.length && left.charAt(at) === right.charAt(at)) at += 1
  const from = Math.max(0, at - 40)
  const [found, wish] = [left, right].map(text => `…${JSON.stringify(text.slice(from, at + 80))}`)
  const message = `${subject} differs from character ${at + 1} on: it is ${found}, expected ${wish}.`
  return { actual: found ?? '', expected: wish ?? '', message }
}

/** The name of a field of a subject: `json.items`, `headers["content-type"]`. */
export function fieldSubject(subject: string, name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `${subject}.${name}` : `${subject}[${JSON.stringify(name)}]`
}
