import type { Variable } from '../model/checklist.ts'
import { isDeclaration, readDeclaration } from './read-variables.ts'
import type { Reading } from './reading.ts'
import { entryOf, type SyntaxEntry, type SyntaxMap, type SyntaxNode } from './syntax.ts'

/** Fields of connections that are secret by their place. */
const SECRET_FIELDS = ['key', 'password']

/**
 * `key: { env: SSH_KEY }` in a host or a database is a variable declared where it is used. It becomes one with a name no
 * author can write by accident, and the field a hole that reads it, so that there is one way for the environment to come in.
 */
export function liftEnvironment(
  node: SyntaxNode,
  reading: Reading,
): { readonly node: SyntaxNode; readonly variables: readonly Variable[] } {
  const variables: Variable[] = []
  return { node: lift(node, variables, reading), variables }
}

function lift(node: SyntaxNode, variables: Variable[], reading: Reading): SyntaxNode {
  if (node.node !== 'map') return node
  return { ...node, entries: node.entries.map(entry => ({ ...entry, value: liftValue(entry, variables, reading) })) }
}

function liftValue({ key, value }: SyntaxEntry, variables: Variable[], reading: Reading): SyntaxNode {
  if (!isDeclaration(value) || entryOf(value, 'env') === undefined) return lift(value, variables, reading)
  return declare(key.text, value, variables, reading)
}

function declare(field: string, value: SyntaxMap, variables: Variable[], reading: Reading): SyntaxNode {
  const read = readDeclaration(value, SECRET_FIELDS.includes(field), { ...reading, subject: field })
  if (read.environment === undefined) return { node: 'broken', span: value.span }
  const name = `__${field}_${value.span.start}`
  variables.push({ name, nameSpan: value.span, span: value.span, ...read })
  const text = `{{ $${name} }}`
  const mapped = { text, span: value.span, map: [[0, value.span.start]] as const }
  return { node: 'scalar', span: value.span, text: mapped, value: text }
}

/** Whether a variable stands where it is used and has no name of its own. */
export function isLifted(name: string): boolean {
  return name.startsWith('__')
}
