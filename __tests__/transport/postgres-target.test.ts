import { describe, expect, it } from 'vitest'
import { postgresTarget } from '../../src/transport/postgres-target.ts'
import { rejection } from '../kinds/builders.ts'

describe('where a database is', () => {
  it.each([
    [
      { url: 'postgres://me:p%40ss%2Fword@db.example:6543/shop' },
      {
        at: { host: 'db.example', port: 6543 },
        user: 'me',
        password: 'p@ss/word',
        database: 'shop',
        tls: { mode: 'prefer' },
      },
    ],
    [
      { url: 'postgresql://me@db.example' },
      { at: { host: 'db.example', port: 5432 }, password: undefined, database: 'me' },
    ],
    [{ url: 'postgres://me@[::1]:5433/d' }, { at: { host: '::1', port: 5433 }, endpoint: '[::1]:5433' }],
    [{ url: 'postgres://me@%2Fvar%2Frun%2Fpg/d' }, { at: { path: '/var/run/pg/.s.PGSQL.5432' } }],
    [{ url: 'postgres://me@/d?host=/var/run/pg&port=6000' }, { at: { path: '/var/run/pg/.s.PGSQL.6000' } }],
    [{ url: 'postgres://me@h/d?sslmode=require' }, { tls: { mode: 'require' } }],
    [{ url: 'postgres://me@h/d?sslmode=verify-full' }, { tls: { mode: 'verify' } }],
    [{ url: 'postgres://me@h/d?sslmode=disable' }, { tls: { mode: 'disable' } }],
    [{ url: 'postgres://me@h/d?sslmode=require', tls: 'verify' as const }, { tls: { mode: 'verify' } }],
    [
      { url: 'postgres://me@h/d', tls: { ca: 'PEM', server_name: 'n' } },
      { tls: { mode: 'verify', ca: 'PEM', serverName: 'n' } },
    ],
    [
      { url: 'postgres://me:old@h/d', password: 'new', database: 'other' },
      { password: 'new', database: 'other' },
    ],
    [
      { address: 'h:1', user: 'u' },
      { at: { host: 'h', port: 1 }, user: 'u', database: 'u' },
    ],
    [{ address: 'h', user: 'u' }, { at: { host: 'h', port: 5432 } }],
    [{ address: '/run/pg', user: 'u' }, { at: { path: '/run/pg/.s.PGSQL.5432' } }],
  ])('%j', (access, target) => {
    expect(postgresTarget(access)).toMatchObject(target)
  })

  it.each([
    [{ url: 'mysql://me:secret@h/d' }, 'database-url'],
    [{ url: 'me:secret@h/d' }, 'database-url'],
    [{ url: 'postgres://h/d' }, 'database-incomplete'],
    [{ user: 'u' }, 'database-incomplete'],
    [{ address: 'http://h:1', user: 'u' }, 'address-invalid'],
  ])('is not said by %j', async (access, code) => {
    const error = await rejection((async () => postgresTarget(access))())
    expect(error).toMatchObject({ code })
    expect(String(error)).not.toContain('secret')
  })

  it('is not said by a host alone, and what could say it is told', async () => {
    const named = await rejection((async () => postgresTarget({ user: 'u' }, 'main', { through: 'via prod' }))())
    expect(named).toMatchObject({
      message: 'The database `main` does not say where its server is.',
      hint: expect.stringContaining('`service`'),
    })
    const only = await rejection((async () => postgresTarget({ user: 'u' }))())
    expect(only).toMatchObject({ message: 'The database does not say where its server is.' })
  })
})
