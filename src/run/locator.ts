import type { Location, Source, Span } from '../model/source.ts'

export type Locator = (span: Span) => Location

/**
 * The same as `locate`, with the lines of each source found once: a run locates every check, and counting the lines of a
 * long checklist for each of them would cost more than its request.
 */
export function createLocator(): Locator {
  const known = new Map<Source, readonly number[]>()
  const startsOf = (source: Source): readonly number[] => {
    const held = known.get(source)
    if (held !== undefined) return held
    const starts = lineStarts(source.text)
    known.set(source, starts)
    return starts
  }
  return span => {
    const { source } = span
    const starts = startsOf(source)
    const start = Math.min(span.start, source.text.length)
    const end = Math.max(start, Math.min(span.end, source.text.length))
    const line = lineAt(starts, start)
    const endLine = lineAt(starts, end)
    const from = starts[line] ?? 0
    return {
      file: source.path,
      line: line + 1,
      column: start - from + 1,
      endLine: endLine + 1,
      endColumn: end - (starts[endLine] ?? 0) + 1,
      lineText: source.text.slice(from, starts[line + 1] ?? source.text.length).replace(/\r?\n$|\r$/, ''),
    }
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The last line that begins at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
