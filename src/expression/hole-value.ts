import { CheckError } from '../model/check-error.ts'
import { isNumber, type Json, numberText } from '../model/json.ts'
import type { Span } from '../model/source.ts'
import type { Program } from '../model/template.ts'
import { shorten } from '../model/visible.ts'

/** What a hole gave. */
export interface HoleValue {
  readonly program: Program
  readonly value: Json
}

/** A fault of one hole, found when it is filled. `message` follows "The hole `{{ … }}` "; it never holds the value. */
export function holeError(
  { source }: Program,
  code: string,
  message: string,
  { hint = '', span = source.span }: { readonly hint?: string; readonly span?: Span } = {},
): CheckError {
  return new CheckError({
    code,
    message: `The hole \`{{ ${shorten(source.text.replace(/\s+/g, ' '), 60)} }}\` ${message}`,
    hint,
    span,
  })
}

/** The value as it stands inside longer text: only text, numbers and booleans have such a form. */
export function holeText({ program, value }: HoleValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (isNumber(value)) return numberText(value)
  const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object'
  throw holeError(program, 'hole-type', `gives ${found}, and here it must give text, a number or a boolean.`, {
    hint: 'Select one value, or give a default: `{{ $value // "none" }}`. To write JSON text use `tojson`.',
  })
}

/** One percent-encoded segment or query value (RFC 3986): nothing in it separates anything. */
export function encodeForUrl(hole: HoleValue): string {
  const text = holeText(hole)
  if (text === '' || text === '.' || text === '..') {
    const found = text === '' ? 'empty text' : `\`${text}\``
    throw holeError(hole.program, 'url-value', `gives ${found}, which would make the URL another one.`, {
      hint: 'Look at where the value comes from; query values that may be empty belong in `params`.',
    })
  }
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** A hole at the very beginning of a URL is the URL itself, or a path. */
export function beginningOfUrl(hole: HoleValue): string {
  const text = holeText(hole)
  if (text !== '' && !/[\s\u0000-\u001f\u007f\\]/.test(text)) return text
  const found = text === '' ? 'empty text' : 'text with white space, control characters or a backslash'
  throw holeError(hole.program, 'url-value', `gives ${found}, which is no URL.`, {
    hint: 'Give an address such as `https://example.com`, or a path such as `/health`.',
  })
}

/** Linux allows one variable of the environment 128 KiB, its name included. */
const MAX_SHELL_BYTES = 130_000

/** A value that the shell reads from the environment, as one word. */
export function shellWord(hole: HoleValue, optionLike: boolean): string {
  const text = holeText(hole)
  if (text.includes('\0'))
    throw holeError(hole.program, 'shell-value', 'gives a NUL character, which no shell can take.')
  if (Buffer.byteLength(text) > MAX_SHELL_BYTES) {
    const hint = 'Hand it over by `stdin`.'
    throw holeError(hole.program, 'shell-value', 'gives more than 127 KiB, which is too long for a word.', { hint })
  }
  if (optionLike && text.startsWith('-')) {
    throw holeError(
      hole.program,
      'shell-option',
      'gives a value with a leading `-`, which would be read as an option.',
      {
        hint: 'Put `--` before it if the command knows that, or attach it: `--name={{ … }}`.',
      },
    )
  }
  return text
}
