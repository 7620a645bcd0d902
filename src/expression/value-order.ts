import { parseDuration } from '../model/duration.ts'
import type { PartShape } from '../model/expectation.ts'
import {
  compareNumbers,
  decimalParts,
  type ExactNumber,
  isNumber,
  isObject,
  type Json,
  numberText,
} from '../model/json.ts'
import { parseTime } from './time.ts'

export type Scalars = PartShape['scalars']

/**
 * Compares two numbers, durations, sizes or times; the sign is that of `left - right`, undefined when they have no
 * order. `now`, in milliseconds since 1970, gives relative times (`{ agoMs }`) their place.
 */
export function orderOf(left: Json, right: Json, scalars: Scalars, now?: number): number | undefined {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right)
  if (scalars === 'duration' || scalars === 'size') return undefined
  const a = momentOf(left, now)
  const b = momentOf(right, now)
  return a === undefined || b === undefined ? undefined : a - b
}

/** Whether |left - right| is at most `delta`, exactly; undefined when they cannot be subtracted. */
export function isClose(left: Json, right: Json, delta: Json, now?: number): boolean | undefined {
  if (isNumber(left) && isNumber(right) && isNumber(delta)) return isCloseNumber(left, right, delta)
  const a = momentOf(left, now)
  const b = momentOf(right, now)
  const span = typeof delta === 'string' ? parseDuration(delta) : typeof delta === 'number' ? delta : undefined
  return a === undefined || b === undefined || span === undefined ? undefined : Math.abs(a - b) <= span
}

/** Milliseconds since 1970 of ISO 8601 text, of an operand that was read as a time, or of one relative to now. */
export function momentOf(value: Json, now?: number): number | undefined {
  if (typeof value === 'string') return parseTime(value)
  if (!isObject(value)) return undefined
  if (typeof value.at === 'string') return parseTime(value.at)
  return typeof value.agoMs === 'number' && now !== undefined ? now - value.agoMs : undefined
}

/** Beyond this many digits between the largest and the smallest part, doubles must do: nobody means the difference. */
const MAX_SHIFT = 2_000

function isCloseNumber(left: number | ExactNumber, right: number | ExactNumber, delta: number | ExactNumber): boolean {
  const texts = [left, right, delta].map(numberText)
  const parts = texts.map(decimalParts)
  const exponents = parts.map(part => part.exponent)
  const least = Math.min(...exponents)
  if (Math.max(...exponents) - least > MAX_SHIFT) {
    const [a = 0, b = 0, d = 0] = texts.map(Number)
    return Math.abs(a - b) <= d
  }
  const [a = 0n, b = 0n, d = 0n] = parts.map(part => part.digits * 10n ** BigInt(part.exponent - least))
  return (a > b ? a - b : b - a) <= d
}
