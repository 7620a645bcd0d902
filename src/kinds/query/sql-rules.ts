import { suggest } from '../../model/suggest.ts'
import { type SqlToken, sqlTokens } from './sql-lexer.ts'

/** Why a text is not one statement that a query may run. */
export interface SqlFault {
  readonly code:
    | 'sql-empty'
    | 'sql-unterminated'
    | 'sql-several-statements'
    | 'sql-transaction-control'
    | 'sql-backslash'
  readonly message: string
  readonly hint: string
}

export interface JudgedSql {
  readonly fault: SqlFault | undefined
  /** What it needs `write: true` for: `DELETE`, `SET`. Undefined: it only reads, as far as its words tell. */
  readonly writes: string | undefined
  /** The statement without the semicolon and what follows it. */
  readonly statement: string
  /** Whether a session is as before once it has run: anything else may have changed settings or prepared things. */
  readonly leavesSession: boolean
}

const READS = new Set(['SELECT', 'WITH', 'VALUES', 'TABLE', 'SHOW', 'EXPLAIN', '('])
const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
const TRANSACTION = new Set(['BEGIN', 'COMMIT', 'END', 'ROLLBACK', 'ABORT', 'SAVEPOINT', 'RELEASE'])

/** Reads only words, never meanings: the server has the last word, in a read-only transaction. */
export function judgeSql(sql: string): JudgedSql {
  const { tokens, unterminated } = sqlTokens(sql)
  const semicolon = tokens.findIndex(({ text, type }) => type === 'symbol' && text === ';')
  const own = semicolon === -1 ? tokens : tokens.slice(0, semicolon)
  const first = own[0]?.text ?? ''
  const writes = READS.has(first) ? changeInside(own) : first === '' ? undefined : first
  return {
    fault: unterminated === undefined ? faultOf(tokens, own) : UNTERMINATED,
    writes,
    statement: sql.slice(0, own.at(-1)?.end ?? 0),
    leavesSession: READS.has(first) || CHANGES.has(first),
  }
}

/** The words for a statement that lacks `write: true`: a diagnostic before the run, an error in it. */
export function writeFault(word: string): {
  readonly code: 'sql-write'
  readonly message: string
  readonly hint: string
} {
  const meant = suggest(word, READS)
  return {
    code: 'sql-write',
    message: `\`${word}\` may change something, and this query may only read.`,
    hint:
      meant === undefined
        ? 'Add `write: true` if the change is meant: `query: { sql: …, write: true }`.'
        : `Did you mean \`${meant}\`?`,
  }
}

function faultOf(tokens: readonly SqlToken[], own: readonly SqlToken[]): SqlFault | undefined {
  if (tokens.some(({ type, text }) => type === 'symbol' && text === '\\')) return BACKSLASH
  if (own.length === 0) return EMPTY
  if (tokens.slice(own.length).some(({ text }) => text !== ';')) return SEVERAL
  const [first = '', second = ''] = own.map(({ text }) => text)
  const controls =
    TRANSACTION.has(first) ||
    (first === 'START' && second === 'TRANSACTION') ||
    (first === 'PREPARE' && second === 'TRANSACTION') ||
    (first === 'SET' && own.some(({ text }, index) => text === 'TRANSACTION' && index <= 3))
  return controls ? transactionControl(first) : undefined
}

/** A change in a `WITH`, behind `EXPLAIN ANALYZE`, or `SELECT … INTO`. */
function changeInside(tokens: readonly SqlToken[]): string | undefined {
  const found = tokens.find((token, index) => {
    if (token.type !== 'word' || !CHANGES.has(token.text)) return false
    const before = tokens[index - 1]?.text ?? ''
    const after = tokens[index + 1]
    // A statement begins after a bracket or an option; `FOR UPDATE`, `DO UPDATE` and a column named `update` are none.
    return (
      [')', '(', 'ANALYZE', 'VERBOSE', 'EXPLAIN'].includes(before) &&
      (after?.type === 'word' || after?.type === 'quoted')
    )
  })
  return found?.text
}

const EMPTY: SqlFault = {
  code: 'sql-empty',
  message: 'There is no SQL statement here.',
  hint: 'Write one statement, such as `SELECT count(*) FROM users`.',
}
const UNTERMINATED: SqlFault = {
  code: 'sql-unterminated',
  message: 'A text, a quoted name or a comment in this SQL is never closed.',
  hint: 'Look for a missing quote; a quote inside a text is written twice.',
}
const SEVERAL: SqlFault = {
  code: 'sql-several-statements',
  message: 'A query is one statement, and this is more than one.',
  hint: 'Make a check of each; the steps of a `cleanup` are a list.',
}
const BACKSLASH: SqlFault = {
  code: 'sql-backslash',
  message: 'Backslash commands belong to psql; the server does not know them.',
  hint: 'Ask the catalogue instead: `\\dt` is `SELECT tablename FROM pg_tables`.',
}

function transactionControl(word: string): SqlFault {
  return {
    code: 'sql-transaction-control',
    message: `\`${word}\` controls a transaction, and every query already has one of its own.`,
    hint: 'Leave it out: a statement either happens as a whole or not at all.',
  }
}
