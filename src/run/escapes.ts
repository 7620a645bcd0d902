/** UTF-16 units together with where in the original each begins; `from` has one more entry, the original's end. */
export interface MappedUnits {
  readonly units: Uint16Array
  readonly from: Uint32Array
}

export function unitsOf(text: string): Uint16Array {
  // A fresh buffer: one of Node's pool may begin at an odd address, which a view of 16-bit units refuses.
  const units = new Uint16Array(text.length)
  Buffer.from(units.buffer).write(text, 'utf16le')
  return units
}

/**
 * One level of escaping undone, whoever did it: percent-encoding of any set of characters (RFC 3986), JSON and C escapes
 * (RFC 8259 §7), character references of HTML and XML. Undefined when there is nothing to undo.
 */
export function unescapeUnits(text: MappedUnits): MappedUnits | undefined {
  const { units } = text
  const out = new Uint16Array(units.length)
  const from = new Uint32Array(units.length + 1)
  let length = 0
  let at = 0
  while (at < units.length) {
    const sequence = escapeAt(units, at)
    if (sequence === undefined) {
      out[length] = units[at] ?? 0
      from[length] = text.from[at] ?? 0
      length += 1
      at += 1
      continue
    }
    for (const unit of sequence.units) {
      out[length] = unit
      from[length] = text.from[at] ?? 0
      length += 1
    }
    at += sequence.length
  }
  if (length === units.length) return undefined
  from[length] = text.from[units.length] ?? 0
  return { units: out.subarray(0, length), from: from.subarray(0, length + 1) }
}

interface Escape {
  /** Never more than `length`. */
  readonly units: readonly number[]
  readonly length: number
}

const PERCENT = 0x25
const BACKSLASH = 0x5c
const AMPERSAND = 0x26

function escapeAt(units: Uint16Array, at: number): Escape | undefined {
  const unit = units[at]
  if (unit === PERCENT) return percentAt(units, at)
  if (unit === BACKSLASH) return backslashAt(units, at)
  if (unit === AMPERSAND) return referenceAt(units, at)
  return undefined
}

/** `%C3%BC` is two bytes of one character, so the bytes of a character are read together (RFC 3629). */
function percentAt(units: Uint16Array, at: number): Escape | undefined {
  const first = byteAt(units, at)
  if (first === undefined) return undefined
  const count = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
  let point = count === 1 ? first : first & (0x7f >> count)
  for (let index = 1; index < count; index += 1) {
    const next = byteAt(units, at + 3 * index)
    if (next === undefined || (next & 0xc0) !== 0x80) return { units: [first], length: 3 }
    point = (point << 6) | (next & 0x3f)
  }
  return { units: unitsOfPoint(point), length: 3 * count }
}

function byteAt(units: Uint16Array, at: number): number | undefined {
  return units[at] === PERCENT ? hexadecimal(units, at + 1, 2) : undefined
}

const LETTERS: Readonly<Record<string, number>> = { b: 8, t: 9, n: 10, f: 12, r: 13 }

function backslashAt(units: Uint16Array, at: number): Escape | undefined {
  const letter = String.fromCharCode(units[at + 1] ?? 0)
  const long = letter === 'u' ? 4 : letter === 'x' ? 2 : 0
  if (long > 0) {
    const value = hexadecimal(units, at + 2, long)
    return value === undefined ? undefined : { units: [value], length: 2 + long }
  }
  const control = LETTERS[letter]
  if (control !== undefined) return { units: [control], length: 2 }
  return '"\\/\''.includes(letter) ? { units: [letter.charCodeAt(0)], length: 2 } : undefined
}

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function referenceAt(units: Uint16Array, at: number): Escape | undefined {
  const end = units.subarray(at + 1, at + 10).indexOf(0x3b)
  if (end < 1) return undefined
  const name = String.fromCharCode(...units.subarray(at + 1, at + 1 + end))
  const length = end + 2
  const named = NAMES[name]
  if (named !== undefined) return { units: [named.charCodeAt(0)], length }
  const numeric = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name)
  if (numeric === null) return undefined
  const point = numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16)
  return point > 0x10ffff ? undefined : { units: unitsOfPoint(point), length }
}

function unitsOfPoint(point: number): readonly number[] {
  if (point < 0x10000 || point > 0x10ffff) return [point & 0xffff]
  return [0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff)]
}

function hexadecimal(units: Uint16Array, at: number, length: number): number | undefined {
  const digits = String.fromCharCode(...units.subarray(at, at + length))
  return digits.length === length && /^[0-9a-f]+$/i.test(digits) ? Number.parseInt(digits, 16) : undefined
}
