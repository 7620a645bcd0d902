import type { DiagnosticReport } from '../../src/model/diagnostic.ts'
import type {
  Attempt,
  CheckResult,
  CleanupResult,
  EntryResult,
  Evidence,
  Failure,
  Fault,
  FinishedReport,
  InvalidReport,
  RunFacts,
  RunResult,
  SectionResult,
  SkipReason,
} from '../../src/model/result.ts'
import type { Location } from '../../src/model/source.ts'
import { FACTS } from '../run-facts.ts'

const FILE = 'checklist.yml'

/** A place in the checklist: line `line` reads `lineText`, and `marked` of it is meant (all of it unless given). */
export function at(line: number, lineText: string, marked = lineText.trim()): Location {
  const column = lineText.indexOf(marked) + 1
  return { file: FILE, line, column, endLine: line, endColumn: column + marked.length, lineText }
}

const SOMEWHERE = at(1, 'name: Assistance 2.2.1')

/** A check that passed; every other field and outcome by `fields`. Its key and its start are given by {@link finished}. */
export function check(name: string, fields: Partial<CheckResult> = {}): CheckResult {
  const description = fields.description ?? 'GET /health'
  const durationMs = fields.durationMs ?? 40
  return {
    result: 'check',
    key: '',
    name,
    kind: 'request',
    description,
    tags: [],
    severity: 'failure',
    location: SOMEWHERE,
    durationMs,
    outcome: { status: 'passed' },
    repeated: false,
    attempts: [{ number: 1, offsetMs: 0, durationMs, status: 'passed', message: '' }],
    expectations: 1,
    captured: [],
    ...fields,
  }
}

export function failed(
  name: string,
  failures: readonly Failure[],
  fields: Partial<CheckResult> & { readonly evidence?: readonly Evidence[]; readonly reproduce?: string } = {},
): CheckResult {
  const { evidence = [], reproduce, ...rest } = fields
  const outcome = { status: 'failed', failures, evidence, ...(reproduce === undefined ? {} : { reproduce }) } as const
  return check(name, { outcome, attempts: [tried('failed', failures[0]?.message ?? '', rest.durationMs)], ...rest })
}

export function errored(
  name: string,
  fault: Partial<Fault> & { readonly message: string },
  fields: Partial<CheckResult> = {},
): CheckResult {
  const whole: Fault = { code: 'connection-refused', hint: '', details: {}, location: SOMEWHERE, ...fault }
  const outcome = { status: 'errored', fault: whole, evidence: [] } as const
  return check(name, { outcome, attempts: [tried('errored', fault.message, fields.durationMs)], ...fields })
}

export function skipped(name: string, reason: SkipReason, fields: Partial<CheckResult> = {}): CheckResult {
  const outcome = { status: 'skipped', reason } as const
  return check(name, { outcome, durationMs: 0, attempts: [], expectations: 0, ...fields })
}

export function open(name: string, instruction: string, fields: Partial<CheckResult> = {}): CheckResult {
  const outcome = { status: 'open', instruction } as const
  return check(name, { kind: 'manual', outcome, durationMs: 0, attempts: [], expectations: 0, ...fields })
}

export function failure(fields: Partial<Failure> & Pick<Failure, 'expected' | 'actual'>): Failure {
  const { subject = 'status', expected, actual } = fields
  return {
    subject,
    matcher: 'equals',
    message: `${subject} is ${actual}, expected ${expected}.`,
    location: SOMEWHERE,
    byDefault: false,
    ...fields,
  }
}

export function evidence(title: string, text: string, fields: Partial<Evidence> = {}): Evidence {
  return { title, text, language: 'text', outside: true, ...fields }
}

/** Attempts with one pause of a second between them. An empty message stands for one that held. */
export function attempts(messages: readonly string[], durationMs = 40): readonly Attempt[] {
  return messages.map((message, index) => ({
    ...tried(message === '' ? 'passed' : 'failed', message, durationMs),
    number: index + 1,
    offsetMs: index * (1_000 + durationMs),
  }))
}

export function section(
  name: string,
  entries: readonly EntryResult[],
  fields: Partial<SectionResult> = {},
): SectionResult {
  return { result: 'section', key: '', name, location: SOMEWHERE, entries, ...fields }
}

export function cleanupOf(of: string, step: CheckResult): CleanupResult {
  return { of, check: step }
}

export function diagnostic(fields: Partial<DiagnosticReport> = {}): DiagnosticReport {
  return {
    code: 'unknown-key',
    severity: 'error',
    message: 'A check has no key `requst`.',
    hint: 'Did you mean `request`?',
    location: at(3, '  - requst: GET /', 'requst'),
    ...fields,
  }
}

/** Where the checklist would be seen on GitHub. */
export const PAGE = 'https://github.com/example/assistance/blob/4f1c2d3e4f5061728394a5b6c7d8e9f001122334/checklist.yml'

export function invalid(diagnostics: readonly DiagnosticReport[], page?: string): InvalidReport {
  const checklist = { name: 'Assistance 2.2.1', file: FILE, ...(page === undefined ? {} : { page }) }
  return { report: 'invalid', checklist, diagnostics }
}

/** A finished run of the given entries: one check after the other, keys and times filled in. */
export function finished(
  entries: readonly EntryResult[],
  fields: Partial<Omit<RunResult, 'facts'>> & {
    readonly facts?: Partial<RunFacts>
    readonly name?: string
    readonly page?: string
    readonly diagnostics?: readonly DiagnosticReport[]
  } = {},
): FinishedReport {
  const { facts, name = 'Assistance 2.2.1', page, diagnostics = [], ready, cleanup = [], ...rest } = fields
  const clock = { now: 0 }
  const gate = ready === undefined ? undefined : placed(ready, 'ready', clock)
  const placedEntries = entries.map((entry, index) => placed(entry, `checks.${index}`, clock))
  const steps = cleanup.map(({ of, check: step }, index) => ({ of, check: begun(step, `cleanup.${index}`, clock) }))
  return {
    report: 'finished',
    checklist: { name, file: FILE, ...(page === undefined ? {} : { page }) },
    diagnostics,
    run: {
      facts: { ...FACTS, ...facts },
      durationMs: clock.now,
      entries: placedEntries,
      cleanup: steps,
      notices: [],
      failOn: 'failure',
      ...(gate?.result === 'section' ? { ready: gate } : {}),
      ...rest,
    },
  }
}

function tried(status: Attempt['status'], message: string, durationMs = 40): Attempt {
  return { number: 1, offsetMs: 0, durationMs, status, message }
}

function placed(entry: EntryResult, key: string, clock: { now: number }): EntryResult {
  if (entry.result === 'check') return begun(entry, key, clock)
  const entries = entry.entries.map((child, index) => placed(child, `${key}.checks.${index}`, clock))
  return { ...entry, key, entries }
}

function begun(one: CheckResult, key: string, clock: { now: number }): CheckResult {
  if (one.attempts.length === 0) return { ...one, key }
  const offsetMs = one.offsetMs ?? clock.now
  clock.now = offsetMs + one.durationMs
  return {
    ...one,
    key,
    offsetMs,
    startedAt: new Date(Date.parse(FACTS.startedAt) + offsetMs).toISOString(),
    attempts: one.attempts.map(attempt => ({ ...attempt, offsetMs: attempt.offsetMs + offsetMs })),
  }
}
