import { choice, duration, integer, type ShapeNode, text } from '../model/shape.ts'
import { allowedElsewhere, INHERITED_KEYS, type Kinds } from './entry-keys.ts'
import { mergeMaps } from './merge-nodes.ts'
import type { FileContext } from './read-entry.ts'
import { readShape } from './read-shape.ts'
import { readWaiting } from './read-waiting.ts'
import { knownKeys, reportType } from './reading.ts'
import { isNull, type SyntaxEntry, type SyntaxMap, type SyntaxNode } from './syntax.ts'

type Surroundings = Pick<FileContext, 'reading' | 'kinds'>

/** What a section's (or the file's) `defaults` make of those around it: key by key, the nearest wins, `null` removes. */
export function mergeDefaults(outer: SyntaxMap, node: SyntaxNode | undefined, context: Surroundings): SyntaxMap {
  if (node === undefined || node.node === 'broken') return outer
  const reading = { ...context.reading, subject: 'defaults' }
  if (node.node !== 'map') {
    reportType(node, 'a map with `timeout`, `request` and others', reading)
    return outer
  }
  const known = [
    ...INHERITED_KEYS,
    ...[...context.kinds].flatMap(([name, kind]) => (fieldsShape(kind.shape.node) ? [name] : [])),
  ]
  knownKeys(node, known, { ...reading, elsewhere: key => allowedElsewhere(key, context.kinds) })
  for (const entry of node.entries) reviewDefault(entry, context)
  return mergeMaps(outer, node, defaultsShape(context.kinds))
}

/** Reads a default where it stands, so that its faults are found even if no check uses it. */
function reviewDefault(entry: SyntaxEntry, context: Surroundings): void {
  const { key, value } = entry
  const reading = { ...context.reading, subject: key.text }
  if (isNull(value)) return
  if (key.text === 'timeout') readShape(value, duration(), reading)
  if (key.text === 'severity') readShape(value, choice('failure', 'warning'), reading)
  if (['within', 'every', 'consecutive'].includes(key.text)) {
    readWaiting({ node: 'map', span: value.span, entries: [entry] }, reading)
  }
  const kind = context.kinds.get(key.text)
  const shape = kind && fieldsShape(kind.shape.node)
  if (shape === undefined) return
  const nothing: SyntaxMap = { node: 'map', span: value.span, entries: [] }
  const node = value.node === 'map' ? mergeMaps(nothing, value, shape) : value
  readShape(node, { node: { ...shape, required: [] } }, reading)
}

export function defaultsShape(kinds: Kinds): ShapeNode {
  const fields = Object.fromEntries(
    [...kinds].flatMap(([name, kind]) => {
      const shape = fieldsShape(kind.shape.node)
      return shape === undefined ? [] : [[name, { shape, doc: kind.doc }] as const]
    }),
  )
  const own = {
    timeout: { shape: duration().node, doc: 'of an attempt' },
    within: { shape: duration().node, doc: 'how long to try' },
    every: { shape: text().node, doc: 'the pause between tries' },
    consecutive: { shape: integer(1, 1_000).node, doc: 'how often it must hold in a row' },
    severity: { shape: choice('failure', 'warning').node, doc: 'what a failure counts as' },
  }
  return { type: 'object', fields: { ...own, ...fields }, required: [] }
}

/** The fields of a kind that can have defaults. */
function fieldsShape(shape: ShapeNode): Extract<ShapeNode, { readonly type: 'object' }> | undefined {
  const map = shape.type === 'forms' ? shape.map : shape
  return map?.type === 'object' ? map : undefined
}
