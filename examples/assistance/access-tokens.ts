import { createHmac, timingSafeEqual } from 'node:crypto'

const LIFE_SECONDS = 15 * 60
const HEADER = encode({ alg: 'HS256', typ: 'JWT' })

/** A JSON Web Token (RFC 7519) for a user, signed with HMAC SHA-256, good for a quarter of an hour. */
export function signAccessToken(userId: number, secret: string): string {
  const signed = `${HEADER}.${encode({ sub: String(userId), exp: seconds() + LIFE_SECONDS })}`
  return `${signed}.${signature(signed, secret).toString('base64url')}`
}

/** Whose a token is; undefined when it is not one of ours or has expired. */
export function readAccessToken(token: string, secret: string): number | undefined {
  const [header, payload = '', given = ''] = token.split('.')
  const expected = signature(`${header}.${payload}`, secret)
  const received = Buffer.from(given, 'base64url')
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return undefined
  const { sub, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string; exp: number }
  return exp > seconds() ? Number(sub) : undefined
}

function signature(text: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function seconds(): number {
  return Math.floor(Date.now() / 1_000)
}
