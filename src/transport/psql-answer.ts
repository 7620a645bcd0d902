import type { PsqlMarks } from './psql-text.ts'

/** What psql printed until the mark that ends an answer. */
export interface PsqlAnswer {
  readonly text: string
  /** The SQLSTATE of what went wrong, `00000` when nothing did; empty for an error of psql itself. */
  readonly state: string
  readonly rowCount: number
}

export interface PsqlTable {
  readonly names: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

/** An answer, once the end of it has come. */
export function psqlAnswer(printed: Buffer, { end }: PsqlMarks): PsqlAnswer | undefined {
  const tail = printed.subarray(-end.length - 40).toString('latin1')
  const found = new RegExp(`${end} (\\w*) : (\\d+)\\n$`).exec(tail)
  if (found === null) return undefined
  const text = printed.subarray(0, printed.length - tail.length + found.index).toString('utf8')
  return { text, state: found[1] ?? '', rowCount: Number(found[2]) }
}

/** The result in an answer; undefined when there was none, or one without columns. */
export function psqlTable(text: string, { title, field, null: nothing }: PsqlMarks): PsqlTable | undefined {
  const start = text.indexOf(`${title}\0`)
  if (start === -1) return undefined
  const records = text.slice(start + title.length + 1).split('\0')
  records.pop()
  const [names = [], ...rows] = records.map(record => record.split(field))
  return { names, rows: rows.map(values => values.map(value => (value === nothing ? null : value))) }
}

/** What the server said of a statement, put together from what psql prints of it. */
export class PsqlError extends Error {
  readonly code: string
  readonly detail: string | undefined
  readonly hint: string | undefined
  readonly position: string | undefined
  readonly where: string | undefined

  constructor(state: string, message: string, said: Readonly<Record<string, string>>, position: number | undefined) {
    super(message)
    this.code = state
    this.detail = said.DETAIL
    this.hint = said.HINT
    this.where = said.CONTEXT
    this.position = position === undefined ? undefined : String(position)
  }
}

/** `failed` is the answer with the error in it, `explained` the answer to `errorAsked`; `before` is what stands before the statement in what was sent. */
export function psqlError(
  failed: PsqlAnswer,
  explained: string,
  before: number | undefined,
  marks: PsqlMarks,
): PsqlError {
  const start = explained.indexOf(`${marks.title} `) + marks.title.length + 1
  const end = explained.indexOf(` ${marks.field}\n`, start)
  const message = explained.slice(start, end)
  const whole = `${failed.state}: ${message}`
  const verbose = explained.slice(end)
  const rest = verbose.slice(verbose.indexOf(whole) + whole.length)
  const at = failed.text.lastIndexOf(message) + message.length
  const position = /^ at character (\d+)/.exec(failed.text.slice(at))?.[1]
  const said = labelled(rest)
  // With a query of its own, the server points into that one.
  const known = position !== undefined && before !== undefined && said.QUERY === undefined
  return new PsqlError(failed.state, message, said, known ? Number(position) - before : undefined)
}

/** The labels that libpq puts before the parts of an error, each at the beginning of a line. */
const LABEL =
  /^(DETAIL|HINT|QUERY|CONTEXT|SCHEMA NAME|TABLE NAME|COLUMN NAME|DATATYPE NAME|CONSTRAINT NAME|LOCATION): {2}/m

function labelled(text: string): Readonly<Record<string, string>> {
  const [, ...parts] = text.split(LABEL)
  const said: Record<string, string> = {}
  for (let at = 0; at + 1 < parts.length; at += 2) said[parts[at] ?? ''] ??= (parts[at + 1] ?? '').replace(/\n$/, '')
  return said
}
