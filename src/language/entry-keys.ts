import type { CheckKind } from '../kinds/kind.ts'
import type { ShapeNode } from '../model/shape.ts'
import { code, listed } from './wording.ts'

export const FILE_KEYS = ['name', 'vars', 'hosts', 'databases', 'targets', 'defaults', 'ready', 'checks'] as const
export const TARGET_KEYS = ['vars', 'hosts', 'databases', 'defaults'] as const
export const WAITING_KEYS = ['within', 'every', 'consecutive'] as const
const ENTRY_KEYS = ['name', 'id', 'if', 'needs', 'tags'] as const
export const SECTION_KEYS: readonly string[] = [...ENTRY_KEYS, 'checks', 'parallel', 'defaults']
export const READY_KEYS: readonly string[] = [...SECTION_KEYS, ...WAITING_KEYS]
export const CHECK_KEYS: readonly string[] = [
  ...ENTRY_KEYS,
  ...WAITING_KEYS,
  'expect',
  'capture',
  'timeout',
  'repeat',
  'severity',
  'fix',
  'cleanup',
]
export const INHERITED_KEYS: readonly string[] = [...WAITING_KEYS, 'timeout', 'severity']

/** Words of the language that this version knows and does not carry out yet. */
export const NOT_YET: Readonly<Record<string, string>> = {
  each: 'Copies of an entry for each item',
  include: 'Including another file',
}

export type Kinds = ReadonlyMap<string, CheckKind>

/** A sentence that says where a key may stand that is unknown where it was written. */
export function allowedElsewhere(key: string, kinds: Kinds): string | undefined {
  const places: readonly (readonly [place: string, keys: readonly string[]])[] = [
    ['a check', CHECK_KEYS],
    ['a section', SECTION_KEYS],
    ['`ready`', WAITING_KEYS],
    ['the top level of the file', FILE_KEYS],
    ...[...kinds.values()].map(kind => [code(kind.name), fieldsOf(kind.shape.node)] as const),
    ['the `expect` of a check', [...new Set(['jq', ...[...kinds.values()].flatMap(kind => Object.keys(kind.parts))])]],
    ['`defaults`', [...INHERITED_KEYS, ...kinds.keys()]],
  ]
  const found = places.filter(([, keys]) => keys.includes(key)).map(([place]) => place)
  return found.length === 0 ? undefined : `${code(key)} may stand in ${listed(found.slice(0, 3), 'or')}.`
}

function fieldsOf(shape: ShapeNode): readonly string[] {
  const map = shape.type === 'forms' ? shape.map : shape
  return map?.type === 'object' ? Object.keys(map.fields) : []
}
