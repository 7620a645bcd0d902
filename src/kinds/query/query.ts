import type { Template } from '../../model/template.ts'
import { type CheckKind, kind, type ReviewContext } from '../kind.ts'
import { durationPart, jsonPart, oneOfPart } from '../parts.ts'
import { asWritten, inShort, reviewReference } from '../written.ts'
import { observeQuery } from './observe-query.ts'
import { type QuerySpec, queryShape } from './shape.ts'
import { judgeSql, writeFault } from './sql-rules.ts'

const definition: CheckKind<QuerySpec> = {
  name: 'query',
  doc: 'An SQL statement, on PostgreSQL',
  shape: queryShape,
  parts: {
    rows: jsonPart('the rows as objects; at most 10,000, or 10 MiB'),
    row: jsonPart('the row, when there is exactly one'),
    value: jsonPart('its value, when it has one column'),
    row_count: oneOfPart('how many rows came, or were changed'),
    columns: jsonPart('the names of the columns in order'),
    duration: durationPart('how long the statement took'),
  },
  captures: ['jq'],
  jqReads: 'the rows',
  shorthand: statement => ({ sql: { start: 0, end: statement.length } }),
  review: reviewQuery,
  describe: spec => inShort(asWritten(spec.sql)),
  defaults: () => ({}),
  onHost: async ({ database }, connections) => (await connections.database(database)).host !== undefined,
  load: () => import('../../transport/postgres-pool.ts'),
  observe: observeQuery,
}

export const queryKind = kind(definition)

function reviewQuery(spec: QuerySpec, context: ReviewContext): void {
  reviewDatabase(spec, context)
  const { fault, writes } = judgeSql(withParameters(spec.sql))
  if (fault !== undefined) context.report({ ...fault, span: spec.sql.span })
  else if (writes !== undefined && spec.write !== true) {
    context.report({ ...writeFault(writes), span: spec.sql.span })
  }
}

function reviewDatabase(spec: QuerySpec, context: ReviewContext): void {
  if (spec.database !== undefined || context.databases.length === 1) {
    reviewReference(spec.database, 'database', context)
    return
  }
  const none = context.databases.length === 0
  context.report({
    code: 'database-not-named',
    span: spec.sql.span,
    message: none
      ? 'The checklist declares no database to query.'
      : `The query does not say which database it is for: ${context.databases.map(name => `\`${name}\``).join(', ')}.`,
    hint: none
      ? 'Declare one: `databases: { main: { url: { env: DATABASE_URL } } }`.'
      : 'Write `query: { database: …, sql: … }`.',
  })
}

/** The statement as the server will get it. */
function withParameters(template: Template<unknown>): string {
  let count = 0
  return template.parts
    .map(part => {
      if (typeof part === 'string') return part
      count += 1
      return `$${count}`
    })
    .join('')
}
