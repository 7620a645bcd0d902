import { parseTemplate } from '../expression/template.ts'
import type { Shape, ShapeNode } from '../model/shape.ts'
import type { JsonTemplate } from '../model/template.ts'
import { longForm } from './long-form.ts'
import { otherWord } from './other-words.ts'
import { knownKeys, passOn, type Reading, readProgram, reportType } from './reading.ts'
import type { SyntaxMap, SyntaxNode, SyntaxScalar } from './syntax.ts'
import { code, listed, named, suggestion } from './wording.ts'

/** What a node says, in the type of its shape; undefined, with every fault reported, when it does not fit. */
export function readShape<V>(node: SyntaxNode, shape: Shape<V>, reading: Reading): V | undefined {
  return readNode(node, shape.node, reading) as V | undefined
}

function readNode(node: SyntaxNode, shape: ShapeNode, reading: Reading): unknown {
  if (node.node === 'broken') return undefined
  switch (shape.type) {
    case 'forms':
      return readForms(node, shape, reading)
    case 'list':
      return readList(node, shape, reading)
    case 'map':
      return readMap(node, shape, reading)
    case 'object':
      return readObject(node, shape, reading)
    case 'json':
      return readJson(node, reading)
    default:
      return readScalar(node, shape, reading)
  }
}

type Of<T extends ShapeNode['type']> = Extract<ShapeNode, { readonly type: T }>
type ScalarShape = Of<'template' | 'word' | 'boolean' | 'integer' | 'choice' | 'program'>

function readForms(node: SyntaxNode, shape: Of<'forms'>, reading: Reading): unknown {
  const form = node.node === 'broken' ? undefined : shape[node.node]
  if (form !== undefined) return readNode(node, form, reading)
  const expected = [shape.scalar, shape.list, shape.map].flatMap(form => (form === undefined ? [] : [describe(form)]))
  return reportType(node, listed(expected, 'or'), reading, longForm(node, shape.map, reading.subject))
}

function readList(node: SyntaxNode, shape: Of<'list'>, reading: Reading): unknown {
  if (node.node !== 'list' && shape.orOne) {
    const one = readNode(node, shape.of, reading)
    return one === undefined ? undefined : [one]
  }
  if (node.node !== 'list') return reportType(node, 'a list', reading, inBrackets(node, reading.subject))
  if (node.items.length < shape.min) {
    reading.report({
      code: 'empty-list',
      span: node.span,
      message: `The list of ${named(reading.subject)} is empty.`,
      hint: `Name at least ${shape.min === 1 ? 'one' : shape.min}, or remove the key.`,
    })
    return undefined
  }
  return allOrNone(node.items.map(item => readNode(item, shape.of, reading)))
}

/** `services: backend, web` as the list it was meant to be; undefined where that is not plain. */
function inBrackets(node: SyntaxNode, subject: string): string | undefined {
  if (node.node !== 'scalar' || node.value === null) return undefined
  const { text } = node.text
  const lifted = text.startsWith('{{ $__') ? fromEnvironmentIn(node.span, subject) : undefined
  if (lifted !== undefined) return lifted
  const words = text.split(/[\s,]+/).filter(word => word !== '')
  const plain = words.length > 0 && words.every(word => /^[\w./][\w./@:-]*$/.test(word) && !word.endsWith(':'))
  if (text.length > 60 || (!plain && /["\\\n]/.test(text))) return undefined
  return `Write \`${subject}: [${plain ? words.join(', ') : `"${text}"`}]\`.`
}

/** `fingerprints: { env: FP }` was made a hole with a name that no author knows. */
function fromEnvironmentIn({ source, start, end }: SyntaxNode['span'], subject: string): string | undefined {
  const name = /\benv:\s*["']?(\w+)/.exec(source.text.slice(start, end))?.[1]
  return (
    name &&
    `Under \`vars\` write \`${name.toLowerCase()}: { env: ${name} }\`, and here \`${subject}: ["{{ $${name.toLowerCase()} }}"]\`.`
  )
}

/** A list in which something could not be read is not read: half of it would mean something else. */
function allOrNone(values: readonly unknown[]): readonly unknown[] | undefined {
  return values.includes(undefined) ? undefined : values
}

function readMap(node: SyntaxNode, shape: Of<'map'>, reading: Reading): unknown {
  if (node.node !== 'map') return reportType(node, describe(shape), reading)
  if (shape.keys === 'ignore-case') reportSameName(node, reading)
  const values = node.entries.map(({ key, value }) => readNode(value, shape.of, { ...reading, subject: key.text }))
  return allOrNone(values)?.map((value, index) => {
    const key = node.entries[index]?.key
    return { name: key?.text ?? '', nameSpan: key?.span ?? node.span, value }
  })
}

function reportSameName(map: SyntaxMap, reading: Reading): void {
  const names = new Map<string, string>()
  for (const { key } of map.entries) {
    const before = names.get(key.text.toLowerCase())
    if (before !== undefined) {
      reading.report({
        code: 'duplicate-key',
        span: key.span,
        message: `\`${key.text}\` and \`${before}\` are one name, since names ignore case here.`,
        hint: 'Keep one of them; several values of one name are a list.',
      })
    }
    names.set(key.text.toLowerCase(), key.text)
  }
}

function readObject(node: SyntaxNode, shape: Of<'object'>, reading: Reading): unknown {
  if (node.node !== 'map') return reportType(node, describe(shape), reading, longForm(node, shape, reading.subject))
  const { instead, ...inner } = reading
  const known = Object.keys(shape.fields)
  const below = (key: string): string | undefined => instead?.(key) ?? otherWord(key, known) ?? fieldBelow(shape, key)
  const allKnown = knownKeys(node, known, { ...reading, instead: below })
  let whole = allKnown
  const value: Record<string, unknown> = {}
  for (const { key, value: child } of node.entries) {
    const field = Object.hasOwn(shape.fields, key.text) ? shape.fields[key.text] : undefined
    const read = field && readNode(child, field.shape, { ...inner, subject: key.text })
    if (read === undefined) whole = false
    else value[key.text] = read
  }
  const missing = shape.required.filter(name => !node.entries.some(({ key }) => key.text === name))
  // A key that is not known is probably the one that is missing, misspelled.
  if (missing.length > 0 && allKnown) {
    whole = false
    reading.report({
      code: 'missing-key',
      span: node.span,
      message: `${named(reading.subject)} lacks ${listed(missing.map(code), 'and')}.`,
      hint: missing.map(name => `\`${name}\`: ${shape.fields[name]?.doc ?? ''}.`).join(' '),
    })
  }
  return whole ? value : undefined
}

/** `user` of a host belongs under `ssh`. */
function fieldBelow(shape: Of<'object'>, key: string): string | undefined {
  const holder = Object.entries(shape.fields).find(([, field]) => {
    const inner = field.shape.type === 'forms' ? field.shape.map : field.shape
    return inner?.type === 'object' && Object.hasOwn(inner.fields, key)
  })
  return holder && `It belongs below ${code(holder[0])}: \`${holder[0]}: { ${key}: … }\`.`
}

/** Any value as a template: every text in it may hold holes. Undefined if a part of it is broken. */
export function readJson(node: SyntaxNode, reading: Reading): JsonTemplate | undefined {
  if (node.node === 'broken') return undefined
  if (node.node === 'scalar') return readTemplate(node, 'json', reading) as JsonTemplate
  if (node.node === 'list') {
    const items = node.items.map(item => readJson(item, reading)).filter(item => item !== undefined)
    return items.length === node.items.length ? { node: 'list', items } : undefined
  }
  const entries = node.entries.flatMap(({ key, value }) => {
    const read = readJson(value, reading)
    return read === undefined ? [] : [{ name: key.text, value: read }]
  })
  return entries.length === node.entries.length ? { node: 'map', entries } : undefined
}

function readScalar(node: SyntaxNode, shape: ScalarShape, reading: Reading): unknown {
  if (node.node !== 'scalar' || node.value === null) {
    return reportType(node, describe(shape), reading)
  }
  switch (shape.type) {
    case 'template':
      return readTemplate(node, shape.place, reading)
    case 'word':
      return readWord(node, shape, reading)
    case 'program':
      return readProgram(node.text, reading)
    case 'boolean':
      return typeof node.value === 'boolean' ? node.value : reportType(node, describe(shape), reading)
    case 'integer':
      return readInteger(node, shape, reading)
    case 'choice':
      return readChoice(node, shape, reading)
  }
}

export function readTemplate(node: SyntaxScalar, place: Of<'template'>['place'], reading: Reading): unknown {
  const literal = typeof node.value === 'string' ? [] : [node.value]
  const { template, diagnostics } = parseTemplate(place, node.text, ...literal)
  passOn(diagnostics, reading)
  return diagnostics.some(({ severity }) => severity === 'error') ? undefined : template
}

/** What an author may have meant for a hole, or a variable in a template of another tool (`{{ $key }}` in Go's). */
const HOLE_LIKE = /\{\{\s*\$\w/

function readWord(node: SyntaxScalar, shape: Of<'word'>, reading: Reading): unknown {
  const { text } = node.text
  if (shape.verbatim && HOLE_LIKE.test(text)) {
    reading.report({
      code: 'hole-not-allowed',
      severity: 'warning',
      span: node.span,
      message: `\`${reading.subject}\` goes to its reader as it is, so \`{{ $… }}\` in it is no hole.`,
      hint: 'Hand values over by `env`, and write `$NAME`.',
    })
  } else if (!shape.verbatim && text.includes('{{')) {
    reading.report({
      code: 'hole-not-allowed',
      span: node.span,
      message: `\`${reading.subject}\` is read before anything runs, so it takes no \`{{ … }}\`.`,
      hint: 'Write the value out.',
    })
    return undefined
  }
  if (shape.pattern?.test(text) ?? true) return text
  reading.report({
    code: 'bad-word',
    span: node.span,
    message: `\`${reading.subject}\` takes ${shape.expected}, which \`${text}\` is not.`,
    hint: severalWords(text, shape.pattern, reading.subject) ?? `Write ${shape.expected}.`,
  })
  return undefined
}

/** `needs: a, b` as the list it was meant to be. */
function severalWords(text: string, pattern: RegExp | undefined, subject: string): string | undefined {
  const words = text.split(/[\s,]+/).filter(word => word !== '')
  const isList = words.length > 1 && /^(?:needs|tags)$/.test(subject) && words.every(word => pattern?.test(word))
  return isList ? `Write \`${subject}: [${words.join(', ')}]\`.` : undefined
}

function readInteger(node: SyntaxScalar, shape: Of<'integer'>, reading: Reading): unknown {
  if (typeof node.value === 'number' && Number.isInteger(node.value)) {
    if (node.value >= shape.min && node.value <= shape.max) return node.value
    reading.report({
      code: 'out-of-range',
      span: node.span,
      message: `\`${reading.subject}\` takes a whole number from ${shape.min} to ${shape.max}, and this is ${node.text.text}.`,
      hint: node.value < shape.min ? `The least is ${shape.min}.` : `The most is ${shape.max}.`,
    })
    return undefined
  }
  return reportType(node, describe(shape), reading)
}

function readChoice(node: SyntaxScalar, shape: Of<'choice'>, reading: Reading): unknown {
  if (shape.values.includes(node.text.text)) return node.text.text
  const all = listed(shape.values.map(code), 'or')
  reading.report({
    code: 'unknown-choice',
    span: node.span,
    message: `\`${reading.subject}\` takes ${all}, not \`${node.text.text}\`.`,
    hint: suggestion(node.text.text, shape.values) ?? `Write ${all}.`,
  })
  return undefined
}

/** A shape in words, for "takes …". */
export function describe(shape: ShapeNode): string {
  switch (shape.type) {
    case 'template':
    case 'json':
    case 'word':
      return shape.expected
    case 'boolean':
      return '`true` or `false`'
    case 'integer':
      return 'a whole number'
    case 'choice':
      return listed(shape.values.map(code), 'or')
    case 'program':
      return 'a jq program'
    case 'list':
      return `${shape.orOne ? `${describe(shape.of)}, or ` : ''}a list of them`
    case 'map':
      return 'a map of names and values'
    case 'object':
      return `a map with ${required(shape)}`
    case 'forms':
      return listed(
        [shape.scalar, shape.list, shape.map].flatMap(form => (form === undefined ? [] : [describe(form)])),
        'or',
      )
  }
}

function required(shape: Of<'object'>): string {
  const names = shape.required.length > 0 ? shape.required : Object.keys(shape.fields)
  return listed(
    names.map(name => `\`${name}\``),
    shape.required.length > 0 ? 'and' : 'or',
  )
}
