import type { ReportFault } from '../model/diagnostic.ts'
import { type ExactNumber, numberFromText } from '../model/json.ts'
import type { MappedText, Source, Span } from '../model/source.ts'
import { mended, quoted } from './mended-line.ts'
import type { RawAlias, RawMap, RawNode, RawScalar } from './raw-node.ts'
import { mapScalar } from './scalar-map.ts'
import { swallowedComment, swallowedSelector } from './swallowed.ts'
import { type SyntaxEntry, type SyntaxNode, spanAt } from './syntax.ts'

/** More than any author needs, and few enough that nested aliases cannot blow a small file up. */
const MOST_ALIASES = 100

interface Building {
  readonly source: Source
  readonly report: ReportFault
  /** What anchors stand for so far, with how many aliases are in it; `undefined` while it is being read. */
  readonly anchors: Map<string, { readonly node: SyntaxNode; readonly aliases: number } | undefined>
  aliases: number
}

/** Makes the tree of what YAML read, and finds what YAML allows but no author means. */
export function buildTree(source: Source, root: RawNode, report: ReportFault): SyntaxNode {
  return build({ source, report, anchors: new Map(), aliases: 0 }, root)
}

function build(building: Building, raw: RawNode): SyntaxNode {
  if (raw.raw === 'alias') return resolveAlias(building, raw)
  if (raw.anchor === undefined) return buildNode(building, raw)
  const before = building.aliases
  building.anchors.set(raw.anchor, undefined)
  const node = buildNode(building, raw)
  building.anchors.set(raw.anchor, { node, aliases: building.aliases - before })
  return node
}

function buildNode(building: Building, raw: Exclude<RawNode, RawAlias>): SyntaxNode {
  const span = spanAt(building.source, raw.start, raw.end)
  if (raw.raw === 'scalar') return buildScalar(building, raw, span)
  if (raw.raw === 'map') return buildMap(building, raw, span)
  return { node: 'list', span, items: raw.items.map(item => build(building, item)) }
}

function resolveAlias(building: Building, alias: RawAlias): SyntaxNode {
  const span = spanAt(building.source, alias.start, alias.end)
  const target = building.anchors.get(alias.name)
  if (target === undefined) {
    const circular = building.anchors.has(alias.name)
    building.report({
      code: 'bad-alias',
      span,
      message: circular
        ? `\`*${alias.name}\` stands inside the very value it stands for.`
        : `\`*\` begins an alias in YAML, and there is no anchor \`&${alias.name}\` above.`,
      hint: circular
        ? 'Remove the alias.'
        : `If it is text, quote it: ${mended(building.source, alias.start, alias.end, quoted)}.`,
    })
    return { node: 'broken', span }
  }
  const before = building.aliases
  building.aliases += 1 + target.aliases
  if (building.aliases <= MOST_ALIASES) return target.node
  // A flood of aliases is one diagnostic: only the one that crosses the line is reported.
  if (before > MOST_ALIASES) return { node: 'broken', span }
  building.report({
    code: 'too-many-aliases',
    span,
    message: `The file uses more than ${MOST_ALIASES} aliases, those inside of what aliases stand for counted too.`,
    hint: 'Write the values out, or move what repeats to `defaults` or `vars`.',
  })
  return { node: 'broken', span }
}

function buildScalar(building: Building, raw: RawScalar, span: Span): SyntaxNode {
  const { source, report } = building
  const { value, how } = raw
  if (how === undefined && typeof value !== 'string') {
    reportMissing(building, span, 'This element')
    return { node: 'broken', span }
  }
  const spelling = source.text.slice(raw.start, raw.end)
  const trimmed = spanAt(source, raw.start, raw.start + spelling.trimEnd().length)
  if (how?.style === 'plain' && typeof value === 'string' && swallowedComment(source, raw.start, raw.end, report)) {
    return { node: 'broken', span }
  }
  if (spelling.includes('${{')) return reportGithub(building, raw)
  const number = typeof value === 'number' ? exactNumber(spelling, value) : undefined
  if (typeof value === 'number' && number === undefined) {
    report({
      code: 'not-a-json-number',
      span,
      message: `\`${spelling}\` is a number to YAML, but not to JSON.`,
      hint: `If it is text, quote it: ${mended(source, raw.start, raw.end, quoted)}.`,
    })
    return { node: 'broken', span }
  }
  const text = typeof value === 'string' ? value : spelling
  return {
    node: 'scalar',
    span: trimmed,
    text: mapScalar(text, trimmed, how ?? { style: 'plain' }),
    value: number ?? value,
  }
}

/** Decimals exactly as spelled, `0x1F` and `0o17` by value; undefined for `.inf` and `.nan`. */
function exactNumber(spelling: string, value: number): number | ExactNumber | undefined {
  if (/^0[xo]/.test(spelling)) return numberFromText(BigInt(spelling).toString())
  const parts = /^([-+]?)0*(\d*)(?:\.(\d*))?((?:[eE][-+]?\d+)?)$/.exec(spelling)
  if (parts === null) return Number.isFinite(value) ? value : undefined
  const [, sign = '', whole = '', fraction = '', power = ''] = parts
  return numberFromText(`${sign === '-' ? '-' : ''}${whole || '0'}${fraction === '' ? '' : `.${fraction}`}${power}`)
}

function reportGithub(building: Building, raw: RawScalar): SyntaxNode {
  const { source, report } = building
  const start = source.text.indexOf('${{', raw.start)
  const close = source.text.indexOf('}}', start)
  const span = spanAt(source, start, close === -1 || close > raw.end ? raw.end : close + 2)
  report({
    code: 'github-expression',
    span,
    message: `\`\${{ … }}\` is an expression of GitHub's workflows, which are not read here.`,
    hint: 'Hand the value over as an environment variable of the step, declare it under `vars` as `name: { env: NAME }`, and write `"{{ $name }}"`.',
  })
  return { node: 'broken', span }
}

function reportMissing(building: Building, span: Span, what: string): void {
  building.report({
    code: 'missing-value',
    span,
    message: `${what} has no value.`,
    hint: 'Write the value, or indent what belongs to it; if nothing is meant, write `null`, `""`, `[]` or `{}`.',
  })
}

function buildMap(building: Building, raw: RawMap, span: Span): SyntaxNode {
  const { source, report } = building
  if (raw.flow && source.text.startsWith('{{', raw.start) && isHole(raw)) {
    report({
      code: 'unquoted-hole',
      span,
      message: 'Without quotes YAML reads `{{ … }}` as a map.',
      hint: `Put the value in quotes: ${mended(source, raw.start, raw.end, quoted)}.`,
    })
    return { node: 'broken', span }
  }
  const entries: SyntaxEntry[] = []
  const names = new Set<string>()
  let doubled = false
  for (const pair of raw.pairs) {
    const key = readKey(building, pair.key, raw)
    if (key === undefined) continue
    const value = pairValue(building, raw, key, pair.value)
    if (!names.has(key.text)) entries.push({ key, value })
    // Only the first: where the dash between two entries is missing, all their keys are double.
    else if (!doubled) reportDuplicate(key, report)
    doubled ||= names.has(key.text)
    names.add(key.text)
  }
  return { node: 'map', span, entries }
}

/** `{{ $x }}` is a flow map whose only key is a flow map. */
function isHole(raw: RawMap): boolean {
  return raw.pairs.length === 1 && raw.pairs[0]?.key?.raw === 'map'
}

function reportDuplicate(key: MappedText, report: ReportFault): void {
  report({
    code: 'duplicate-key',
    span: key.span,
    message: `\`${key.text}\` stands twice in the same map.`,
    hint: 'Keep one of them; several values of one key are a list.',
  })
}

function readKey(building: Building, raw: RawNode | undefined, map: RawMap): MappedText | undefined {
  const { source, report } = building
  const span = spanAt(source, raw?.start ?? map.start, raw?.end ?? map.start + 1)
  const written = source.text.slice(span.start, span.end)
  if (written.includes('{{')) {
    report({
      code: 'hole-in-key',
      span,
      message: 'A key is never a template, so `{{ … }}` may not stand in it.',
      hint: 'Write the key out, or name what varies in the value.',
    })
    return undefined
  }
  if (raw?.raw !== 'scalar' || raw.how === undefined) {
    report({
      code: 'complex-key',
      span,
      message: 'A key must be text.',
      hint: 'Write `key: value`; a key with brackets, `*`, `?` or `:` stands in quotes.',
    })
    return undefined
  }
  if (raw.how.style === 'plain' && written === '<<') {
    report({
      code: 'merge-key',
      span,
      message: 'Merge keys (`<<`) are not part of YAML 1.2.',
      hint: 'Repeat the keys, or give them once under `defaults` of the file or of a section.',
    })
    return undefined
  }
  return mapScalar(typeof raw.value === 'string' ? raw.value : written, span, raw.how)
}

function pairValue(building: Building, map: RawMap, key: MappedText, raw: RawNode | undefined): SyntaxNode {
  if (raw !== undefined && !(raw.raw === 'scalar' && raw.how === undefined && typeof raw.value !== 'string')) {
    const value = build(building, raw)
    if (key.text === 'html') swallowedSelector(building.source, key.span, raw.end, building.report)
    return value
  }
  const span = key.span
  if (raw === undefined && map.flow) reportFlowEntry(building, map, key)
  else if (!swallowedValue(building, key)) reportMissing(building, span, `\`${key.text}\``)
  return { node: 'broken', span }
}

/** Nothing follows a key because all of it was a comment. */
function swallowedValue(building: Building, key: MappedText): boolean {
  const { source, report } = building
  if (key.text === 'html' && swallowedSelector(source, key.span, key.span.end, report)) return true
  const colon = /\s*:/y
  colon.lastIndex = key.span.end
  const end = key.span.end + (colon.exec(source.text)?.[0].length ?? 0)
  const first = /[ \t]*/y
  first.lastIndex = end
  const gap = first.exec(source.text)?.[0].length ?? 0
  return swallowedComment(source, end + gap, end, report)
}

/** `{ note: Hello, world }`: the text was cut at its comma. */
function reportFlowEntry(building: Building, map: RawMap, key: MappedText): void {
  const { source, report } = building
  const index = map.pairs.findIndex(pair => pair.key?.start === key.span.start)
  const before = map.pairs[index - 1]?.value
  const joined = before?.raw === 'scalar' && before.how?.style === 'plain'
  report({
    code: 'flow-entry-without-colon',
    span: key.span,
    message: `\`${key.text}\` is an entry of a map in braces, but it has no colon and no value.`,
    hint: joined
      ? `If it belongs to the text before the comma, quote the whole: ${mended(source, before.start, key.span.end, quoted)}.`
      : `Write \`${key.text}: value\`, or put text that holds a comma in quotes.`,
  })
}
