import { parseDuration } from '../model/duration.ts'
import { type FieldMatcher, type Matcher, OPERATORS, type Operator, type PartShape } from '../model/expectation.ts'
import type { Span } from '../model/source.ts'
import type { BoundPattern, Template } from '../model/template.ts'
import { foreignOperator, reviewFieldNames } from './foreign-operators.ts'
import { namesThings, reportNameless } from './named-part.ts'
import {
  readBoolean,
  readChoices,
  readOperand,
  readOrdered,
  readSought,
  readTypes,
  reportEmpty,
} from './read-operand.ts'
import { readJson, readTemplate } from './read-shape.ts'
import { readStatus, readStatusOperator } from './read-status.ts'
import { type Reading, reportType, reportUnknownKey } from './reading.ts'
import type { SyntaxEntry, SyntaxList, SyntaxMap, SyntaxNode, SyntaxScalar } from './syntax.ts'
import { code, listed, suggestion } from './wording.ts'

/** Any JSON value; below it everything is JSON as well. */
export const JSON_PART: PartShape = { doc: 'a JSON value', lists: 'each', scalars: 'json' }
export const COUNT_PART: PartShape = { doc: 'a count', lists: 'one-of', scalars: 'json' }

/** What must hold of a value with this shape; undefined, with every fault reported, when it cannot be read. */
export function readMatcher(node: SyntaxNode, shape: PartShape, reading: Reading): Matcher | undefined {
  if (node.node === 'broken') return undefined
  if (shape.liftable === true && node.node === 'scalar' && node.value === 'any') {
    return { op: 'anything', span: node.span }
  }
  if (shape.named !== undefined && !namesThings(node)) return reportNameless(node, shape.named, reading)
  if (shape.judged !== undefined) return readJudged(node, shape, reading)
  if (node.node === 'map') return readMap(node, shape, reading)
  return node.node === 'list' ? readList(node, shape, reading) : readScalar(node, innerShape(shape), reading)
}

/** A part that its kind judges takes a value, a word or a list of words, or a map of names and these. */
function readJudged(node: SyntaxNode, shape: PartShape, reading: Reading): Matcher | undefined {
  if (shape.any !== undefined && node.node === 'map') return readFields(node, shape, reading)
  const words = shape.judged?.words
  if (node.node === 'list' && words !== undefined) return readList(node, shape, reading)
  if (node.node !== 'scalar') {
    return reportType(node, words === undefined ? 'a value without operators' : listed(words.map(code), 'or'), reading)
  }
  if (words === undefined) return readScalar(node, shape, reading)
  if (words.includes(node.text.text) || node.text.text.includes('{{')) return readScalar(node, shape, reading)
  reading.report({
    code: 'bad-word',
    span: node.span,
    message: `${code(node.text.text)} is none of the words that ${code(reading.subject)} may have here.`,
    hint:
      suggestion(node.text.text, words) ??
      `Write ${listed([...words, ...(shape.liftable ? ['any'] : [])].map(code), 'or')}.`,
  })
  return undefined
}

/** What a matcher that names no field speaks of: a cookie's value, a selector's text. How it is evaluated follows the part's shape, too. */
function innerShape(shape: PartShape): PartShape {
  return shape.main === undefined ? shape : (shape.fields?.[shape.main] ?? JSON_PART)
}

function readScalar(node: SyntaxScalar, shape: PartShape, reading: Reading): Matcher | undefined {
  if (shape.scalars === 'status') return readStatus(node, shape, reading)
  const operand = readOperand(node, shape, reading)
  return operand === undefined ? undefined : { op: 'eq', span: node.span, operand }
}

function readList(node: SyntaxList, shape: PartShape, reading: Reading): Matcher | undefined {
  const { lists } = innerShape(shape)
  if (lists === 'one-of' && node.items.length === 0) return reportEmpty(node, reading)
  const matchers = readAll(node.items, lists === 'each' ? JSON_PART : shape, reading)
  return matchers && { op: lists === 'one-of' ? 'one-of' : 'items', span: node.span, matchers }
}

function readAll(nodes: readonly SyntaxNode[], shape: PartShape, reading: Reading): readonly Matcher[] | undefined {
  const matchers = nodes.map(node => readMatcher(node, shape, reading)).filter(matcher => matcher !== undefined)
  return matchers.length === nodes.length ? matchers : undefined
}

/** Whether a map without operators can mean fields: a status, a duration or a text has none. */
function hasFields(shape: PartShape): boolean {
  return shape.fields !== undefined || shape.any !== undefined || (shape.scalars === 'json' && shape.lists === 'each')
}

function isOperator(name: string): name is Operator {
  return OPERATORS.some(operator => operator === name)
}

function readMap(node: SyntaxMap, shape: PartShape, reading: Reading): Matcher | undefined {
  const operators = node.entries.filter(({ key }) => isOperator(key.text))
  const others = node.entries.filter(({ key }) => !isOperator(key.text))
  if (others.some(({ value }) => value.node === 'broken')) return undefined
  if (!hasFields(shape) && (others.length > 0 || node.entries.length === 0)) {
    return reportOperators(node, others, reading)
  }
  if (operators.length > 0 && others.length > 0) return reportMixed(operators, others, reading)
  if (operators.length === 0) {
    if (shape.fields === undefined && shape.any === undefined) reviewFieldNames(others, reading)
    return readFields(node, shape, reading)
  }
  const matchers = operators.map(entry => readOperator(entry, shape, reading)).filter(matcher => matcher !== undefined)
  if (matchers.length < operators.length) return undefined
  const [only] = matchers
  return matchers.length === 1 && only !== undefined ? only : { op: 'and', span: node.span, matchers }
}

function reportOperators(node: SyntaxMap, strangers: readonly SyntaxEntry[], reading: Reading): undefined {
  if (strangers.length === 0) {
    reading.report({
      code: 'empty-matcher',
      span: node.span,
      message: `The matcher of ${code(reading.subject)} is empty.`,
      hint: `Write a value, or an operator such as \`{ ${OPERATORS[1]}: … }\`.`,
    })
  }
  for (const { key } of strangers) {
    reading.report({
      code: 'unknown-operator',
      span: key.span,
      message: `${code(key.text)} is no operator, and ${code(reading.subject)} has no fields.`,
      hint: foreignOperator(key.text) ?? suggestion(key.text, OPERATORS) ?? operatorHint(key.text, reading),
    })
  }
}

function operatorHint(written: string, { subject }: Reading): string {
  if (subject === 'body')
    return `\`body\` is text. What stands in JSON is expected under \`json\`: \`json: { ${written}: … }\`.`
  return `The operators are ${listed(OPERATORS.map(code), 'and')}.`
}

function reportMixed(operators: readonly SyntaxEntry[], others: readonly SyntaxEntry[], reading: Reading): undefined {
  const [other] = others
  if (other === undefined) return
  const near =
    foreignOperator(other.key.text) ?? (other.key.text.length > 2 ? suggestion(other.key.text, OPERATORS) : undefined)
  reading.report({
    code: 'mixed-matcher',
    span: other.key.span,
    message: `${code(other.key.text)} is a field and ${code(operators[0]?.key.text ?? '')} an operator, and a map holds only one of both.`,
    hint: `${near === undefined ? '' : `${near} `}Put the fields under \`fields: { … }\`.`,
  })
}

function readFields(node: SyntaxMap, shape: PartShape, reading: Reading): Matcher | undefined {
  const fields: FieldMatcher[] = []
  let whole = true
  for (const { key, value } of node.entries) {
    const known =
      shape.fields !== undefined && Object.hasOwn(shape.fields, key.text) ? shape.fields[key.text] : undefined
    const closed = shape.fields !== undefined && shape.any === undefined
    if (known === undefined && closed) {
      reportUnknownKey(key, Object.keys(shape.fields ?? {}), reading)
      whole = false
      continue
    }
    const matcher = readMatcher(value, known ?? shape.any ?? JSON_PART, { ...reading, subject: key.text })
    if (matcher === undefined) whole = false
    else fields.push({ name: key.text, nameSpan: key.span, matcher })
  }
  return whole ? { op: 'fields', span: node.span, fields } : undefined
}

/** One operator with its operand. Its span is that of both, from the operator's name on. */
function readOperator({ key, value }: SyntaxEntry, shape: PartShape, outer: Reading): Matcher | undefined {
  const reading = { ...outer, subject: key.text }
  const span: Span = { ...key.span, end: Math.max(key.span.end, value.span.end) }
  const op = key.text
  if (op === 'not') {
    const matcher = readMatcher(value, shape, outer)
    return matcher && { op, span, matcher }
  }
  if (op === 'and' || op === 'or') return readCombined(op, span, value, shape, { reading, outer })
  if (op === 'fields') {
    if (value.node === 'map') return readFields(value, shape, outer)
    return value.node === 'broken' ? undefined : reportType(value, 'a map of names and matchers', reading)
  }
  if (op === 'exists') {
    const exists = readBoolean(value, reading)
    return exists === undefined ? undefined : { op, span, exists }
  }
  return readSimple(op, span, value, innerShape(shape), reading)
}

function readCombined(
  op: 'and' | 'or',
  span: Span,
  value: SyntaxNode,
  shape: PartShape,
  { reading, outer }: { readonly reading: Reading; readonly outer: Reading },
): Matcher | undefined {
  if (value.node === 'broken') return undefined
  if (value.node !== 'list') return reportType(value, 'a list of matchers', reading)
  if (value.items.length === 0) return reportEmpty(value, reading)
  const matchers = readAll(value.items, shape, outer)
  return matchers && { op, span, matchers }
}

/** The operators that do not speak of the matcher around them. */
function readSimple(
  op: string,
  span: Span,
  value: SyntaxNode,
  shape: PartShape,
  reading: Reading,
): Matcher | undefined {
  if (shape.scalars === 'status' && (op === 'eq' || op === 'ne' || op === 'in')) {
    return readStatusOperator(op, span, value, shape, reading)
  }
  switch (op) {
    case 'eq':
    case 'ne': {
      const operand = readOperand(value, shape, reading)
      return operand && { op, span, operand }
    }
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte': {
      const operand = readOrdered(value, shape, reading)
      return operand && { op, span, operand }
    }
    case 'in': {
      const operands = readChoices(value, shape, reading)
      return operands && { op, span, operands }
    }
    case 'contains':
    case 'starts_with':
    case 'ends_with': {
      const operand = readSought(value, op, reading)
      return operand && { op, span, operand }
    }
    case 'is': {
      const types = readTypes(value, reading)
      return types && { op, span, types }
    }
    case 'length': {
      const matcher = readMatcher(value, COUNT_PART, reading)
      return matcher && { op, span, matcher }
    }
    case 'all':
    case 'any': {
      const matcher = readMatcher(value, JSON_PART, reading)
      return matcher && { op, span, matcher }
    }
    case 'match':
      return readPattern(value, span, reading)
    case 'close_to':
      return readCloseTo(value, span, shape, reading)
    default:
      return undefined
  }
}

function readPattern(value: SyntaxNode, span: Span, reading: Reading): Matcher | undefined {
  if (value.node === 'broken') return undefined
  if (value.node !== 'scalar') return reportType(value, 'a pattern, written "/…/" or "/…/i"', reading)
  const pattern = readTemplate(value, 'pattern', reading) as Template<BoundPattern> | undefined
  return pattern && { op: 'match', span, pattern }
}

function readCloseTo(value: SyntaxNode, span: Span, shape: PartShape, reading: Reading): Matcher | undefined {
  if (value.node === 'broken') return undefined
  const [first, second] = value.node === 'list' ? value.items : []
  if (value.node !== 'list' || value.items.length !== 2 || first === undefined || second === undefined) {
    return reportType(value, 'a list of two: the value and how far off it may be', reading)
  }
  // How far a time may be off is a duration.
  const deltaShape: PartShape = shape.scalars === 'time' ? { ...shape, scalars: 'duration' } : shape
  const target = readOrdered(first, shape, reading)
  const delta = isTimeAndDuration(first, second, shape)
    ? readJson(second, reading)
    : readOrdered(second, deltaShape, reading)
  return target && delta && { op: 'close_to', span, target, delta }
}

/** In JSON a time is text, so that how far it may be off cannot be known by the part: `[2026-01-14T04:30:00Z, 10s]`. */
function isTimeAndDuration(target: SyntaxNode, delta: SyntaxNode, { scalars }: PartShape): boolean {
  if (scalars !== 'json' || target.node !== 'scalar' || delta.node !== 'scalar') return false
  return typeof target.value === 'string' && typeof delta.value === 'string' && parseDuration(delta.value) !== undefined
}
