/** Stands for a hole in scanned text: YAML text cannot hold it. */
const HOLE = '\0'

/** How a hole stands in an SQL statement. Only a `value` can be bound. */
export type SqlHole = 'value' | 'quoted' | 'comment' | 'name' | 'type-literal'

export interface SqlScan {
  /** One entry a hole, in order. */
  readonly holes: readonly SqlHole[]
  /** Offsets of the author's own `$1` …, counted in the text between the holes, each hole as one character. */
  readonly parameters: readonly number[]
}

/** PostgreSQL's lexical rules (its manual, 4.1): comments nest, `$tag$` quotes, `E''` has backslashes. */
const TOKEN =
  /(--[^\n]*)|(\/\*)|([eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$))|\$([A-Za-z_]\w*)?\$|(\$\d+)|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|([\s\S])/y

/** After these a name is expected, never a value. */
const BEFORE_NAMES = new Set(
  'from join into update only table view schema database index sequence column role user truncate by as set .'.split(
    ' ',
  ),
)
const BEFORE_LITERALS = new Set(['interval', 'timestamp', 'timestamptz', 'date', 'time'])
/** Functions in whose arguments `FROM` is no clause: `extract(epoch from x)`. */
const FROM_FUNCTIONS = new Set(['extract', 'substring', 'trim', 'overlay', 'position'])

/** Looks where the holes of a statement stand. `texts` are what is around them: one more than there are holes. */
export function scanSql(texts: readonly string[]): SqlScan {
  const text = texts.join(HOLE)
  const token = new RegExp(TOKEN)
  const scan: OpenScan = { text, token, holes: [], parameters: [], words: [], groups: [] }
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const hidden = hiddenStretch(scan, match)
    if (hidden === undefined) readWord(scan, match)
    else {
      for (const character of hidden.text) if (character === HOLE) scan.holes.push(hidden.kind)
      if (hidden.kind === 'quoted') scan.words.push('')
    }
  }
  return scan
}

/** `words` are all words and signs so far, `groups` the words before the open parentheses. */
interface OpenScan {
  readonly text: string
  readonly token: RegExp
  readonly holes: SqlHole[]
  readonly parameters: number[]
  readonly words: string[]
  readonly groups: string[]
}

/** What the database does not read as SQL: a comment or something quoted. The scan goes on behind it. */
function hiddenStretch(
  { text, token }: OpenScan,
  match: RegExpExecArray,
): { readonly text: string; readonly kind: 'comment' | 'quoted' } | undefined {
  const [whole, lineComment, blockComment, quoted, tag] = match
  if (lineComment !== undefined) return { text: lineComment, kind: 'comment' }
  if (blockComment !== undefined)
    return { text: skipTo(token, text, blockCommentEnd(text, match.index)), kind: 'comment' }
  if (quoted !== undefined) return { text: quoted, kind: 'quoted' }
  const isDollarQuote = whole.length > 1 && whole.startsWith('$') && whole.endsWith('$')
  if (!isDollarQuote) return undefined
  return { text: skipTo(token, text, dollarQuoteEnd(text, token.lastIndex, tag ?? '')), kind: 'quoted' }
}

function readWord({ text, holes, parameters, words, groups }: OpenScan, match: RegExpExecArray): void {
  const [whole] = match
  if (/^\s$/.test(whole)) return
  if (whole === HOLE) {
    holes.push(standing(text, match.index, words, groups))
    words.push('')
    return
  }
  if (/^\$\d/.test(whole)) parameters.push(match.index)
  if (whole === '(') groups.push(words.at(-1) ?? '')
  if (whole === ')') groups.pop()
  words.push(whole.toLowerCase())
}

function skipTo(token: RegExp, text: string, end: number): string {
  const stretch = text.slice(token.lastIndex, end)
  token.lastIndex = end
  return stretch
}

function standing(text: string, at: number, words: readonly string[], groups: readonly string[]): SqlHole {
  const last = words.at(-1)
  const touches = /[\w$"]/.test(text.charAt(at - 1)) || /[\w$".]/.test(text.charAt(at + 1))
  if (touches || last === undefined || last === ';') return 'name'
  if (last === 'from' && (words.at(-2) === 'distinct' || FROM_FUNCTIONS.has(groups.at(-1) ?? ''))) return 'value'
  if (BEFORE_LITERALS.has(last)) return 'type-literal'
  return BEFORE_NAMES.has(last) ? 'name' : 'value'
}

function blockCommentEnd(text: string, start: number): number {
  let depth = 0
  const mark = /\/\*|\*\//g
  mark.lastIndex = start
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return mark.lastIndex
  }
  return text.length
}

function dollarQuoteEnd(text: string, start: number, tag: string): number {
  const end = text.indexOf(`$${tag}$`, start)
  return end === -1 ? text.length : end + tag.length + 2
}
