import { readAccessToken, signAccessToken } from './access-tokens.ts'
import * as accounts from './accounts.ts'
import type { AuthEvent, Behaviour } from './behaviour.ts'
import type { Database } from './database.ts'
import { type Answer, bearerToken, type Call, cookie, formBody, type Handler, json, jsonBody, refusal } from './http.ts'
import { createLoginLimiter } from './login-limiter.ts'
import { hashPassword, passwordMatches } from './passwords.ts'

export interface AuthenticationParts {
  readonly database: Database
  readonly tokenSecret: string
  readonly behaviour: Behaviour
}

const COOKIE = 'refresh_token'

/** The handlers under `/auth`, by route. */
export function authenticationRoutes(parts: AuthenticationParts): Readonly<Record<string, Handler>> {
  const limiter = createLoginLimiter(parts.behaviour.loginsPerMinute)
  return {
    'POST /auth/register': call => register(call, parts),
    'POST /auth/login': call => {
      const wait = limiter(call.address)
      return wait === 0 ? login(call, parts) : tooManyLogins(wait, parts.behaviour)
    },
    'GET /auth/me': call => me(call, parts),
    'POST /auth/refresh': call => refresh(call, parts),
    'POST /auth/logout': call => logout(call, parts),
  }
}

async function register(call: Call, parts: AuthenticationParts): Promise<Answer> {
  const { database, behaviour } = parts
  const { email, password, full_name, phone } = jsonBody(call)
  const sound = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(email)) && String(password).length >= 8 && isText(full_name)
  if (behaviour.registerValidates && !sound)
    return refusal(422, 'An e-mail address, a name and a password of 8 are needed')
  const wanted = { email: String(email), full_name: String(full_name), phone: isText(phone) ? phone : null }
  if (!behaviour.registerWrites) return json(shown({ id: 4_711, ...wanted }, behaviour))
  const created = await accounts.createUser(database, {
    ...wanted,
    password_hash: await hashPassword(String(password)),
  })
  const user = created ?? (behaviour.registerRefusesTakenEmails ? undefined : { id: 4_711, ...wanted })
  if (user === undefined) return refusal(400, 'This e-mail address is already registered')
  if (created !== undefined) await record('register', created.id, parts)
  return json(shown(user, behaviour))
}

async function login(call: Call, parts: AuthenticationParts): Promise<Answer> {
  const form = formBody(call)
  const user = await accounts.userByEmail(parts.database, form.get('email') ?? '')
  if (user === undefined || !(await passwordMatches(form.get('password') ?? '', user.password_hash))) {
    await record('login_failed', user?.id ?? null, parts)
    return refusal(401, 'Wrong e-mail address or password')
  }
  await record('login', user.id, parts)
  return tokens(user.id, await accounts.issueRefreshToken(parts.database, user.id), parts)
}

function tooManyLogins(waitSeconds: number, behaviour: Behaviour): Answer {
  const headers = behaviour.limiterSaysWhen ? { 'retry-after': String(waitSeconds) } : undefined
  return refusal(429, 'Too many logins, please wait', headers)
}

async function me(call: Call, { database, tokenSecret, behaviour }: AuthenticationParts): Promise<Answer> {
  const caller = callerOf(call.headers, tokenSecret)
  if (caller === undefined && behaviour.meAsksForToken)
    return refusal(401, 'Log in first', { 'www-authenticate': 'Bearer' })
  const user =
    caller === undefined || behaviour.meShows === 'the first user'
      ? await accounts.firstUser(database)
      : await accounts.userById(database, caller)
  return user === undefined ? refusal(401, 'This account is gone') : json(user)
}

async function refresh(call: Call, parts: AuthenticationParts): Promise<Answer> {
  const { database, behaviour } = parts
  const token = cookie(call.headers, COOKIE) ?? ''
  const owner = await accounts.ownerOfRefreshToken(database, token)
  if (owner === undefined || !behaviour.refreshAccepts) return refusal(401, 'This refresh token is not good any more')
  await record('refresh', owner, parts)
  if (!behaviour.refreshRotates) return tokens(owner, token, parts)
  await accounts.revokeRefreshToken(database, token)
  return tokens(owner, await accounts.issueRefreshToken(database, owner), parts)
}

async function logout(call: Call, parts: AuthenticationParts): Promise<Answer> {
  const caller = callerOf(call.headers, parts.tokenSecret)
  if (caller === undefined) return refusal(401, 'Log in first')
  const token = cookie(call.headers, COOKIE)
  if (token !== undefined && parts.behaviour.logoutRevokes) await accounts.revokeRefreshToken(parts.database, token)
  await record('logout', caller, parts)
  return json({ message: 'Logged out' }, parts.behaviour.logoutStatus, {
    'set-cookie': `${COOKIE}=; Path=/auth; Max-Age=0`,
  })
}

/** Who sends a request: the owner of its bearer token. */
export function callerOf(headers: Call['headers'], tokenSecret: string): number | undefined {
  const token = bearerToken(headers)
  return token === undefined ? undefined : readAccessToken(token, tokenSecret)
}

/** The access token in the body, the refresh token in a cookie that only `/auth` is sent. */
function tokens(userId: number, refreshToken: string, { tokenSecret, behaviour }: AuthenticationParts): Answer {
  const access_token = behaviour.issuesAccessTokens ? signAccessToken(userId, tokenSecret) : ''
  const httpOnly = behaviour.refreshCookie === 'http-only' ? '; HttpOnly' : ''
  const setCookie = { 'set-cookie': `${COOKIE}=${refreshToken}; Path=/auth; Max-Age=2592000; SameSite=Lax${httpOnly}` }
  return json({ access_token, token_type: 'bearer' }, 200, behaviour.refreshCookie === 'none' ? {} : setCookie)
}

async function record(event: AuthEvent, userId: number | null, parts: AuthenticationParts): Promise<void> {
  if (parts.behaviour.recordedEvents.includes(event)) await accounts.recordEvent(parts.database, event, userId)
}

function shown(user: Omit<accounts.User, 'phone'>, behaviour: Behaviour): object {
  return Object.fromEntries(behaviour.registerShows.map(field => [field, user[field]]))
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
