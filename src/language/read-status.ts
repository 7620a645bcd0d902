import type { Matcher, Operand, PartShape } from '../model/expectation.ts'
import type { Span } from '../model/source.ts'
import { readChoices, readOperand } from './read-operand.ts'
import { type Reading, reportType } from './reading.ts'
import type { SyntaxNode, SyntaxScalar } from './syntax.ts'
import { code } from './wording.ts'

/** What a status is held against: a number or a class such as `2xx`. As a plain text it would never equal a status. */
export function readStatus(node: SyntaxScalar, shape: PartShape, reading: Reading): Matcher | undefined {
  const { span } = node
  const digit = /^([1-5])xx$/i.exec(node.text.text)?.[1]
  if (digit !== undefined) return { op: 'status-class', span, digit: Number(digit) }
  if (!isStatus(node)) return reportStatus(node, reading)
  const operand = readOperand(node, shape, reading)
  return operand && { op: 'eq', span, operand }
}

/** `eq`, `ne` and `in` know the classes as well. */
export function readStatusOperator(
  op: 'eq' | 'ne' | 'in',
  span: Span,
  value: SyntaxNode,
  shape: PartShape,
  reading: Reading,
): Matcher | undefined {
  if (value.node === 'broken') return undefined
  if (op === 'in') return readStatuses(span, value, shape, reading)
  if (value.node !== 'scalar') return reportType(value, 'a status', reading)
  const matcher = readStatus(value, shape, reading)
  if (matcher?.op === 'eq') return { ...matcher, op, span }
  return op === 'eq' ? matcher && { ...matcher, span } : matcher && { op: 'not', span, matcher }
}

function readStatuses(span: Span, value: SyntaxNode, shape: PartShape, reading: Reading): Matcher | undefined {
  if (value.node !== 'list' || value.items.length === 0) {
    const operands: readonly Operand[] | Operand | undefined = readChoices(value, shape, reading)
    return operands && { op: 'in', span, operands }
  }
  const matchers = value.items.map(item =>
    item.node === 'scalar' ? readStatus(item, shape, reading) : readOther(item, reading),
  )
  const read = matchers.filter(matcher => matcher !== undefined)
  return read.length === matchers.length ? { op: 'one-of', span, matchers: read } : undefined
}

function readOther(node: SyntaxNode, reading: Reading): undefined {
  return node.node === 'broken' ? undefined : reportType(node, 'a status', reading)
}

function isStatus(node: SyntaxScalar): boolean {
  if (typeof node.value === 'string') return node.value.includes('{{')
  return typeof node.value === 'number' && Number.isInteger(node.value) && node.value >= 100 && node.value <= 999
}

function reportStatus(node: SyntaxScalar, reading: Reading): undefined {
  const digits = /^\d{3}$/.test(node.text.text)
  reading.report({
    code: 'bad-status',
    span: node.span,
    message: `${digits ? `The text "${node.text.text}"` : code(node.text.text)} is no status: a status is a number such as 200, or a class such as \`2xx\`.`,
    hint: digits ? `Write ${node.text.text} without quotes.` : 'Write the number, a class, or a list of them.',
  })
}
