import { SHORTEST_SECRET } from '../model/checklist.ts'
import { credentialsOf } from './database-url.ts'
import { type MappedUnits, unescapeUnits, unitsOf } from './escapes.ts'
import { createGramIndex, digitTable } from './gram-index.ts'
import { secretForms } from './secret-forms.ts'

/** Knows the secrets of a run and takes them out of texts. A text is redacted whole and then cut, never the other way round. */
export interface Redactor {
  /**
   * From now on this value, its forms and their pieces disappear; of the URL of a database, its credentials do. Values
   * under six characters are not masked.
   * `name` is the variable it came from; `open` are texts inside it that are public, such as the words around a hole.
   */
  add(value: string, options?: { readonly name?: string; readonly open?: readonly string[] }): void
  /** Whether exactly this value was added. */
  knows(value: string): boolean
  /** How many secrets there are: when it has grown, what was redacted before may be redacted again. */
  readonly size: number
  /**
   * The text with every secret, form and piece of eight characters or more as `***`. Where only the beginning of that is
   * needed, so many UTF-16 units of it: it is the same as of the whole, and what is far behind it is not looked through.
   */
  redact(text: string, atLeast?: number): string
  /** The same with each whole secret as `$NAME`. */
  redactWithNames(text: string): string
  pieces(text: string): readonly RedactedPiece[]
}

/** A stretch of text that may be shown, or the variable that stands for a whole secret. */
export type RedactedPiece = { readonly text: string } | { readonly text?: never; readonly variable: string }

const MASK = '***'
/** Escaping in escaping (JSON in JSON, a URL in a URL) is followed this deep. */
const DEPTH = 4
/** Long texts are looked through in windows, so that memory stays small. They overlap by more than eight characters can take when escaped. */
const WINDOW = 65_536
const OVERLAP = 1_024

type Range = readonly [start: number, end: number]

export function createRedactor(onSecret?: (value: string) => void): Redactor {
  const digits = digitTable()
  const indexes = [createGramIndex(8, digits), createGramIndex(7, digits), createGramIndex(6, digits)] as const
  const names = new Map<string, string | undefined>()
  let pending: { readonly value: string; readonly open: readonly string[] }[] = []

  const settle = (): void => {
    for (const { value, open } of pending) {
      for (const form of secretForms(value))
        indexes[Math.max(0, 8 - form.length)]?.add(form, [...open, ...schemeOf(form)])
    }
    pending = []
  }
  const scan = ({ units, from }: MappedUnits, ranges: Range[]): void => {
    for (const index of indexes)
      if (index.size > 0) index.scan(units, (start, end) => ranges.push([from[start] ?? 0, from[end] ?? 0]))
  }
  const redact = (text: string, atLeast = Number.POSITIVE_INFINITY): string => {
    settle()
    if (names.size === 0 || text.length < SHORTEST_SECRET) return text
    const ranges: Range[] = []
    for (const { start, part } of windows(text)) {
      for (const reading of readings(part, start)) scan(reading, ranges)
      // What begins before the next window does is known by now.
      const settled = start + WINDOW - OVERLAP
      if (settled < atLeast || start + part.length === text.length) continue
      const shown = cutOut(text.slice(0, settled), merge(ranges))
      if (shown.length >= atLeast) return shown
    }
    return ranges.length === 0 ? text : cutOut(text, merge(ranges))
  }
  const pieces = (text: string): readonly RedactedPiece[] =>
    wholeSecrets(text, names).map(piece => (piece.text === undefined ? piece : { text: redact(piece.text) }))

  return {
    get size() {
      return names.size
    },
    knows: value => names.has(value),
    add(value, { name, open = [] } = {}) {
      if (value.trim().length < SHORTEST_SECRET) return
      if (names.has(value)) {
        if (names.get(value) === undefined) names.set(value, name)
        return
      }
      names.set(value, name)
      onSecret?.(value)
      const credentials = credentialsOf(value)
      if (credentials === undefined) pending.push({ value, open })
      for (const part of credentials ?? []) {
        pending.push({ value: part, open })
        onSecret?.(part)
      }
    },
    redact,
    pieces,
    redactWithNames: text =>
      pieces(text)
        .map(piece => piece.text ?? `$${piece.variable}`)
        .join(''),
  }
}

function* windows(text: string): Generator<{ readonly start: number; readonly part: string }> {
  for (let start = 0; start === 0 || start + OVERLAP < text.length; start += WINDOW - OVERLAP)
    yield { start, part: text.slice(start, start + WINDOW) }
}

/** A window as it stands, and with its escaping undone level by level. */
function* readings(part: string, start: number): Generator<MappedUnits> {
  const from = new Uint32Array(part.length + 1)
  for (let at = 0; at < from.length; at += 1) from[at] = start + at
  let reading: MappedUnits | undefined = { units: unitsOf(part), from }
  for (let depth = 0; reading !== undefined && depth < DEPTH; depth += 1) {
    yield reading
    reading = /[%\\&]/.test(part) ? unescapeUnits(reading) : undefined
  }
}

/** How a URL begins is public also when the URL is a secret. */
function schemeOf(form: string): readonly string[] {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(form)
  return scheme === null ? [] : [scheme[0]]
}

function merge(ranges: Range[]): readonly Range[] {
  ranges.sort((left, right) => left[0] - right[0])
  const merged: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** Ranges may reach, or lie, beyond the end of the text. */
function cutOut(text: string, ranges: readonly Range[]): string {
  let out = ''
  let at = 0
  for (const [start, end] of ranges) {
    if (start >= text.length) break
    out += text.slice(at, start) + MASK
    at = end
  }
  return out + text.slice(at)
}

/** Splits a text at the secrets that stand in it whole, the longest first. */
function wholeSecrets(text: string, names: ReadonlyMap<string, string | undefined>): readonly RedactedPiece[] {
  let pieces: readonly RedactedPiece[] = [{ text }]
  const present = [...names].filter(([secret]) => text.includes(secret))
  for (const [secret, name] of present.sort(([left], [right]) => right.length - left.length)) {
    const variable = shellName(name)
    pieces = pieces.flatMap(piece => (piece.text === undefined ? [piece] : splitAt(piece.text, secret, variable)))
  }
  return pieces.filter(piece => piece.text !== '')
}

function splitAt(text: string, secret: string, variable: string): readonly RedactedPiece[] {
  return text.split(secret).flatMap((part, index) => (index === 0 ? [{ text: part }] : [{ variable }, { text: part }]))
}

/** A variable's name as shells like it: upper case, letters, digits and `_`. */
function shellName(name: string | undefined): string {
  const upper = (name ?? '').toUpperCase().replace(/[^A-Z0-9_]/g, '_')
  return /^[A-Z_]/.test(upper) ? upper : 'SECRET'
}
