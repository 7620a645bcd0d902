import { isList, isNumber, isObject, type Json, numberText } from '../model/json.ts'

/**
 * A value on one line for messages, at most about `limit` characters, what was cut marked by `…`. Absence is `absent`.
 * With `redact`, every text is redacted before anything is cut; it is told how much of the result is needed.
 */
export function showJson(value: Json | undefined, limit = 160, redact: Redact = same): string {
  if (value === undefined) return 'absent'
  const writer = { text: '', limit, redact }
  write(value, writer)
  return writer.text.length <= limit ? writer.text : cut(writer.text, limit)
}

/** Gives the text without its secrets, or at least so many UTF-16 units from its beginning. */
export type Redact = (text: string, atLeast?: number) => string

function same(text: string): string {
  return text
}

interface Writer {
  text: string
  readonly limit: number
  readonly redact: Redact
}

/** Stops as soon as there is more than will be shown: documents may be large. */
function write(value: Json, writer: Writer): void {
  if (writer.text.length > writer.limit) return
  if (typeof value === 'string') writer.text += quote(value, writer)
  else if (isNumber(value)) writer.text += writer.redact(numberText(value))
  else if (isList(value)) writeAll(value.entries(), '[]', writer)
  else if (isObject(value)) writeAll(Object.entries(value), '{}', writer)
  else writer.text += String(value)
}

function writeAll(entries: Iterable<readonly [string | number, Json]>, brackets: string, writer: Writer): void {
  let separator = ''
  writer.text += brackets.charAt(0)
  for (const [name, value] of entries) {
    if (writer.text.length > writer.limit) return
    writer.text += separator
    if (typeof name === 'string') writer.text += `${quote(name, writer)}:`
    write(value, writer)
    separator = ','
  }
  writer.text += brackets.charAt(1)
}

function quote(text: string, { redact, limit }: Writer): string {
  const redacted = redact(text, 2 * limit + 1)
  return JSON.stringify(redacted.length <= 2 * limit ? redacted : redacted.slice(0, 2 * limit))
}

/** Not within a surrogate pair; a string that was open is closed, so that the rest of a message reads well. */
function cut(text: string, limit: number): string {
  const kept = text.slice(0, Math.max(0, limit - 1)).replace(/[\ud800-\udbff]$/, '')
  return text.startsWith('"') ? `${kept.replace(/\\+$/, '')}…"` : `${kept}…`
}
