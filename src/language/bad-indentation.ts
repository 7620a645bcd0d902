import type { Diagnostic } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'
import { spanAt } from './syntax.ts'

/** A line that fits nothing above it, with where its neighbour begins, so that it can be counted. */
export function badIndentation(source: Source, lineStart: number): Omit<Diagnostic, 'severity'> {
  const line = source.text.slice(lineStart).split('\n')[0] ?? ''
  const indent = line.length - line.trimStart().length
  const above = lineAbove(source, lineStart)
  const isDash = /^- /.test(line.trimStart())
  const amongKeys = isDash && above?.indent === indent && above.key === indent
  return {
    code: 'bad-indentation',
    span: spanAt(source, lineStart + indent, lineStart + Math.max(indent, line.trimEnd().length)),
    message: amongKeys
      ? 'Here a dash begins an entry of a list, and the line above is a key of a map: one block holds only one of both.'
      : `This line is indented by ${spaces(indent)}, which fits nothing above it.`,
    hint:
      above === undefined || isDash
        ? 'Keys of one map stand below each other; so do the dashes of one list, and what belongs to a dash stands two further in.'
        : `Keys of one map stand below each other: the one above begins after ${spaces(above.key)}.`,
  }
}

function spaces(count: number): string {
  return `${count} ${count === 1 ? 'space' : 'spaces'}`
}

/** How far the nearest line above that says anything is indented, and where its key begins behind a dash. */
function lineAbove(source: Source, lineStart: number): { readonly indent: number; readonly key: number } | undefined {
  const lines = source.text.slice(0, lineStart).split('\n')
  const above = lines.findLast(line => /^[^#]*[^\s#]/.test(line))
  const [dashes = ''] = /^ *(?:- +)*/.exec(above ?? '') ?? []
  return above === undefined ? undefined : { indent: above.length - above.trimStart().length, key: dashes.length }
}
