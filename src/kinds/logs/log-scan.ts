import type { BoundPattern } from '../../model/template.ts'
import { detached, type EventCounter, type SurroundedEvent, type TimeWindow } from './event-counter.ts'
import { EventGrouper, type LogEvent } from './event-grouper.ts'
import type { LogLine } from './log-line.ts'

export interface ScanOptions {
  readonly match: BoundPattern | undefined
  readonly window: TimeWindow
  /** Lines before and after an event that are kept with it. */
  readonly context: number
  /** The time of lines that come before the first one with a time. */
  readonly initialTime?: number | undefined
}

interface OpenEvent {
  readonly grouper: EventGrouper
  /** The lines above the event that is open. */
  before: readonly string[]
}

/** Reads one log line by line, in batches; what counts goes to the counter, the rest is forgotten. */
export class LogScan {
  readonly #options: ScanOptions
  readonly #counter: EventCounter
  readonly #services = new Map<string, OpenEvent>()
  /** The last lines read, as many as are shown above an event. */
  readonly #recent: string[] = []
  /** Events that still want lines from below them. */
  #wanting: { readonly after: string[] }[] = []

  constructor(options: ScanOptions, counter: EventCounter) {
    this.#options = options
    this.#counter = counter
  }

  async take(lines: readonly LogLine[]): Promise<void> {
    const matches = await this.#options.match?.match(lines.map(({ raw }) => raw))
    const ended: SurroundedEvent[] = []
    for (const [index, line] of lines.entries()) {
      const matched = matches === undefined ? undefined : matches[index] !== null
      const event = this.#push(line, matched)
      if (event !== undefined) ended.push(event)
      if (this.#options.context > 0) this.#remember(line.raw)
    }
    await this.#counter.take(ended, this.#options.window)
  }

  async finish(): Promise<void> {
    const ended = [...this.#services.values()].flatMap(({ grouper, before }) => {
      const event = grouper.end()
      return event === undefined ? [] : [{ ...event, before, after: [] }]
    })
    await this.#counter.take(ended, this.#options.window)
  }

  #push(line: LogLine, matched: boolean | undefined): SurroundedEvent | undefined {
    const open = this.#openFor(line.service)
    const began = open.grouper.begun
    const event = open.grouper.push(line, matched)
    const { before } = open
    if (open.grouper.begun !== began && this.#options.context > 0) open.before = [...this.#recent]
    return event === undefined ? undefined : this.#surrounded(event, before)
  }

  #openFor(service: string | undefined): OpenEvent {
    const name = service ?? ''
    const open = this.#services.get(name) ?? { grouper: new EventGrouper(this.#options.initialTime), before: [] }
    this.#services.set(name, open)
    return open
  }

  #surrounded(event: LogEvent, before: readonly string[]): SurroundedEvent {
    const after: string[] = []
    if (this.#options.context > 0 && event.marks.length > 0) this.#wanting.push({ after })
    return { ...event, before, after }
  }

  #remember(line: string): void {
    const { context } = this.#options
    this.#recent.push(line)
    if (this.#recent.length > context) this.#recent.shift()
    if (this.#wanting.length === 0) return
    const own = detached(line)
    for (const { after } of this.#wanting) after.push(own)
    this.#wanting = this.#wanting.filter(({ after }) => after.length < context)
  }
}
