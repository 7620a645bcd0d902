import type { Variable } from '../model/checklist.ts'
import { isDeclaration, readDeclaration } from './read-variables.ts'
import type { Reading } from './reading.ts'
import { entryOf, type SyntaxMap, type SyntaxNode } from './syntax.ts'

/** Fields of connections that are secret by their place. */
const SECRET_FIELDS = ['key', 'password']

/**
 * `key: { env: SSH_KEY }` in a host or a database is a variable declared where it is used. It becomes one with a name no
 * author can write by accident, and the field a hole that reads it, so that there is one way for the environment to come in.
 */
export function liftEnvironment(
  key: string,
  node: SyntaxNode,
  reading: Reading,
): { readonly node: SyntaxNode; readonly variables: readonly Variable[] } {
  const variables: Variable[] = []
  return { node: lift([key], node, variables, reading), variables }
}

function lift(path: readonly string[], node: SyntaxNode, variables: Variable[], reading: Reading): SyntaxNode {
  if (node.node !== 'map') return node
  const entries = node.entries.map(({ key, value }) => {
    const own = [...path, key.text]
    const declares = isDeclaration(value) && entryOf(value, 'env') !== undefined
    return { key, value: declares ? declare(own, value, variables, reading) : lift(own, value, variables, reading) }
  })
  return { ...node, entries }
}

function declare(path: readonly string[], value: SyntaxMap, variables: Variable[], reading: Reading): SyntaxNode {
  const field = path.at(-1) ?? ''
  const read = readDeclaration(value, SECRET_FIELDS.includes(field), { ...reading, subject: field })
  if (read.environment === undefined) return { node: 'broken', span: value.span }
  const name = nameFor(path, variables)
  variables.push({ name, place: path.join('.'), nameSpan: value.span, span: value.span, ...read })
  const text = `{{ $${name} }}`
  const mapped = { text, span: value.span, map: [[0, value.span.start]] as const }
  return { node: 'scalar', span: value.span, text: mapped, value: text }
}

/** `__hosts_prod_ssh_key`; messages name its place instead. */
function nameFor(path: readonly string[], variables: readonly Variable[]): string {
  const name = `__${path.join('_').replace(/[^A-Za-z0-9_]/g, '_')}`
  return variables.some(variable => variable.name === name) ? `${name}_${variables.length}` : name
}

/** Whether a variable stands where it is used and has no name of its own. */
export function isLifted(name: string): boolean {
  return name.startsWith('__')
}
