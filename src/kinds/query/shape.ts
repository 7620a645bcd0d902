import { boolean, field, object, sql, text, type ValueOf } from '../../model/shape.ts'

export const queryShape = object(
  {
    database: field(text('the name of a database'), 'which one; needed when there are several'),
    sql: field(sql(), 'one statement; holes are bound as parameters'),
    write: field(boolean(), 'whether it may change something'),
  },
  ['sql'],
)
export type QuerySpec = ValueOf<typeof queryShape>
