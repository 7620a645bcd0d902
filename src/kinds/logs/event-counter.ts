import type { BoundPattern } from '../../model/template.ts'
import type { LogEvent } from './event-grouper.ts'

/** From when to when, in milliseconds since 1970, both included. */
export interface TimeWindow {
  readonly since: number | undefined
  readonly until: number | undefined
}

/** An event, and the lines around it in the log. */
export interface SurroundedEvent extends LogEvent {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** An event that counts. */
export type CountedEvent = Omit<SurroundedEvent, 'marks' | 'moreMarks'>

export interface CounterOptions {
  readonly ignore: readonly BoundPattern[]
  /** How many events are kept; all are counted. */
  readonly limit: number
  /** Whether they come from several logs, so that only their times tell their order. */
  readonly several: boolean
}

/** Decides which events count, keeps the first of them, and counts the rest. */
export class EventCounter {
  /** By service, those without any included; empty when the log names no services. */
  readonly counts: Map<string, number>
  count = 0
  /** Lines of all events inside the window, whether they count or not. */
  scanned = 0
  readonly #options: CounterOptions
  #kept: CountedEvent[] = []

  constructor(options: CounterOptions, services: readonly string[] = []) {
    this.#options = options
    this.counts = new Map(services.map(service => [service, 0]))
  }

  /** The first events, in the order of the log, or of time. */
  get kept(): readonly CountedEvent[] {
    this.#trim()
    return this.#kept
  }

  async take(events: readonly SurroundedEvent[], window: TimeWindow): Promise<void> {
    const inside = events.filter(({ time }) => isInside(time, window))
    for (const event of inside) this.#note(event)
    const candidates = inside.filter(({ marks }) => marks.length > 0)
    const covered = await coveredMarks(candidates, this.#options.ignore)
    for (const event of candidates) {
      if (!event.moreMarks && event.marks.every(mark => covered.has(mark))) continue
      this.count += 1
      if (event.service !== undefined) this.counts.set(event.service, (this.counts.get(event.service) ?? 0) + 1)
      this.#keep(event)
    }
  }

  #note({ lines, service }: LogEvent): void {
    this.scanned += lines
    if (service !== undefined && !this.counts.has(service)) this.counts.set(service, 0)
  }

  #keep({ service, time, level, text, lines, before, after }: SurroundedEvent): void {
    const { limit, several } = this.#options
    if (!several && this.#kept.length >= limit) return
    // `after` is still to be filled.
    this.#kept.push({ service, time, level, text: detached(text), lines, before: before.map(detached), after })
    if (this.#kept.length >= 2 * limit) this.#trim()
  }

  #trim(): void {
    const { limit, several } = this.#options
    if (several) this.#kept.sort((left, right) => (left.time ?? 0) - (right.time ?? 0))
    this.#kept.length = Math.min(this.#kept.length, limit)
  }
}

/** A copy that stands by itself: a piece of a text otherwise keeps the whole of what was read at once in memory. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
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
  if (marks.length === 0) return covered
  for (const pattern of ignore) {
    const found = await pattern.match(marks)
    for (const [index, mark] of marks.entries()) if (found[index] !== null) covered.add(mark)
  }
  return covered
}
