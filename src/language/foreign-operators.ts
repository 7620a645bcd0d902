import type { Operator } from '../model/expectation.ts'
import type { Reading } from './reading.ts'
import type { SyntaxEntry } from './syntax.ts'
import { code } from './wording.ts'

/** What other tools call an operator. Hardly any field has such a name. */
const PLAIN: Readonly<Record<string, Operator>> = {
  '>': 'gt',
  '>=': 'gte',
  '<': 'lt',
  '<=': 'lte',
  '==': 'eq',
  '=': 'eq',
  '!=': 'ne',
  '=~': 'match',
  equals: 'eq',
  equal: 'eq',
  not_equals: 'ne',
  not_equal: 'ne',
  neq: 'ne',
  ge: 'gte',
  le: 'lte',
  greater_than: 'gt',
  less_than: 'lt',
  regex: 'match',
  regexp: 'match',
  matches: 'match',
  startswith: 'starts_with',
  startsWith: 'starts_with',
  endswith: 'ends_with',
  endsWith: 'ends_with',
}

/** Words that are as often the names of fields. */
const AMBIGUOUS: Readonly<Record<string, Operator>> = {
  min: 'gte',
  max: 'lte',
  includes: 'contains',
  type: 'is',
  size: 'length',
  count: 'length',
}

/** Says which operator somebody who comes from another tool meant, where no field can be meant. */
export function foreignOperator(written: string): string | undefined {
  const found = [PLAIN, AMBIGUOUS].find(words => Object.hasOwn(words, written))?.[written]
  return found && `Did you mean ${code(found)}?`
}

/**
 * In JSON any name may be a field's, so that `{ not: { equals: error } }` would speak of a field `equals`, be true of
 * everything, and never fail. Below `fields` nobody is asked.
 */
export function reviewFieldNames(entries: readonly SyntaxEntry[], reading: Reading): void {
  for (const { key, value } of entries) {
    const operator = Object.hasOwn(PLAIN, key.text) ? PLAIN[key.text] : undefined
    if (operator === undefined || value.node === 'map') continue
    reading.report({
      code: 'operator-as-field',
      severity: 'warning',
      span: key.span,
      message: `${code(key.text)} is no operator, so this asks for a field of that name.`,
      hint: `Did you mean ${code(operator)}? A field is asked for under \`fields: { ${key.text}: … }\`.`,
    })
  }
}
