import type { Source } from '../model/source.ts'

/** The stretch of a line that an author most probably meant as one value. `inFlow`: inside of a map or list in brackets. */
export interface MeantValue {
  readonly start: number
  readonly end: number
  readonly inFlow: boolean
}

/** Lines beyond this are no hand's work: no guess is worth the time. */
const LONGEST = 2_000

/**
 * Finds the value that holds an offset: from behind the last key or dash before it to the end of the line or, between
 * brackets, to the comma or bracket that ends it if the brackets inside are balanced. Guesswork over broken text: good
 * enough to show a mended line, never used to read one.
 */
export function valueAround(source: Source, offset: number): MeantValue {
  const { text } = source
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const lineBreak = text.indexOf('\n', offset)
  const line = text.slice(lineStart, lineBreak === -1 ? text.length : lineBreak).replace(/\s+$/, '')
  const at = offset - lineStart
  if (line.length > LONGEST) return { start: offset, end: Math.min(offset + 1, text.length), inFlow: false }
  const indent = line.length - line.trimStart().length
  const whole = { start: indent, end: line.length, inFlow: false }
  const found = meantValues(line).findLast(value => value.start <= at && at <= value.end) ?? whole
  return { start: lineStart + found.start, end: lineStart + found.end, inFlow: found.inFlow }
}

/** What stands behind each key and dash of a line, from left to right. */
function meantValues(line: string): readonly MeantValue[] {
  const values: MeantValue[] = []
  const key = /(^\s*|[{,[]\s*|- +|\? +)(?:"[^"]*"|'[^']*'|[^\s{}[\],:"'#][^{}[\],:#"']*?):(?=\s)\s*|^\s*(?:- +)+/g
  let inFlow = false
  for (const match of line.matchAll(key)) {
    const opened = /^[{,[]/.test(match[1] ?? '')
    // A key in braces counts only where YAML's own braces are open, not those of a program.
    const yaml = inFlow || /(?::\s+|- +|^\s*)[{[]?$/.test(line.slice(0, match.index + 1))
    if (opened && !yaml) continue
    inFlow ||= opened
    const start = match.index + match[0].length
    values.push({ start, end: inFlow ? flowEnd(line, start) : line.length, inFlow })
  }
  return values
}

/** Where a value between brackets ends: at a comma or a closing bracket outside of what it opened itself. */
function flowEnd(line: string, start: number): number {
  let depth = 0
  for (let at = start; at < line.length; at += 1) {
    const character = line[at] ?? ''
    if ('[{('.includes(character)) depth += 1
    if (depth === 0 && ',]}'.includes(character)) return trimmedEnd(line, start, at)
    if (']})'.includes(character)) depth -= 1
  }
  return trimmedEnd(line, start, line.length)
}

function trimmedEnd(line: string, start: number, end: number): number {
  return start + line.slice(start, end).trimEnd().length
}

/** An unquoted `{{ … }}` on the line of an offset, not behind it. */
export function holeIn(source: Source, offset: number): { readonly start: number; readonly end: number } | undefined {
  const { text } = source
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const lineBreak = text.indexOf('\n', offset)
  const line = text.slice(lineStart, lineBreak === -1 ? text.length : lineBreak)
  if (line.length > LONGEST) return undefined
  // Quoted texts are skipped where a quote can open one; an apostrophe within a word opens nothing.
  const piece = /(?<![^\s{[,:])"(?:\\.|[^"\\])*"|(?<![^\s{[,:])'[^']*'|\{\{/g
  for (const match of line.matchAll(piece)) {
    if (lineStart + match.index > offset) return undefined
    if (match[0] !== '{{') continue
    const close = line.indexOf('}}', match.index)
    return { start: lineStart + match.index, end: lineStart + (close === -1 ? line.trimEnd().length : close + 2) }
  }
  return undefined
}
