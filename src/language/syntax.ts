import type { Diagnostic, ReportFault } from '../model/diagnostic.ts'
import type { Json } from '../model/json.ts'
import type { MappedText, Source, Span } from '../model/source.ts'

/** A file as a tree of maps, lists and scalars in which everything knows where it stands. Aliases are resolved. */
export type SyntaxNode = SyntaxMap | SyntaxList | SyntaxScalar | BrokenNode

export interface SyntaxMap {
  readonly node: 'map'
  readonly span: Span
  /** In written order. Keys are texts as spelled: `429` is `"429"`. */
  readonly entries: readonly SyntaxEntry[]
}

export interface SyntaxEntry {
  readonly key: MappedText
  readonly value: SyntaxNode
}

export interface SyntaxList {
  readonly node: 'list'
  readonly span: Span
  readonly items: readonly SyntaxNode[]
}

/** `text` is the value of a text and the source spelling of everything else; `value` is typed, with exact numbers. */
export interface SyntaxScalar {
  readonly node: 'scalar'
  readonly span: Span
  readonly text: MappedText
  readonly value: Json
}

/** What could not be read. Its fault is reported already: readers pass over it in silence, so that one slip is one diagnostic. */
export interface BrokenNode {
  readonly node: 'broken'
  readonly span: Span
}

export function spanAt(source: Source, start: number, end: number): Span {
  return { source, start, end }
}

export function entryOf(map: SyntaxMap, name: string): SyntaxEntry | undefined {
  return map.entries.find(entry => entry.key.text === name)
}

/** An explicit `null`: what removes an inherited value. */
export function isNull(node: SyntaxNode): boolean {
  return node.node === 'scalar' && node.value === null
}

/** What a node is, for messages that say what was found. */
export function found(node: SyntaxNode): string {
  if (node.node === 'map') return 'a map'
  if (node.node === 'list') return 'a list'
  if (node.node === 'broken' || node.value === null) return 'null'
  if (typeof node.value === 'boolean') return `\`${node.text.text}\`, which is a boolean`
  if (typeof node.value === 'string') return node.text.text === '' ? 'an empty text' : 'text'
  return `\`${node.text.text}\`, which is a number`
}

/** Collects faults as diagnostics, each code once a place: shared trees (aliases, defaults) are read more than once. */
export function collector(): { readonly report: ReportFault; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const seen = new Set<string>()
  const report: ReportFault = fault => {
    const place = `${fault.code} ${fault.span.source.path} ${fault.span.start} ${fault.span.end}`
    if (seen.has(place)) return
    seen.add(place)
    diagnostics.push({ severity: 'error', ...fault })
  }
  return { report, diagnostics }
}

/** Beyond these nobody reads on. */
const MOST_DIAGNOSTICS = 100

/** By position, each code once a place; a flood is cut, and says so. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = collector()
  for (const diagnostic of diagnostics) {
    const { severity, ...fault } = diagnostic
    unique.report(severity === 'warning' ? { ...fault, severity } : fault)
  }
  const sorted = unique.diagnostics.toSorted((a, b) => a.span.start - b.span.start)
  const next = sorted[MOST_DIAGNOSTICS]
  if (next === undefined) return sorted
  const more: Diagnostic = {
    code: 'more-faults',
    severity: 'error',
    span: next.span,
    message: `From here on there are ${sorted.length - MOST_DIAGNOSTICS} more.`,
    hint: 'Mend those above first: many faults often have one cause.',
  }
  return [...sorted.slice(0, MOST_DIAGNOSTICS), more]
}
