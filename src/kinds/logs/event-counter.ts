import type { BoundPattern } from '../../model/template.ts'
import type { LogEvent } from './event-grouper.ts'

/** From when to when, in milliseconds since 1970, both included. */
export interface TimeWindow {
  readonly since: number | undefined
  readonly until: number | undefined
}

/** An event that counts, and the lines around it in the log. */
export interface CountedEvent extends LogEvent {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export interface CounterOptions {
  readonly window: TimeWindow
  readonly ignore: readonly BoundPattern[]
  /** How many events are kept; all are counted. */
  readonly limit: number
}

/** Decides which events count, keeps the first of them, and counts the rest. */
export class EventCounter {
  readonly kept: CountedEvent[] = []
  /** By service, those without any included; empty when the log names no services. */
  readonly counts = new Map<string, number>()
  count = 0
  /** Lines of all events inside the window, whether they count or not. */
  scanned = 0
  readonly #options: CounterOptions

  constructor(options: CounterOptions) {
    this.#options = options
  }

  async take(events: readonly CountedEvent[]): Promise<void> {
    const inside = events.filter(({ time }) => isInside(time, this.#options.window))
    for (const event of inside) this.#note(event)
    const candidates = inside.filter(({ marks }) => marks.length > 0)
    const covered = await coveredMarks(candidates, this.#options.ignore)
    for (const event of candidates) {
      if (!event.moreMarks && event.marks.every(mark => covered.has(mark))) continue
      this.count += 1
      if (event.service !== undefined) this.counts.set(event.service, (this.counts.get(event.service) ?? 0) + 1)
      if (this.kept.length < this.#options.limit) this.kept.push(event)
    }
  }

  #note({ lines, service }: LogEvent): void {
    this.scanned += lines
    if (service !== undefined && !this.counts.has(service)) this.counts.set(service, 0)
  }
}

/**
 * An event whose time nobody knows is inside: what cannot be placed must not vanish. Nor must one that happened within
 * the second in which the window begins, where the log writes whole seconds.
 */
function isInside(time: number | undefined, { since, until }: TimeWindow): boolean {
  if (time === undefined) return true
  return (
    (since === undefined || time >= (time % 1_000 === 0 ? Math.floor(since / 1_000) * 1_000 : since)) &&
    (until === undefined || time <= until)
  )
}

/** The lines among those that make events count that some pattern of `ignore` covers. */
async function coveredMarks(
  events: readonly LogEvent[],
  ignore: readonly BoundPattern[],
): Promise<ReadonlySet<string>> {
  const covered = new Set<string>()
  if (ignore.length === 0) return covered
  const marks = [...new Set(events.flatMap(event => event.marks))]
  for (const pattern of ignore) {
    const found = await pattern.match(marks)
    for (const [index, mark] of marks.entries()) if (found[index] !== null) covered.add(mark)
  }
  return covered
}
