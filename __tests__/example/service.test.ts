import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { type Database, openDatabase } from '../../examples/assistance/database.ts'
import { createLoginLimiter } from '../../examples/assistance/login-limiter.ts'
import { readSettings } from '../../examples/assistance/settings.ts'
import { type Ground, prepareGround, type RunningExample, startExample } from './assistance.ts'

let ground: Ground
let database: Database
let service: RunningExample

beforeAll(async () => {
  ground = await prepareGround()
  database = await openDatabase(ground.postgres.url)
})
afterAll(async () => {
  await database?.end()
  await ground?.[Symbol.asyncDispose]()
})
beforeEach(async () => {
  service = await startExample(ground, 'service')
})
afterEach(async () => {
  await service.close()
  await database.query(`DELETE FROM users WHERE email LIKE '%@example.com'`)
  await database.query('DELETE FROM auth_events')
})

const ANNA = { email: 'anna@example.com', password: 'quiet-otter', full_name: 'Anna', phone: '+77770001234' }

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(service.url + path, { headers })

const register = (body: unknown): Promise<Response> =>
  fetch(`${service.url}/auth/register`, { method: 'POST', body: JSON.stringify(body) })

const login = (email = ANNA.email, password = ANNA.password): Promise<Response> =>
  fetch(`${service.url}/auth/login`, { method: 'POST', body: new URLSearchParams({ email, password }) })

const post = (path: string, headers: Record<string, string>): Promise<Response> =>
  fetch(service.url + path, { method: 'POST', headers })

const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? ''

const tokenOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { access_token: string }).access_token

const count = async (sql: string): Promise<number> => (await database.query<{ n: number }>(sql)).rows[0]?.n ?? -1

describe('the public pages', () => {
  it('say that the service is well', async () => {
    expect(await (await get('/health')).json()).toEqual({ status: 'ok' })
  })

  it('describe the API with its version and request bodies', async () => {
    const document = await (await get('/openapi.json')).json()
    expect(document).toMatchObject({
      info: { version: '2.2.1' },
      paths: {
        '/auth/register': { post: { requestBody: { content: { 'application/json': {} } } } },
        '/auth/login': { post: { requestBody: { content: { 'application/x-www-form-urlencoded': {} } } } },
      },
    })
  })

  it('have a title', async () => {
    expect(await (await get('/')).text()).toContain('<title>Assistance</title>')
    expect((await get('/docs')).status).toBe(200)
  })

  it('list 35 permanent and 25 temporary categories', async () => {
    const { categories } = (await (await get('/v1/categories')).json()) as { categories: Record<string, unknown[]> }
    expect(categories.permanent).toHaveLength(35)
    expect(categories.temporary).toHaveLength(25)
  })

  it.each([
    ['GET', '/nothing', 404],
    ['GET', '/constructor', 404],
    ['DELETE', '/auth/login', 405],
    ['HEAD', '/docs', 200],
    ['GET', '/ws/exchange/test123', 426],
  ])('answer %s %s with %i', async (method, path, status) => {
    expect((await fetch(service.url + path, { method })).status).toBe(status)
  })
})

describe('registration', () => {
  it('writes the user and shows it', async () => {
    const response = await register(ANNA)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ id: expect.any(Number), email: ANNA.email, full_name: 'Anna' })
    expect(await count(`SELECT count(*) AS n FROM users WHERE email = '${ANNA.email}'`)).toBe(1)
  })

  it('keeps no password as it is', async () => {
    await register(ANNA)
    const { rows } = await database.query(`SELECT * FROM users WHERE email = '${ANNA.email}'`)
    expect(JSON.stringify(rows)).not.toContain(ANNA.password)
  })

  it('refuses an address that is taken', async () => {
    await register(ANNA)
    expect((await register(ANNA)).status).toBe(400)
  })

  it.each([
    ['no address', { ...ANNA, email: 'anna' }],
    ['a short password', { ...ANNA, password: 'short' }],
    ['no name', { ...ANNA, full_name: '' }],
    ['no object', 'anna'],
  ])('refuses %s', async (_, body) => {
    expect((await register(body)).status).toBe(422)
  })

  it('refuses a body larger than anybody needs', async () => {
    expect((await register({ ...ANNA, full_name: 'a'.repeat(100_000) })).status).toBe(413)
  })
})

describe('a login', () => {
  it('gives an access token and an HttpOnly cookie', async () => {
    await register(ANNA)
    const response = await login()
    expect(response.headers.get('set-cookie')).toMatch(/^refresh_token=[\w-]{43}; Path=\/auth; .*HttpOnly$/)
    const profile = await get('/auth/me', { authorization: `Bearer ${await tokenOf(response)}` })
    expect(await profile.json()).toMatchObject({ email: ANNA.email, phone: ANNA.phone })
  })

  it('is refused with the wrong password, and to the first user', async () => {
    await register(ANNA)
    expect((await login(ANNA.email, 'wrong')).status).toBe(401)
    expect((await login('admin@assistance-kz.ru', '-')).status).toBe(401)
    expect(await count(`SELECT count(*) AS n FROM auth_events WHERE event_type = 'login_failed'`)).toBe(2)
  })

  it('is allowed five times a minute', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 5; index += 1) statuses.push((await login()).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401])
    const sixth = await login()
    expect(sixth.status).toBe(429)
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(50)
  })
})

describe('a session', () => {
  it('is refreshed with a new token, and the old one is of no use then', async () => {
    await register(ANNA)
    const first = cookieOf(await login())
    const response = await post('/auth/refresh', { cookie: first })
    expect(response.status).toBe(200)
    expect(cookieOf(response)).not.toBe(first)
    expect((await post('/auth/refresh', { cookie: first })).status).toBe(401)
  })

  it('ends with the logout', async () => {
    await register(ANNA)
    const response = await login()
    const cookie = cookieOf(response)
    const authorization = `Bearer ${await tokenOf(response)}`
    expect((await post('/auth/logout', { cookie, authorization })).status).toBe(200)
    expect(await count('SELECT count(*) AS n FROM refresh_tokens WHERE NOT is_revoked')).toBe(0)
    expect((await post('/auth/refresh', { cookie })).status).toBe(401)
    expect((await post('/auth/logout', { cookie })).status).toBe(401)
    const { rows } = await database.query('SELECT event_type FROM auth_events ORDER BY id')
    expect(rows.map(row => row.event_type)).toEqual(['register', 'login', 'logout'])
  })

  it.each(['', 'Bearer', 'Bearer a.b.c', 'Basic YTpi', `Bearer ${'x'.repeat(500)}`])(
    'is not opened by %j',
    async authorization => {
      expect((await get('/auth/me', { authorization })).status).toBe(401)
    },
  )
})

describe('the exchange', () => {
  const enter = (headers: Record<string, string>, path = '/ws/exchange/test123'): WebSocket =>
    new WebSocket(service.url.replace('http', 'ws') + path, { headers })

  const refused = (socket: WebSocket): Promise<number | undefined> =>
    new Promise(resolve => socket.on('unexpected-response', (_, response) => resolve(response.statusCode)))

  it('keeps strangers out', async () => {
    expect(await refused(enter({}))).toBe(403)
    expect(await refused(enter({}, '/ws/elsewhere'))).toBe(404)
  })

  it('greets who enters and gives back what is sent', async () => {
    await register(ANNA)
    const socket = enter({ authorization: `Bearer ${await tokenOf(await login())}` })
    const messages: unknown[] = []
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject)
      socket.on('open', () => socket.send('hello'))
      socket.on('message', data => {
        messages.push(JSON.parse(String(data)))
        if (messages.length === 2) resolve()
      })
    })
    socket.terminate()
    expect(messages).toEqual([
      { type: 'welcome', room: 'test123' },
      { type: 'message', room: 'test123', text: 'hello' },
    ])
  })
})

describe('the log', () => {
  it('has a line for each request, and no errors though its logger is called so', async () => {
    await get('/health?probe=1')
    const log = await service.log()
    expect(log).toMatch(/^[\d-]{10} [\d:]{8},\d{3}Z INFO \[uvicorn\.error\] Application startup complete\.$/m)
    expect(log).toMatch(/INFO \[uvicorn\.access\] 127\.0\.0\.1 - "GET \/health\?probe=1 HTTP\/1\.1" 200$/m)
    expect(log).not.toContain(' ERROR ')
  })

  it('tells of a database that went away, and the answer keeps it to itself', async () => {
    await database.query('ALTER TABLE users RENAME TO users_elsewhere')
    try {
      const response = await register(ANNA)
      expect(response.status).toBe(500)
      expect(await response.text()).not.toContain('users')
      expect(await service.log()).toMatch(/ERROR \[uvicorn\.error\] Exception.*\n.*relation "users" does not exist/)
    } finally {
      await database.query('ALTER TABLE users_elsewhere RENAME TO users')
    }
  })
})

describe('the limiter', () => {
  it('forgets a login after a minute and counts each address for itself', () => {
    let now = 0
    const limiter = createLoginLimiter(2, () => now)
    expect([limiter('a'), limiter('a'), limiter('a'), limiter('b')]).toEqual([0, 0, 60, 0])
    now = 59_500
    expect(limiter('a')).toBe(1)
    now = 60_000
    expect([limiter('a'), limiter('a'), limiter('a')]).toEqual([0, 0, 60])
  })
})

describe('the settings', () => {
  it.each([
    [{}, /Set DATABASE_URL/],
    [{ DATABASE_URL: 'postgres://x', FAULT: 'nonsense' }, /no fault nonsense.*no-limiter/],
    [{ DATABASE_URL: 'postgres://x', FAULT: 'constructor' }, /no fault constructor/],
    [{ DATABASE_URL: 'postgres://x', PORT: 'http' }, /PORT is no port: http/],
  ])('of %j are refused with a sentence', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(message)
  })

  it('have defaults but for the database', () => {
    expect(readSettings({ DATABASE_URL: 'postgres://x' })).toMatchObject({
      host: '127.0.0.1',
      port: 8000,
      logFile: null,
    })
  })
})
