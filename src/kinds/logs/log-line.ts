import { unwrapped } from './container-line.ts'
import { type JsonFields, readJsonLine } from './json-line.ts'
import { type Level, worse } from './level.ts'
import { levelOfIndented } from './level-form.ts'
import { levelOfText } from './level-of-text.ts'
import { type LocalTime, timeOfText } from './time.ts'
import { type TraceRole, traceRole } from './trace-line.ts'

/** A line with what it says of itself. */
export interface LogLine {
  /** Without control codes and without the prefix of a service. */
  readonly raw: string
  /** The message of a JSON line; otherwise the same as `raw`. */
  readonly text: string
  readonly service: string | undefined
  /** What it says at its head. */
  readonly time: number | undefined
  /** When a container engine received it, which begins no event: each line of a stack trace has it. */
  readonly receivedAt?: number | undefined
  /** What a journal says of an event that states no level itself. */
  readonly priority?: Level | undefined
  readonly level: Level | undefined
  readonly role: TraceRole | undefined
  /** A message in one line, as JSON is, goes on in no other. */
  readonly whole?: boolean
}

export interface LineOptions extends LocalTime {
  readonly fields: JsonFields
}

/** A line of a file, which may have been wrapped by a container engine or marked by Compose. */
export function readLine(written: string, options: LineOptions): LogLine {
  const wrapped = unwrapped(withoutControls(written))
  if (wrapped === undefined) return readParts(written, line => readMarked(line, options))
  const { raw, at } = wrapped
  return { ...readParts(raw, line => readMarked(line, options)), receivedAt: timeOfText(at, options) }
}

/** A line whose origin is known, so that nothing of it is a mark. */
export function readReceived(
  written: string,
  origin: Pick<LogLine, 'service' | 'receivedAt' | 'priority'>,
  options: LineOptions,
): LogLine {
  const { service, receivedAt, priority } = origin
  return { ...readParts(written, line => readPlain(line, service, options)), receivedAt, priority }
}

/**
 * Progress that is shown in place returns to the begin of its line, and what is logged meanwhile stands behind it in the
 * same line: each part of it may state a level.
 */
function readParts(written: string, read: (line: string) => LogLine): LogLine {
  const line = written.endsWith('\r') ? written.slice(0, -1) : written
  if (!line.includes('\r')) return read(withoutControls(line))
  const parts = line.split('\r').map(withoutControls)
  const [first = read(''), ...others] = parts.filter(part => part.trim() !== '').map(read)
  if (others.length === 0) return first
  const all = [first, ...others]
  const raw = all.map(part => part.raw).join(' ')
  const level = all.map(part => part.level).reduce(worse)
  return { ...first, raw, text: raw, level, role: all.find(({ role }) => role !== undefined)?.role }
}

function readMarked(written: string, options: LineOptions): LogLine {
  const { service, raw } = splitService(written)
  return readPlain(raw, service, options)
}

function readPlain(raw: string, service: string | undefined, options: LineOptions): LogLine {
  const json = readJsonLine(raw, options.fields, options)
  if (json !== undefined) {
    return { raw, text: json.text ?? raw, service, time: json.time, level: json.level, role: undefined, whole: true }
  }
  const time = timeOfText(raw, options)
  if (isTally(raw)) return { raw, text: raw, service, time, level: undefined, role: undefined }
  const isPart = /^\s/.test(raw) && time === undefined
  const level = isPart ? levelOfIndented(raw) : levelOfText(raw.trimStart())
  return { raw, text: raw, service, time, level, role: traceRole(raw) }
}

const LONGEST_TALLY = 60

/** In capital letters it is a level, and the message a value that was none: `ERROR: null`. */
const TALLY =
  /^\W*(?:\w+\s*[:=\s]\s*0|(?![A-Z]+\b)\w+\s*[:=\s]\s*(?:[Nn]one|null|NULL|nil|[Ff]alse|[Nn]o|[Nn]\/[Aa]|-))\W*$/

/** `Error: 0`, `error: none`: a summary that says there was none. */
function isTally(raw: string): boolean {
  return raw.length < LONGEST_TALLY && TALLY.test(raw)
}

/** `backend-1  | `: how Compose marks the lines of a log that it gathers from several services. */
function splitService(line: string): { readonly service: string | undefined; readonly raw: string } {
  const bar = line.indexOf('|')
  if (bar === -1 || bar > 100) return { service: undefined, raw: line }
  const match = /^([A-Za-z0-9][\w.-]*?)[-_]\d+ +\| ?/.exec(line)
  return match === null ? { service: undefined, raw: line } : { service: match[1], raw: line.slice(match[0].length) }
}

/** Removes what moves a cursor or colours a terminal (ECMA-48), carriage returns included. */
export function withoutControls(line: string): string {
  // Nearly every line is clean: a look is cheaper than a replacement.
  if (!/[\x00-\x08\x0b-\x1f\x7f-\x9f]/.test(line)) return line
  return line
    .replace(/\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]/g, '')
    .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '')
}
