import type { Variable } from '../model/checklist.ts'
import { isNumber, numberText } from '../model/json.ts'
import { mended, quoted } from './mended-line.ts'
import { isVariableName, VARIABLE_NAME } from './read-captures.ts'
import { readJson } from './read-shape.ts'
import { type Reading, reportType, reportUnknownKey } from './reading.ts'
import { entryOf, type SyntaxEntry, type SyntaxMap, type SyntaxNode, type SyntaxScalar } from './syntax.ts'
import { code, given, suggestion } from './wording.ts'

const DECLARATION_KEYS = ['env', 'value', 'secret', 'default']
const FORBIDDEN = /^(?:INPUT_|ACTIONS_|RUNNER_)|^GITHUB_TOKEN$/

/** The variables of `vars` in written order. `staysSecret` names those that a target may replace but not reveal. */
export function readVariables(
  node: SyntaxNode | undefined,
  staysSecret: ReadonlySet<string>,
  reading: Reading,
): readonly Variable[] {
  if (node === undefined || node.node === 'broken') return []
  const vars = { ...reading, subject: 'vars' }
  if (node.node !== 'map') {
    reportType(node, 'a map of names and values', vars)
    return []
  }
  return node.entries.flatMap(entry => {
    if (entry.value.node === 'broken' ? !VARIABLE_NAME.test(entry.key.text) : !isVariableName(entry.key, vars))
      return []
    reviewNumbers(entry.value, vars)
    return [readVariable(entry, staysSecret.has(entry.key.text), vars)]
  })
}

/** The names that are declared secret: what a target puts in their place is secret, too. */
export function secretNames(node: SyntaxNode | undefined): ReadonlySet<string> {
  const entries = node?.node === 'map' ? node.entries : []
  return new Set(
    entries.filter(({ value }) => isDeclaration(value) && isTrue(entryOf(value, 'secret'))).map(({ key }) => key.text),
  )
}

function isTrue(entry: SyntaxEntry | undefined): boolean {
  return entry?.value.node === 'scalar' && entry.value.value === true
}

/** A variable whose value could not be read keeps its name: what uses it is no second fault. */
function readVariable({ key, value }: SyntaxEntry, staysSecret: boolean, reading: Reading): Variable {
  const own = { ...reading, subject: key.text }
  const base = { name: key.text, nameSpan: key.span, span: value.span }
  if (isDeclaration(value)) return { ...base, ...readDeclaration(value, staysSecret, own) }
  return { ...base, secret: staysSecret, ...given('value', readJson(value, own)) }
}

/** A map with only the keys of a declaration; one slip among them does not make it a plain value. */
export function isDeclaration(node: SyntaxNode): node is SyntaxMap {
  if (node.node !== 'map' || node.entries.length === 0) return false
  const strangers = node.entries.filter(({ key }) => !DECLARATION_KEYS.includes(key.text))
  return (
    strangers.length < node.entries.length &&
    strangers.every(({ key }) => suggestion(key.text, DECLARATION_KEYS) !== undefined)
  )
}

export function readDeclaration(
  map: SyntaxMap,
  staysSecret: boolean,
  reading: Reading,
): Pick<Variable, 'value' | 'environment' | 'default' | 'secret'> {
  for (const { key } of map.entries)
    if (!DECLARATION_KEYS.includes(key.text)) reportUnknownKey(key, DECLARATION_KEYS, reading)
  const [environment, value, fallback, secret] = ['env', 'value', 'default', 'secret'].map(name => entryOf(map, name))
  if ((environment === undefined) === (value === undefined)) reportGiver(map, environment, reading)
  if (value !== undefined && fallback !== undefined) {
    reading.report({
      code: 'variable-giver',
      span: fallback.key.span,
      message: '`default` is for when the environment gives nothing, and this variable has a `value`.',
      hint: 'Remove `default`, or read the value by `env`.',
    })
  }
  const name = environment && readEnvironment(environment, reading)
  const read = value && readJson(value.value, reading)
  return {
    secret: staysSecret || (secret !== undefined && readSecret(secret, reading)),
    ...given('environment', name),
    ...given('value', read),
    ...given('default', fallback && readJson(fallback.value, reading)),
  }
}

function reportGiver(map: SyntaxMap, environment: SyntaxEntry | undefined, reading: Reading): void {
  reading.report({
    code: 'variable-giver',
    span: environment?.key.span ?? map.span,
    message:
      environment === undefined
        ? `The variable ${code(reading.subject)} has neither \`env\` nor \`value\`.`
        : `The variable ${code(reading.subject)} has both \`env\` and \`value\`.`,
    hint:
      environment === undefined
        ? 'Write `env: NAME` to read the environment, or `value: …`.'
        : 'To fall back on a value when the environment has none, write `default` instead of `value`.',
  })
}

function readSecret(entry: SyntaxEntry, reading: Reading): boolean {
  const { value } = entry
  if (value.node === 'scalar' && typeof value.value === 'boolean') return value.value
  if (value.node !== 'broken') reportType(value, '`true` or `false`', { ...reading, subject: 'secret' })
  // Better to hide too much than to show what was meant to be hidden.
  return true
}

function readEnvironment(entry: SyntaxEntry, reading: Reading): string | undefined {
  const { value } = entry
  const env = { ...reading, subject: 'env' }
  if (value.node === 'broken') return undefined
  if (value.node !== 'scalar' || typeof value.value !== 'string') {
    return reportType(value, 'the name of an environment variable', env)
  }
  const name = value.value
  const forbidden = FORBIDDEN.test(name)
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !forbidden) return name
  env.report({
    code: forbidden ? 'unreadable-environment' : 'environment-name',
    span: value.span,
    message: forbidden
      ? `${code(name)} belongs to the runner and cannot be read by a checklist.`
      : `${code(name)} cannot name a variable of the environment.`,
    hint: forbidden
      ? 'Hand the value over under a name of your own, by `env` of the step.'
      : 'Use letters, digits and `_`, and no digit first; the name stands without `$`.',
  })
  return undefined
}

/** Versions and codes are often written as numbers, and `4.10` is the number 4.1. */
function reviewNumbers(node: SyntaxNode, reading: Reading): void {
  if (node.node === 'list') for (const item of node.items) reviewNumbers(item, reading)
  if (node.node === 'map') for (const { value } of node.entries) reviewNumbers(value, reading)
  if (node.node === 'scalar') reviewNumber(node, reading)
}

function reviewNumber({ value, text, span }: SyntaxScalar, reading: Reading): void {
  if (!isNumber(value) || numberText(value) === text.text) return
  reading.report({
    code: 'number-spelling',
    span,
    message: `${code(text.text)} is a number, and as a number it is ${code(numberText(value))}.`,
    hint: `Put it in quotes to keep its spelling: ${mended(span.source, span.start, span.end, quoted)}.`,
  })
}
