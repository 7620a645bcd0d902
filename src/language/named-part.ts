import { type Reading, reportType } from './reading.ts'
import type { SyntaxNode } from './syntax.ts'
import { code } from './wording.ts'

/** An operator that could only hold of one value stands where names are expected. */
const OF_ONE_VALUE: readonly string[] = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'starts_with',
  'ends_with',
  'match',
]

/** Whether what is said of such a part says of which service, as it must. */
export function namesThings(node: SyntaxNode): boolean {
  return node.node === 'map' && !node.entries.some(({ key }) => OF_ONE_VALUE.includes(key.text))
}

/** `name` stands for what the author is to name. */
export function reportNameless(node: SyntaxNode, name: string, reading: Reading): undefined {
  const { source, start, end } = node.span
  const text = source.text.slice(start, end)
  const written = text.length > 40 || text.includes('\n') ? '…' : text
  const hint = `Say of which: \`${reading.subject}: { ${name}: ${written} }\`.`
  const operator = node.node === 'map' ? node.entries.find(({ key }) => OF_ONE_VALUE.includes(key.text)) : undefined
  if (operator === undefined) return reportType(node, 'a map of names and what is expected of each', reading, hint)
  reading.report({
    code: 'wrong-type',
    span: operator.key.span,
    message: `${code(reading.subject)} takes names and what is expected of each, and ${code(operator.key.text)} is an operator.`,
    hint,
  })
}
