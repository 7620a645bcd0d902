import type { MappedText, Span } from '../model/source.ts'

/** How a scalar is written: plain, quoted, or a block below a header, whose content begins at `content`. */
export type ScalarStyle =
  | { readonly style: 'plain' | 'single' | 'double' }
  | { readonly style: 'block'; readonly content: number }

type Pair = readonly [text: number, source: number]

/**
 * Joins what a scalar means with where it stands, by walking its value and its source side by side: escapes, doubled
 * quotes, folded lines and indentation are the places where the two fall out of step.
 */
export function mapScalar(value: string, span: Span, how: ScalarStyle): MappedText {
  const map = how.style === 'block' ? blockMap(value, span, how.content) : flowMap(value, span, how.style)
  return { text: value, span, map }
}

function flowMap(value: string, span: Span, style: 'plain' | 'single' | 'double'): readonly Pair[] {
  const quoted = style === 'plain' ? 0 : 1
  const source = span.source.text
  const end = span.end - quoted
  const pairs: [number, number][] = [[0, span.start + quoted]]
  let at = span.start + quoted
  let text = 0
  while (at < end && text < value.length) {
    const step = flowStep(source, at, style, value.codePointAt(text) ?? 0)
    at += step.source
    text += step.text
    if (step.source !== step.text) pairs.push([text, at])
  }
  return pairs
}

/** How far one step goes in the source and in the value. */
function flowStep(source: string, at: number, style: string, produced: number): { source: number; text: number } {
  const blank = blankRun(source, at)
  if (blank !== undefined) {
    const { length, breaks } = blank
    // One line break folds into a space, several into one less; without any, blanks stand for themselves.
    return { source: length, text: breaks === 0 ? length : Math.max(1, breaks - 1) }
  }
  if (style === 'single' && source.startsWith("''", at)) return { source: 2, text: 1 }
  if (style === 'double' && source[at] === '\\') return escapeStep(source, at, produced)
  return { source: 1, text: 1 }
}

/** Blanks and line breaks from an offset on. */
function blankRun(source: string, at: number): { readonly length: number; readonly breaks: number } | undefined {
  let end = at
  let breaks = 0
  for (; end < source.length; end += 1) {
    const character = source[end]
    if (character === '\n') breaks += 1
    else if (character !== ' ' && character !== '\t' && !(character === '\r' && source[end + 1] === '\n')) break
  }
  return end === at ? undefined : { length: end - at, breaks }
}

/** `\xHH`, `\uHHHH`, `\UHHHHHHHH`, an escaped line break (which gives nothing), or one character. */
function escapeStep(source: string, at: number, produced: number): { source: number; text: number } {
  const lineBreak = /\\\r?\n[ \t]*/y
  lineBreak.lastIndex = at
  const escaped = lineBreak.exec(source)
  if (escaped !== null) return { source: escaped[0].length, text: 0 }
  const length = { x: 4, u: 6, U: 10 }[source[at + 1] ?? ''] ?? 2
  return { source: length, text: produced > 0xffff && length === 10 ? 2 : 1 }
}

/** Lines of a block stand in the value as they are, but for their indentation: each one is found again after the one before. */
function blockMap(value: string, span: Span, content: number): readonly Pair[] {
  const source = span.source.text
  const pairs: [number, number][] = [[0, content]]
  let text = 0
  let line = content
  while (line < span.end) {
    const lineBreak = source.indexOf('\n', line)
    const end = Math.min(span.end, lineBreak === -1 ? span.end : lineBreak)
    const core = source.slice(line, end).trim()
    const found = core === '' ? -1 : value.indexOf(core, text)
    if (found !== -1) {
      const back = sharedSpaces(value, found, source, line + source.slice(line, end).indexOf(core))
      pairs.push([found - back, line + source.slice(line, end).indexOf(core) - back])
      text = found + core.length
    }
    line = end + 1
  }
  return pairs
}

/** How many spaces before both positions are the content's own: more deeply indented lines keep the rest. */
function sharedSpaces(value: string, text: number, source: string, at: number): number {
  let count = 0
  while (text - count > 0 && value[text - count - 1] === ' ' && source[at - count - 1] === ' ') count += 1
  return count
}
