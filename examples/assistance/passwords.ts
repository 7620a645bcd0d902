import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, { readonly N: number }, Buffer>(scrypt)

// Cheaper than a real service should be (N of 2^17): a demonstration should not spend its time here.
const COST = { N: 2 ** 12 }
const LENGTH = 32

/** `salt:key`, both in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, LENGTH, COST)
  return `${salt.toString('base64')}:${key.toString('base64')}`
}

export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [salt = '', key = ''] = hash.split(':')
  const expected = Buffer.from(key, 'base64')
  return (
    expected.length === LENGTH &&
    timingSafeEqual(expected, await derive(password, Buffer.from(salt, 'base64'), LENGTH, COST))
  )
}
