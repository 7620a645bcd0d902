import { type JqToken, tokenize } from './jq-tokens.ts'

/** A program that holds although nothing was found, and the matcher that does not. */
export interface HollowForm {
  readonly kind: 'less-than' | 'unequal' | 'all'
  /** The entry to write under `jq` instead, as YAML: `".price": { lt: 5 }`. */
  readonly suggestion: string
}

const MIRRORED: Readonly<Record<string, string>> = { '<': 'lt', '<=': 'lte', '>': 'lt', '>=': 'lte' }

/** Steps that make nothing of an empty list. */
const LIST_STEPS: ReadonlySet<string> = new Set(
  'map map_values sort sort_by unique unique_by group_by reverse flatten to_entries keys'.split(' '),
)

/**
 * Recognises programs that prove nothing: `PATH < NUMBER` and `PATH < $name` (jq orders null below everything they can
 * be, so they hold when the path is missing), `PATH != VALUE` (null differs from it), and an `all` after nothing but a path, `PATH // []`, lists
 * collected from one and steps such as `map(…)` (true of an empty list).
 */
export function hollowForm(program: string): HollowForm | undefined {
  const tokens = [...tokenize(program)].filter(token => token.kind !== 'comment')
  if (tokens.length === 0 || tokens.some(token => token.kind === 'fault')) return undefined
  return lessThan(program, tokens) ?? unequal(program, tokens) ?? bareAll(program, tokens)
}

/**
 * Whether a program is a path that yields one value whatever the document holds, `null` where nothing is there: what it
 * yields always exists. The program as a YAML key, else undefined.
 */
export function steadyPath(program: string): string | undefined {
  const tokens = [...tokenize(program)].filter(token => token.kind !== 'comment')
  if (tokens.some(token => token.kind === 'fault') || !isPath(tokens)) return undefined
  const mayYieldNothing = tokens.some(({ text }) => text === '?') || isOverList(tokens)
  return mayYieldNothing ? undefined : quoted(textOf(program, tokens))
}

function lessThan(program: string, tokens: readonly JqToken[]): HollowForm | undefined {
  const index = tokens.findIndex(token => token.kind === 'operator' && MIRRORED[token.text] !== undefined)
  const operator = tokens[index]
  if (operator === undefined) return undefined
  const [path, bound] = operator.text.startsWith('<')
    ? [tokens.slice(0, index), tokens.slice(index + 1)]
    : [tokens.slice(index + 1), tokens.slice(0, index)]
  if (!isPath(path) || !(isNumber(bound) || isVariable(bound))) return undefined
  const operand = isNumber(bound) ? textOf(program, bound) : quoted(`{{ ${textOf(program, bound)} }}`)
  return {
    kind: 'less-than',
    suggestion: `${quoted(textOf(program, path))}: { ${MIRRORED[operator.text]}: ${operand} }`,
  }
}

function unequal(program: string, tokens: readonly JqToken[]): HollowForm | undefined {
  const index = tokens.findIndex(token => token.kind === 'operator' && token.text === '!=')
  if (index === -1) return undefined
  const sides = [tokens.slice(0, index), tokens.slice(index + 1)] as const
  const [path, value] = isPath(sides[0]) ? sides : [sides[1], sides[0]]
  if (!isPath(path) || (path.length === 1 && path[0]?.text === '.') || isOverList(path)) return undefined
  const key = quoted(textOf(program, path))
  if (isVariable(value)) {
    return {
      kind: 'unequal',
      suggestion: `${key}: { and: [{ ne: null }, { ne: ${quoted(`{{ ${textOf(program, value)} }}`)} }] }`,
    }
  }
  const type = literalType(value)
  return type === undefined
    ? undefined
    : { kind: 'unequal', suggestion: `${key}: { is: ${type}, ne: ${textOf(program, value)} }` }
}

/** The type of a literal that is not `null`. */
function literalType(tokens: readonly JqToken[]): string | undefined {
  if (isNumber(tokens)) return 'number'
  const [first, ...rest] = tokens
  if (first?.kind === 'name' && rest.length === 0) return /^(?:true|false)$/.test(first.text) ? 'boolean' : undefined
  const isText =
    first?.kind === 'quote' && rest.at(-1)?.kind === 'quote' && rest.slice(0, -1).every(({ kind }) => kind === 'text')
  return isText ? 'string' : undefined
}

/** `.items[]`: several values or none. */
function isOverList(path: readonly JqToken[]): boolean {
  return path.some(({ text }, index) => text === '[' && path[index + 1]?.text === ']')
}

function bareAll(program: string, tokens: readonly JqToken[]): HollowForm | undefined {
  const stages = split(tokens, '|')
  const [all, ...group] = stages.at(-1) ?? []
  const before = stages.slice(0, -1)
  if (all?.kind !== 'name' || all.text !== 'all' || (group.length > 0 && !isOneGroup(group, '('))) return undefined
  if (!before.every((stage, index) => mayBeEmpty(stage, index === 0))) return undefined
  const from = textOf(program, before.flat())
  const parts = split(group.slice(1, -1), ';')
  if (parts.length === 0) return { kind: 'all', suggestion: `${quoted(from || '.')}: { all: true }` }
  const condition = textOf(program, parts.at(-1) ?? [])
  const first = parts.length > 1 ? textOf(program, parts[0] ?? []) : undefined
  const path = before.length === 1 && isPath(before[0] ?? [])
  // What stands before goes into the brackets where it is a path and `all` goes over what it leads to.
  const prefix = from === '' || (path && first === undefined) ? '' : `${from} | `
  const elements = first ?? (path && from !== '.' ? `${from}[]` : '.[]')
  return { kind: 'all', suggestion: `${quoted(`${prefix}[${elements} | (${condition})]`)}: { all: true }` }
}

/** Whether a stage of a pipeline can yield an empty list: a path, `path // []`, `[path[] | …]`, and later `map(…)` and its like. */
function mayBeEmpty(stage: readonly JqToken[], first: boolean): boolean {
  const [name, ...group] = stage
  if (name?.kind === 'name') return LIST_STEPS.has(name.text) && (group.length === 0 || isOneGroup(group, '('))
  if (first && (isPath(stage) || isPathOrEmpty(stage))) return true
  if (!isOneGroup(stage, '[')) return false
  const [source = []] = split(stage.slice(1, -1), '|')
  return isPath(source) && source.some((token, index) => token.text === '[' && source[index + 1]?.text === ']')
}

/** `.a // []`, also in brackets. */
function isPathOrEmpty(stage: readonly JqToken[]): boolean {
  const inner = isOneGroup(stage, '(') ? stage.slice(1, -1) : stage
  const end = inner.slice(-3).map(({ text }) => text)
  return end.join(' ') === '// [ ]' && isPath(inner.slice(0, -3))
}

/** `.a.b[0]["c"]?`, `.` or `.[]`: nothing but steps into the document. */
function isPath(tokens: readonly JqToken[]): boolean {
  const first = tokens[0]
  if (first === undefined || !(first.kind === 'field' || first.text === '.')) return false
  return tokens.every(isStep)
}

const STEP_KINDS: ReadonlySet<JqToken['kind']> = new Set(['field', 'number', 'quote', 'text'])
const STEP_SIGNS: ReadonlySet<string> = new Set(['.', '[', ']', '?', ':', '-'])

function isStep({ kind, text }: JqToken): boolean {
  return STEP_KINDS.has(kind) || STEP_SIGNS.has(text)
}

function isNumber(tokens: readonly JqToken[]): boolean {
  const digits = tokens[0]?.text === '-' ? tokens.slice(1) : tokens
  return digits.length === 1 && digits[0]?.kind === 'number'
}

/** `$name` or a path into it. `$observation` is no name that the matcher's hole could read. */
function isVariable([variable, ...steps]: readonly JqToken[]): boolean {
  if (variable?.kind !== 'variable' || variable.text === '$observation') return false
  return steps.every(isStep)
}

/** Whether the tokens are one pair of such brackets and what is in it. */
function isOneGroup(tokens: readonly JqToken[], bracket: '(' | '['): boolean {
  let depth = 0
  return (
    tokens[0]?.text === bracket &&
    tokens.every((token, index) => {
      depth += Number(token.kind === 'open') - Number(token.kind === 'close')
      return depth > 0 || index === tokens.length - 1
    })
  )
}

/** Cuts at every such operator that stands in no brackets; nothing gives no parts. */
function split(tokens: readonly JqToken[], separator: '|' | ';'): readonly (readonly JqToken[])[] {
  const parts: JqToken[][] = tokens.length === 0 ? [] : [[]]
  let depth = 0
  for (const token of tokens) {
    depth += Number(token.kind === 'open') - Number(token.kind === 'close')
    if (depth === 0 && token.text === separator && token.kind === 'operator') parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

function textOf(program: string, tokens: readonly JqToken[]): string {
  return program.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
}

/** A YAML key: in single quotes where that spares the reader escapes. */
function quoted(text: string): string {
  return text.includes('"') && !/['\n]/.test(text) ? `'${text}'` : JSON.stringify(text)
}
