import { CheckError } from '../../model/check-error.ts'
import type { Machine } from '../machine.ts'

/** The first look also opens the session, so that its round trip says little. */
const LOOKS = 3

/** How far the machine's clock is ahead, in milliseconds: its time, less ours in the middle of the shortest round trip. */
export async function clockOffset(
  machine: Pick<Machine, 'run' | 'label'>,
  { now, signal }: { readonly now: () => number; readonly signal: AbortSignal },
): Promise<number> {
  let best = { trip: Number.POSITIVE_INFINITY, offset: 0 }
  for (let look = 0; look < LOOKS; look += 1) {
    const begun = now()
    const { stdout } = await machine.run({ run: { words: ['date', '-u', '+%s.%N'] }, environment: {} }, signal)
    const trip = now() - begun
    const time = milliseconds(stdout)
    if (time === undefined) throw clockFault(machine.label)
    if (trip < best.trip) best = { trip, offset: time - (begun + trip / 2) }
  }
  return Math.round(best.offset)
}

/** Where `date` knows no nanoseconds, half a second is the least wrong. */
function milliseconds(printed: string): number | undefined {
  const [, seconds, nanoseconds] = /^(\d+)(?:\.(\d{9}))?/.exec(printed) ?? []
  if (seconds === undefined) return undefined
  return Number(seconds) * 1_000 + (nanoseconds === undefined ? 500 : Number(nanoseconds) / 1e6)
}

function clockFault(label: string): CheckError {
  return new CheckError({
    code: 'clock-unreadable',
    message: `The clock of ${label} cannot be read: \`date -u +%s\` gives no time.`,
    hint: 'Is `date` there, and in PATH?',
  })
}
