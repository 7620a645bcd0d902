import { CheckError } from '../../model/check-error.ts'
import type { Filled, TimeValue } from '../../model/template.ts'
import type { Machine } from '../../transport/machine.ts'
import type { ObserveContext } from '../kind.ts'
import type { TimeWindow } from './event-counter.ts'
import { MOST_GAP_MS } from './event-grouper.ts'
import type { LogsSpec } from './shape.ts'

/** How far ahead `since` may be: a time that was taken from another clock, or this run's own start. */
const SKEW_MS = 5 * 60_000

/**
 * The window by the clock of the machine the log is on: what is so long ago, and the start of this run, are known by this
 * program's clock and carried over. Other times were written down by the author, and are that machine's own. Rejects with a
 * CheckError for a window in which nothing can have been written.
 */
export async function windowOn(
  machine: Machine,
  { since, until }: Pick<Filled<LogsSpec>, 'since' | 'until'>,
  { clock, facts, signal }: ObserveContext,
): Promise<TimeWindow> {
  const runStart = Date.parse(facts.startedAt)
  const pointOf = async (value: TimeValue | undefined): Promise<number | undefined> => {
    if (value === undefined) return undefined
    const ours = 'at' in value ? Date.parse(value.at) : clock.now() - value.agoMs
    const isOurs = !('at' in value) || ours === runStart
    return isOurs ? ours + (await machine.clockOffset(signal)) : ours
  }
  const window = { since: await pointOf(since), until: await pointOf(until) }
  requireOrder(window, '`since`')
  const ahead = (window.since ?? 0) - clock.now() - SKEW_MS
  if (ahead > 0 && ahead > (await machine.clockOffset(signal))) throw notYet(window.since ?? 0)
  return window
}

/** Rejects a window that ends before it begins: to have found nothing in it would say nothing. `begin` names its begin. */
export function requireOrder({ since, until }: TimeWindow, begin: string): void {
  if (since === undefined || until === undefined || until >= since) return
  throw new CheckError({
    code: 'log-window',
    message: `Nothing can be in this part of the log: \`until\` (${shown(until)}) is before ${begin} (${shown(since)}).`,
    hint: 'A duration means so long ago, so that of `since` is the longer one: `since: 1h`, `until: 1m`.',
  })
}

function notYet(since: number): CheckError {
  return new CheckError({
    code: 'log-window',
    message: `Nothing can be in this part of the log: \`since\` (${shown(since)}) is still to come.`,
    hint: 'Write the time from which on the log is to be looked at, with its zone, or a duration: so long ago.',
  })
}

function shown(time: number): string {
  return new Date(time).toISOString()
}

/**
 * What to ask a log for to see the window whole: an event counts by its first line, so one that began just before is
 * recognised as such, and one that begins inside is read to its end.
 */
export function askedFor({ since, until }: TimeWindow): TimeWindow {
  return {
    since: since === undefined ? undefined : since - MOST_GAP_MS,
    until: until === undefined ? undefined : until + MOST_GAP_MS,
  }
}
