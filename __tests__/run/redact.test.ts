import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../src/run/redact.ts'

const SECRET = 'Zq7"x/w0rd+ü& canary=one\\two'
const TOKEN = 'tok_9f8e7d6c5b4a39281706'
const KEY = '-----BEGIN KEY-----\nQ29mZmVlIGFuZCB0\nshort1\nZWEgYW5kIG1pbGs9\n-----END KEY-----'

function redactorOf(...secrets: string[]) {
  const redactor = createRedactor()
  for (const secret of secrets) redactor.add(secret)
  return redactor
}

/** Base64 of the secret with so many bytes before it and some after. */
function embedded(secret: string, lead: number, form: 'base64' | 'base64url' = 'base64'): string {
  return Buffer.concat([Buffer.alloc(lead, 'x'), Buffer.from(secret), Buffer.from('yy')]).toString(form)
}

const formEncoded = (text: string) => new URLSearchParams({ a: text }).toString().slice(2)
const ascii = (text: string) =>
  JSON.stringify(text).replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const everyByte = (text: string) =>
  [...Buffer.from(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('')

const FORMS: readonly [name: string, write: (secret: string) => string][] = [
  ['as it is', secret => secret],
  ['as JSON', secret => JSON.stringify(secret).slice(1, -1)],
  ['as JSON in ASCII', secret => ascii(secret).slice(1, -1)],
  ['as JSON with escaped slashes', secret => JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/')],
  ['as JSON in JSON', secret => JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
  ['as JSON in JSON in JSON', secret => JSON.stringify(JSON.stringify(JSON.stringify(secret))).slice(7, -7)],
  ['percent-encoded', encodeURIComponent],
  ['percent-encoded in lower case', secret => encodeURIComponent(secret).replace(/%../g, hex => hex.toLowerCase())],
  ['percent-encoded as the path of a URL', secret => new URL(`http://h/${secret}`).pathname.slice(1)],
  ['percent-encoded as the query of a URL', secret => new URL(`http://h/?${secret}`).search.slice(1)],
  ['form-encoded', formEncoded],
  ['percent-encoded twice', secret => encodeURIComponent(encodeURIComponent(secret))],
  ['percent-encoded byte by byte', everyByte],
  ['with HTML references', secret => secret.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`)],
  ['with named references', secret => secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
  ['in hexadecimal', secret => Buffer.from(secret).toString('hex')],
  ['in upper-case hexadecimal', secret => Buffer.from(secret).toString('hex').toUpperCase()],
]

/** Every piece of eight characters that the text and the form have in common. */
function leaks(text: string, form: string): string[] {
  const pieces = Array.from({ length: Math.max(0, form.length - 7) }, (_, at) => form.slice(at, at + 8))
  return pieces.filter(piece => text.includes(piece))
}

describe('a redactor', () => {
  it.each(FORMS)('masks a secret %s', (_name, write) => {
    for (const secret of [SECRET, TOKEN, KEY]) {
      const written = write(secret)
      const redacted = redactorOf(SECRET, TOKEN, KEY).redact(`before <${written}> after`)
      expect(redacted).toBe('before <***> after')
    }
  })

  it.each([0, 1, 2, 3])('masks base64 of a secret after %i bytes', lead => {
    for (const secret of [SECRET, TOKEN, KEY]) {
      for (const form of ['base64', 'base64url'] as const) {
        const written = embedded(secret, lead, form)
        const redacted = redactorOf(secret).redact(written)
        expect(redacted).toMatch(/^\w{0,6}\*\*\*[\w=]{0,7}$/)
      }
    }
  })

  it('masks base64 that is escaped once more', () => {
    const written = encodeURIComponent(embedded(SECRET, 1))
    expect(redactorOf(SECRET).redact(written)).toMatch(/^\w{0,6}\*\*\*[\w=%]{0,8}$/)
  })

  it('masks each line of several, on its own and joined', () => {
    const redactor = redactorOf(KEY)
    for (const line of KEY.split('\n')) expect(redactor.redact(`[${line}]`)).toBe('[***]')
    expect(redactor.redact(KEY.replaceAll('\n', ''))).toBe('***')
    expect(redactor.redact(KEY.replaceAll('\n', ' '))).toBe('***')
    expect(redactor.redact(KEY.replaceAll('\n', '\r\n'))).toBe('***')
    expect(redactor.redact(JSON.stringify({ key: KEY }))).toBe('{"key":"***"}')
  })

  it.each([
    ['percent-encoding', encodeURIComponent],
    ['form encoding', formEncoded],
    ['double encoding', (secret: string) => encodeURIComponent(encodeURIComponent(secret))],
    ['JSON', (secret: string) => JSON.stringify(secret).slice(1, -1)],
    ['JSON in ASCII', (secret: string) => ascii(secret).slice(1, -1)],
    ['hexadecimal', (secret: string) => Buffer.from(secret).toString('hex')],
    ['base64', (secret: string) => Buffer.from(secret).toString('base64').replace(/.=*$/, '')],
  ])('masks a piece of eight characters cut out of its %s', (_name, write) => {
    const redactor = redactorOf(SECRET, TOKEN)
    for (const form of [SECRET, TOKEN].map(write)) {
      for (let at = 0; at + 8 <= form.length; at += 1) {
        expect(redactor.redact(`<${form.slice(at, at + 8)}>`)).toBe('<***>')
      }
    }
  })

  it.each([8, 9, 12, 20])('masks any piece of %i characters', length => {
    const redactor = redactorOf(SECRET, TOKEN)
    for (const secret of [SECRET, TOKEN]) {
      for (let at = 0; at + length <= secret.length; at += 1) {
        expect(redactor.redact(`<${secret.slice(at, at + length)}>`)).toBe('<***>')
      }
    }
  })

  it('masks what jq leaves of a value in its messages, which it cuts after 24 bytes', () => {
    const messages = [
      `jq: error: string ("${TOKEN.slice(0, 10)}...) cannot be parsed as a number`,
      `jq: error: object ({"token":"${TOKEN.slice(0, 11)}...) cannot be added`,
    ]
    for (const message of messages) expect(leaks(redactorOf(TOKEN).redact(message), TOKEN)).toEqual([])
  })

  it('masks a secret of six or seven characters only whole', () => {
    const redactor = redactorOf('s3cr7t', 'p4ss-wd')
    expect(redactor.redact('a s3cr7t b p4ss-wd c')).toBe('a *** b *** c')
    expect(redactor.redact('a s3cr7 b p4ss-w c')).toBe('a s3cr7 b p4ss-w c')
    expect(redactor.redact(Buffer.from('s3cr7t').toString('hex'))).toBe('***')
    expect(redactor.redact(embedded('s3cr7t', 1))).toContain('***')
  })

  it('leaves secrets under six characters alone', () => {
    const heard: string[] = []
    const redactor = createRedactor(value => heard.push(value))
    for (const short of ['', 'a', 'test1', '     a    ', '\n\n\n\n\n\n\n\n']) redactor.add(short)
    expect(redactor.redact('a test of test1')).toBe('a test of test1')
    expect(heard).toEqual([])
    expect(redactor.size).toBe(0)
  })

  it('hears of each secret once', () => {
    const heard: string[] = []
    const redactor = createRedactor(value => heard.push(value))
    for (const secret of [TOKEN, SECRET, TOKEN]) redactor.add(secret)
    expect(heard).toEqual([TOKEN, SECRET])
    expect(redactor.knows(TOKEN)).toBe(true)
    expect(redactor.knows(TOKEN.slice(1))).toBe(false)
  })

  it('masks a secret added after the first text', () => {
    const redactor = redactorOf(TOKEN)
    expect(redactor.redact(SECRET)).toBe(SECRET)
    redactor.add(SECRET)
    expect(redactor.redact(SECRET)).toBe('***')
  })

  it('changes nothing in a text without a secret', () => {
    const redactor = redactorOf(SECRET, TOKEN, KEY)
    for (const text of [
      '',
      'plain',
      '        indented',
      '{"a":"\\u0041%20&amp;"}',
      '100% \\ & more',
      'x'.repeat(200_000),
    ]) {
      expect(redactor.redact(text)).toBe(text)
    }
  })

  it('masks a long secret in lower case, as host names are written', () => {
    const redactor = redactorOf('Lq8literal0xC0FFEEinthefile')
    expect(redactor.redact('getaddrinfo lq8literal0xc0ffeeinthefile.invalid')).toBe('getaddrinfo ***.invalid')
  })

  it('leaves words of another case alone', () => {
    const redactor = redactorOf('Password-123')
    expect(redactor.redact('{"password": "Password-123"}')).toBe('{"password": "***"}')
  })

  it('leaves the blanks of an indented secret alone', () => {
    const redactor = redactorOf('{\n            "a": "bcdefghij"\n}')
    expect(redactor.redact('                x')).toBe('                x')
  })

  it('leaves the beginning of a secret URL readable', () => {
    const redactor = redactorOf('https://user:hunter22@db.example/x')
    expect(redactor.redact('https://other.test says https://user:hunter22@db.example/x')).toBe(
      'https://other.test says h***',
    )
    expect(redactor.redact('https://other.test')).toBe('https://other.test')
  })

  it('leaves the public words around a secret readable', () => {
    const redactor = createRedactor()
    redactor.add(`Release notes of ${TOKEN}`, { open: ['Release notes of '] })
    expect(redactor.redact('Release notes of 2.2.1')).toBe('Release notes of 2.2.1')
    expect(redactor.redact(TOKEN)).toBe('***')
  })

  it('finds a secret anywhere in a long text', () => {
    const redactor = redactorOf(SECRET, TOKEN)
    const filler = 'Lorem ipsum %20 dolor \\n sit amet &amp; '.repeat(1_700)
    for (const at of [0, 1, 64_500, 65_530, 65_536, 66_000]) {
      const text = `${filler.slice(0, at)}${encodeURIComponent(SECRET)}${filler.slice(at)}`
      expect(leaks(redactor.redact(text), encodeURIComponent(SECRET))).toEqual([])
      expect(redactor.redact(text).length).toBe(filler.length + 3)
    }
    const long = 'abcdefghij klmnop \\" qrstuv %2F '.repeat(330_000)
    expect(redactor.redact(`${long}${TOKEN}`)).toBe(`${long}***`)
  })

  it('lets no form of any secret through, and takes nothing else', () => {
    const lengths = { minLength: 8, maxLength: 60 }
    const secrets = fc
      .oneof(fc.string(lengths), fc.string({ unit: 'binary', ...lengths }))
      .filter(text => text.trim().length >= 8 && !/\p{Cc}/u.test(text))
    const around = fc.string({ unit: fc.constantFrom('.', '|', '!', '?', '*'), maxLength: 30 })
    fc.assert(
      fc.property(secrets, around, around, fc.nat(FORMS.length - 2), (secret, before, after, which) => {
        // What looks like an escape inside the secret is undone together with the escaping around it; a URL ends at `#`.
        fc.pre(!/[.|!?*#\\]|%[\da-f]{2}|&#?\w+;/i.test(secret))
        const write = FORMS[which]?.[1] ?? (text => text)
        const form = write(secret.toWellFormed())
        const redacted = redactorOf(secret).redact(before + form + after)
        expect(leaks(redacted, form).filter(piece => /\w/.test(piece))).toEqual([])
        // Beyond ASCII the index takes a neighbour for its own now and then.
        if (/^[ -~]*$/.test(secret))
          expect([redacted.startsWith(before), redacted.endsWith(after)]).toEqual([true, true])
        expect(redactorOf(secret).redact(before + after)).toBe(before + after)
      }),
      { numRuns: 400 },
    )
  })
})

describe('the beginning of a text', () => {
  const filler = 'Lorem ipsum dolor %20 sit "amet" & more. '.repeat(8_000)

  it('is redacted as in the whole, wherever the secrets lie', () => {
    const { redact } = redactorOf(SECRET, TOKEN)
    const place = fc.integer({ min: 0, max: filler.length })
    const written = fc.constantFrom(...FORMS.map(([, write]) => write(SECRET)), TOKEN, TOKEN.repeat(8_000))
    const near = fc.integer({ min: 64_300, max: 65_700 })
    const property = fc.property(fc.oneof(near, place), written, place, (at, secret, needed) => {
      const text = filler.slice(0, at) + secret + filler.slice(at) + secret
      const whole = redact(text)
      const beginning = redact(text, needed)
      return whole.startsWith(beginning) && beginning.length >= Math.min(needed, whole.length)
    })
    fc.assert(property, { numRuns: 40 })
  })

  it('costs no look at what is far behind it', () => {
    const { redact } = redactorOf(SECRET)
    expect(redact(filler.repeat(3), 8_000).length).toBeLessThan(70_000)
  })
})

describe('a redactor with names', () => {
  it('writes a whole secret as its variable and masks the rest', () => {
    const redactor = createRedactor()
    redactor.add(TOKEN, { name: 'token' })
    redactor.add('hunter22-hunter', { name: 'db-password' })
    redactor.add('nameless-secret')
    expect(redactor.redactWithNames(`Bearer ${TOKEN}`)).toBe('Bearer $TOKEN')
    expect(redactor.redactWithNames('canary:hunter22-hunter')).toBe('canary:$DB_PASSWORD')
    expect(redactor.redactWithNames('x=nameless-secret')).toBe('x=$SECRET')
    expect(redactor.redactWithNames(`cut ${TOKEN.slice(2)}`)).toBe('cut ***')
    expect(redactor.redactWithNames('nothing')).toBe('nothing')
  })

  it('takes the longest secret first', () => {
    const redactor = createRedactor()
    redactor.add('abcdefgh', { name: 'short' })
    redactor.add('abcdefgh-ijklmnop', { name: 'long' })
    expect(redactor.redactWithNames('abcdefgh-ijklmnop abcdefgh')).toBe('$LONG $SHORT')
  })
})
