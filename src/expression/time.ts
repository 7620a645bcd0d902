import { parseDuration } from '../model/duration.ts'
import type { TimeValue } from '../model/template.ts'

const ISO = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(?:([Zz])|([+-])(\d{2}):?(\d{2})?)$/

/**
 * Milliseconds since 1970, with their fraction, of a point in time as RFC 3339 writes it (also with a space for the T,
 * as PostgreSQL does). Undefined without a zone: nobody could say which moment is meant.
 */
export function parseTime(text: string): number | undefined {
  const match = ISO.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second = '0', fraction = '0', , sign, zoneHour = '0', zoneMinute = '0'] =
    match
  const numbers = [year, month, day, hour, minute, second].map(Number)
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = numbers
  const start = Date.UTC(y, mo - 1, d, h, mi, s)
  const date = new Date(start)
  // 30 February becomes March and 24:01 tomorrow: the parts must come back as they were.
  const real = date.getUTCMonth() === mo - 1 && date.getUTCDate() === d && h < 24 && mi < 60 && s < 60
  if (!real) return undefined
  const zone = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000 * (sign === '-' ? -1 : 1)
  return start - zone + Number(fraction) * 1_000
}

/** ISO 8601 in UTC with milliseconds, as the language writes every time. */
function formatTime(milliseconds: number): string {
  return new Date(Math.floor(milliseconds)).toISOString()
}

/** A time as an author writes it: a point in time, or a duration that means so long ago. */
export function parseTimeValue(text: string): TimeValue | undefined {
  const agoMs = parseDuration(text)
  if (agoMs !== undefined) return { agoMs }
  const at = parseTime(text)
  return at === undefined ? undefined : { at: formatTime(at) }
}
