import type { Source } from '../model/source.ts'

const LONGEST = 160

/** The line (from its first key or dash on) with one stretch of it replaced, in backticks, for a hint. */
export function mended(source: Source, start: number, end: number, mend: (text: string) => string): string {
  const { text } = source
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineBreak = text.indexOf('\n', end)
  const line =
    text.slice(lineStart, start) +
    mend(text.slice(start, end)) +
    text.slice(end, lineBreak === -1 ? text.length : lineBreak)
  const shown = line.split('\n')[0]?.replace(/\r$/, '').trim() ?? ''
  return `\`${shown.length > LONGEST ? mend(text.slice(start, end)).slice(0, LONGEST) : shown}\``
}

/** The text in quotes that need no escapes, if there are any: single ones where it holds double quotes or backslashes. */
export function quoted(text: string): string {
  const bare = text.trim()
  const space = text.slice(bare.length + text.indexOf(bare))
  return (/["\\]/.test(bare) ? `'${bare.replaceAll("'", "''")}'` : `"${bare}"`) + space
}
