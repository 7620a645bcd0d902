import type { CheckKind } from '../kinds/kind.ts'
import { CAPTURE_SOURCES, type Capture, type CaptureSource } from '../model/checklist.ts'
import { boolean, pattern, program, text, word } from '../model/shape.ts'
import type { MappedText } from '../model/source.ts'
import { type FileContext, readKey } from './read-entry.ts'
import { readJson } from './read-shape.ts'
import { knownKeys, type Reading, readProgram, reportType } from './reading.ts'
import { entryOf, type SyntaxEntry, type SyntaxMap } from './syntax.ts'
import { code, given, listed } from './wording.ts'

export const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/
const KEYS = [...CAPTURE_SOURCES, 'attribute', 'secret', 'default']

/** The captures of a check in written order. */
export function readCaptures(map: SyntaxMap, kind: CheckKind, context: FileContext): readonly Capture[] {
  const value = entryOf(map, 'capture')?.value
  if (value === undefined) return []
  const reading = { ...context.reading, subject: 'capture' }
  if (value.node !== 'map') {
    context.namesLost()
    if (value.node !== 'broken')
      reportType(value, 'a map of names and jq programs, such as `token: .access_token`', reading)
    return []
  }
  return value.entries.flatMap(entry => {
    const capture = readCapture(entry, kind, reading)
    if (capture === undefined) context.namesLost()
    return capture === undefined ? [] : [capture]
  })
}

function readCapture({ key, value }: SyntaxEntry, kind: CheckKind, outer: Reading): Capture | undefined {
  const reading = { ...outer, subject: key.text }
  if (value.node === 'broken' || !isVariableName(key, reading)) return undefined
  const base = { name: key.text, nameSpan: key.span, span: value.span }
  if (value.node === 'scalar' && value.value !== null) {
    if (!offers(kind, 'jq', key, reading)) return undefined
    const read = readProgram(value.text, reading)
    return read && { ...base, from: { source: 'jq', program: read }, secret: false }
  }
  if (value.node !== 'map') return reportType(value, 'a jq program, or a map with one of its sources', reading)
  const fallback = entryOf(value, 'default')?.value
  const from = readSource(value, kind, reading)
  const read = fallback && readJson(fallback, { ...reading, subject: 'default' })
  if (from === undefined || (fallback !== undefined && read === undefined)) return undefined
  return { ...base, from, secret: readKey(value, 'secret', boolean(), reading) ?? false, ...given('default', read) }
}

export function isVariableName(key: MappedText, reading: Reading): boolean {
  if (VARIABLE_NAME.test(key.text)) return true
  const near = key.text.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_')
  reading.report({
    code: 'bad-name',
    span: key.span,
    message: `${code(key.text)} cannot be the name of a variable: it must be readable in jq as \`$name\`.`,
    hint: `Use letters, digits and \`_\`, and no digit first, such as \`${near}\`.`,
  })
  return false
}

function readSource(map: SyntaxMap, kind: CheckKind, reading: Reading): Capture['from'] | undefined {
  if (!knownKeys(map, KEYS, reading)) return undefined
  const sources = map.entries.filter(({ key }) => CAPTURE_SOURCES.some(source => source === key.text))
  const [first, second] = sources
  const attribute = entryOf(map, 'attribute')
  if (first === undefined || second !== undefined || (attribute !== undefined && first.key.text !== 'html')) {
    reading.report({
      code: 'capture-source',
      span: second?.key.span ?? (first && attribute ? attribute.key.span : map.span),
      message:
        first === undefined || second !== undefined
          ? `A capture is made from exactly one of ${listed(CAPTURE_SOURCES.map(code), 'and')}.`
          : '`attribute` belongs to `html`.',
      hint: first === undefined ? 'Name what to capture, such as `jq: .id`.' : 'Keep one of them.',
    })
    return undefined
  }
  const source = CAPTURE_SOURCES.find(name => name === first.key.text)
  if (source === undefined || !offers(kind, source, first.key, reading)) return undefined
  return readFrom(source, map, reading)
}

/** Whether observations of the kind can be captured from so. */
function offers(kind: CheckKind, source: CaptureSource, key: MappedText, reading: Reading): boolean {
  if (kind.captures.includes(source)) return true
  reading.report({
    code: 'capture-source',
    span: key.span,
    message:
      kind.captures.length === 0
        ? `Nothing can be captured from ${code(kind.name)}.`
        : `From ${code(kind.name)} nothing can be captured by ${code(source)}.`,
    hint: kind.captures.length === 0 ? 'Remove `capture`.' : `Use ${listed(kind.captures.map(code), 'or')}.`,
  })
  return false
}

function readFrom(source: CaptureSource, map: SyntaxMap, reading: Reading): Capture['from'] | undefined {
  switch (source) {
    case 'jq': {
      const read = readKey(map, 'jq', program(), reading)
      return read && { source, program: read }
    }
    case 'header':
    case 'cookie': {
      const name = readKey(map, source, text(), reading)
      return name && { source, name }
    }
    case 'html': {
      const selector = readKey(map, 'html', text('a CSS selector'), reading)
      const attribute = readKey(map, 'attribute', word('the name of an attribute', /^[^\s"'<>/=]+$/), reading)
      return selector && { source, selector, ...given('attribute', attribute) }
    }
    case 'regex': {
      const read = readKey(map, 'regex', pattern(), reading)
      return read && { source, pattern: read }
    }
  }
}
