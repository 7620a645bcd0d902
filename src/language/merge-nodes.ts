import type { ShapeNode } from '../model/shape.ts'
import { isNull, type SyntaxEntry, type SyntaxMap, type SyntaxNode } from './syntax.ts'

/**
 * Lays one tree over another. Maps whose keys are the language's (or names, such as headers) merge key by key, `null`
 * removes, everything else replaces. Without a shape every map merges; a JSON value is one value and replaces whole.
 */
export function mergeNodes(base: SyntaxNode, over: SyntaxNode, shape?: ShapeNode): SyntaxNode {
  const form = shape?.type === 'forms' ? shape.map : shape
  const merges = form === undefined ? shape === undefined : form.type === 'object' || form.type === 'map'
  if (base.node !== 'map' || over.node !== 'map' || !merges) return over
  return mergeMaps(base, over, form)
}

export function mergeMaps(base: SyntaxMap, over: SyntaxMap, shape?: ShapeNode): SyntaxMap {
  const sameName = nameOf(shape)
  const entries: SyntaxEntry[] = []
  for (const entry of base.entries) {
    const winner = over.entries.find(({ key }) => sameName(key.text) === sameName(entry.key.text))
    if (winner === undefined) entries.push(entry)
    else if (!isNull(winner.value)) {
      const value = mergeNodes(entry.value, winner.value, childShape(shape, winner.key.text))
      entries.push({ key: winner.key, value })
    }
  }
  for (const entry of over.entries) {
    const inBase = base.entries.some(({ key }) => sameName(key.text) === sameName(entry.key.text))
    if (inBase || removesNothing(entry, shape)) continue
    const child = childShape(shape, entry.key.text)
    const nothing: SyntaxMap = { node: 'map', span: entry.value.span, entries: [] }
    entries.push(child === undefined ? entry : { key: entry.key, value: mergeNodes(nothing, entry.value, child) })
  }
  return { node: 'map', span: over.span, entries }
}

/** A `null` over nothing: dropped, unless `null` is a value there. */
function removesNothing(entry: SyntaxEntry, shape: ShapeNode | undefined): boolean {
  return isNull(entry.value) && childShape(shape, entry.key.text)?.type !== 'json'
}

function nameOf(shape: ShapeNode | undefined): (name: string) => string {
  return shape?.type === 'map' && shape.keys === 'ignore-case' ? name => name.toLowerCase() : name => name
}

function childShape(shape: ShapeNode | undefined, key: string): ShapeNode | undefined {
  if (shape?.type === 'map') return shape.of
  return shape?.type === 'object' && Object.hasOwn(shape.fields, key) ? shape.fields[key]?.shape : undefined
}
