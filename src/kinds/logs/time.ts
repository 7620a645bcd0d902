const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d):(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?`
const ZONE = String.raw`\s?(?<zone>Z\b|UTC\b|GMT\b|[+-]\d\d:?\d\d\b)?`
const MONTH = '(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*'
/** What may stand before a time: brackets, `<13>1`, `12:M`, `E, [`, a level, `time=`. */
const LEAD = String.raw`^\s*(?:<\d+>\d?\s*)?(?:\d+:[A-Z]\s)?(?:\[?[A-Za-z]{1,9}\s*\]?[,:]?\s*)?(?:\[|\(|"|'|time=|timestamp=|ts=|t=){0,3}\s*`

/** The ways loggers write a time at the head of a line, the commonest first. */
const FORMS: readonly RegExp[] = [
  // 2026-01-14T04:30:00.123Z, 2026-01-14 04:30:00,123, 2026/01/14 04:30:00; ClickHouse 2026.01.14; MariaDB `2026-01-14  4:30:00`
  new RegExp(String.raw`${LEAD}(?<year>\d{4})[-/.](?<number>\d\d)[-/.](?<day>\d\d)[T\s]\s?${CLOCK}${ZONE}`, 'i'),
  // Common log format: 127.0.0.1 - - [14/Jan/2026:04:30:00 +0000]; Werkzeug has a space before the hour
  new RegExp(String.raw`^\S+ \S+ \S+ \[(?<day>\d\d)/${MONTH}/(?<year>\d{4})[:\s]${CLOCK}${ZONE}`, 'i'),
  // 14-Jan-2026 04:30:00 UTC, 14 Jan 2026 04:30:00.123, 14/Jan/2026 04:30:00
  new RegExp(String.raw`${LEAD}(?<day>\d{1,2})[-/ ]${MONTH}[-/ ](?<year>\d{4})[\s:]${CLOCK}${ZONE}`, 'i'),
  // Wed Jan 14 04:30:00.123456 2026
  new RegExp(String.raw`^\s*\[?[A-Z][a-z]{2} ${MONTH} {1,2}(?<day>\d{1,2}) ${CLOCK} (?<year>\d{4})`),
  // Jan 14, 2026 4:30:00 AM
  new RegExp(String.raw`^\s*${MONTH} (?<day>\d{1,2}), (?<year>\d{4}) ${CLOCK} (?<half>AM|PM)`),
  // Nest: [Nest] 12  - 01/14/2026, 4:30:00 AM
  new RegExp(String.raw`^.{0,40}?\b(?<number>\d\d)/(?<day>\d\d)/(?<year>\d{4}), ${CLOCK}\s(?<half>AM|PM)`),
  // Jan 14 04:30:00 (RFC 3164: without a year)
  new RegExp(String.raw`^\s*(?:<\d+>)?${MONTH} {1,2}(?<day>\d{1,2}) ${CLOCK}`),
  // glog: E20260114 04:30:00.123456
  new RegExp(String.raw`^[IWEF](?<year>\d{4})(?<number>\d\d)(?<day>\d\d) ${CLOCK}`),
  // klog: E0114 04:30:00.123456
  new RegExp(String.raw`^[IWEF](?<number>\d\d)(?<day>\d\d) ${CLOCK}`),
]
/** logfmt, where the time need not come first. */
const FIELD = new RegExp(
  String.raw`(?:^|\s)(?:time|ts|timestamp|t)="?(?<year>\d{4})-(?<number>\d\d)-(?<day>\d\d)[T ]${CLOCK}${ZONE}`,
)
const HEAD = 200

/** What a written time leaves out. */
export interface LocalTime {
  /** Wall-clock time in milliseconds since 1970, for times that lack a year. */
  readonly now: number
  /** How far local time is ahead of UTC where the log is written, in minutes; this machine's own unless given. */
  readonly zone?: number | undefined
}

/**
 * The time at the head of a line, in milliseconds since 1970; undefined when there is none. A time without a zone is local.
 */
export function timeOfText(line: string, local: LocalTime): number | undefined {
  const plain = plainTime(line)
  if (plain !== undefined) return plain
  // Cheaper than seven patterns for the many lines that have none.
  if (!/\d:\d\d:\d\d/.test(line.length > HEAD ? line.slice(0, HEAD) : line)) return undefined
  const head = line.slice(0, HEAD)
  for (const form of FORMS) {
    const groups = form.exec(head)?.groups
    if (groups !== undefined) return timeOfGroups(groups, local)
  }
  const groups = FIELD.exec(line)?.groups
  return groups === undefined ? undefined : timeOfGroups(groups, local)
}

/** The form that most lines have, read at once: 2026-01-14T04:30:00.123Z. */
const PLAIN = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d\d\d))?\d*Z/

function plainTime(line: string): number | undefined {
  const found = PLAIN.exec(line)
  if (found === null) return undefined
  const [, year, month, day, hour, minute, second, ms] = found
  if (Number(month) > 12 || Number(day) > 31 || Number(hour) > 23) return undefined
  const date = [Number(year), Number(month) - 1, Number(day)] as const
  return Date.UTC(...date, Number(hour), Number(minute), Number(second), Number(ms ?? 0))
}

/** A time in a field of a JSON line: text, or seconds, milli-, micro- or nanoseconds since 1970, told apart by their size. */
export function timeOfField(value: unknown, local: LocalTime): number | undefined {
  if (typeof value === 'string') {
    return /^\d+(\.\d+)?$/.test(value) ? timeOfField(Number(value), local) : timeOfText(value, local)
  }
  if (typeof value !== 'number' || value < 1e8) return undefined
  if (value < 1e11) return value * 1e3
  return value < 1e14 ? value : value < 1e17 ? value / 1e3 : value / 1e6
}

function timeOfGroups(
  groups: Readonly<Record<string, string | undefined>>,
  { now, zone }: LocalTime,
): number | undefined {
  const month =
    groups.number === undefined ? MONTHS.indexOf((groups.month ?? '').toLowerCase()) : Number(groups.number) - 1
  const day = Number(groups.day)
  const hour = hourOf(Number(groups.hour), groups.half)
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 23) return undefined
  const fraction = Math.floor(Number(`0.${groups.fraction ?? '0'}`) * 1000)
  const clock = [month, day, hour, Number(groups.minute), Number(groups.second), fraction] as const
  if (groups.year !== undefined) return timeOf(Number(groups.year), clock, groups.zone ?? zone)
  // A line is not of the future: a December seen in January is last year's. A day of grace for clocks that differ.
  const thisYear = new Date(now).getFullYear()
  const time = timeOf(thisYear, clock, groups.zone ?? zone)
  return time > now + 86_400_000 ? timeOf(thisYear - 1, clock, groups.zone ?? zone) : time
}

function timeOf(
  year: number,
  clock: readonly [month: number, day: number, hour: number, minute: number, second: number, ms: number],
  zone: string | number | undefined,
): number {
  if (zone === undefined) return new Date(year, ...clock).getTime()
  if (typeof zone === 'number') return Date.UTC(year, ...clock) - zone * 60_000
  const offset = /^([+-])(\d\d):?(\d\d)$/.exec(zone)
  const minutes = offset === null ? 0 : Number(offset[2]) * 60 + Number(offset[3])
  return Date.UTC(year, ...clock) - (offset?.[1] === '-' ? -minutes : minutes) * 60_000
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  return (hour % 12) + (half === 'PM' ? 12 : 0)
}
