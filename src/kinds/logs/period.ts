import type { Filled, TimeValue } from '../../model/template.ts'
import type { Machine } from '../../transport/machine.ts'
import type { ObserveContext } from '../kind.ts'
import type { TimeWindow } from './event-counter.ts'
import { MOST_GAP_MS } from './event-grouper.ts'
import type { LogsSpec } from './shape.ts'

/**
 * The window by the clock of the machine the log is on: what is so long ago, and the start of this run, are known by this
 * program's clock and carried over. Other times were written down by the author, and are that machine's own.
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
  return { since: await pointOf(since), until: await pointOf(until) }
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
