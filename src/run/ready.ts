import { formatDuration } from '../model/duration.ts'
import { isPlannedSection, type PlannedEntry, type PlannedSection } from '../model/plan.ts'
import type { ProgressObserver } from '../model/progress.ts'
import type { Attempt, CheckResult, EntryResult, SectionResult } from '../model/result.ts'
import { programsOf } from '../model/uses.ts'
import { limitAfter } from './attempt.ts'
import { isoTime } from './clock.ts'
import { fillContextOf, fillWaiting } from './fill-check.ts'
import { standingOfSection } from './needs.ts'
import type { Place, RunContext } from './run-context.ts'
import { runEntries, sectionName, sectionResult } from './run-section.ts'
import { keepAttempt } from './try-check.ts'
import { heldSoFar, type Tried, tryUntilHeld } from './waiting.ts'

interface Round extends Tried {
  readonly entries: readonly EntryResult[]
}

/**
 * The gate before all checks: rounds of its own checks until they hold together as often in a row as is asked. The result
 * shows the last round that was let finish, and each check's tries of all rounds. When time is out the run is stopped.
 */
export async function runGate(gate: PlannedSection, run: RunContext, place: Place): Promise<SectionResult> {
  const { clock } = run.ports
  const name = await sectionName(gate, run, place)
  place.observer.sectionStarted?.({ key: gate.entry.key, name, depth: place.sections.length })
  const { waiting } = gate.entry
  if (waiting === undefined) throw new Error('The ready gate has no `within`.')
  const times = await fillWaiting(waiting, fillContextOf(run, place))
  const limit = limitAfter('gate', clock.elapsed(), times.within)
  const inside: Place = {
    ...place,
    limits: [limit],
    observer: quiet(place.observer),
    sections: [...place.sections, name],
  }
  const tries = new Map<string, Attempt[]>()
  let count = 0
  let telling: Round | undefined
  const round = async (): Promise<Round> => {
    count += 1
    const entries = await runEntries(gate.children, run, inside, gate.entry.parallel)
    for (const check of checksIn(entries)) addTries(tries, check)
    const held = checksIn(entries).every(letsPass)
    const final = place.stopper.stopped !== undefined || (!held && cannotChange(gate, entries))
    const current = { held, entries, final }
    const cutShort = !held && clock.elapsed() >= limit.at
    if (telling === undefined || !cutShort) telling = current
    return current
  }
  const again = ({ held, entries }: Round, number: number, streak: number): void =>
    place.observer.attemptFailed?.({
      key: gate.entry.key,
      name,
      attempt: number,
      message: held ? heldSoFar(streak, times) : lackOf(entries),
    })
  const settled = await tryUntilHeld(round, times, { clock, stop: place.stopper.signal, again })
  const entries = withTries((telling ?? settled.last).entries, tries)
  const held = settled.settled === 'held'
  if (!held) {
    const rounds = `${count} ${count === 1 ? 'round' : 'rounds'}`
    const lack =
      lackOf(entries) || `It held ${settled.streak} of the ${times.consecutive} times in a row that were asked for.`
    const message =
      settled.settled === 'final' && place.stopper.stopped === undefined
        ? `Whether the deployment is ready cannot be found out. ${lack}`
        : `The deployment was not ready after ${formatDuration(times.within)} and ${rounds}. ${lack}`
    place.stopper.stop({ reason: 'not-ready', message })
  }
  run.state.settle(gate.entry, held ? standingOfSection(entries) : 'failed')
  const result = { ...sectionResult(gate, name, entries, run), rounds: { count, held } }
  replay(entries, place.observer, [...place.sections, name])
  place.observer.sectionFinished?.(result)
  return result
}

/** What happens inside a round is told when it is known which round counts; only exchanges are told at once. */
function quiet(observer: ProgressObserver): ProgressObserver {
  return observer.exchange === undefined ? {} : { exchange: observer.exchange.bind(observer) }
}

function replay(entries: readonly EntryResult[], observer: ProgressObserver, sections: readonly string[]): void {
  for (const entry of entries) {
    if (entry.result === 'check') observer.checkFinished?.(entry, sections)
    else {
      observer.sectionStarted?.({ key: entry.key, name: entry.name, depth: sections.length })
      replay(entry.entries, observer, [...sections, entry.name])
      observer.sectionFinished?.(entry)
    }
  }
}

/** Faults of what the checklist says with what it was given, before anything is sent. */
const UNCHANGING: ReadonlySet<string> = new Set([
  ...['hole-null', 'hole-results', 'hole-type', 'hole-failed', 'run-fact-unknown'],
  ...['url-value', 'shell-value', 'shell-option'],
])

/** Whether no further round can be better: the next one is given the same values. */
function cannotChange(gate: PlannedSection, entries: readonly EntryResult[]): boolean {
  return !gate.children.some(givesOtherValues) && checksIn(entries).some(isUnchanging)
}

function isUnchanging(check: CheckResult): boolean {
  const { outcome, attempts } = check
  return outcome.status === 'errored' && attempts.length === 0 && UNCHANGING.has(outcome.fault.code) && !letsPass(check)
}

/** Captures and outcomes of the gate's own checks differ from round to round, and so does the time. */
function givesOtherValues(planned: PlannedEntry): boolean {
  if (isPlannedSection(planned) && planned.children.some(givesOtherValues)) return true
  const { entry } = planned
  if (entry.entry !== 'section' && entry.captures.length > 0) return true
  return programsOf(entry).some(({ uses, source }) => uses.includes('outcome') || /\bnow\b/.test(source.text))
}

function checksIn(entries: readonly EntryResult[]): readonly CheckResult[] {
  return entries.flatMap(entry => (entry.result === 'check' ? [entry] : checksIn(entry.entries)))
}

/** A warning does not hold the gate; neither does what a condition leaves out. */
function letsPass({ outcome, severity }: CheckResult): boolean {
  if (outcome.status === 'skipped') return outcome.reason.because === 'condition'
  return severity === 'warning' || outcome.status === 'passed' || outcome.status === 'open'
}

function lackOf(entries: readonly EntryResult[]): string {
  const lacking = checksIn(entries).find(check => !letsPass(check))
  if (lacking === undefined) return ''
  const { outcome, name } = lacking
  if (outcome.status === 'failed') return `${name}: ${outcome.failures[0]?.message ?? ''}`
  if (outcome.status === 'errored') return `${name}: ${outcome.fault.message}`
  return outcome.status === 'skipped' ? `${name}: ${outcome.reason.message}` : name
}

function addTries(tries: Map<string, Attempt[]>, { key, attempts }: CheckResult): void {
  const kept = tries.get(key) ?? []
  tries.set(key, kept)
  for (const attempt of attempts) keepAttempt(kept, { ...attempt, number: (kept.at(-1)?.number ?? 0) + 1 })
}

function withTries(
  entries: readonly EntryResult[],
  tries: ReadonlyMap<string, readonly Attempt[]>,
): readonly EntryResult[] {
  return entries.map(entry =>
    entry.result === 'check'
      ? withOwnTries(entry, tries.get(entry.key) ?? [])
      : { ...entry, entries: withTries(entry.entries, tries) },
  )
}

/** It began with its first try, in whichever round that was. */
function withOwnTries(check: CheckResult, attempts: readonly Attempt[]): CheckResult {
  const [first] = attempts
  const { repeated, startedAt, offsetMs } = check
  if (repeated || first === undefined || startedAt === undefined || offsetMs === undefined) return check
  const earlier = offsetMs - first.offsetMs
  return {
    ...check,
    attempts,
    startedAt: isoTime(Date.parse(startedAt) - earlier),
    offsetMs: first.offsetMs,
    durationMs: check.durationMs + earlier,
  }
}
