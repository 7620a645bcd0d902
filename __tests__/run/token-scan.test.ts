import { describe, expect, it } from 'vitest'
import { isTokenName, tokensIn, tokensInText } from '../../src/run/token-scan.ts'

const T = 'a1b2c3d4e5f6a7b8c9d0'
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N'

describe('the search for tokens in a value', () => {
  it.each([
    ['a field', { access_token: T }],
    ['a field of another spelling', { user: { accessToken: T } }],
    ['a list', { tokens: ['short', T] }],
    ['a header', { headers: { 'x-api-key': T } }],
    ['a header with a scheme', { headers: { authorization: `Bearer ${T}` } }],
    ['a cookie header', { headers: { cookie: `a=b; session=${T}; c=d` } }],
    ['a set-cookie header', { headers: { 'set-cookie': `sid=${T}; HttpOnly; Path=/` } }],
    ['a cookie header in text', { text: `Cookie: refresh_token=${T}` }],
    ['base64 with padding', { token: T, text: `password=${T}` }],
    ['a cookie', { cookies: { session: { value: T, http_only: true } } }],
    ['JSON in text', { body: JSON.stringify({ password: T }) }],
    ['JSON in JSON in text', { body: JSON.stringify({ said: JSON.stringify({ secret: T }) }) }],
    ['a URL', { url: `https://example.com/?access_token=${T}&x=1` }],
    ['a URL in a URL', { url: `https://example.com/?next=%2Fa%3Faccess_token%3D${T}` }],
    ['a fragment', { location: `https://example.com/#id_token=${T}` }],
    ['a URL with a password', { url: `postgres://user:${T}@db/x` }],
    ['a log line', { text: `login ok Authorization: Bearer ${T}` }],
    ['a form', { sent: `grant_type=x&client_secret=${T}` }],
  ])('finds it in %s', (_name, value) => {
    expect([...tokensIn(value)]).toContain(T)
  })

  it('takes a working directory for none', () => {
    expect([...tokensInText('PWD=/srv/assistance/backend\nOLDPWD=/srv/assistance')]).toEqual([])
    expect([...tokensInText(`db_pwd=${T}`)]).toEqual([T])
  })

  it('finds a JSON Web Token under any name, and a private key', () => {
    expect([...tokensIn({ access: JWT })]).toContain(JWT)
    const key = '-----BEGIN RSA PRIVATE KEY-----\nabc def\n-----END RSA PRIVATE KEY-----'
    expect([...tokensIn({ private_key: key })]).toContain(key)
  })

  it('decodes the password of a URL', () => {
    expect([...tokensInText('amqp://user:p%40ss%3Aword@host')]).toContain('p@ss:word')
  })

  it.each([
    ['short values', { token: 'short', password: 'hunter2' }],
    ['sentences', { password: 'must be longer than sixteen characters' }],
    ['other names', { id: T, email: 'somebody@example.com' }],
    ['what is about tokens', { token_type: 'BearerTokenOfSomeKind', token_endpoint: 'abcdefghijklmnopqrstuv' }],
    ['addresses', { authorization: 'https://login.example.com/authorize' }],
    ['names of cookies', { text: 'Cookie: refresh_token=***; Set-Cookie: session_identifier=short' }],
    [
      'names of cookies in headers',
      { cookie: 'refresh_token_of_mine=short', 'set-cookie': 'a_long_cookie_name=***; Path=/' },
    ],
    ['numbers and booleans', { token: 1234567890, session: true }],
    ['nothing', undefined],
  ])('leaves %s alone', (_name, value) => {
    expect([...tokensIn(value)]).toEqual([])
  })

  it('comes to an end on long texts without a match', () => {
    for (const text of ['a'.repeat(5_000_000), 'token'.repeat(1_000_000), '://'.repeat(1_500_000)]) {
      expect([...tokensInText(text)]).toEqual([])
    }
  })
})

describe('the name of a token', () => {
  it.each([
    'token',
    'refresh_token',
    'X-Api-Key',
    'apiKey',
    'sessionId',
    'client_secret',
    'Set-Cookie',
    'jwt',
    'privateKey',
  ])('%s is one', name => expect(isTokenName(name)).toBe(true))
  it.each(['id', 'name', 'token_type', 'session_timeout', 'tokens_used', 'keyboard', 'status'])('%s is none', name =>
    expect(isTokenName(name)).toBe(false),
  )
})
