import { describe, expect, it } from 'vitest'
import { psqlAnswer, psqlError, psqlTable } from '../../src/transport/psql-answer.ts'
import { psqlLoginFault } from '../../src/transport/psql-fault.ts'
import { asked, formOf, literal, psqlMarks, shownType, unread } from '../../src/transport/psql-text.ts'

const marks = psqlMarks()

describe('what is said to psql', () => {
  it.each(['\\! reboot', ":'x' :y", "'; DROP TABLE x; --", '`id`', '$$', 'ünï\n\\q\n', '\u0000'])(
    'holds nothing that it could read: %j',
    text => {
      expect(unread(text)).toMatch(
        /^SELECT pg_catalog\.convert_from\(pg_catalog\.decode\('[0-9a-f]*', 'hex'\), 'UTF8'\) \\gexec$/,
      )
      expect(literal(text)).toMatch(/^E'(?:[A-Za-z0-9 ]|\\u[0-9a-f]{4})*'$/)
    },
  )

  it('keeps a null apart from a text', () => {
    expect([literal(null), literal('NULL'), literal('')]).toEqual(['NULL', "E'NULL'", "E''"])
  })

  it('has marks that differ in every session', () => {
    expect(new Set([...Object.values(marks), ...Object.values(psqlMarks())]).size).toBe(8)
  })
})

describe('the form of a statement', () => {
  it.each([
    ['select 1', 'prepared'],
    ['-- SHOW x\n/* EXPLAIN /* nested */ */\n (SELECT 1)', 'prepared'],
    ['WITH x AS (SELECT 1) INSERT INTO y SELECT * FROM x', 'prepared'],
    ['merge into x using y on true when matched then delete', 'prepared'],
    ['CREATE TABLE x (id int)', 'plain'],
    ['DO $$ BEGIN NULL; END $$', 'plain'],
    ['SHOW TimeZone;', 'shown'],
    ['EXPLAIN (ANALYZE, FORMAT JSON) SELECT 1', 'shown'],
    ['SHOW TimeZone; DROP TABLE x', 'impossible'],
    ['EXPLAIN (/* ) */ FORMAT JSON) SELECT 1', 'impossible'],
    ['CALL x()', 'impossible'],
    ['COPY x FROM STDIN', 'impossible'],
    ['EXECUTE x', 'impossible'],
    ['/* never closed', 'plain'],
    ['selection', 'plain'],
  ])('%s', (text, form) => expect(formOf(text)).toBe(form))

  it.each([
    ['SHOW x', 25],
    ['EXPLAIN SELECT 1', 25],
    ['/* x */ explain (costs off, format json) select 1', 114],
    ["EXPLAIN (FORMAT 'xml') SELECT 1", 142],
  ])('gives the type of what it shows: %s', (text, type) => expect(shownType(text)).toBe(type))
})

describe('what psql answers', () => {
  const answer = (text: string, state = '00000') => ({ text, state, rowCount: 0 })

  it('ends with the mark and nothing less', () => {
    const end = asked('', marks).match(/\\echo (\w+)/)?.[1] ?? ''
    expect(psqlAnswer(Buffer.from(`x\0ü${end} 22P02 : 3\n`), marks)).toEqual({
      text: 'x\0ü',
      state: '22P02',
      rowCount: 3,
    })
    expect(psqlAnswer(Buffer.from(`${end}  : 0\n`), marks)).toEqual({ text: '', state: '', rowCount: 0 })
    expect(psqlAnswer(Buffer.from(`x\0${end} 22P02 : 3`), marks)).toBeUndefined()
    expect(psqlAnswer(Buffer.from('e00000000000000000000000000000000 00000 : 3\n'), marks)).toBeUndefined()
  })

  it('has a result only behind its mark, whatever was told before', () => {
    const { title, field, null: nothing } = marks
    const text = `NOTICE:  a\0b\n${title}\0a${field}b\0${nothing}${field}\0x\ny${field}NULL\0`
    expect(psqlTable(text, marks)).toEqual({
      names: ['a', 'b'],
      rows: [
        [null, ''],
        ['x\ny', 'NULL'],
      ],
    })
    expect(psqlTable(`NOTICE:  t\0`, marks)).toBeUndefined()
  })

  const explained = (message: string, rest: string): string =>
    `${marks.title} ${message} ${marks.field}\nERROR:  42P01: ${message}\n${rest}`

  it('tells all of an error, in lines that look like another part, too', () => {
    const message = 'odd\nHINT:  not this'
    const failed = answer(`NOTICE:  odd at character 3\nERROR:  ${message} at character 31\n`, '42P01')
    const rest = 'LINE 1: x\n        ^\nDETAIL:  a\nb\nHINT:  c\nCONTEXT:  d\nLOCATION:  e, f.c:1\n'
    expect(psqlError(failed, explained(message, rest), 14, marks)).toMatchObject({
      message,
      code: '42P01',
      detail: 'a\nb',
      hint: 'c',
      where: 'd',
      position: '17',
    })
  })

  it.each([
    ['in a statement of the server itself', 14, 'QUERY:  SELECT x\nCONTEXT:  PL/pgSQL function f() line 1\n'],
    ['in what was added to the statement', undefined, ''],
  ])('does not point %s', (_where, before, rest) => {
    const failed = answer('ERROR:  no at character 31\n', '42P01')
    expect(psqlError(failed, explained('no', rest), before, marks).position).toBeUndefined()
  })
})

describe('a login by psql', () => {
  it.each([
    ['FATAL:  password authentication failed for user "u"', 'database-authentication'],
    ['fe_sendauth: no password supplied', 'database-authentication'],
    ['FATAL:  no pg_hba.conf entry for host "[local]", user "u"', 'database-authentication'],
    ['FATAL:  Peer authentication failed for user "u"', 'database-authentication'],
    ['FATAL:  role "u" does not exist', 'database-authentication'],
    ['FATAL:  database "d" does not exist', 'database-missing'],
    ['FATAL:  the database system is starting up', 'database-starting'],
    ['FATAL:  sorry, too many clients already', 'database-busy'],
    ['connection to server at "127.0.0.1", port 1 failed: Connection refused', 'database-refused'],
    ['server does not support SSL, but SSL was required', 'database-tls'],
    ['FATAL:  Passwort-Authentifizierung fehlgeschlagen', 'database-login'],
  ])('that is refused: %s', (said, code) => {
    const fault = psqlLoginFault(`psql: error: ${said}\n`, 2, 'here')
    expect(fault).toMatchObject({ code, endpoint: 'here', message: expect.stringContaining(said.replace(/ +/g, ' ')) })
  })

  it.each([97, 126, 127])('that cannot be: %i', exitCode => {
    expect(psqlLoginFault('', exitCode, 'here')).toMatchObject({ code: 'database-service-tools' })
  })
})
