/**
 * A number that a double cannot hold exactly (a 64-bit integer, a long decimal), kept as its text.
 * It is the object that `JSON.rawJSON` makes, so `JSON.stringify` writes it back unchanged.
 */
export interface ExactNumber {
  readonly rawJSON: string
}

export type JsonObject = { readonly [key: string]: Json }
export type Json = null | boolean | number | string | ExactNumber | readonly Json[] | JsonObject

/** The JSON functions of V8 that TypeScript's library does not describe yet (Node 22 and later have them). */
interface SourceTextJson {
  rawJSON(text: string): ExactNumber
  isRawJSON(value: unknown): value is ExactNumber
  parse(text: string, reviver: (key: string, value: Json, context: { source?: string }) => Json): Json
}
const sourceText = JSON as unknown as SourceTextJson

export function isExactNumber(value: unknown): value is ExactNumber {
  return sourceText.isRawJSON(value)
}

export function isNumber(value: unknown): value is number | ExactNumber {
  return typeof value === 'number' || isExactNumber(value)
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)
}

/** A JSON number from its text: a double where that is exact, else an {@link ExactNumber}. */
export function numberFromText(text: string): number | ExactNumber {
  const double = Number(text)
  return Number.isFinite(double) && sameDecimal(text, String(double)) ? double : sourceText.rawJSON(text)
}

/** Parses JSON text without losing digits. Throws the SyntaxError of `JSON.parse`. */
export function parseJson(text: string): Json {
  if (!mayLoseDigits(text)) return JSON.parse(text) as Json
  return sourceText.parse(text, (_key, value, context) =>
    typeof value === 'number' && context.source !== undefined ? numberFromText(context.source) : value,
  )
}

/** Numbers of at most fifteen digits and no exponent survive a double; anything else takes the exact way. */
function mayLoseDigits(text: string): boolean {
  return /\d[\d.]{15}|\d[eE]/.test(text)
}

/** A decimal as digits × 10^exponent, without trailing zeros: equal values have equal parts. */
export function decimalParts(text: string): { readonly digits: bigint; readonly exponent: number } {
  const match = /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text)
  if (match === null) throw new TypeError(`Not a decimal number: ${text}`)
  const [, sign = '', whole = '', fraction = '', power = '0'] = match
  const all = (whole + fraction).replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  if (digits === '') return { digits: 0n, exponent: 0 }
  return { digits: BigInt(sign + digits), exponent: Number(power) - fraction.length + all.length - digits.length }
}

function sameDecimal(left: string, right: string): boolean {
  const a = decimalParts(left)
  const b = decimalParts(right)
  return a.digits === b.digits && a.exponent === b.exponent
}

export function numberText(value: number | ExactNumber): string {
  return typeof value === 'number' ? String(value) : value.rawJSON
}

/** Every text in a value, and the text of every number; not the names of keys. */
export function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value]
  if (isNumber(value)) return [numberText(value)]
  if (isList(value)) return value.flatMap(textsIn)
  return isObject(value) ? Object.values(value).flatMap(textsIn) : []
}

/** Compares two numbers by value; the sign of the result is that of `left - right`. */
export function compareNumbers(left: number | ExactNumber, right: number | ExactNumber): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  const a = decimalParts(numberText(left))
  const b = decimalParts(numberText(right))
  if (a.digits === 0n || b.digits === 0n || a.digits > 0n !== b.digits > 0n)
    return Number(a.digits > b.digits) - Number(a.digits < b.digits)
  const sizeA = a.digits.toString().length + a.exponent
  const sizeB = b.digits.toString().length + b.exponent
  if (sizeA !== sizeB) return (sizeA - sizeB) * (a.digits > 0n ? 1 : -1)
  const shift = Math.abs(a.exponent - b.exponent)
  const x = a.exponent > b.exponent ? a.digits * 10n ** BigInt(shift) : a.digits
  const y = b.exponent > a.exponent ? b.digits * 10n ** BigInt(shift) : b.digits
  return x > y ? 1 : x < y ? -1 : 0
}

/** Equality of JSON values: types included, numbers by value, the order of object keys ignored. */
export function equalJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === undefined || right === undefined) return left === right
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => equalJson(item, right[index]))
  }
  if (isObject(left) && isObject(right)) {
    const names = Object.keys(left)
    return (
      names.length === Object.keys(right).length &&
      names.every(name => Object.hasOwn(right, name) && equalJson(left[name], right[name]))
    )
  }
  return left === right
}
