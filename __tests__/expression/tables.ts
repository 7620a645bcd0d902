import type { MappedText } from '../../src/model/source.ts'
import type { Place } from '../../src/model/template.ts'

export interface Row {
  readonly line: number
  readonly place: Place
  readonly text: string
  readonly result: string
}

/** Reads `place | text | result` lines; the text may hold bars, `⏎` and `⇥`. */
export function readTable(content: string): readonly Row[] {
  return content.split('\n').flatMap((row, index) => {
    if (row === '' || row.startsWith('#')) return []
    const match = /^(\w+) \| (.*) \| (ok.*|[a-z-]+ «.*»|=.*|![^|]*)$/.exec(row) ?? /^(\w+) \| (.*) \| (.*)$/.exec(row)
    if (match === null) throw new Error(`Line ${index + 1} is no row: ${row}`)
    const [, place = '', text = '', result = ''] = match
    return [{ line: index + 1, place: place as Place, text: unescaped(text), result: unescaped(result) }]
  })
}

function unescaped(text: string): string {
  return text.replaceAll('⏎', '\n').replaceAll('⇥', '\t')
}

/** A text that is its own source. */
export function mapped(text: string): MappedText {
  const source = { path: 'checklist.yml', text }
  return { text, span: { source, start: 0, end: text.length }, map: [[0, 0]] }
}
