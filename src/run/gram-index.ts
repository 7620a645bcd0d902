/** Finds every piece of so many UTF-16 units that stands in one of the added texts. */
export interface GramIndex {
  /** Adds every piece of the text; `open` texts are public: their pieces are left out. */
  add(text: string, open?: readonly string[]): void
  readonly size: number
  /** Calls back with the start and end of each stretch of `units` that is made of such pieces. */
  scan(units: Uint16Array, found: (start: number, end: number) => void): void
}

const BASE = 95
const EMPTY = -1

/**
 * An exact index of pieces of `width` (at most 8) characters. A piece is a number in base 95, which a double holds exactly
 * for eight digits, so that a text of ten megabytes is looked through with one table look-up a character and without
 * making a string. White space and `+`, and the two slashes, are one digit each: form encoding, folded lines and URL
 * parsers change them.
 */
export function createGramIndex(width: number, digits = digitTable()): GramIndex {
  const digitAt = (units: Uint16Array, at: number): number => digits[units[at] ?? 0] ?? 0
  const highest = BASE ** (width - 1)
  let slots = new Float64Array(256).fill(EMPTY)
  let size = 0

  const slotOf = (key: number): number => {
    const mask = slots.length - 1
    let at = scatter(key) & mask
    for (let held = slots[at]; held !== EMPTY && held !== key; held = slots[at]) at = (at + 1) & mask
    return at
  }
  const has = (key: number): boolean => slots[slotOf(key)] === key
  const insert = (key: number): void => {
    const at = slotOf(key)
    if (slots[at] === key) return
    slots[at] = key
    size += 1
    if (size * 2 > slots.length) grow()
  }
  const grow = (): void => {
    const before = slots
    slots = new Float64Array(before.length * 4).fill(EMPTY)
    for (const key of before) if (key !== EMPTY) slots[slotOf(key)] = key
  }
  const keysOf = (text: string): number[] => {
    const keys: number[] = []
    let key = 0
    for (let at = 0; at < text.length; at += 1) {
      if (at >= width) key -= (digits[text.charCodeAt(at - width)] ?? 0) * highest
      key = key * BASE + (digits[text.charCodeAt(at)] ?? 0)
      // Zero is a run of blanks: it says nothing, and masking it would eat every indentation.
      if (at >= width - 1 && key !== 0) keys.push(key)
    }
    return keys
  }

  return {
    get size() {
      return size
    },
    add(text, open = []) {
      const left = new Set(open.flatMap(keysOf))
      for (const key of keysOf(text)) if (!left.has(key)) insert(key)
    },
    scan(units, found) {
      let key = 0
      // The stretch found last; `end` is 0 as long as there is none.
      let start = 0
      let end = 0
      for (let at = 0; at < units.length; at += 1) {
        if (at >= width) key -= digitAt(units, at - width) * highest
        key = key * BASE + digitAt(units, at)
        if (at < width - 1 || !has(key)) continue
        const from = at - width + 1
        if (from > end && end > 0) found(start, end)
        if (from > end) start = from
        end = at + 1
      }
      if (end > 0) found(start, end)
    },
  }
}

/** Spreads a key over 32 bits. */
function scatter(key: number): number {
  const high = Math.floor(key / 2 ** 32)
  const mixed = Math.imul((key - high * 2 ** 32) | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 7
}

/** The digit of every UTF-16 unit. Beyond ASCII several share one: eight in a row collide by chance once in 10¹⁵. */
export function digitTable(): Uint8Array {
  const digits = new Uint8Array(65_536)
  for (let unit = 0; unit < digits.length; unit += 1)
    digits[unit] = unit > 32 && unit < 127 ? unit - 32 : 1 + ((unit * 7919) % 94)
  for (const blank of ' \t\n\r\u2028\u2029+') digits[blank.charCodeAt(0)] = 0
  digits['\\'.charCodeAt(0)] = digits['/'.charCodeAt(0)] ?? 0
  return digits
}
