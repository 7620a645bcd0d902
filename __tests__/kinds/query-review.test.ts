import { describe, expect, it } from 'vitest'
import { queryKind } from '../../src/kinds/query/query.ts'
import { codes, review, template } from './builders.ts'

describe('what is wrong with a query before it runs', () => {
  const one = { databases: ['main'] }
  it.each([
    ['SELECT 1', []],
    ['SELECT 1;', []],
    ['SELECT \';\' AS a, $$;$$ AS b, "a;b" FROM t -- ; \n /* ; /* ; */ ; */', []],
    ["SELECT E'it\\'s; fine'", []],
    ['SELECT count(update) FROM t WHERE id = {{ $id }} FOR KEY SHARE', []],
    ['WITH a AS (SELECT 1) SELECT * FROM a', []],
    ["SELECT 'BEGIN; COMMIT' AS begin", []],
    ['SELECT 1; SELECT 2', ['sql-several-statements']],
    ['SELECT 1;; DELETE FROM t', ['sql-several-statements']],
    ['BEGIN', ['sql-transaction-control']],
    ['start transaction', ['sql-transaction-control']],
    ['ROLLBACK TO x', ['sql-transaction-control']],
    ['SET TRANSACTION READ WRITE', ['sql-transaction-control']],
    ['PREPARE TRANSACTION $$x$$', ['sql-transaction-control']],
    ['\\dt', ['sql-backslash']],
    ['SELECT 1 \\gexec', ['sql-backslash']],
    ['  -- nothing', ['sql-empty']],
    [';', ['sql-empty']],
    ["SELECT 'open", ['sql-unterminated']],
    ['SELECT 1 /* open', ['sql-unterminated']],
    ['SELECT $tag$ open', ['sql-unterminated']],
    ['SELECT "open', ['sql-unterminated']],
    ['INSERT INTO t VALUES (1)', ['sql-write']],
    ['set work_mem = 1', ['sql-write']],
    ['COPY t TO PROGRAM $$x$$', ['sql-write']],
    ['DO $$ BEGIN END $$', ['sql-write']],
    ['CALL p()', ['sql-write']],
    ['TRUNCATE t', ['sql-write']],
    ['WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone', ['sql-write']],
    ['WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a', ['sql-write']],
    ['EXPLAIN ANALYZE DELETE FROM t', ['sql-write']],
  ])('%s', (sql, expected) => {
    expect(codes(review(queryKind, { sql: template(sql, 'sql') }, one))).toEqual(expected)
  })

  it.each(['INSERT INTO t VALUES (1)', 'SET work_mem = 1', 'CALL p()'])('is nothing with `write: true`: %s', sql => {
    expect(review(queryKind, { sql: template(sql, 'sql'), write: true }, one)).toEqual([])
  })

  it('suggests the word that was meant', () => {
    const [fault] = review(queryKind, { sql: template('SELEC 1', 'sql') }, one)
    expect(fault?.hint).toBe('Did you mean `SELECT`?')
  })

  it('is that it does not say which database it is for', () => {
    const spec = { sql: template('SELECT 1', 'sql') }
    expect(codes(review(queryKind, spec, { databases: [] }))).toEqual(['database-not-named'])
    expect(codes(review(queryKind, spec, { databases: ['a', 'b'] }))).toEqual(['database-not-named'])
    const named = { ...spec, database: template('b') }
    expect(review(queryKind, named, { databases: ['a', 'b'] })).toEqual([])
    expect(codes(review(queryKind, { ...spec, database: template('mian') }, one))).toEqual(['unknown-database'])
  })
})

describe('the description of a query', () => {
  it('is its SQL with its holes as written, in one line', () => {
    const sql = template('SELECT *\n  FROM users WHERE id = {{ $user_id }}', 'sql')
    expect(queryKind.describe({ sql })).toBe('SELECT * FROM users WHERE id = {{ $user_id }}')
  })
})
