import { SHORTEST_SECRET } from '../model/checklist.ts'
import { isList, isObject, type Json } from '../model/json.ts'

/**
 * Whether a value that is marked secret cannot be masked. Of lists and objects the texts inside count, each for itself;
 * null says that there is no secret.
 */
export function isTooShort(value: Json): boolean {
  if (value === null || isList(value) || isObject(value)) return false
  return (typeof value === 'string' ? value : JSON.stringify(value)).trim().length < SHORTEST_SECRET
}

/**
 * The spellings of a secret whose pieces must disappear: as it is, with other line ends or on one line, its short lines,
 * base64 at each of its three alignments, hexadecimal, and what the usual escaping makes of it. (Unusual escaping is undone
 * in the text, see `escapes.ts`; but a piece of eight characters of `%C3%BC%26…` holds only two or three of the secret.)
 */
export function secretForms(secret: string): readonly string[] {
  const text = secret.toWellFormed()
  const forms = new Set([text, text.trim()])
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.length > 1) {
    for (const end of ['\n', '\r\n', '']) forms.add(lines.join(end))
    // A longer line is found by its pieces, which are pieces of the whole.
    for (const line of lines) if (line.length < 8) forms.add(line)
  }
  for (const whole of new Set([text, lines.join('\n'), text.trim()])) {
    const bytes = Buffer.from(whole)
    const hex = bytes.toString('hex')
    const base64 = [0, 1, 2].flatMap(lead => base64After(bytes, lead))
    const base64url = base64.map(form => form.replaceAll('+', '-').replaceAll('/', '_'))
    for (const form of [hex, hex.toUpperCase(), ...base64, ...base64url]) forms.add(form)
  }
  for (const escaped of escapedForms(text)) forms.add(escaped)
  // In a host name letters lose their case. Of short secrets that would take ordinary words with it.
  if (/^(?=.*\d)[a-z\d.-]{16,}$/i.test(text)) forms.add(text.toLowerCase())
  return [...forms].filter(form => form.length >= SHORTEST_SECRET && form.trim() !== '')
}

/**
 * Base64 of the bytes after `lead` unknown ones, without the characters that hold bits of those (RFC 4648 §4): as it is
 * at the end of a text, and without a last character that holds bits of what follows.
 */
function base64After(bytes: Buffer, lead: number): readonly string[] {
  const encoded = Buffer.concat([Buffer.alloc(lead), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  const atEnd = encoded.slice(lead === 0 ? 0 : lead + 1)
  return (lead + bytes.length) % 3 === 0 ? [atEnd] : [atEnd, atEnd.slice(0, -1)]
}

function escapedForms(text: string): readonly string[] {
  const component = encodeURIComponent(text)
  const json = JSON.stringify(text).slice(1, -1)
  const ascii = json.replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const percent = [
    component,
    encodeURI(text),
    new URLSearchParams({ _: text }).toString().slice(2),
    encodeURIComponent(component),
  ]
  const lowered = percent.map(form => form.replace(/(?:%25)?%[0-9A-F]{2}/g, digits => digits.toLowerCase()))
  return [...percent, ...lowered, json, ascii, JSON.stringify(json).slice(1, -1)]
}
