import { databaseShape, hostShape } from '../model/connections.ts'
import { json, map, type ShapeNode } from '../model/shape.ts'
import { type Kinds, TARGET_KEYS } from './entry-keys.ts'
import { defaultsShape } from './merge-defaults.ts'
import { mergeNodes } from './merge-nodes.ts'
import { ID } from './read-entry.ts'
import { knownKeys, type Reading, reportType } from './reading.ts'
import { entryOf, type SyntaxEntry, type SyntaxMap } from './syntax.ts'
import { code, suggestion } from './wording.ts'

/** The targets of a file in written order: their names, and what each replaces. */
export function readTargets(file: SyntaxMap, reading: Reading): ReadonlyMap<string, SyntaxMap> {
  const node = entryOf(file, 'targets')?.value
  if (node === undefined || node.node === 'broken') return new Map()
  if (node.node !== 'map') {
    reportType(node, 'a map of names and what each changes', { ...reading, subject: 'targets' })
    return new Map()
  }
  return new Map(
    node.entries.flatMap(({ key, value }) => {
      const own = { ...reading, subject: `the target ${key.text}` }
      if (!ID.test(key.text)) {
        own.report({
          code: 'bad-word',
          span: key.span,
          message: `${code(key.text)} cannot be the name of a target.`,
          hint: 'Use letters, digits, `_` and `-`.',
        })
      }
      if (value.node === 'map') knownKeys(value, TARGET_KEYS, own)
      else if (value.node !== 'broken') reportType(value, 'a map with `vars`, `hosts`, `databases` or `defaults`', own)
      return value.node === 'map' ? [[key.text, value] as const] : []
    }),
  )
}

/** The file as it is for a target: maps merge, `null` removes, everything else replaces, a variable whole. */
export function applyTarget(file: SyntaxMap, target: SyntaxMap | undefined, kinds: Kinds): SyntaxMap {
  if (target === undefined) return file
  const shapes: Readonly<Record<string, ShapeNode>> = {
    vars: map(json()).node,
    hosts: map(hostShape).node,
    databases: map(databaseShape).node,
    defaults: defaultsShape(kinds),
  }
  const merged = file.entries.map(entry => {
    const over = entryOf(target, entry.key.text)
    const shape = shapes[entry.key.text]
    if (over === undefined || shape === undefined) return entry
    return { key: entry.key, value: mergeNodes(entry.value, over.value, shape) }
  })
  const added = target.entries.filter(
    ({ key }) => Object.hasOwn(shapes, key.text) && entryOf(file, key.text) === undefined,
  )
  return { ...file, entries: [...merged, ...added] satisfies readonly SyntaxEntry[] }
}

export function reportUnknownTarget(name: string, file: SyntaxMap, names: Iterable<string>, reading: Reading): void {
  const known = [...names]
  const span = entryOf(file, 'targets')?.key.span ?? { ...file.span, end: file.span.start }
  reading.report({
    code: 'unknown-target',
    span,
    message: `There is no target ${code(name)}.`,
    hint:
      suggestion(name, known) ??
      (known.length === 0
        ? 'This checklist has no targets: leave the input out.'
        : `Known: ${known.map(code).join(', ')}.`),
  })
}
