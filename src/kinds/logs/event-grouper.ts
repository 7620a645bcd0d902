import { isError, type Level, worse } from './level.ts'
import type { LogLine } from './log-line.ts'
import { isGoFunction, isLastOfTrace } from './trace-line.ts'

/** Lines that belong together: one line, one message of several, or a whole stack trace. */
export interface LogEvent {
  readonly service: string | undefined
  /** When it was received, else its own, else that of the event before it; milliseconds since 1970. */
  readonly time: number | undefined
  readonly level: Level | undefined
  readonly text: string
  readonly lines: number
  /** The lines that make it count, which `ignore` must all cover. */
  readonly marks: readonly string[]
  /** More lines make it count than are kept, so that nothing can cover them. */
  readonly moreMarks: boolean
}

/** What of an event is kept; a longer one is still one event. */
const MOST_LINES = 200
const MOST_TEXT = 32 * 1024
const MOST_MARKS = 200
/** How many lines without a time an error with one may go on for: a message, and not what else writes to the same log. */
const MOST_TEXT_LINES = 50
/** Lines of one event are written at once. */
export const MOST_GAP_MS = 1_000

/** Groups the lines of one service into events. Holds one event at a time, whatever the length of the log. */
export class EventGrouper {
  #open: OpenEvent | undefined
  #lastTime: number | undefined
  #begun = 0

  constructor(initialTime: number | undefined) {
    this.#lastTime = initialTime
  }

  /** How many events have begun. */
  get begun(): number {
    return this.#begun
  }

  /**
   * Takes a line; gives the event it ends. `matched` says whether the line matches what is looked for; undefined where
   * nothing is, and lines count by their level.
   */
  push(line: LogLine, matched: boolean | undefined): LogEvent | undefined {
    if (line.raw.trim() === '') {
      this.#open?.addBlank()
      return undefined
    }
    if (this.#open !== undefined && continues(this.#open, line)) {
      this.#open.add(line, matched)
      return undefined
    }
    const ended = this.end()
    this.#begun += 1
    this.#lastTime = line.receivedAt ?? line.time ?? this.#lastTime
    this.#open = new OpenEvent(line, matched, this.#lastTime)
    return ended
  }

  /** The event that is still open. */
  end(): LogEvent | undefined {
    const event = this.#open?.close()
    this.#open = undefined
    return event
  }
}

/** Whether a line belongs to the event before it. */
function continues(event: OpenEvent, line: LogLine): boolean {
  const { raw, role } = line
  if (event.state === 'ended' || event.isLongBefore(line)) return false
  if (role === 'frame') return true
  if (role === 'tail' || isCause(line)) return event.state !== 'none' || event.named
  if (role === 'bridge') return event.state !== 'none' || event.faulty
  if (line.time !== undefined || (line.level !== undefined && role === undefined)) return false
  // Python draws the exceptions of a group as a tree, each with a trace of its own.
  if (role === 'opener') return event.expectsTrace || isFurtherTrace(event, raw)
  if (role === 'exception') return event.expectsException
  if (/^\s/.test(raw)) return event.state !== 'none' || event.headed || event.named
  if (event.state === 'done') return event.headed
  return event.state === 'none' ? isMoreOfMessage(event, raw) : isMoreOfTrace(event, raw)
}

/** Node's inspection of an error goes on with its cause. */
function isCause({ raw, role }: LogLine): boolean {
  return role === 'exception' && /^\s+\[cause\]: /.test(raw)
}

/** zap writes the functions below an error without any words that lead to them; Node ends an error with a brace. */
function isMoreOfMessage(event: OpenEvent, raw: string): boolean {
  if (event.expectsText || (event.named && CLOSING.test(raw)) || (event.faulty && KNOWN_MORE.test(raw))) return true
  return event.faulty && event.headed && isGoFunction(raw)
}

function isMoreOfTrace(event: OpenEvent, raw: string): boolean {
  if (event.headed || event.style === 'python' || CLOSING.test(raw)) return true
  return event.style === 'go' && isGoFunction(raw)
}

const CLOSING = /^[})\]]+$/
/** What Python's asyncio, Node's loader and that of .NET write between what went wrong and where. */
const KNOWN_MORE = /^future: <|^Require stack:$|^- \/|^File name: '/

function isFurtherTrace({ style, state }: OpenEvent, raw: string): boolean {
  if (style === 'go') return raw.startsWith('goroutine')
  return style === 'python' && state !== 'none' && /^\s+[|+]/.test(raw)
}

/**
 * An event that may still grow. `state` is where it stands in a stack trace: `none` before one, `frames` inside one,
 * `done` after what was thrown is named at its end (Python), `ended` after its last words (PHP, Node).
 */
class OpenEvent {
  state: 'none' | 'frames' | 'done' | 'ended' = 'none'
  /** It begins with a time or a level, so that lines without either are its own. */
  readonly headed: boolean
  /** It names an exception. */
  named = false
  /** In Python a line without indentation ends the frames; in Go functions have none, and there are many traces. */
  style: 'python' | 'go' | 'other' = 'other'
  #blanks = 0
  #bridged = false
  #level: Level | undefined
  #length = 0
  #count = 0
  #moreMarks = false
  #firstTraceLine: string | undefined
  #lastText: string | undefined
  #lastReceived: number | undefined
  readonly #service: string | undefined
  readonly #time: number | undefined
  readonly #lines: string[] = []
  readonly #marks: string[] = []
  readonly #byLevel: boolean
  readonly #timed: boolean
  readonly #panicked: boolean

  constructor(line: LogLine, matched: boolean | undefined, time: number | undefined) {
    this.headed = line.time !== undefined || line.level !== undefined
    this.#service = line.service
    this.#time = time
    this.#byLevel = matched === undefined
    this.#panicked = line.level === 'fatal' && line.raw.includes(' panicked at ')
    this.#timed = line.time !== undefined && line.whole !== true
    const isStated = line.level !== undefined || line.priority === undefined
    this.add(isStated ? line : { ...line, level: line.priority }, matched)
  }

  /** It speaks of a fault, before any trace. */
  get faulty(): boolean {
    return this.named || isError(this.#level)
  }

  /**
   * A message may go on here: of a logger that writes times, or of a panic in Rust, in the two lines below. Where lines are
   * looked for, each is its own.
   */
  get expectsText(): boolean {
    if (!this.#byLevel || this.named || !isError(this.#level)) return false
    return this.#timed ? this.#count <= MOST_TEXT_LINES : this.#panicked && this.#count <= 2
  }

  /** A trace may follow here: after a message, or after the words that lead from one to another; but two are two events. */
  get expectsTrace(): boolean {
    return this.#bridged || (this.state === 'none' && !isHarmless(this.#level))
  }

  get expectsException(): boolean {
    if (this.state === 'frames' && this.style === 'python') return true
    return this.#bridged || (this.state === 'none' && !this.named && !isHarmless(this.#level))
  }

  isLongBefore({ receivedAt }: LogLine): boolean {
    if (receivedAt === undefined || this.#lastReceived === undefined) return false
    return receivedAt - this.#lastReceived > MOST_GAP_MS
  }

  /** A blank line belongs to the event only if the event goes on after it. */
  addBlank(): void {
    this.#blanks += 1
  }

  add(line: LogLine, matched: boolean | undefined): void {
    for (; this.#blanks > 0; this.#blanks -= 1) this.#keep('')
    this.#keep(line.text)
    this.#lastReceived = line.receivedAt
    this.#level = worse(this.#level, line.level)
    const names = this.#follow(line)
    this.#noteText(line)
    if (matched ?? (names || isError(line.level))) this.#mark(line.raw)
  }

  close(): LogEvent {
    const inTrace = this.state !== 'none' || this.named
    if (this.#byLevel && inTrace && this.#marks.length === 0) this.#mark(this.#firstTraceLine ?? this.#lines[0] ?? '')
    const more = this.#count - this.#lines.length
    return {
      service: this.#service,
      time: this.#time,
      level: inTrace ? worse(this.#level, 'error') : this.#level,
      text: this.#lines.join('\n').slice(0, MOST_TEXT) + (more > 0 ? `\n… ${more} more lines` : ''),
      lines: this.#count,
      marks: this.#marks,
      moreMarks: this.#moreMarks,
    }
  }

  #keep(text: string): void {
    this.#count += 1
    if (this.#count > MOST_LINES || this.#length > MOST_TEXT) return
    this.#lines.push(text)
    this.#length += text.length
  }

  /** Moves through a trace; true for a line that says what was thrown. */
  #follow({ raw, role }: LogLine): boolean {
    const endsPython = this.style === 'python' && this.state === 'frames' && role !== 'frame' && /^[^\s│╰]/.test(raw)
    if (role === 'opener') {
      this.style = raw.includes('Traceback') ? 'python' : raw.startsWith('goroutine') ? 'go' : 'other'
      this.state = 'frames'
      this.#bridged = false
    } else if (role === 'frame' || (role === 'tail' && (this.state !== 'none' || this.named))) {
      if (this.state === 'none') this.#enterFrames(raw)
      this.state = isLastOfTrace(raw) ? 'ended' : 'frames'
    } else if (role === 'bridge') {
      return this.#followBridge(raw)
    } else if (endsPython || role === 'exception') {
      if (endsPython) this.state = 'done'
      this.named = true
      return true
    }
    return false
  }

  #enterFrames(raw: string): void {
    this.#firstTraceLine = raw
    // The line above the frames names what was thrown, if nothing else does: it is not hidden behind an ignored message.
    if (this.#byLevel && !this.named && this.#lastText !== undefined) this.#mark(this.#lastText)
  }

  /** Remembers a line of the message below its first. */
  #noteText({ raw, role }: LogLine): void {
    const isText = role === undefined && this.state === 'none' && this.#count > 1 && /^\S/.test(raw)
    this.#lastText = isText && !isGoFunction(raw) && !KNOWN_MORE.test(raw) ? raw : undefined
  }

  #followBridge(raw: string): boolean {
    // Python's words promise another trace, PHP's too; those of Java and PHP name the cause themselves.
    const leads = /^(?:During|The above) /.test(raw)
    this.#bridged = leads || raw.startsWith('Next ')
    this.named ||= /^\s*(?:Caused by|Suppressed|Next)/.test(raw)
    return this.named && !leads
  }

  #mark(raw: string): void {
    if (this.#marks.length < MOST_MARKS) this.#marks.push(raw)
    else this.#moreMarks = true
  }
}

/** A message that is not about a fault, so that a trace after it is not its own. */
function isHarmless(level: Level | undefined): boolean {
  return level === 'trace' || level === 'debug' || level === 'info'
}
