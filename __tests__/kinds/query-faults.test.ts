import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queryKind } from '../../src/kinds/query/query.ts'
import { CheckError } from '../../src/model/check-error.ts'
import type { SqlStatement } from '../../src/model/template.ts'
import { observe, observeContext, rejection, span, statement } from './builders.ts'
import { usersDatabase } from './users-database.ts'

const { context, server, read, write, start, stop } = usersDatabase()
beforeAll(start)
afterAll(stop)

describe('a query that is refused', () => {
  it.each([
    ['SELECT 1 AS a, 2 AS a', 'query-duplicate-columns'],
    ['SELECT * FROM usres', 'query-unknown'],
    ['SELECT emial FROM users', 'query-unknown'],
    ['SELEC 1', 'sql-write'],
    ['SELECT 1 FROM', 'query-syntax'],
    ['SELECT nextval(pg_get_serial_sequence($$users$$, $$id$$))', 'query-read-only'],
    ['SELECT * INTO copy_of_users FROM users', 'query-read-only'],
    ['SELECT * FROM users FOR UPDATE', 'query-read-only'],
    ['SELECT n FROM generate_series(1, 10001) AS n', 'query-too-much'],
    ["SELECT repeat('x', 1048576) AS x FROM generate_series(1, 11)", 'query-too-much'],
    ['SELECT 1; SELECT 2', 'sql-several-statements'],
    ['COMMIT', 'sql-transaction-control'],
    ['DELETE FROM users', 'sql-write'],
    ['SELECT 1/0 AS n', 'query-failed'],
    ["SELECT 'x'::int AS n", 'query-parameter'],
  ])('%s', async (sql, code) => {
    expect(await rejection(read(sql))).toMatchObject({ code, verdict: 'errored' })
  })

  it('stays what it is for a read-only transaction even if nothing in its words tells', async () => {
    await write('CREATE FUNCTION sneak() RETURNS int LANGUAGE sql AS $$ DELETE FROM users RETURNING 1 $$')
    expect(await rejection(read('SELECT sneak()'))).toMatchObject({ code: 'query-read-only' })
    expect((await read('SELECT count(*) FROM users')).parts.value).toBe(2)
  })

  it('keeps what the server said', async () => {
    const error = await rejection(write("INSERT INTO users (email) VALUES ('a@example.com')"))
    expect(error).toMatchObject({
      code: 'query-failed',
      details: { code: '23505', detail: 'Key (email)=(a@example.com) already exists.' },
    })
  })

  it('points at the word in the checklist, through indentation', async () => {
    const source = 'query: |\n    SELECT id\n    FROM usres\n'
    const written: SqlStatement = {
      text: 'SELECT id\nFROM usres\n',
      values: [],
      span: { ...span(source), start: 7 },
    }
    const error = await rejection(observe(queryKind, { sql: written }, context))
    if (!(error instanceof CheckError)) throw error
    expect(source.slice(error.span?.start, error.span?.end)).toBe('usres')
  })

  it('gives back a session that works', async () => {
    await rejection(read('SELECT * FROM usres'))
    await rejection(read('SELECT n FROM generate_series(1, 20000) AS n'))
    expect((await read('SELECT 1')).parts.value).toBe(1)
  })

  it.each(['COPY users TO STDOUT', 'COPY users (email) FROM STDIN'])(
    'does not copy to or from itself: %s',
    async sql => {
      expect(await rejection(write(sql))).toMatchObject({ code: 'query-copy' })
      expect((await read('SELECT count(*) FROM users')).parts.value).toBe(2)
    },
  )
})

describe('a database', () => {
  it.each([
    [
      'wrong password',
      () => ({ url: server().url.replace(server().password, 'wrong-password') }),
      'database-authentication',
    ],
    [
      'no password',
      () => ({ address: server().address, user: server().user, database: 'tests' }),
      'database-authentication',
    ],
    ['unknown database', () => ({ url: server().url.replace(/tests$/, 'nothing') }), 'database-missing'],
    ['no TLS where it is required', () => ({ url: server().url, tls: 'require' }), 'database-tls'],
    ['no TLS where it is to be verified', () => ({ url: `${server().url}?sslmode=verify-full` }), 'database-tls'],
    ['nothing that listens', () => ({ url: 'postgres://u:pass-word@127.0.0.1:1/d' }), 'database-refused'],
    ['no URL', () => ({ url: 'not a url with pass-word' }), 'database-url'],
    ['no user', () => ({ address: '127.0.0.1:1' }), 'database-incomplete'],
    ['a service without its host', () => ({ user: 'x', service: 'postgres' }), 'database-incomplete'],
    ['a service without a user', () => ({ host: 'prod', service: 'postgres' }), 'database-incomplete'],
  ])('that cannot be asked errs without giving its password away: %s', async (_what, database, code) => {
    const own = observeContext({
      database: async () => database() as never,
      host: async () => ({ ssh: { host: 'example.com' } }),
    })
    const error = await rejection(observe(queryKind, { sql: statement('SELECT 1') }, own))
    expect(error).toMatchObject({ code, verdict: 'errored' })
    if (!(error instanceof CheckError)) throw error
    const said = JSON.stringify([error.message, error.hint, error.endpoint, error.details])
    for (const secret of [server().password, 'wrong-password', 'pass-word']) expect(said).not.toContain(secret)
    await own.close()
  })

  it('may be given by its parts', async () => {
    const { address, user, password, database } = server()
    const own = observeContext({ database: async () => ({ address, user, password, database }) })
    const { parts, secrets } = await observe(queryKind, { sql: statement('SELECT 1') }, own)
    expect(parts.value).toBe(1)
    expect(secrets).toContain(password)
    await own.close()
  })

  it('that is no PostgreSQL server errs', async () => {
    const other = await listen(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const own = observeContext({ database: async () => ({ address: other.address, user: 'u' }) })
    const error = await rejection(observe(queryKind, { sql: statement('SELECT 1') }, own))
    expect(error).toMatchObject({ code: 'database-protocol' })
    other.server.close()
  })

  it('that goes away in the middle errs', async () => {
    const error = await rejection(write('SELECT pg_terminate_backend(pg_backend_pid())'))
    expect(error).toMatchObject({ code: 'database-lost' })
    expect((await read('SELECT 1')).parts.value).toBe(1)
  })

  it('that floods is cut off', async () => {
    const own = observeContext({ database: async () => ({ address: flood.address, user: 'u', tls: 'disable' }) })
    const flood = await listen(socket => {
      socket.on('error', () => undefined)
      socket.once('data', () => {
        socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]))
        socket.once('data', () => endless(socket))
      })
    })
    const error = await rejection(observe(queryKind, { sql: statement('SELECT 1') }, own))
    expect(error).toMatchObject({ code: 'database-flood' })
    await own.close()
    flood.server.close()
  })
})

/** A notice that never ends: its length says two gigabytes. */
function endless(socket: Socket): void {
  socket.write(Buffer.from([0x4e, 0x7f, 0xff, 0xff, 0xff]))
  const more = (): void => {
    while (!socket.destroyed && socket.write(Buffer.alloc(1 << 20)));
    socket.once('drain', more)
  }
  more()
}

async function listen(onSocket: (socket: Socket) => void): Promise<{ server: Server; address: string }> {
  const listening = createServer(onSocket)
  await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve))
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return { server: listening, address: `127.0.0.1:${address.port}` }
}
