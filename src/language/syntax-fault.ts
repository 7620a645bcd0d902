import type { Diagnostic } from '../model/diagnostic.ts'
import type { Source } from '../model/source.ts'
import { badIndentation } from './bad-indentation.ts'
import { mended, quoted } from './mended-line.ts'
import { spanAt } from './syntax.ts'
import { holeIn, type MeantValue, valueAround } from './value-around.ts'

/** A fault of the YAML library, in offsets of the source. */
export interface SyntaxFault {
  readonly code: string
  readonly message: string
  readonly start: number
  readonly end: number
}

/** A flow collection or a quoted text. `open` is its first character; `closed` says whether its end was found. */
export interface Bracket {
  readonly open: string
  readonly start: number
  readonly end: number
  readonly closed: boolean
}

type Found = Omit<Diagnostic, 'severity'>
type Cause = (source: Source, fault: SyntaxFault, brackets: readonly Bracket[]) => Found | undefined

/** Says what most probably led to the fault: what an author meant, and how the line looks mended. */
export function explainFault(source: Source, fault: SyntaxFault, brackets: readonly Bracket[]): Found {
  for (const cause of CAUSES) {
    const found = cause(source, fault, brackets)
    if (found !== undefined) return found
  }
  return {
    code: 'yaml-syntax',
    span: spanAt(source, fault.start, Math.max(fault.end, fault.start + 1)),
    message: `This is not YAML: ${fault.message.replace(/\.$/, '')}.`,
    hint: 'Look at the brackets, quotes and indentation here and in the line above.',
  }
}

const tab: Cause = (source, fault) => {
  if (fault.code !== 'TAB_AS_INDENT') return undefined
  return {
    code: 'tab-indentation',
    span: spanAt(source, fault.start, fault.start + 1),
    message: 'YAML is indented by spaces, and here stands a tab.',
    hint: 'Replace the tabs by spaces, two a level.',
  }
}

const hole: Cause = (source, fault) => {
  const found = holeIn(source, fault.start)
  if (found === undefined) return undefined
  const value = valueAround(source, found.start)
  const github = source.text[found.start - 1] === '$'
  return {
    code: github ? 'github-expression' : 'unquoted-hole',
    span: spanAt(source, found.start - (github ? 1 : 0), found.end),
    message: github
      ? `\`\${{ … }}\` is an expression of GitHub's workflows, which are not read here.`
      : 'Without quotes YAML reads `{{ … }}` as a map.',
    hint: github
      ? 'Hand the value over as an environment variable of the step, declare it under `vars` as `name: { env: NAME }`, and write `"{{ $name }}"`.'
      : `Put the value in quotes: ${mended(source, value.start, value.end, quoted)}.`,
  }
}

const unclosedQuote: Cause = (source, fault, brackets) => {
  if (!/closing ["']quote/.test(fault.message)) return undefined
  const open = brackets.find(({ start, end, closed }) => !closed && start <= fault.start && fault.start <= end + 1)
  const start = open?.start ?? fault.start
  return {
    code: 'unclosed-quote',
    span: spanAt(source, start, start + 1),
    message: `The quote \`${source.text[start] ?? '"'}\` that opens here is never closed.`,
    hint: 'Close it at the end of the value; text over several lines is better written as a block below `|`.',
  }
}

const badEscape: Cause = (source, fault) => {
  if (fault.code !== 'BAD_DQ_ESCAPE') return undefined
  const written = source.text.slice(fault.start, fault.start + 2)
  return {
    code: 'bad-escape',
    span: spanAt(source, fault.start, fault.start + 2),
    message: `\`${written}\` is no escape that double quotes know.`,
    hint: `Double the backslash, as in ${mended(source, fault.start, fault.start + 1, () => '\\\\')}, or use single quotes, in which a backslash is a backslash.`,
  }
}

const reserved: Cause = (source, fault) => {
  const opener = /[@`%|>*&!]/.exec(source.text.slice(fault.start, fault.start + 1))?.[0]
  const header =
    fault.code === 'UNEXPECTED_TOKEN' && /block scalar|Not a YAML token|on same line with key/i.test(fault.message)
  const question = fault.code === 'BLOCK_AS_IMPLICIT_KEY' && source.text.startsWith('? ', fault.start)
  if (!(fault.code === 'BAD_SCALAR_START' || fault.code === 'BAD_ALIAS' || header || question)) return undefined
  const value = valueAround(source, fault.start)
  const begins = opener ?? source.text[value.start] ?? ''
  return {
    code: 'reserved-character',
    span: spanAt(source, value.start, value.start + 1),
    message: `Plain text may not begin with ${begins === '`' ? 'a backtick' : `\`${begins}\``}, which means something else in YAML.`,
    hint: `Put the value in quotes: ${mended(source, value.start, value.end, quoted)}.`,
  }
}

const missingSpace: Cause = (source, fault) => {
  const { text } = source
  const lineStart = text.lastIndexOf('\n', fault.start - 1) + 1
  const line = (text.slice(lineStart).split('\n')[0] ?? '').trimEnd()
  const dash = /^\s*-(?=[^\s-])/.exec(line)
  const colon = /^\s*(?:- +)*[\w.-]+:(?=[^\s:/])/.exec(line)
  const match = dash ?? (fault.code === 'MULTILINE_IMPLICIT_KEY' || fault.code === 'MISSING_CHAR' ? colon : null)
  if (match === null) return undefined
  const at = lineStart + match[0].length
  return {
    code: 'missing-space',
    span: spanAt(source, at - 1, at),
    message: `After \`${text[at - 1] ?? ''}\` a space is needed.`,
    hint: `Write ${mended(source, at, at, () => ' ')}.`,
  }
}

const missingColon: Cause = (source, fault) => {
  const implicit = fault.code === 'MULTILINE_IMPLICIT_KEY' || /followed by map values/.test(fault.message)
  const value = spanAt(
    source,
    fault.start,
    fault.start + (source.text.slice(fault.start).split('\n')[0] ?? '').trimEnd().length,
  )
  const line = source.text.slice(value.start, value.end)
  if (!implicit || line === '' || /:(\s|$)|^-/.test(line)) return undefined
  const key = /^[\w.-]+(?=\s)/.exec(line)?.[0]
  return {
    code: 'missing-colon',
    span: value,
    message: 'This line of a map has no colon, so it is neither a key nor a value.',
    hint:
      key === undefined
        ? 'Write `key: value`; text over several lines stands in quotes or below `|`.'
        : `Write ${mended(source, value.start, value.start + key.length, text => `${text}:`)}, or, if it goes on with the line above, put the whole text in quotes or below \`|\`.`,
  }
}

const brackets: Cause = (source, fault, all) => {
  const value = valueAround(source, fault.start)
  const written = source.text.slice(value.start, value.end)
  const begins = /^[[{]/.test(written)
  const inFlow = value.inFlow && /[[\]{}]/.test(written)
  const unclosed = all.some(({ start, closed }) => !closed && start === value.start)
  const trailing = /at node end|BLOCK_IN_FLOW|Missing , or :|Unexpected/.test(`${fault.code} ${fault.message}`)
  const endsThere = /^\[[^[\]]*\]$|^\{[^{}]*\}$/.test(written)
  if (!trailing || unclosed || endsThere || !(inFlow || begins)) return undefined
  return {
    code: 'unquoted-brackets',
    span: spanAt(source, value.start, value.end),
    message: value.inFlow
      ? 'In a map in braces, `[ ] { } ,` belong to YAML, so a program or a pattern with them must be quoted.'
      : `A value that begins with \`${written[0] ?? ''}\` is a ${written.startsWith('[') ? 'list' : 'map'} to YAML, and text behind it has no place.`,
    hint: `Put the value in quotes: ${mended(source, value.start, value.end, quoted)}.`,
  }
}

const textAfterQuote: Cause = (source, fault, all) => {
  const before = all.find(
    ({ open, end }) => /["']/.test(open) && source.text.slice(end, fault.start).trim() === '' && end <= fault.start,
  )
  const nested = all.find(({ open, start }) => /["']/.test(open) && start === fault.start)
  const text = before ?? nested
  if (text === undefined || !(/at node end/.test(fault.message) || fault.code === 'BLOCK_AS_IMPLICIT_KEY'))
    return undefined
  const value = valueAround(source, text.start)
  return {
    code: 'text-after-quote',
    span: spanAt(source, value.start, value.end),
    message: 'The quotes end before the value does.',
    hint: `Quote the whole value, doubling single quotes inside of single quotes: ${mended(source, value.start, value.end, requoted)}.`,
  }
}

/** `'it's'` → `"it's"`, `"a" b` → `'"a" b'`. */
function requoted(text: string): string {
  const inner = /^(['"])(.*)\1$/s.exec(text)?.[2]
  return quoted(inner ?? text)
}

const colonInText: Cause = (source, fault) => {
  if (fault.code !== 'BLOCK_AS_IMPLICIT_KEY' && fault.code !== 'BLOCK_IN_FLOW') return undefined
  if (/block sequence/.test(fault.message)) return undefined
  const value = valueAround(source, fault.start)
  const colon = source.text.slice(value.start, value.end).search(/:(\s|$)/)
  if (colon === -1) return undefined
  return {
    code: 'colon-in-text',
    span: spanAt(source, value.start + colon, value.start + colon + 1),
    message: 'Text with `: ` in it looks like another key to YAML.',
    hint: colonHint(source, value),
  }
}

function colonHint(source: Source, value: MeantValue): string {
  if (value.inFlow) return 'Put the text in quotes; if another key is meant, put a comma before it.'
  const isLine = source.text.slice(source.text.lastIndexOf('\n', value.start - 1) + 1, value.start).trim() === ''
  return isLine
    ? 'Put the text in quotes.'
    : `Put the value in quotes: ${mended(source, value.start, value.end, quoted)}.`
}

const unclosedBracket: Cause = (source, fault, all) => {
  if (!/(?:sufficiently indented and|must) end with/.test(fault.message)) return undefined
  const open = all.filter(({ open, start, closed }) => /[[{]/.test(open) && !closed && start <= fault.start).at(-1)
  const start = open?.start ?? fault.start
  const line = source.text.slice(start).split('\n')[0] ?? ''
  const comment = /(?<=[\s{[,])#\S[^\n]*/.exec(line)
  if (comment !== null) {
    const at = start + comment.index
    return {
      code: 'swallowed-comment',
      span: spanAt(source, at, at + comment[0].length),
      message: 'What follows ` #` is a comment to YAML, so the brackets before it are never closed.',
      hint: 'Put the text that begins with `#` in quotes.',
    }
  }
  return {
    code: 'unclosed-bracket',
    span: spanAt(source, start, start + 1),
    message: `The bracket \`${source.text[start] ?? ''}\` that opens here is never closed.`,
    hint: `Close it with \`${source.text[start] === '[' ? ']' : '}'}\`, or put the value in quotes if it is text.`,
  }
}

const extraBracket: Cause = (source, fault) => {
  if (!/^[\]}]$/.test(source.text.slice(fault.start, fault.start + 1)) || !/Unexpected/.test(fault.message))
    return undefined
  return {
    code: 'unopened-bracket',
    span: spanAt(source, fault.start, fault.start + 1),
    message: `The bracket \`${source.text[fault.start] ?? ''}\` closes nothing.`,
    hint: 'Remove it, or put the value in quotes if it is text.',
  }
}

/** A key that stands too far in goes on with the value of the line above, and the library blames that value. */
const deeperKey: Cause = (source, fault) => {
  if (!/BLOCK_AS_IMPLICIT_KEY|UNEXPECTED_TOKEN/.test(fault.code)) return undefined
  const [line = '', next = ''] = source.text.slice(startOfLine(source, fault.start)).split('\n')
  const own = /^[\s-]*/.exec(line)?.[0].length ?? 0
  const below = /^ *(?=[\w.-]+:(?:\s|$))/.exec(next)?.[0].length ?? 0
  const isValue = /^[\s-]*[\w.-]+:\s+[^\s|>]/.test(line)
  if (!isValue || below <= own || /:\s/.test(line.replace(/^[\s-]*[\w.-]+:\s/, ''))) return undefined
  return badIndentation(source, startOfLine(source, fault.start) + line.length + 1)
}

const indentation: Cause = (source, fault) => {
  const bad =
    fault.code === 'BAD_INDENT' || /Sequence item without -|block-seq-ind|block sequence may not/.test(fault.message)
  return bad ? badIndentation(source, startOfLine(source, fault.start)) : undefined
}

function startOfLine(source: Source, at: number): number {
  return source.text.lastIndexOf('\n', at - 1) + 1
}

/** The more telling first: an unquoted hole leads to almost any of the faults below it. */
const CAUSES: readonly Cause[] = [
  tab,
  unclosedQuote,
  badEscape,
  hole,
  missingSpace,
  reserved,
  deeperKey,
  textAfterQuote,
  extraBracket,
  brackets,
  colonInText,
  unclosedBracket,
  missingColon,
  indentation,
]
