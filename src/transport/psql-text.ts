import { randomBytes } from 'node:crypto'

/*
 * What is said to psql. Nothing of the author's stands where psql would read it: its statements come as hexadecimal text
 * that the server decodes and `\gexec` sends on as they are, its values as Unicode escapes inside a literal.
 */

/** Marks that no value can contain, for nobody else knows them. */
export interface PsqlMarks {
  /** Before a result: whatever came before it are notices. */
  readonly title: string
  readonly field: string
  readonly null: string
  /** The last line of an answer. */
  readonly end: string
}

export function psqlMarks(): PsqlMarks {
  const mark = (letter: string): string => `${letter}${randomBytes(16).toString('hex')}`
  return { title: mark('t'), field: mark('f'), null: mark('n'), end: mark('e') }
}

/**
 * Arguments: host, port, user, database, sslmode. The password is the first line of standard input. psql keeps a whole
 * result in memory, which is that of the database's container: it may not take much of it.
 */
const PSQL = `command -v psql >/dev/null 2>&1 || exit 97
IFS= read -r PGPASSWORD || exit 1
if [ -n "$PGPASSWORD" ]; then export PGPASSWORD; else unset PGPASSWORD; fi
unset PGSERVICE PGOPTIONS PGHOSTADDR PGSSLROOTCERT PGREQUIREAUTH
PGHOST=$1 PGPORT=$2 PGUSER=$3 PGDATABASE=$4 PGSSLMODE=$5 PGCLIENTENCODING=UTF8 PGAPPNAME=verify-deploy LC_ALL=C
export PGHOST PGPORT PGUSER PGDATABASE PGSSLMODE PGCLIENTENCODING PGAPPNAME LC_ALL
ulimit -v 262144 2>/dev/null
exec psql -XqAw 2>&1`

export interface PsqlLogin {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly sslMode: string
}

export function psqlWords({ host, port, user, database, sslMode }: PsqlLogin): readonly string[] {
  return ['sh', '-c', PSQL, 'psql', host, String(port), user, database, sslMode]
}

/** One way to write values, and errors that end with ` at character 15`: only the terse form gives the number. */
export function settingUp({ title, field, null: nothing }: PsqlMarks): string {
  return `\\pset title ${title}
\\pset fieldsep ${field}
\\pset null ${nothing}
\\pset recordsep_zero
\\pset footer off
\\set VERBOSITY terse
\\set SHOW_CONTEXT always
SELECT :VERSION_NUM, pg_catalog.pg_backend_pid();`
}

/**
 * Ends an answer with the mark, the SQLSTATE of what went wrong in it (or `00000`), and how many rows were touched. Both are
 * set before, so that also a psql that does not know them ends its answer.
 */
export function asked(script: string, { end }: PsqlMarks): string {
  return `\\set LAST_ERROR_SQLSTATE 00000\n\\set ROW_COUNT 0\n${script}\n\\echo ${end} :LAST_ERROR_SQLSTATE : :ROW_COUNT\n`
}

/** Prints the last error once more, with all that belongs to it. */
export function errorAsked({ title, field }: PsqlMarks): string {
  return `\\echo ${title} :LAST_ERROR_MESSAGE ${field}\n\\errverbose`
}

/** Has the server run a text that psql does not read. */
export function unread(text: string): string {
  const hex = Buffer.from(text).toString('hex')
  return `SELECT pg_catalog.convert_from(pg_catalog.decode('${hex}', 'hex'), 'UTF8') \\gexec`
}

/** A literal without a type, as a bound parameter is one. */
export function literal(value: string | null): string {
  if (value === null) return 'NULL'
  const escaped = value.replace(/[^A-Za-z0-9 ]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `E'${escaped}'`
}

/** Statements that can be prepared; of all others the server takes no parameters, or psql cannot say what they give. */
const PREPARABLE = /^(?:SELECT|WITH|VALUES|TABLE|INSERT|UPDATE|DELETE|MERGE)\b|^\(/i

export type StatementForm = 'prepared' | 'plain' | 'shown' | 'impossible'

/** How psql has to run a statement. */
export function formOf(statement: string): StatementForm {
  const text = withoutComments(statement)
  if (PREPARABLE.test(text)) return 'prepared'
  if (/^(?:CALL|FETCH|EXECUTE|COPY)\b/i.test(text)) return 'impossible'
  if (!/^(?:SHOW|EXPLAIN)\b/i.test(text)) return 'plain'
  // By this way the server takes several statements at once: for one that may only read, that would be a way out.
  const options = /^EXPLAIN\s*\(([^)]*)/i.exec(text)?.[1] ?? ''
  return /;/.test(text.replace(/[;\s]+$/, '')) || /--|\/\*/.test(options) ? 'impossible' : 'shown'
}

/** json, xml and text, as `EXPLAIN` is asked for; what `SHOW` gives is always text. */
export function shownType(statement: string): number {
  const options = /^EXPLAIN\s*\(([^)]*)/i.exec(withoutComments(statement))?.[1] ?? ''
  const format = /\bformat\s+["']?(json|xml)\b/i.exec(options)?.[1]?.toLowerCase()
  return format === 'json' ? 114 : format === 'xml' ? 142 : 25
}

/** Without what stands before the first word; comments nest (PostgreSQL documentation, 4.1.5). */
function withoutComments(statement: string): string {
  let text = statement.trimStart()
  while (text.startsWith('--') || text.startsWith('/*')) {
    text = (text.startsWith('--') ? text.replace(/^.*/, '') : afterComment(text)).trimStart()
  }
  return text
}

function afterComment(text: string): string {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/\/\*|\*\//g)) {
    depth += sign === '/*' ? 1 : -1
    if (depth === 0) return text.slice(index + 2)
  }
  return ''
}
