import { randomInt } from 'node:crypto'
import type { Clock } from '../kinds/kind.ts'
import type { Json } from '../model/json.ts'
import type { RunFacts } from '../model/result.ts'
import type { Settings } from '../model/settings.ts'
import { isoTime } from './clock.ts'

const LETTERS = 'abcdefghijkmnpqrstuvwxyz'
const DIGITS = '23456789'

/** What `$run` shows, made when the run begins. */
export function createRunFacts(settings: Pick<Settings, 'event' | 'target'>, clock: Clock): RunFacts {
  return { id: runId(clock.now()), startedAt: isoTime(clock.now()), ...settings.event, target: settings.target }
}

/** `$run` as programs see it. */
export function runVariable(facts: RunFacts): Json {
  const { startedAt, ...others } = facts
  return { ...others, started_at: startedAt }
}

/**
 * Lower-case letters and digits without look-alikes, a letter first: fit for an e-mail address, a host name, an SQL name.
 * The seconds keep runs apart from each other, the random part those of the same second (32⁴ is about a million).
 */
function runId(now: number): string {
  const seconds = Math.floor(now / 1_000) % 32 ** 6
  const random = Array.from({ length: 4 }, () => digit(randomInt(32))).join('')
  return digit(randomInt(LETTERS.length)) + inBase32(seconds) + random
}

function inBase32(value: number): string {
  return value < 32 ? digit(value) : inBase32(Math.floor(value / 32)) + digit(value % 32)
}

function digit(value: number): string {
  return (LETTERS + DIGITS)[value] ?? 'a'
}
