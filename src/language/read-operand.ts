import { type Operand, type PartShape, TYPE_NAMES, type TypeName } from '../model/expectation.ts'
import { isNumber } from '../model/json.ts'
import type { JsonTemplate } from '../model/template.ts'
import { readJson, readTemplate } from './read-shape.ts'
import { type Reading, reportType } from './reading.ts'
import type { SyntaxNode } from './syntax.ts'
import { code, listed, suggestion } from './wording.ts'

/** A value to compare with, in the unit of its part: `10s` of a duration is 10,000. */
export function readOperand(node: SyntaxNode, shape: PartShape, reading: Reading): Operand | undefined {
  const unit = shape.scalars === 'json' || shape.scalars === 'status' ? undefined : shape.scalars
  if (unit === undefined || node.node !== 'scalar' || node.value === null || typeof node.value === 'boolean') {
    return readJson(node, reading)
  }
  return readTemplate(node, unit, reading) as Operand | undefined
}

/** What `gt gte lt lte close_to` compare with: a number, or a duration, size or time where the part is one. */
export function readOrdered(node: SyntaxNode, shape: PartShape, reading: Reading): Operand | undefined {
  if (node.node === 'broken') return undefined
  if (shape.scalars === 'json' || shape.scalars === 'status') {
    const text = node.node === 'scalar' && typeof node.value === 'string' ? node.value : undefined
    const later = text !== undefined && (text.includes('{{') || /^\d{4}-\d{2}-\d{2}/.test(text))
    if (!later && !(node.node === 'scalar' && isNumber(node.value))) return reportOrdered(node, reading)
  } else if (node.node !== 'scalar' || node.value === null || typeof node.value === 'boolean') {
    return reportType(node, `a ${shape.scalars}`, reading)
  }
  return readOperand(node, shape, reading)
}

function reportOrdered(node: SyntaxNode, reading: Reading): undefined {
  const number = node.node === 'scalar' && /^-?\d+(\.\d+)?$/.test(node.text.text)
  reading.report({
    code: 'bad-operand',
    span: node.span,
    message: `${code(reading.subject)} compares numbers here, and this is none.`,
    hint: number
      ? 'Remove the quotes: in quotes it is text.'
      : 'Write a number. Durations and sizes are only known where the part is one; in jq they are milliseconds and bytes.',
  })
}

/** The operands of `in`: a list, or one hole that gives a list. */
export function readChoices(
  node: SyntaxNode,
  shape: PartShape,
  reading: Reading,
): readonly Operand[] | Operand | undefined {
  if (node.node === 'broken') return undefined
  if (node.node === 'scalar' && typeof node.value === 'string' && /^\s*\{\{.*\}\}\s*$/s.test(node.value)) {
    return readJson(node, reading)
  }
  if (node.node !== 'list') return reportType(node, 'a list, or one hole that gives a list', reading)
  if (node.items.length === 0) return reportEmpty(node, reading)
  const operands = node.items.map(item => readOperand(item, shape, reading)).filter(item => item !== undefined)
  return operands.length === node.items.length ? operands : undefined
}

export function reportEmpty(node: SyntaxNode, reading: Reading): undefined {
  reading.report({
    code: 'empty-list',
    span: node.span,
    message: `The list of ${code(reading.subject)} is empty, so nothing could ever match.`,
    hint: 'Name what is allowed, or remove the key.',
  })
}

/** `is`: one type or several. */
export function readTypes(node: SyntaxNode, reading: Reading): readonly TypeName[] | undefined {
  const nodes = node.node === 'list' ? node.items : [node]
  if (nodes.length === 0) return reportEmpty(node, reading)
  const types = nodes.map(each => readType(each, reading)).filter(type => type !== undefined)
  return types.length === nodes.length ? types : undefined
}

function readType(node: SyntaxNode, reading: Reading): TypeName | undefined {
  if (node.node === 'broken') return undefined
  const text = node.node === 'scalar' ? node.text.text : ''
  const type = TYPE_NAMES.find(name => name === text)
  if (type !== undefined) return type
  const all = listed(TYPE_NAMES.map(code), 'or')
  if (node.node !== 'scalar') return reportType(node, all, reading)
  reading.report({
    code: 'unknown-choice',
    span: node.span,
    message: `\`is\` takes ${all}, not ${code(text)}.`,
    hint: suggestion(text, TYPE_NAMES) ?? `Write ${all}.`,
  })
  return undefined
}

export function readBoolean(node: SyntaxNode, reading: Reading): boolean | undefined {
  if (node.node === 'broken') return undefined
  if (node.node === 'scalar' && typeof node.value === 'boolean') return node.value
  return reportType(node, '`true` or `false`', reading)
}

/** What `contains`, `starts_with` and `ends_with` look for. */
export function readSought(node: SyntaxNode, op: string, reading: Reading): JsonTemplate | undefined {
  if (node.node === 'broken') return undefined
  const isText = node.node === 'scalar' && typeof node.value === 'string'
  return op === 'contains' || isText ? readJson(node, reading) : reportType(node, 'text', reading)
}
