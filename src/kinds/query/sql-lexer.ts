/** A piece of SQL that means something by itself; comments and blanks are left out. Offsets are into the statement. */
export interface SqlToken {
  readonly type: 'word' | 'quoted' | 'text' | 'symbol'
  /** Words in capital letters, anything else as written. */
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface SqlTokens {
  readonly tokens: readonly SqlToken[]
  /** Where a text, a quoted name or a comment begins that never ends. */
  readonly unterminated: number | undefined
}

/** The lexical rules of PostgreSQL (documentation, 4.1) as far as they decide where statements and words begin and end. */
const RULES: readonly (readonly [type: SqlToken['type'] | 'blank', pattern: RegExp])[] = [
  ['blank', /\s+|--[^\n]*/y],
  // E'…' knows backslashes; '…', U&'…', B'…', X'…' and N'…' know only the doubled quote.
  ['text', /[eE]'(?:[^'\\]|\\[\s\S]|'')*'|(?:[uU]&|[bBxXnN])?'(?:[^']|'')*'/y],
  ['quoted', /(?:[uU]&)?"(?:[^"]|"")*"/y],
  ['text', /\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$[\s\S]*?\$\1\$/y],
  ['word', /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ['symbol', /\$\d+|\d[\w.]*|::|[\s\S]/y],
]

/** Begins a text or a name whose end no rule found. */
const OPENING = /(?:[eEbBxXnN]|[uU]&)?['"]|\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y

export function sqlTokens(sql: string): SqlTokens {
  const tokens: SqlToken[] = []
  let at = 0
  while (at < sql.length) {
    if (sql.startsWith('/*', at)) {
      const end = commentEnd(sql, at)
      if (end === undefined) return { tokens, unterminated: at }
      at = end
      continue
    }
    const { type, end } = nextToken(sql, at)
    if (type === 'word' || type === 'symbol') {
      OPENING.lastIndex = at
      const opens = OPENING.exec(sql)
      if (opens !== null && (type === 'symbol' || at + opens[0].length > end)) return { tokens, unterminated: at }
    }
    const text = sql.slice(at, end)
    if (type !== 'blank') tokens.push({ type, text: type === 'word' ? text.toUpperCase() : text, start: at, end })
    at = end
  }
  return { tokens, unterminated: undefined }
}

function nextToken(sql: string, at: number): { type: SqlToken['type'] | 'blank'; end: number } {
  for (const [type, pattern] of RULES) {
    pattern.lastIndex = at
    if (pattern.test(sql)) return { type, end: pattern.lastIndex }
  }
  return { type: 'symbol', end: at + 1 }
}

/** Comments nest in PostgreSQL. */
function commentEnd(sql: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < sql.length; at += 1) {
    if (sql.startsWith('/*', at)) {
      depth += 1
      at += 1
    } else if (sql.startsWith('*/', at)) {
      depth -= 1
      at += 1
      if (depth === 0) return at + 1
    }
  }
  return undefined
}
