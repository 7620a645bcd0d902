import { Composer, CST, type Document, isAlias, isMap, isScalar, isSeq, type Node, Parser, type Scalar } from 'yaml'
import type { Diagnostic, ReportFault } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'
import { buildTree } from './build-tree.ts'
import type { RawNode } from './raw-node.ts'
import type { ScalarStyle } from './scalar-map.ts'
import { collector, type SyntaxNode, spanAt } from './syntax.ts'
import { type Bracket, explainFault, type SyntaxFault } from './syntax-fault.ts'

const DEEPEST = 64

/** What a file says, or undefined when it does not parse or says nothing. Of faults that stop the reading only the first is reported. */
export function readSyntax(source: Source): {
  readonly root: SyntaxNode | undefined
  readonly diagnostics: readonly Diagnostic[]
} {
  const { report, diagnostics } = collector()
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
  return {
    root: root === undefined || root === null ? undefined : buildTree(source, rawNode(root), report),
    diagnostics,
  }
}

/** The one document of a file, when it parses. */
function parseYaml(source: Source, report: ReportFault): Document.Parsed | undefined {
  const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.exec(source.text)
  if (control !== null) return reportControl(source, control.index, report)
  const tokens = [...new Parser().parse(source.text)]
  const brackets = bracketsOf(tokens)
  if (typeof brackets === 'number') {
    report({
      code: 'nested-too-deep',
      span: spanAt(source, brackets, brackets + 1),
      message: `The file nests more than ${DEEPEST} levels deep.`,
      hint: 'Unnest it; a checklist needs a dozen levels at most.',
    })
    return undefined
  }
  const documents = compose(tokens, source.text.length)
  const fault = firstFault(documents)
  if (fault !== undefined) {
    report(explainFault(source, fault, brackets))
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

/** Flow collections and quoted texts with their extent, for finding what was opened and not closed; or the offset where the nesting is too deep. */
function bracketsOf(tokens: readonly CST.Token[]): readonly Bracket[] | number {
  const brackets: Bracket[] = []
  const stack: { token: CST.Token; depth: number }[] = tokens.map(token => ({ token, depth: 0 }))
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { token, depth } = next
    if (depth > DEEPEST) return token.offset
    if (token.type === 'flow-collection') {
      const close = token.end.find(end => end.type === 'flow-map-end' || end.type === 'flow-seq-end')
      const end = close === undefined ? Number.POSITIVE_INFINITY : close.offset + 1
      brackets.push({ open: token.start.source, start: token.offset, end, closed: close !== undefined })
    } else if (token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar') {
      const open = token.source.slice(0, 1)
      const closed = token.source.length > 1 && token.source.endsWith(open)
      brackets.push({ open, start: token.offset, end: token.offset + token.source.length, closed })
    }
    for (const child of childrenOf(token)) stack.push({ token: child, depth: depth + 1 })
  }
  return brackets
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value]
  if (!CST.isCollection(token)) return []
  return token.items.flatMap(item => [item.key, item.value]).filter(child => child !== null && child !== undefined)
}

function rawNode(node: Node): RawNode {
  const [start, end] = node.range ?? [0, 0]
  const anchor = isAlias(node) ? undefined : node.anchor
  if (isAlias(node)) return { raw: 'alias', start, end, anchor, name: node.source }
  if (isScalar(node)) return rawScalar(node, start, end)
  if (isSeq<Node>(node)) return { raw: 'list', start, end, anchor, items: node.items.map(rawNode) }
  if (isMap<Node | null, Node | null>(node)) {
    const pairs = node.items.map(({ key, value }) => ({
      key: key === null ? undefined : rawNode(key),
      value: value === null ? undefined : rawNode(value),
    }))
    return { raw: 'map', start, end, anchor, flow: node.flow === true, pairs }
  }
  throw new TypeError('The YAML library gave a node of an unknown type.')
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
