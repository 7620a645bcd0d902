/** A piece of a jq program. A string is `quote`, then `text` and interpolations (`open` … `close`), then `quote`. */
export interface JqToken {
  readonly kind:
    | 'name'
    | 'variable'
    | 'field'
    | 'number'
    | 'format'
    | 'quote'
    | 'text'
    | 'operator'
    | 'open'
    | 'close'
    | 'comment'
    | 'fault'
  readonly text: string
  readonly start: number
  readonly end: number
}

const WHITE = /[ \t\r\n]+/
const SIMPLE =
  /(\$\s*(?:[A-Za-z_]\w*::)*[A-Za-z_]\w*)|((?:[A-Za-z_]\w*::)*[A-Za-z_]\w*)|(\.[A-Za-z_]\w*)|((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(@\w+)|(\?\/\/=?|\/\/=|[!=<>|+\-*/%]=|\/\/|\.\.|[.?:;,|<>=+\-*/%$])/
/** The kinds of the groups of {@link SIMPLE}, in order. */
const SIMPLE_KINDS = ['variable', 'name', 'field', 'number', 'format', 'operator'] as const
/** jq 1.7.1 and later: a backslash before the line break carries a comment on. */
const COMMENT = /#(?:\\\r\n|\\[\s\S]|[^\\\n])*\\?/
/** In a hole of a template, `}}` ends a comment too. */
const COMMENT_IN_HOLE = /#(?:\\\r\n|\\[\s\S]|(?!\}\})[^\\\n])*\\?/
const STRING_TEXT = /(?:[^"\\]|\\[^(])+/
const INTERPOLATION = '\\('
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/**
 * Cuts a jq program into tokens, white space left out. Tolerant: what does not belong becomes a `fault` token and the
 * work goes on; a last `fault` with empty text says that a bracket or a string is still open at the end.
 * With `hole`, a comment ends at `}}`.
 */
export function* tokenize(text: string, start = 0, hole = false): Generator<JqToken> {
  const scan = scanner(text, start, hole)
  // What is still open: a closing bracket, `interpolation` within a string, or the string itself.
  const open: string[] = []
  while (scan.more()) {
    if (open.at(-1) === '"') {
      yield stringPiece(scan, open)
      continue
    }
    scan.skipWhite()
    if (scan.more()) yield piece(scan, open)
  }
  if (open.length > 0) yield scan.take('fault', 0)
}

type Scanner = ReturnType<typeof scanner>

function scanner(text: string, start: number, hole: boolean) {
  const sticky = (pattern: RegExp): RegExp => new RegExp(pattern, 'y')
  const white = sticky(WHITE)
  const simple = sticky(SIMPLE)
  const comment = sticky(hole ? COMMENT_IN_HOLE : COMMENT)
  const stringText = sticky(STRING_TEXT)
  let at = start
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const take = (kind: JqToken['kind'], length: number): JqToken => {
    at += length
    return { kind, text: text.slice(at - length, at), start: at - length, end: at }
  }
  return {
    more: () => at < text.length,
    next: () => text.charAt(at),
    startsWith: (expected: string) => text.startsWith(expected, at),
    skipWhite: () => {
      at += match(white)?.[0].length ?? 0
    },
    take,
    comment: () => take('comment', match(comment)?.[0].length ?? 1),
    stringText: () => take('text', match(stringText)?.[0].length ?? 1),
    simple: () => {
      const found = match(simple)
      const kind = SIMPLE_KINDS.find((_kind, index) => found?.[index + 1] !== undefined)
      return kind === undefined ? take('fault', 1) : take(kind, found?.[0].length ?? 1)
    },
  }
}

function stringPiece(scan: Scanner, open: string[]): JqToken {
  if (scan.next() === '"') {
    open.pop()
    return scan.take('quote', 1)
  }
  if (!scan.startsWith(INTERPOLATION)) return scan.stringText()
  open.push('interpolation')
  return scan.take('open', INTERPOLATION.length)
}

function piece(scan: Scanner, open: string[]): JqToken {
  const character = scan.next()
  if (character === '#') return scan.comment()
  const closer = character === '"' ? '"' : CLOSERS[character]
  if (closer !== undefined) {
    open.push(closer)
    return scan.take(character === '"' ? 'quote' : 'open', 1)
  }
  if (character !== ')' && character !== ']' && character !== '}') return scan.simple()
  const expected = open.at(-1) === 'interpolation' ? ')' : open.at(-1)
  if (expected !== character) return scan.take('fault', 1)
  open.pop()
  return scan.take('close', 1)
}
