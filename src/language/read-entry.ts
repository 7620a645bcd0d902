import type { Entry } from '../model/checklist.ts'
import { boolean, duration, integer, oneOrMore, program, type Shape, text, word } from '../model/shape.ts'
import { CHECK_KEYS, type Kinds, NOT_YET } from './entry-keys.ts'
import { mended } from './mended-line.ts'
import { readShape } from './read-shape.ts'
import { type Reading, reportType } from './reading.ts'
import { entryOf, type SyntaxMap, type SyntaxNode } from './syntax.ts'
import { code, given } from './wording.ts'

/** What reading entries needs to know of the file around them. */
export interface FileContext {
  readonly reading: Reading
  readonly kinds: Kinds
  readonly hosts: readonly string[]
  readonly databases: readonly string[]
  /** To be called when a name (an id, a capture) may have been lost with what could not be read. */
  namesLost(): void
  /** Set when defaults, hosts or databases may be incomplete: what a check seems to lack is then no fault of its own. */
  readonly surroundingsLost: boolean
}

/** Where an entry stands: its key, and what it inherits. */
export interface Place {
  readonly key: string
  readonly tags: readonly string[]
  readonly defaults: SyntaxMap
  /** Steps that undo something are read as checks, but may do less. */
  readonly cleanup: boolean
}

export const ID = /^[A-Za-z0-9_-]+$/
const idWord = word('an id of letters, digits, `_` and `-`', ID)
const tagWord = word('words without spaces and commas', /^[^\s,]+$/)

type Common = Pick<Entry, 'key' | 'id' | 'idSpan' | 'span' | 'name' | 'condition' | 'needs' | 'tags'>

/** The keys that checks and sections share. */
export function readCommon(map: SyntaxMap, place: Place, context: FileContext): Common {
  const id = readKey(map, 'id', idWord, context.reading)
  if (id === undefined && entryOf(map, 'id') !== undefined) context.namesLost()
  const tags = readKey(map, 'tags', oneOrMore(tagWord), context.reading) ?? []
  return {
    key: place.key,
    span: map.entries[0]?.key.span ?? map.span,
    needs: readNeeds(map, context.reading),
    tags: [...new Set([...place.tags, ...tags])],
    ...given('id', id),
    ...given('idSpan', id === undefined ? undefined : entryOf(map, 'id')?.value.span),
    ...given('name', readKey(map, 'name', text(), context.reading)),
    ...given('condition', readKey(map, 'if', program(), context.reading)),
  }
}

function readNeeds(map: SyntaxMap, reading: Reading): Entry['needs'] {
  const value = entryOf(map, 'needs')?.value
  if (value === undefined) return []
  const items: readonly SyntaxNode[] = value.node === 'list' ? value.items : [value]
  return items.flatMap(item => {
    const id = readShape(item, idWord, { ...reading, subject: 'needs' })
    return id === undefined ? [] : [{ id, span: item.span }]
  })
}

/** The value of a key, if it is there and can be read. */
export function readKey<V>(map: SyntaxMap, name: string, shape: Shape<V>, reading: Reading): V | undefined {
  const entry = entryOf(map, name)
  return entry && readShape(entry.value, shape, { ...reading, subject: name })
}

/** Reports words of the language that come later; says whether there were any. */
export function reportNotYet(map: SyntaxMap, context: FileContext): boolean {
  const later = map.entries.filter(({ key }) => Object.hasOwn(NOT_YET, key.text) && !context.kinds.has(key.text))
  for (const { key } of later) {
    context.reading.report({
      code: 'not-supported',
      span: key.span,
      message: `${NOT_YET[key.text] ?? ''} (${code(key.text)}) is not supported yet in this version.`,
      hint: 'Remove it, or leave what it was to check to a person with `manual`.',
    })
  }
  return later.length > 0
}

/** An entry as a map, or a diagnostic that shows how one is written. */
export function entryMap(node: SyntaxNode, subject: string, context: FileContext): SyntaxMap | undefined {
  if (node.node === 'map' && node.entries.length > 0) return node
  context.namesLost()
  if (node.node === 'broken' || reportColon(node, context)) return undefined
  return reportType(node, 'a map with one kind, such as `request: GET /health`', { ...context.reading, subject })
}

/** `request:GET /health` is text: to YAML a colon makes a key only with a space behind it. */
function reportColon(node: SyntaxNode, { kinds, reading }: FileContext): boolean {
  const { source, start } = node.span
  const key = node.node === 'scalar' ? /^([a-z]+):(?=\S)/.exec(source.text.slice(start))?.[1] : undefined
  if (key === undefined || !(kinds.has(key) || CHECK_KEYS.includes(key))) return false
  const at = start + key.length + 1
  reading.report({
    code: 'missing-space',
    span: { source, start: at - 1, end: at },
    message: 'After `:` a space is needed.',
    hint: `Write ${mended(source, at, at, () => ' ')}.`,
  })
  return true
}

export const shapes = {
  timeout: duration(),
  fix: text(),
  parallel: boolean(),
  consecutive: integer(1, 1_000),
}
