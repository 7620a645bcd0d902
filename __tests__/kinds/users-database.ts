import { type RunningPostgres, startPostgres } from '../../scripts/demo/postgres.ts'
import { queryKind } from '../../src/kinds/query/query.ts'
import type { SqlStatement } from '../../src/model/template.ts'
import { observe, observeContext, statement } from './builders.ts'

/** A PostgreSQL of its own with two users, to be started before the tests of a file and stopped after them. */
export function usersDatabase() {
  let running: RunningPostgres | undefined
  const server = (): RunningPostgres => {
    if (running === undefined) throw new Error('The database was not started.')
    return running
  }
  const context = observeContext({ database: async () => ({ url: server().url }) })
  const write = (sql: string, values: SqlStatement['values'] = []) =>
    observe(queryKind, { sql: statement(sql, values), write: true }, context)
  return {
    context,
    server,
    read: (sql: string, values: SqlStatement['values'] = []) =>
      observe(queryKind, { sql: statement(sql, values) }, context),
    write,
    async start() {
      running = await startPostgres()
      await write(
        'CREATE TABLE users (id serial PRIMARY KEY, email text UNIQUE, active boolean, data jsonb, tags text[])',
      )
      await write(
        `INSERT INTO users (email, active, data, tags) VALUES
         ('a@example.com', true, '{"n": 1}', '{x,y}'), ('b@example.com', false, '{"n": 2}', '{}')`,
      )
    },
    async stop() {
      await context.close()
      await running?.stop()
    },
  }
}
