import type { Json } from '../../model/json.ts'
import type { EvidencePart, Observation } from '../../model/observation.ts'
import type { Filled } from '../../model/template.ts'
import type { Machine } from '../../transport/machine.ts'
import type { ObserveContext } from '../kind.ts'
import { composeOf, machineOf } from '../on-host.ts'
import { type CountedEvent, EventCounter } from './event-counter.ts'
import { scanFile } from './file-log.ts'
import { LogScan } from './log-scan.ts'
import { windowOn } from './period.ts'
import type { OpenScan, ScanSettings } from './scan-settings.ts'
import { scanServices } from './service-logs.ts'
import type { LogsSpec } from './shape.ts'
import { scanUnit } from './unit-log.ts'

const LIMIT = 100
/** How many events the report may show. */
const EVIDENCE_EVENTS = 20
/** Those at the beginning that fit into so many lines, the first at least, are shown unfolded. */
const TELLING_LINES = 12

export async function observeLogs(spec: Filled<LogsSpec>, context: ObserveContext): Promise<Observation> {
  const { file, unit, host, match, ignore = [], limit = LIMIT } = spec
  const services = [...new Set(spec.services ?? [])]
  // A service is of a project, and a project on a host: without one the checklist is refused.
  const project = services.length === 0 ? undefined : await composeOf(host ?? '', context)
  const machine = project?.machine ?? (await machineOf(host, context))
  context.sent()
  const counter = new EventCounter({ ignore, limit, several: project !== undefined }, services)
  const open: OpenScan = options => new LogScan({ match, context: spec.context ?? 0, ...options }, counter)
  const settings: ScanSettings = {
    line: { fields: spec.json ?? {}, now: context.clock.now() },
    window: await windowOn(machine, spec, context),
  }
  const scanning = { settings, open, context }
  if (project !== undefined) await scanServices(services, project, scanning)
  else if (unit !== undefined) await scanUnit(unit, machine, scanning)
  else await scanFile(file ?? '', machine, scanning)
  return observation(counter, placeOf(file ?? unit ?? services.join(', '), machine))
}

function placeOf(what: string, { remote, label }: Machine): string {
  return remote ? `${what} on ${label}` : what
}

function observation(counter: EventCounter, place: string): Observation {
  const { kept, count, counts, scanned } = counter
  const events = kept.map(eventJson)
  return {
    parts: { events, count, counts: Object.fromEntries(counts), scanned },
    document: { json: events },
    text: kept.map(({ text }) => text).join('\n'),
    secrets: [],
    evidence: () => evidenceOf(counter, place),
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

function evidenceOf({ kept, count, counts, scanned }: EventCounter, place: string): readonly EvidencePart[] {
  const surrounded = kept.some(({ before, after }) => before.length + after.length > 0)
  const shown = kept.slice(0, EVIDENCE_EVENTS).map(event => eventText(event, { several: counts.size > 1, surrounded }))
  const each = [...counts].filter(([, number]) => number > 0).map(([service, number]) => `${service} ${number}`)
  const parts = counts.size > 1 && count > 0 ? `: ${each.join(', ')}` : ''
  const first = fitting(shown)
  const rest = shown.slice(first)
  const piece = (title: string, events: readonly string[], left: number): EvidencePart => {
    const more = left > 0 ? [`… ${left} more`] : []
    return { title, text: [...events, ...more].join('\n\n'), language: 'text', outside: true }
  }
  const title = `${counted(count, 'event')} in ${counted(scanned, 'line')} of ${place}${parts}`
  return [
    { ...piece(title, shown.slice(0, first), count - first), ...(count > 0 && { telling: true }) },
    ...(rest.length === 0 ? [] : [piece(`Events ${first + 1} to ${shown.length}`, rest, count - shown.length)]),
  ]
}

/** How many of the first events may be shown unfolded. */
function fitting(events: readonly string[]): number {
  let lines = 0
  const tooMuch = events.findIndex((event, at) => {
    lines += event.split('\n').length + 1
    return at > 0 && lines > TELLING_LINES
  })
  return tooMuch === -1 ? events.length : tooMuch
}

/** An event under its service and time, where it does not tell them itself, and apart from the lines around it. */
function eventText(
  { service, time, text, before, after }: CountedEvent,
  { several, surrounded }: { readonly several: boolean; readonly surrounded: boolean },
): string {
  const moment = time === undefined ? [] : [new Date(time).toISOString().replace(/\.\d+/, '')]
  const heading = several && service !== undefined ? [[service, ...moment].join(' · ')] : []
  const mark = (lines: readonly string[], sign: string): readonly string[] =>
    surrounded ? lines.map(line => `${sign} ${line}`) : lines
  return [...heading, ...mark(before, ' '), ...mark(text.split('\n'), '>'), ...mark(after, ' ')].join('\n')
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
