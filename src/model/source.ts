/** A checklist file (or an input of the run) as text. `path` is what the reader is shown: relative, with `/`. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** A stretch of a source: offsets in UTF-16 units, `end` exclusive. Lines are computed only when shown. */
export interface Span {
  readonly source: Source
  readonly start: number
  readonly end: number
}

/** A span as people and GitHub count: lines and columns from 1, `endColumn` exclusive, with the text of its first line. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly lineText: string
}

export function locate(span: Span): Location {
  const { text } = span.source
  const start = Math.min(span.start, text.length)
  const first = position(text, start)
  const last = position(text, Math.max(start, Math.min(span.end, text.length)))
  const lineEnd = text.indexOf('\n', start)
  const lineText = text.slice(first.lineStart, lineEnd === -1 ? text.length : lineEnd).replace(/\r$/, '')
  return {
    file: span.source.path,
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column,
    lineText,
  }
}

function position(text: string, offset: number): { line: number; column: number; lineStart: number } {
  let line = 1
  let lineStart = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1, lineStart }
}

/**
 * Text as an author meant it (escapes read, indentation removed) together with where it stands.
 * `map` holds, in order, pairs of an offset in `text` and the offset in the source from which on both run in step.
 */
export interface MappedText {
  readonly text: string
  readonly span: Span
  readonly map: readonly (readonly [text: number, source: number])[]
}

/** The source span of a stretch of mapped text. */
export function spanOf(mapped: MappedText, start: number, end: number): Span {
  const from = sourceOffset(mapped, start)
  return { source: mapped.span.source, start: from, end: Math.max(from, sourceOffset(mapped, end)) }
}

/** A stretch of mapped text that still knows where it stands. */
export function sliceMapped(mapped: MappedText, start: number, end: number): MappedText {
  const map: [number, number][] = [[0, sourceOffset(mapped, start)]]
  for (const [text, source] of mapped.map) if (text > start && text < end) map.push([text - start, source])
  return { text: mapped.text.slice(start, end), span: spanOf(mapped, start, end), map }
}

function sourceOffset(mapped: MappedText, offset: number): number {
  let base: readonly [number, number] = [0, mapped.span.start]
  for (const pair of mapped.map) {
    if (pair[0] > offset) break
    base = pair
  }
  return Math.min(base[1] + offset - base[0], mapped.span.source.text.length)
}
