import {
  Composer,
  CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Parser,
  type Scalar,
  type YAMLSeq,
} from 'yaml'
import type { Diagnostic, ReportFault } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'
import { buildTree } from './build-tree.ts'
import type { RawNode } from './raw-node.ts'
import type { ScalarStyle } from './scalar-map.ts'
import { collector, type SyntaxNode, spanAt } from './syntax.ts'
import { type Bracket, explainFault, type SyntaxFault } from './syntax-fault.ts'

const DEEPEST = 64
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/

/** What a file says, or undefined when it does not parse or says nothing. Of faults that stop the reading only the first is reported. */
export function readSyntax(source: Source): {
  readonly root: SyntaxNode | undefined
  readonly diagnostics: readonly Diagnostic[]
} {
  const { report, diagnostics } = collector()
  const raw = readRaw(source, report)
  return { root: raw === undefined ? undefined : buildTree(source, raw, report), diagnostics }
}

/**
 * A function of its own: what the library makes of a file takes a hundred times the file's size, and nothing may hold it
 * while the tree is built.
 */
function readRaw(source: Source, report: ReportFault): RawNode | undefined {
  return readPiecewise(source) ?? readWhole(source, report)
}

/** So many elements of a list are composed at a time, once the parser is this far beyond them: it comes back to the last. */
const PIECE = 128
const OPEN = 2

/** What was read of lists before the rest, by where they begin. */
type ReadLists = Map<number, RawNode[]>

/**
 * Reads a file of which nothing is to be said; undefined for any other, since only the whole explains its faults well.
 * Nearly all of a long checklist stands in lists. Their elements are read and let go while the parser goes on; whatever
 * they are part of then finds only the last ones.
 */
function readPiecewise(source: Source): RawNode | undefined {
  if (CONTROL.test(source.text)) return undefined
  const lists: ReadLists = new Map()
  let sound = true
  const parser = new Parser(() => {
    for (const [depth, token] of parser.stack.entries()) {
      if (sound && token.type === 'block-seq' && token.items.length >= PIECE + OPEN) {
        sound = readPiece({ ...token, items: token.items.splice(0, PIECE) }, depth, lists)
      }
    }
  })
  const tokens = [...parser.parse(source.text)]
  const contents = sound ? contentsOf(tokens, 0) : undefined
  return contents === undefined ? undefined : rawNode(contents, lists)
}

function readPiece(value: CST.BlockSequence, depth: number, lists: ReadLists): boolean {
  const piece = contentsOf([{ type: 'document', offset: value.offset, start: [], value }], depth - 1)
  if (!isSeq<Node>(piece)) return false
  lists.set(value.offset, itemsOf(piece, lists))
  return true
}

/** What the only document says; undefined where anything is to be said about it. The tokens stand at some depth. */
function contentsOf(tokens: readonly CST.Token[], depth: number): Node | undefined {
  if (tooDeepIn(tokens, depth) !== undefined) return undefined
  const [document, second] = compose(tokens, 0)
  if (document === undefined || second !== undefined || document.directives.yaml.explicit === true) return undefined
  return document.errors.length + document.warnings.length > 0 ? undefined : (document.contents ?? undefined)
}

function readWhole(source: Source, report: ReportFault): RawNode | undefined {
  const document = parseYaml(source, report)
  const root = document?.contents
  if (root === null) {
    report({
      code: 'checklist-empty',
      span: spanAt(source, 0, 0),
      message: 'The checklist says nothing.',
      hint: 'Begin with a name and a check, such as `checks: [{ request: "GET https://example.com/health" }]`.',
    })
  }
  return root === undefined || root === null ? undefined : rawNode(root, new Map())
}

/** The one document of a file, when it parses. */
function parseYaml(source: Source, report: ReportFault): Document.Parsed | undefined {
  const control = CONTROL.exec(source.text)
  if (control !== null) return reportControl(source, control.index, report)
  const tokens = [...new Parser().parse(source.text)]
  const tooDeep = tooDeepIn(tokens, 0)
  if (tooDeep !== undefined) {
    report({
      code: 'nested-too-deep',
      span: spanAt(source, tooDeep, tooDeep + 1),
      message: `The file nests more than ${DEEPEST} levels deep.`,
      hint: 'Unnest it; a checklist needs a dozen levels at most.',
    })
    return undefined
  }
  const documents = compose(tokens, source.text.length)
  const fault = firstFault(documents)
  if (fault !== undefined) {
    report(explainFault(source, fault, bracketsOf(tokens)))
    return undefined
  }
  const [first, second] = documents
  if (second !== undefined) reportSecond(source, second.range[0], report)
  if (first !== undefined) reportDirectives(source, first, report)
  return first
}

function reportControl(source: Source, at: number, report: ReportFault): undefined {
  const name = source.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
  report({
    code: 'control-character',
    span: spanAt(source, at, at + 1),
    message: `The control character U+${name} may not stand in YAML.`,
    hint: `Remove it, or write it as an escape in double quotes: "\\u${name}".`,
  })
}

function reportSecond(source: Source, at: number, report: ReportFault): void {
  const marker = Math.max(0, source.text.lastIndexOf('---', at), source.text.lastIndexOf('\n...', at) + 1)
  report({
    code: 'several-documents',
    span: spanAt(source, marker, marker + 3),
    message: 'A checklist is one YAML document, and another one begins here.',
    hint: 'Remove the marker, or keep the second document in a file of its own.',
  })
}

/** `%YAML 1.1` would change what `yes` and `1:30` mean; tags of one's own mean nothing here. */
function reportDirectives(source: Source, document: Document.Parsed, report: ReportFault): void {
  if (document.directives?.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
    const at = source.text.indexOf('%YAML')
    report({
      code: 'yaml-version',
      span: spanAt(source, at, at + '%YAML 1.1'.length),
      message: 'A checklist is YAML 1.2.',
      hint: 'Remove the line.',
    })
  }
  for (const warning of document.warnings) {
    const [start, end] = warning.pos
    report({
      code: 'unknown-tag',
      span: spanAt(source, start, end),
      message: `\`${source.text.slice(start, end)}\` is a YAML tag, and a checklist knows no tags of its own.`,
      hint: 'Remove the tag; if the value is text that begins with `!`, put it in quotes.',
    })
  }
}

function compose(tokens: readonly CST.Token[], length: number): readonly Document.Parsed[] {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    stringKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
  return [...composer.compose(tokens, true, length)]
}

/** The earliest fault of the earliest document. An unknown tag is no reason to stop: the tree's own reader reports it. */
function firstFault(documents: readonly Document.Parsed[]): SyntaxFault | undefined {
  for (const document of documents) {
    const warnings = document.warnings.filter(warning => warning.code !== 'TAG_RESOLVE_FAILED')
    const faults = [...document.errors, ...warnings].map(({ code, message, pos }) => ({
      code,
      message,
      start: pos[0],
      end: pos[1],
    }))
    const [first] = faults.toSorted((a, b) => a.start - b.start)
    if (first !== undefined) return first
  }
  return undefined
}

/** Every token of a file with its depth. */
function* tokensIn(
  tokens: readonly CST.Token[],
  depth: number,
): Generator<{ readonly token: CST.Token; readonly depth: number }> {
  const stack = tokens.map(token => ({ token, depth }))
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next
    if (next.depth > DEEPEST) continue
    for (const child of childrenOf(next.token)) stack.push({ token: child, depth: next.depth + 1 })
  }
}

/** Where the nesting becomes too deep. */
function tooDeepIn(tokens: readonly CST.Token[], from: number): number | undefined {
  for (const { token, depth } of tokensIn(tokens, from)) if (depth > DEEPEST) return token.offset
  return undefined
}

/** Flow collections and quoted texts with their extent, for finding what was opened and not closed. */
function bracketsOf(tokens: readonly CST.Token[]): readonly Bracket[] {
  const brackets: Bracket[] = []
  for (const { token } of tokensIn(tokens, 0)) {
    if (token.type === 'flow-collection') {
      const close = token.end.find(end => end.type === 'flow-map-end' || end.type === 'flow-seq-end')
      const end = close === undefined ? Number.POSITIVE_INFINITY : close.offset + 1
      brackets.push({ open: token.start.source, start: token.offset, end, closed: close !== undefined })
    } else if (token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar') {
      const open = token.source.slice(0, 1)
      const closed = token.source.length > 1 && token.source.endsWith(open)
      brackets.push({ open, start: token.offset, end: token.offset + token.source.length, closed })
    }
  }
  return brackets
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value]
  if (!CST.isCollection(token)) return []
  return token.items.flatMap(item => [item.key, item.value]).filter(child => child !== null && child !== undefined)
}

function rawNode(node: Node, lists: ReadLists): RawNode {
  const [start, end] = node.range ?? [0, 0]
  const anchor = isAlias(node) ? undefined : node.anchor
  if (isAlias(node)) return { raw: 'alias', start, end, anchor, name: node.source }
  if (isScalar(node)) return rawScalar(node, start, end)
  if (isSeq<Node>(node)) return { raw: 'list', start, end, anchor, items: itemsOf(node, lists) }
  if (isMap<Node | null, Node | null>(node)) {
    const pairs = taken(node.items).map(({ key, value }) => ({
      key: key === null ? undefined : rawNode(key, lists),
      value: value === null ? undefined : rawNode(value, lists),
    }))
    return { raw: 'map', start, end, anchor, flow: node.flow === true, pairs }
  }
  throw new TypeError('The YAML library gave a node of an unknown type.')
}

/** With those that were read before. */
function itemsOf(list: YAMLSeq<Node>, lists: ReadLists): RawNode[] {
  const items = list.flow === true ? [] : (lists.get(list.range?.[0] ?? -1) ?? [])
  for (const item of taken(list.items)) items.push(rawNode(item, lists))
  return items
}

/** Empties a collection of the library's while it is read, so that what was read can be collected. */
function taken<T>(items: T[]): T[] {
  return items.splice(0)
}

function rawScalar(node: Scalar, start: number, end: number): RawNode {
  const token = node.srcToken
  const { value } = node
  const typed = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : null
  return {
    raw: 'scalar',
    start,
    end,
    anchor: node.anchor,
    value: typed,
    how: token === undefined ? undefined : styleOf(token),
  }
}

function styleOf(token: CST.Token): ScalarStyle | undefined {
  if (token.type === 'block-scalar') {
    const header = token.props.reduce((length, prop) => length + CST.stringify(prop).length, 0)
    return { style: 'block', content: token.offset + header }
  }
  if (token.type === 'single-quoted-scalar') return { style: 'single' }
  if (token.type === 'double-quoted-scalar') return { style: 'double' }
  return token.type === 'scalar' && token.source !== '' ? { style: 'plain' } : undefined
}
