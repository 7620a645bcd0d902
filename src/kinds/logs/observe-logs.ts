import { resolve } from 'node:path'
import { CheckError } from '../../model/check-error.ts'
import type { Json } from '../../model/json.ts'
import type { EvidencePart, Observation } from '../../model/observation.ts'
import type { Filled, TimeValue } from '../../model/template.ts'
import { readLogFile, rotatedSince } from '../../transport/log-file.ts'
import type { ObserveContext } from '../kind.ts'
import { notSupported, requireRunner } from '../runner-only.ts'
import type { CountedEvent, EventCounter, TimeWindow } from './event-counter.ts'
import { type LineOptions, readLine, withoutControls } from './log-line.ts'
import { LogScan } from './log-scan.ts'
import type { LogsSpec } from './shape.ts'

const LIMIT = 100
/** How many events the report may show. */
const EVIDENCE_EVENTS = 20

export async function observeLogs(spec: Filled<LogsSpec>, context: ObserveContext): Promise<Observation> {
  const { file, match, ignore = [], limit = LIMIT } = spec
  if (file === undefined) throw notSupported('Reading the log of a service or a unit')
  await requireRunner(spec.host, context)
  const path = resolve(context.folder, file)
  const line: LineOptions = { fields: spec.json ?? {}, now: context.clock.now() }
  const window = { since: pointOf(spec.since, line.now), until: pointOf(spec.until, line.now) }
  context.sent()
  const initialTime = await firstTime(path, window, line, context.signal)
  await requireWhole(path, window, initialTime)
  const scan = new LogScan({
    ...line,
    match,
    ignore,
    window,
    limit,
    context: spec.context ?? 0,
    initialTime,
  })
  for await (const lines of readLogFile(path, context.signal)) await scan.take(lines)
  await scan.finish()
  return observation(scan.counter, path)
}

function pointOf(value: TimeValue | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  return 'at' in value ? Date.parse(value.at) : now - value.agoMs
}

/**
 * The first time a log states, which the lines above it share. Asked for only when times matter; a log that has none then
 * cannot be cut to a window, and to count all of it or nothing of it would both be wrong.
 */
async function firstTime(
  path: string,
  window: TimeWindow,
  options: LineOptions,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (window.since === undefined && window.until === undefined) return undefined
  let empty = true
  for await (const lines of readLogFile(path, signal)) {
    for (const line of lines) {
      const { time: stated, receivedAt, raw } = readLine(withoutControls(line), options)
      const time = stated ?? receivedAt
      if (time !== undefined) return time
      if (raw.trim() !== '') empty = false
    }
  }
  if (empty) return undefined
  throw new CheckError({
    code: 'log-without-times',
    message: `No line of \`${path}\` begins with a time, so \`since\` and \`until\` cannot be applied.`,
    hint: 'Let the logger write times, name their field with `json: { time: … }`, or leave `since` and `until` out.',
  })
}

/** What was written since then and has been rotated away would be missing without a word. */
async function requireWhole(path: string, { since }: TimeWindow, begin: number | undefined): Promise<void> {
  if (since === undefined || (begin !== undefined && begin <= since)) return
  const rotated = await rotatedSince(path, since)
  if (rotated === undefined) return
  throw new CheckError({
    code: 'log-rotated',
    message: `\`${path}\` begins after \`since\`: what was written before is in \`${rotated}\`.`,
    hint: 'Look at both files, each with a check of its own, or rotate the log at another time.',
  })
}

function observation(counter: EventCounter, path: string): Observation {
  const { kept, count, counts, scanned } = counter
  const events = kept.map(eventJson)
  return {
    parts: { events, count, counts: Object.fromEntries(counts), scanned },
    document: { json: events },
    text: kept.map(({ text }) => text).join('\n'),
    secrets: [],
    evidence: () => evidenceOf(counter, path),
  }
}

function eventJson({ service, time, level, text }: CountedEvent): Json {
  return {
    service: service ?? null,
    time: time === undefined ? null : new Date(time).toISOString(),
    level: level ?? null,
    text,
  }
}

function evidenceOf({ kept, count, scanned }: EventCounter, path: string): readonly EvidencePart[] {
  const shown = kept.slice(0, EVIDENCE_EVENTS).map(({ before, text, after }) => [...before, text, ...after].join('\n'))
  const more = count > shown.length ? [`… ${count - shown.length} more`] : []
  return [
    {
      title: `${counted(count, 'event')} in ${counted(scanned, 'line')} of ${path}`,
      text: [...shown, ...more].join('\n\n'),
      language: 'text',
      outside: true,
    },
  ]
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
