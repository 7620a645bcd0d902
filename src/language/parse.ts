import type { CheckKind } from '../kinds/kind.ts'
import type { Checklist, Section, TargetOnly, Variable } from '../model/checklist.ts'
import { databaseShape, hostShape } from '../model/connections.ts'
import type { Diagnostic, ReportFault } from '../model/diagnostic.ts'
import { map, type Shape, word } from '../model/shape.ts'
import type { Source } from '../model/source.ts'
import { allowedElsewhere, FILE_KEYS } from './entry-keys.ts'
import { readSyntax } from './field-reader.ts'
import { liftEnvironment } from './lift-environment.ts'
import { mergeDefaults } from './merge-defaults.ts'
import { type FileContext, type Place, readKey } from './read-entry.ts'
import { listOf, readEntries, readReady } from './read-section.ts'
import { readVariables, secretNames } from './read-variables.ts'
import { knownKeys, type Reading, reportType } from './reading.ts'
import { collector, entryOf, inOrder, type SyntaxMap } from './syntax.ts'
import { applyTarget, readTargets, reportUnknownTarget } from './targets.ts'
import { given } from './wording.ts'

/**
 * Reads a checklist for a target. Every other target is read as well, so that its faults are found before it is chosen;
 * what they make of the file stands in `alternatives`. `checklist` is undefined when the file cannot be read at all;
 * with errors among the diagnostics it holds what could be read, good enough to look for more.
 */
export function parseChecklist(
  source: Source,
  options: { readonly kinds: ReadonlyMap<string, CheckKind>; readonly target: string | null },
): { readonly checklist: Checklist | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { root, diagnostics: syntax } = readSyntax(source)
  const { report, diagnostics } = collector()
  const reading: Reading = { subject: 'the checklist', report }
  if (root !== undefined && root.node !== 'map' && root.node !== 'broken') {
    reportType(root, 'a map with `name` and `checks`', reading)
  }
  if (root?.node !== 'map') return { checklist: undefined, diagnostics: inOrder([...syntax, ...diagnostics]) }
  const targets = readTargets(root, reading)
  if (options.target !== null && !targets.has(options.target)) {
    reportUnknownTarget(options.target, root, targets.keys(), reading)
  }
  const broken = syntax.length > 0 || diagnostics.length > 0
  const assembled = (target: string | null) =>
    assemble({ source, file: root, targets, target, kinds: options.kinds, reading, broken })
  const chosen = assembled(options.target)
  const others = [...targets.keys()].filter(name => name !== options.target).map(assembled)
  return {
    checklist: Object.freeze({ ...chosen, alternatives: others }),
    diagnostics: inOrder([...syntax, ...diagnostics]),
  }
}

/** The checklist as it is for one target. */
function assemble(input: {
  readonly source: Source
  readonly file: SyntaxMap
  readonly targets: ReadonlyMap<string, SyntaxMap>
  readonly target: string | null
  readonly kinds: FileContext['kinds']
  readonly reading: Reading
  readonly broken: boolean
}): Checklist {
  const { source, targets, target, kinds } = input
  let namesLost = input.broken
  let faults = 0
  const report: ReportFault = fault => {
    faults += 1
    // What is written under a key that is not known may have been anything.
    namesLost ||= ['unknown-key', 'bad-name'].includes(fault.code)
    input.reading.report(fault)
  }
  const reading = { ...input.reading, report }
  const merged = applyTarget(input.file, target === null ? undefined : targets.get(target), kinds)
  const { file, lifted } = withoutEnvironment(merged, reading)
  if (!knownKeys(file, FILE_KEYS, { ...reading, elsewhere: key => allowedElsewhere(key, kinds) })) namesLost = true
  const hosts = readNamed(file, 'hosts', hostShape, reading)
  const hostsLost = input.broken || faults > 0
  const databases = readNamed(file, 'databases', databaseShape, reading)
  const reader = {
    reading,
    kinds,
    hosts: namesUnder(file, 'hosts'),
    databases: namesUnder(file, 'databases'),
    namesLost: () => {
      namesLost = true
    },
  }
  const staysSecret = secretNames(entryOf(input.file, 'vars')?.value)
  const nothing: SyntaxMap = { node: 'map', span: file.span, entries: [] }
  const defaults = mergeDefaults(nothing, entryOf(file, 'defaults')?.value, reader)
  const variables = [...readVariables(entryOf(file, 'vars')?.value, staysSecret, reading), ...lifted]
  const context: FileContext = { ...reader, surroundingsLost: input.broken || faults > 0 }
  const place: Place = { key: '', tags: [], defaults, cleanup: false }
  const ready = readyOf(file, place, context)
  const checks = readEntries(checksOf(file, context), 'checks', place, context)
  const checklist = {
    source,
    name: readKey(file, 'name', word('a name'), reading) ?? source.path.split('/').at(-1) ?? source.path,
    variables,
    hosts,
    hostsLost,
    databases,
    targetNames: [...targets.keys()],
    target,
    ...given('targetOnly', target === null ? undefined : targetOnly(merged, input.file)),
    ...given('ready', ready),
    checks,
  }
  return namesLost ? { ...checklist, namesLost } : checklist
}

/** The names that the file has not by itself. */
function targetOnly(file: SyntaxMap, own: SyntaxMap): readonly TargetOnly[] {
  return (['vars', 'hosts', 'databases'] as const).flatMap(under => {
    const before = namesUnder(own, under)
    const value = entryOf(file, under)?.value
    const added = value?.node === 'map' ? value.entries.filter(({ key }) => !before.includes(key.text)) : []
    return added.map(({ key }) => ({ under, name: key.text, nameSpan: key.span }))
  })
}

/** The file with what connections read of the environment made into variables. */
function withoutEnvironment(file: SyntaxMap, reading: Reading): { file: SyntaxMap; lifted: readonly Variable[] } {
  const lifted: Variable[] = []
  const entries = file.entries.map(entry => {
    if (entry.key.text !== 'hosts' && entry.key.text !== 'databases') return entry
    const { node, variables } = liftEnvironment(entry.key.text, entry.value, reading)
    lifted.push(...variables)
    return { ...entry, value: node }
  })
  return { file: { ...file, entries }, lifted }
}

function readyOf(file: SyntaxMap, place: Place, context: FileContext): Section | undefined {
  const entry = entryOf(file, 'ready')
  if (entry === undefined) return undefined
  // The gate waits as a whole: what the file says of waiting is for single checks and would make each round long.
  const waits = ['within', 'every', 'consecutive']
  const defaults = { ...place.defaults, entries: place.defaults.entries.filter(({ key }) => !waits.includes(key.text)) }
  return readReady(entry, { ...place, key: 'ready', defaults }, context)
}

function checksOf(file: SyntaxMap, context: FileContext) {
  const entry = entryOf(file, 'checks')
  if (entry !== undefined) return listOf(entry.value, context)
  // A key that is misspelled is reported as such, and is probably this one.
  if (file.entries.every(({ key }) => FILE_KEYS.some(name => name === key.text))) {
    context.reading.report({
      code: 'no-checks',
      span: { ...file.span, end: file.span.start },
      message: 'The checklist has no `checks`, so it verifies nothing.',
      hint: 'Add `checks:` with at least one check, such as `- request: GET /health`.',
    })
  }
  return []
}

function readNamed<V>(file: SyntaxMap, key: string, shape: Shape<V>, reading: Reading): Readonly<Record<string, V>> {
  const entries = readKey(file, key, map(shape), reading) ?? []
  return Object.fromEntries(entries.map(({ name, value }) => [name, value]))
}

/** The names declared under a key, also of those that could not be read. */
function namesUnder(file: SyntaxMap, key: string): readonly string[] {
  const value = entryOf(file, key)?.value
  return value?.node === 'map' ? value.entries.map(entry => entry.key.text) : []
}
