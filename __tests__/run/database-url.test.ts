import { describe, expect, it } from 'vitest'
import { credentialsOf } from '../../src/run/database-url.ts'
import { createRedactor } from '../../src/run/redact.ts'
import { formsOf } from '../secrets/secret-forms.ts'

const PASSWORD = 'Vd-9!dat:pa55w0rd'
const URL_OF_ALL = `postgres://shop_writer:${PASSWORD}@127.0.0.1:5432/assistance_kz?sslmode=require&options=-c%20role%3Dboss`

function redactorOf(secret: string) {
  const redactor = createRedactor()
  redactor.add(secret, { name: 'database_url' })
  return redactor
}

describe('the credentials of a database URL', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['postgres://writer:hunter22@db.example/shop', ['writer:hunter22', 'hunter22', 'writer']],
    [
      'postgresql://writer:p%40ssword@db/shop\n',
      ['writer:p%40ssword', 'writer:p@ssword', 'p%40ssword', 'p@ssword', 'writer'],
    ],
    ['postgres://u:p@db/shop', ['//u:p@']],
    ['postgres://writer@db/shop', ['writer']],
    ['postgres://u:a@b@db/shop', ['//u:a@b@']],
    ['mysql://writer:hunter22@db1:1,db2:2/shop', ['writer:hunter22', 'hunter22', 'writer']],
    ['redis://:hunter22@cache:6379/0', [':hunter22', 'hunter22']],
    ['postgres://postgres:hunter22@db/shop', ['postgres:hunter22', 'hunter22']],
    ['postgres://shop_db:hunter22@db/shop_db', ['shop_db:hunter22', 'hunter22']],
    ['postgres://w:hunter22@db?sslmode=require&sslpassword=geheimnis', ['w:hunter22', 'hunter22', 'geheimnis']],
    // Where the password ends is not to be seen: all of it is secret.
    ['postgres://u:abc@de/f@db/shop', undefined],
    ['postgres://u:abc?d@db/shop', undefined],
    ['postgres://u:a b@db/shop', undefined],
    ['postgres://db.example/shop', undefined],
    ['https://user:hunter22@api.example/shop', undefined],
    ['hunter22@db', undefined],
    ['see postgres://writer:hunter22@db/shop', undefined],
  ])('of %j are %j', (url, credentials) => {
    expect(credentialsOf(url)).toEqual(credentials)
  })
})

describe('a secret database URL', () => {
  const { redact, redactWithNames } = redactorOf(URL_OF_ALL)

  it('leaves host and database readable', () => {
    for (const text of [
      'connect ECONNREFUSED 127.0.0.1:5432',
      'http://127.0.0.1:8000/health',
      'database "assistance_kz" does not exist',
      'postgres://127.0.0.1:5432/assistance_kz',
    ]) {
      expect(redact(text)).toBe(text)
    }
    expect(redact(`no answer from ${URL_OF_ALL}`)).toBe(
      'no answer from postgres://***@127.0.0.1:5432/assistance_kz?sslmode=require&options=***',
    )
  })

  it('hides user, password and parameters in every form', () => {
    for (const secret of [PASSWORD, 'shop_writer', `shop_writer:${PASSWORD}`]) {
      for (const form of formsOf(secret)) expect(redact(`before ${form} after`)).toBe('before *** after')
    }
    expect(redact('role "-c role=boss" is there')).toBe('role "***" is there')
  })

  it('hides the password in base64 of the whole', () => {
    const shown = redact(Buffer.from(URL_OF_ALL).toString('base64'))
    const before = Buffer.from(URL_OF_ALL.slice(0, URL_OF_ALL.indexOf(PASSWORD))).length
    const encoded = Buffer.from(URL_OF_ALL).toString('base64')
    const own = encoded.slice(Math.ceil((before * 4) / 3), Math.floor(((before + PASSWORD.length) * 4) / 3))
    for (let at = 0; at + 8 <= own.length; at += 1) expect(shown).not.toContain(own.slice(at, at + 8))
    expect(shown).toContain('***')
  })

  it('is written whole as its variable', () => {
    expect(redactWithNames(`psql ${URL_OF_ALL}`)).toBe('psql $DATABASE_URL')
  })

  it('tells whoever masks as well of the whole and of its parts', () => {
    const heard: string[] = []
    createRedactor(value => heard.push(value)).add('postgres://writer:hunter22@db/shop')
    expect(heard).toEqual(['postgres://writer:hunter22@db/shop', 'writer:hunter22', 'hunter22', 'writer'])
  })
})
