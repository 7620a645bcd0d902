import { CheckError } from '../../model/check-error.ts'
import type { Span } from '../../model/source.ts'
import type { SqlStatement } from '../../model/template.ts'
import { isServerError, type ServerError, serverDetails } from '../../transport/postgres-fault.ts'

/** SQLSTATEs (PostgreSQL documentation, appendix A) that mean something to an author: a code of ours, and what to do. */
const STATES: Readonly<Record<string, readonly [code: string, hint: string]>> = {
  '25006': ['query-read-only', 'Add `write: true` if the change is meant.'],
  '42501': ['query-forbidden', 'The role may not do this: grant it, or use another role.'],
  '42601': ['query-syntax', 'Correct the SQL.'],
  '42703': ['query-unknown', 'Compare the name with the columns of the table; has the migration run?'],
  '42P01': ['query-unknown', 'Compare the name with the tables and the search path; has the migration run?'],
  '42883': ['query-unknown', 'A hole may need a type: `{{ $count }}::int`.'],
  '42P18': ['query-parameter', 'Give the hole a type: `{{ $value }}::text`.'],
  '22P02': ['query-parameter', 'The value of a hole does not fit the type it is compared with.'],
  '55P03': ['query-lock', 'Something else holds a lock on it.'],
  '57014': ['query-timeout', 'Give the check more `timeout`, or look for a missing index or a lock that is held.'],
}

/** What the server said of a statement, as the check's error; anything else is passed on. */
export function queryFault(error: unknown, statement: SqlStatement, endpoint: string): unknown {
  if (!isServerError(error)) return error
  const [code, hint] = STATES[error.code] ?? (/^57P/.test(error.code) ? SHUT_DOWN : OTHER)
  const span = narrowSpan(statement, Number(error.position))
  return new CheckError({
    code,
    message: messageOf(error, code),
    hint: hint === '' ? (error.hint ?? 'Look at the statement and at what the server said of it.') : hint,
    endpoint,
    details: serverDetails(error),
    ...(span === undefined ? {} : { span }),
    cause: error,
  })
}

const SHUT_DOWN = ['database-lost', 'The server is shutting down or has been restarted; look at its log.'] as const
const OTHER = ['query-failed', ''] as const

function messageOf(error: ServerError, code: string): string {
  if (code === 'query-timeout') return 'The statement took longer than the check has time for, and was cancelled.'
  return `The database refused the statement: ${error.message}.`
}

/**
 * The word in the checklist that the server points at (a character of the statement, from 1). The statement has lost its
 * indentation and its holes, so the line is looked for by its text and given up when that is not found exactly once.
 */
function narrowSpan({ text, span }: SqlStatement, position: number): Span | undefined {
  if (!(position >= 1)) return undefined
  // The server counts characters, JavaScript UTF-16 units.
  const at = [...text].slice(0, position - 1).join('').length
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const lineEnd = text.indexOf('\n', at)
  const line = text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd)
  const written = span.source.text.slice(span.start, span.end)
  const found = written.indexOf(line)
  if (found === -1 || written.includes(line, found + 1)) return undefined
  const start = span.start + found + at - lineStart
  const word = /^(?:"[^"]*"|[\w$.]+|\S)/.exec(text.slice(at))?.[0] ?? ''
  return { source: span.source, start, end: start + Math.max(1, word.length) }
}
