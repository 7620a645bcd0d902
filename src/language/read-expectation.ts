import type {
  Expectation,
  Matcher,
  PartExpectation,
  PartShape,
  ProgramExpectation,
  RepeatExpectation,
} from '../model/expectation.ts'
import { COUNT_PART, JSON_PART, readMatcher } from './read-matcher.ts'
import { type Reading, readProgram, reportType, reportUnknownKey } from './reading.ts'
import { entryOf, type SyntaxEntry, type SyntaxMap, type SyntaxNode } from './syntax.ts'
import { code, listed } from './wording.ts'

type Parts = Readonly<Record<string, PartShape>>

const FORMS = ['all', 'any', 'first', 'last'] as const
const REPEAT_KEYS: readonly string[] = [...FORMS, 'status_counts', 'jq']

/** What `expect` says of a kind with these parts; `repeat` when one check makes many observations. */
export function readExpectation(
  node: SyntaxNode,
  kind: { readonly name: string; readonly parts: Parts },
  repeat: boolean,
  reading: Reading,
): Expectation | undefined {
  if (node.node === 'broken') return undefined
  if (Object.keys(kind.parts).length === 0) {
    reading.report({
      code: 'nothing-to-expect',
      span: node.span,
      message: `${code(kind.name)} observes nothing, so nothing can be expected of it.`,
      hint: 'Remove `expect`.',
    })
    return undefined
  }
  if (node.node !== 'map') return reportType(node, 'a map of parts, such as `status: 200`', reading)
  return repeat ? readRepeated(node, kind.parts, reading) : readPlain(node, kind.parts, reading)
}

function readPlain(map: SyntaxMap, parts: Parts, reading: Reading): Expectation | undefined {
  const known = [...Object.keys(parts), 'jq']
  const found: PartExpectation[] = []
  let whole = true
  for (const { key, value } of map.entries) {
    if (key.text === 'jq') continue
    const shape = Object.hasOwn(parts, key.text) ? parts[key.text] : undefined
    if (shape === undefined) {
      if (value.node !== 'broken') reportUnknownPart(key, known, reading)
      whole = false
      continue
    }
    const matcher = readPart(value, shape, { report: reading.report, subject: key.text })
    if (matcher === undefined) whole = false
    else found.push({ part: key.text, partSpan: key.span, matcher })
  }
  const programs = readPrograms(entryOf(map, 'jq'), reading)
  return whole && programs !== undefined ? { span: map.span, parts: found, programs } : undefined
}

function reportUnknownPart(key: SyntaxEntry['key'], known: readonly string[], reading: Reading): void {
  if (!REPEAT_KEYS.includes(key.text)) {
    reportUnknownKey(key, known, { ...reading, subject: 'expect' })
    return
  }
  reading.report({
    code: 'unknown-key',
    span: key.span,
    message: `${code(key.text)} speaks of many observations, and this check makes one.`,
    hint: 'Add `repeat`, such as `repeat: 6`, or expect the part itself.',
  })
}

/** `any` lifts the default of a part; everywhere deeper it is just text. */
function readPart(node: SyntaxNode, shape: PartShape, reading: Reading): Matcher | undefined {
  if (node.node === 'scalar' && node.value === 'any') return { op: 'anything', span: node.span }
  return readMatcher(node, shape, reading)
}

/** `jq`: a program, a list of programs, or a map of program and matcher. Undefined when one cannot be read. */
function readPrograms(entry: SyntaxEntry | undefined, reading: Reading): readonly ProgramExpectation[] | undefined {
  if (entry === undefined) return []
  const jq = { ...reading, subject: 'jq' }
  const node = entry.value
  if (node.node === 'broken') return undefined
  if ((node.node === 'map' ? node.entries : node.node === 'list' ? node.items : [node]).length === 0) {
    jq.report({
      code: 'empty-list',
      span: node.span,
      message: `The ${node.node} of \`jq\` is empty.`,
      hint: 'Write a program, or remove the key.',
    })
    return undefined
  }
  if (node.node === 'map') return readMatched(node, jq)
  const items = node.node === 'list' ? node.items : [node]
  const programs = items.flatMap(item => {
    const text = item.node === 'scalar' && item.value !== null ? item.text : undefined
    if (text === undefined && item.node !== 'broken') {
      const inMap =
        item.node === 'map'
          ? 'Programs with matchers stand in one map, without dashes: `jq: { .total: 12 }`.'
          : undefined
      reportType(item, 'a jq program', jq, inMap)
    }
    const program = text === undefined ? undefined : readProgram(text, jq)
    return program === undefined ? [] : [{ program }]
  })
  return programs.length === items.length ? programs : undefined
}

function readMatched(map: SyntaxMap, reading: Reading): readonly ProgramExpectation[] | undefined {
  const programs = map.entries.flatMap(({ key, value }) => {
    const program = readProgram(key, reading)
    const matcher = readMatcher(value, JSON_PART, { ...reading, subject: key.text })
    return program === undefined || matcher === undefined ? [] : [{ program, matcher }]
  })
  return programs.length === map.entries.length ? programs : undefined
}

function readRepeated(map: SyntaxMap, parts: Parts, reading: Reading): Expectation | undefined {
  let whole = true
  for (const { key, value } of map.entries.filter(({ key }) => !REPEAT_KEYS.includes(key.text))) {
    whole = false
    if (value.node === 'broken') continue
    if (Object.hasOwn(parts, key.text)) reportOutside(key, reading)
    else reportUnknownKey(key, REPEAT_KEYS, { ...reading, subject: 'expect' })
  }
  const forms: Partial<Record<(typeof FORMS)[number], Expectation>> = {}
  for (const form of FORMS) {
    const entry = entryOf(map, form)
    if (entry === undefined) continue
    const read = readForm(entry, parts, reading)
    if (read === undefined) whole = false
    else forms[form] = read
  }
  const statusCounts = readCounts(entryOf(map, 'status_counts'), parts, reading)
  const programs = readPrograms(entryOf(map, 'jq'), reading)
  if (!whole || programs === undefined || statusCounts === undefined) return undefined
  return { span: map.span, parts: [], programs, repeat: { ...forms, statusCounts } }
}

function readForm({ key, value }: SyntaxEntry, parts: Parts, reading: Reading): Expectation | undefined {
  if (value.node === 'map') return readPlain(value, parts, reading)
  if (value.node === 'broken') return undefined
  return reportType(value, 'a map of parts, such as `status: 200`', { ...reading, subject: key.text })
}

function reportOutside(key: SyntaxEntry['key'], reading: Reading): void {
  reading.report({
    code: 'expect-outside-repeat',
    span: key.span,
    message: `With \`repeat\` there are many observations, so ${code(key.text)} must say of which.`,
    hint: `Put it under ${listed(FORMS.map(code), 'or')}, such as \`all: { ${key.text}: … }\`.`,
  })
}

function readCounts(
  entry: SyntaxEntry | undefined,
  parts: Parts,
  reading: Reading,
): RepeatExpectation['statusCounts'] | undefined {
  if (entry === undefined) return []
  const { value } = entry
  const counts = { ...reading, subject: 'status_counts' }
  if (value.node === 'broken') return undefined
  if (!Object.hasOwn(parts, 'status')) {
    reportUnknownKey(entry.key, [...FORMS, 'jq'], { ...reading, subject: 'expect' })
    return undefined
  }
  if (value.node !== 'map') return reportType(value, 'a map of statuses and counts, such as `429: { gte: 1 }`', counts)
  const read = value.entries.flatMap(({ key, value: child }) => {
    const matcher = readMatcher(child, COUNT_PART, { ...reading, subject: key.text })
    const isStatus = /^[1-5](\d\d|xx)$/i.test(key.text)
    if (!isStatus) {
      reading.report({
        code: 'bad-status',
        span: key.span,
        message: `${code(key.text)} is no status: a status is a number such as 429, or a class such as \`5xx\`.`,
        hint: 'Write the number or the class as the key.',
      })
    }
    return matcher === undefined || !isStatus ? [] : [{ status: key.text.toLowerCase(), span: key.span, matcher }]
  })
  return read.length === value.entries.length ? read : undefined
}
