import type { CheckKind } from '../kinds/kind.ts'
import { databaseShape } from '../model/connections.ts'
import { sliceMapped } from '../model/source.ts'
import { CHECK_KEYS } from './entry-keys.ts'
import { mergeMaps } from './merge-nodes.ts'
import type { FileContext } from './read-entry.ts'
import { readShape } from './read-shape.ts'
import { entryOf, type SyntaxEntry, type SyntaxMap, type SyntaxNode, type SyntaxScalar } from './syntax.ts'
import { code } from './wording.ts'

/** What a kind is asked to do: its short form made long, the defaults merged in, read by its shape and reviewed by it. */
export function readSpec(
  kind: CheckKind,
  entry: SyntaxEntry,
  defaults: SyntaxMap,
  context: FileContext,
): { readonly spec: unknown } | undefined {
  const { reading } = context
  const long = lengthen(kind, entry.value, context)
  if (long === undefined) return undefined
  const node = long.node === 'map' ? withDefaults(kind, long, defaults) : long
  const instead = (key: string): string | undefined => otherField(kind, key)
  const spec = readShape(node, kind.shape, { ...reading, subject: kind.name, instead })
  if (spec === undefined) return undefined
  if (!context.surroundingsLost) {
    const { hosts, databases } = context
    kind.review?.(spec, { span: entry.key.span, report: reading.report, hosts, databases })
  }
  return { spec }
}

const DATABASE_KEYS = [
  'host',
  'via',
  ...Object.keys(databaseShape.node.type === 'object' ? databaseShape.node.fields : {}),
]

/** What people write for the way to where a check looks, and what this kind calls it. */
function otherField(kind: CheckKind, key: string): string | undefined {
  const { node } = kind.shape
  const fields = (node.type === 'forms' ? node.map : node) ?? node
  const has = (name: string): boolean => fields.type === 'object' && Object.hasOwn(fields.fields, name)
  if (key === 'host' && has('via')) return 'The host to go through is named by `via`.'
  if (key === 'via' && has('host')) return 'The machine it looks at is named by `host`.'
  if (has('database') && DATABASE_KEYS.includes(key)) {
    return `A query names a database, and that says it: \`databases: { main: { ${key === 'via' ? 'host' : key}: … } }\`.`
  }
  if (CHECK_KEYS.includes(key))
    return `${code(key)} is of the check: it stands beside ${code(kind.name)}, not below it.`
  return undefined
}

/** `GET /health` becomes `{ get: /health }`, whose parts stand where they stood. */
function lengthen(kind: CheckKind, node: SyntaxNode, context: FileContext): SyntaxNode | undefined {
  if (node.node !== 'scalar' || node.value === null || kind.shorthand === undefined) return node
  const fields = kind.shorthand(node.text.text)
  if (fields !== undefined) {
    const entries = Object.entries(fields).map(([name, { start, end }]) => stretch(node, name, start, end))
    return { node: 'map', span: node.span, entries }
  }
  const { node: shape } = kind.shape
  if (shape.type !== 'object' && !(shape.type === 'forms' && shape.scalar === undefined)) return node
  context.reading.report({
    code: 'bad-shorthand',
    span: node.span,
    message: `This is not the short form of ${code(kind.name)}.`,
    hint: bareUrl(kind, node.text.text) ?? `Write ${SHORT_FORMS[kind.name] ?? 'a map of its fields'}.`,
  })
  return undefined
}

function bareUrl(kind: CheckKind, written: string): string | undefined {
  const bare = kind.name === 'request' && /^(https?:\/)?\/\S{1,60}$/i.test(written)
  return bare ? `The method comes first: \`request: GET ${written}\`.` : undefined
}

/** Examples for hints only; a kind without one here is served by the general words. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  request: '`request: GET /path`, or a map such as `{ get: /path }`',
  tcp: '`tcp: host:port`',
  tls: '`tls: host:port`',
}

function stretch(node: SyntaxScalar, name: string, start: number, end: number): SyntaxEntry {
  const text = sliceMapped(node.text, start, end)
  const key = { text: name, span: node.span, map: [[0, node.span.start]] as const }
  const whole = start === 0 && end === node.text.text.length
  return { key, value: { node: 'scalar', span: text.span, text, value: whole ? node.value : text.text } }
}

function withDefaults(kind: CheckKind, own: SyntaxMap, defaults: SyntaxMap): SyntaxMap {
  const shape = kind.shape.node.type === 'forms' ? kind.shape.node.map : kind.shape.node
  const inherited = inheritedOf(kind, defaults, own)
  return mergeMaps(inherited, own, shape)
}

/** The defaults of the kind, and below them those it borrows from another kind. */
function inheritedOf(kind: CheckKind, defaults: SyntaxMap, own: SyntaxMap): SyntaxMap {
  const nothing: SyntaxMap = { node: 'map', span: own.span, entries: [] }
  const direct = entryOf(defaults, kind.name)?.value
  const base = direct?.node === 'map' ? direct : nothing
  if (kind.fallbackDefaults === undefined) return base
  const { kind: other, fields } = kind.fallbackDefaults
  const lender = entryOf(defaults, other)?.value
  if (lender?.node !== 'map') return base
  const borrowed = lender.entries.filter(
    ({ key }) => fields.includes(key.text) && entryOf(base, key.text) === undefined,
  )
  return { ...base, entries: [...borrowed, ...base.entries] }
}
