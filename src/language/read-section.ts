import type { Entry, Section } from '../model/checklist.ts'
import type { Span } from '../model/source.ts'
import type { Template } from '../model/template.ts'
import { allowedElsewhere, READY_KEYS, SECTION_KEYS } from './entry-keys.ts'
import { mergeDefaults } from './merge-defaults.ts'
import { readCheck } from './read-check.ts'
import { entryMap, type FileContext, type Place, readCommon, readKey, reportNotYet, shapes } from './read-entry.ts'
import { readWaiting } from './read-waiting.ts'
import { knownKeys, reportType } from './reading.ts'
import { entryOf, type SyntaxEntry, type SyntaxMap, type SyntaxNode } from './syntax.ts'
import { code, given } from './wording.ts'

/** The entries of a list, each a section when it has `checks` and a check otherwise. `prefix` makes their keys: `checks`, `checks.2.checks`. */
export function readEntries(
  nodes: readonly SyntaxNode[],
  prefix: string,
  place: Place,
  context: FileContext,
): readonly Entry[] {
  return nodes.flatMap((node, index) => {
    const map = entryMap(node, 'an entry of `checks`', context)
    if (map === undefined) return []
    const own = { ...place, key: `${prefix}.${index}` }
    const entry = entryOf(map, 'checks') === undefined ? readCheck(map, own, context) : readSection(map, own, context)
    return entry === undefined ? [] : [entry]
  })
}

function readSection(map: SyntaxMap, place: Place, context: FileContext): Section | undefined {
  reportNotYet(map, context)
  const kind = map.entries.find(({ key }) => context.kinds.has(key.text))
  if (kind !== undefined) reportKind(kind, context)
  return section(map, place, context, { known: SECTION_KEYS, children: `${place.key}.checks` })
}

/** `ready`: a section that must hold as a whole before anything else runs. */
export function readReady(entry: SyntaxEntry, place: Place, context: FileContext): Section | undefined {
  const { reading } = context
  const map = entry.value
  if (map.node !== 'map') {
    context.namesLost()
    return map.node === 'broken'
      ? undefined
      : reportType(map, 'a map with `within` and `checks`', { ...reading, subject: 'ready' })
  }
  const missing = ['within', 'checks'].filter(name => entryOf(map, name) === undefined)
  for (const name of missing) {
    reading.report({
      code: 'missing-key',
      span: entry.key.span,
      message: `\`ready\` lacks ${code(name)}.`,
      hint:
        name === 'within'
          ? 'Say how long to wait at most, such as `within: 3m`.'
          : 'Add what must hold, a list: `checks: [{ request: GET /health }]`.',
    })
  }
  if (missing.includes('checks')) return undefined
  const ready = section(map, place, context, { known: READY_KEYS, children: 'ready' })
  return ready === undefined || ready.name !== undefined ? ready : { ...ready, name: readyName(entry.key.span) }
}

function readyName(span: Span): Template<string> {
  return { node: 'template', place: 'text', parts: ['Ready'], span }
}

function section(
  map: SyntaxMap,
  place: Place,
  context: FileContext,
  form: { readonly known: readonly string[]; readonly children: string },
): Section | undefined {
  const { reading, kinds } = context
  const isReady = form.children === 'ready'
  const rest = {
    ...map,
    entries: map.entries.filter(
      ({ key }) => !kinds.has(key.text) && !['each', 'include', 'containers'].includes(key.text),
    ),
  }
  const asSection = { ...reading, subject: isReady ? 'ready' : 'a section' }
  if (!knownKeys(rest, form.known, { ...asSection, elsewhere: key => allowedElsewhere(key, kinds) }))
    context.namesLost()
  const common = readCommon(map, place, context)
  const defaults = mergeDefaults(place.defaults, entryOf(map, 'defaults')?.value, context)
  const list = entryOf(map, 'checks')?.value
  const nodes = list === undefined ? [] : listOf(list, context)
  const waiting = isReady ? readWaiting(map, reading) : undefined
  return {
    entry: 'section',
    ...common,
    parallel: readKey(map, 'parallel', shapes.parallel, reading) ?? false,
    ...given('waiting', waiting),
    checks: readEntries(nodes, form.children, { ...place, tags: common.tags, defaults }, context),
  }
}

/** A list of entries; an empty one checks nothing. */
export function listOf(node: SyntaxNode, context: FileContext): readonly SyntaxNode[] {
  if (node.node === 'list' && node.items.length > 0) return node.items
  context.namesLost()
  if (node.node === 'list') {
    context.reading.report({
      code: 'empty-list',
      span: node.span,
      message: 'The list of `checks` is empty, so nothing is checked.',
      hint: 'Add a check, or remove the key.',
    })
  } else if (node.node !== 'broken') {
    reportType(node, 'a list of checks, each behind a dash', { ...context.reading, subject: 'checks' })
  }
  return []
}

function reportKind(kind: SyntaxEntry, context: FileContext): void {
  context.reading.report({
    code: 'two-kinds',
    span: kind.key.span,
    message: `A section has \`checks\` and no kind of its own, and this one has ${code(kind.key.text)}.`,
    hint: `Move ${code(kind.key.text)} into a check of its own below \`checks\`.`,
  })
}
