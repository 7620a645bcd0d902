import { createHash, randomBytes } from 'node:crypto'
import type { AuthEvent } from './behaviour.ts'
import type { Database } from './database.ts'

export interface User {
  readonly id: number
  readonly email: string
  readonly full_name: string
  readonly phone: string | null
}

export type NewUser = Omit<User, 'id'> & { readonly password_hash: string }

const COLUMNS = 'id, email, full_name, phone'
const REFRESH_TOKEN_LIFE = '30 days'

/** Undefined when the e-mail address is taken. */
export async function createUser(database: Database, user: NewUser): Promise<User | undefined> {
  const { rows } = await database.query<User>(
    `INSERT INTO users (email, full_name, phone, password_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT (email) DO NOTHING RETURNING ${COLUMNS}`,
    [user.email, user.full_name, user.phone, user.password_hash],
  )
  return rows[0]
}

export async function userByEmail(
  database: Database,
  email: string,
): Promise<(User & { readonly password_hash: string }) | undefined> {
  const sql = `SELECT ${COLUMNS}, password_hash FROM users WHERE email = $1`
  return (await database.query<User & { password_hash: string }>(sql, [email])).rows[0]
}

export async function userById(database: Database, id: number): Promise<User | undefined> {
  return (await database.query<User>(`SELECT ${COLUMNS} FROM users WHERE id = $1`, [id])).rows[0]
}

export async function firstUser(database: Database): Promise<User | undefined> {
  return (await database.query<User>(`SELECT ${COLUMNS} FROM users ORDER BY id LIMIT 1`)).rows[0]
}

/** Hands out a refresh token. Only its hash is kept, so that who reads the table cannot use what stands there. */
export async function issueRefreshToken(database: Database, userId: number): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await database.query(
    `INSERT INTO refresh_tokens (token_hash, user_id, expires_at) VALUES ($1, $2, now() + interval '${REFRESH_TOKEN_LIFE}')`,
    [hash(token), userId],
  )
  return token
}

/** Whose a refresh token is, as long as it is neither expired nor revoked. */
export async function ownerOfRefreshToken(database: Database, token: string): Promise<number | undefined> {
  const { rows } = await database.query<{ user_id: number }>(
    'SELECT user_id FROM refresh_tokens WHERE token_hash = $1 AND NOT is_revoked AND expires_at > now()',
    [hash(token)],
  )
  return rows[0]?.user_id
}

export async function revokeRefreshToken(database: Database, token: string): Promise<void> {
  await database.query('UPDATE refresh_tokens SET is_revoked = true WHERE token_hash = $1', [hash(token)])
}

export async function recordEvent(database: Database, event: AuthEvent, userId: number | null): Promise<void> {
  await database.query('INSERT INTO auth_events (event_type, user_id) VALUES ($1, $2)', [event, userId])
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
