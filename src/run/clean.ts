import { oneLine, shorten, visible } from '../model/visible.ts'
import type { Redactor } from './redact.ts'

/** Makes text fit to leave the run: redacted, and with nothing hidden in it. */
export interface Cleaner {
  text(text: string): string
  /** The beginning of the same, of at least so many UTF-16 units if there are as many. */
  beginning(text: string, atLeast: number): string
  line(text: string): string
  /** Every text anywhere in a result. What is clean already is not copied. */
  deep<T>(value: T): T
}

/** Words of our own, which a secret of the same spelling must not change: reporters switch on them. */
const OURS = new Set([
  ...['report', 'result', 'key', 'kind', 'status', 'severity', 'because', 'reason', 'language', 'failOn', 'code'],
  ...['startedAt'],
])
/** What a server says of itself may be longer than anybody reads. */
const LONGEST_LINE = 2_000
/** One line by contract. */
const LINES = new Set(['name', 'message', 'subject', 'description', 'title', 'of', 'matcher', 'endpoint'])

export function createCleaner(redactor: Redactor): Cleaner {
  const text = (dirty: string): string => visible(redactor.redact(dirty))
  // CRLF becomes LF: half of what is there at worst.
  const beginning = (dirty: string, atLeast: number): string =>
    visible(redactor.redact(dirty, 2 * atLeast).slice(0, 2 * atLeast))
  const line = (dirty: string): string => shorten(oneLine(redactor.redact(dirty)), LONGEST_LINE)
  const cleanValue = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return OURS.has(name) ? value : LINES.has(name) ? line(value) : text(value)
    if (typeof value !== 'object' || value === null) return value
    return Array.isArray(value) ? cleanList(value, name) : cleanObject(value, name === 'details')
  }
  const cleanList = (list: readonly unknown[], name: string): unknown => {
    const cleaned = list.map(item => cleanValue(item, name))
    return cleaned.every((item, index) => item === list[index]) ? list : cleaned
  }
  // The names under `details` are a server's, so none of them is ours.
  const cleanObject = (object: object, foreign: boolean): unknown => {
    let copy: Record<string, unknown> | undefined
    for (const [name, value] of Object.entries(object)) {
      const cleaned = cleanValue(value, foreign ? '' : name)
      if (cleaned === value) continue
      copy ??= { ...object }
      copy[name] = cleaned
    }
    return copy ?? object
  }
  return { text, beginning, line, deep: <T>(value: T) => cleanValue(value, '') as T }
}
