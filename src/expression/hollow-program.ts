import { type JqToken, tokenize } from './jq-tokens.ts'

/** A program that holds although nothing was found, and the matcher that does not. */
export interface HollowForm {
  readonly kind: 'less-than' | 'all'
  /** The entry to write under `jq` instead, as YAML: `".price": { lt: 5 }`. */
  readonly suggestion: string
}

const MIRRORED: Readonly<Record<string, string>> = { '<': 'lt', '<=': 'lte', '>': 'lt', '>=': 'lte' }

/**
 * Recognises two programs that prove nothing: `PATH < NUMBER` (jq orders null below every number, so it holds when the
 * path is missing) and a bare `all(…)`, after a path or on its own (true of an empty list).
 */
export function hollowForm(program: string): HollowForm | undefined {
  const tokens = [...tokenize(program)].filter(token => token.kind !== 'comment')
  if (tokens.length === 0 || tokens.some(token => token.kind === 'fault')) return undefined
  return lessThan(program, tokens) ?? bareAll(program, tokens)
}

function lessThan(program: string, tokens: readonly JqToken[]): HollowForm | undefined {
  const index = tokens.findIndex(token => token.kind === 'operator' && MIRRORED[token.text] !== undefined)
  const operator = tokens[index]
  if (operator === undefined) return undefined
  const [path, number] = operator.text.startsWith('<')
    ? [tokens.slice(0, index), tokens.slice(index + 1)]
    : [tokens.slice(index + 1), tokens.slice(0, index)]
  if (!isPath(path) || !isNumber(number)) return undefined
  const key = quoted(textOf(program, path))
  return { kind: 'less-than', suggestion: `${key}: { ${MIRRORED[operator.text]}: ${textOf(program, number)} }` }
}

function bareAll(program: string, tokens: readonly JqToken[]): HollowForm | undefined {
  const index = tokens.findIndex(token => token.kind === 'name')
  const rest = tokens.slice(index + 1)
  const pipe = tokens[index - 1]
  if (tokens[index]?.text !== 'all' || (rest.length > 0 && !isOneGroup(rest))) return undefined
  if (index > 0 && !(pipe?.text === '|' && isPath(tokens.slice(0, index - 1)))) return undefined
  const from = index === 0 ? '' : textOf(program, tokens.slice(0, index - 1))
  const parts = splitArguments(rest)
  if (parts.length === 0) return { kind: 'all', suggestion: `${quoted(from || '.')}: { all: true }` }
  const condition = textOf(program, parts.at(-1) ?? [])
  const elements =
    parts.length === 1 ? `${from === '' || from === '.' ? '.' : from}[]` : textOf(program, parts[0] ?? [])
  const prefix = parts.length > 1 && from !== '' ? `${from} | ` : ''
  const collected = quoted(`${prefix}[${elements} | (${condition})]`)
  return { kind: 'all', suggestion: `${collected}: { all: true }` }
}

/** `.a.b[0]["c"]?`, `.` or `.[]`: nothing but steps into the document. */
function isPath(tokens: readonly JqToken[]): boolean {
  const first = tokens[0]
  if (first === undefined || !(first.kind === 'field' || first.text === '.')) return false
  return tokens.every(
    token =>
      token.kind === 'field' ||
      token.kind === 'number' ||
      token.kind === 'quote' ||
      token.kind === 'text' ||
      ['.', '[', ']', '?', ':', '-'].includes(token.text),
  )
}

function isNumber(tokens: readonly JqToken[]): boolean {
  const digits = tokens[0]?.text === '-' ? tokens.slice(1) : tokens
  return digits.length === 1 && digits[0]?.kind === 'number'
}

/** Whether the tokens are one pair of parentheses and what is in it. */
function isOneGroup(tokens: readonly JqToken[]): boolean {
  let depth = 0
  return (
    tokens[0]?.text === '(' &&
    tokens.every((token, index) => {
      depth += Number(token.kind === 'open') - Number(token.kind === 'close')
      return depth > 0 || index === tokens.length - 1
    })
  )
}

function splitArguments(group: readonly JqToken[]): readonly (readonly JqToken[])[] {
  const parts: JqToken[][] = group.length === 0 ? [] : [[]]
  let depth = 0
  for (const token of group.slice(1, -1)) {
    depth += Number(token.kind === 'open') - Number(token.kind === 'close')
    if (depth === 0 && token.text === ';' && token.kind === 'operator') parts.push([])
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
