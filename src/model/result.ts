import type { DiagnosticReport } from './diagnostic.ts'
import type { Location } from './source.ts'

/** What a run, or a checklist that could not be run, amounts to. Everything in it is redacted: no reporter can leak. */
export type Report = InvalidReport | FinishedReport

/** Of which checklist a report tells. */
export interface ReportedChecklist {
  readonly name: string
  readonly file: string
  /** The file at the commit that was checked out, as a page of GitHub. Absent where that is not known. */
  readonly page?: string
}

export interface InvalidReport {
  readonly report: 'invalid'
  readonly checklist: ReportedChecklist
  readonly diagnostics: readonly DiagnosticReport[]
}

export interface FinishedReport {
  readonly report: 'finished'
  readonly checklist: ReportedChecklist
  /** Warnings about the checklist itself. */
  readonly diagnostics: readonly DiagnosticReport[]
  readonly run: RunResult
}

/** What `$run` shows, and what the report says of where it ran. Null outside GitHub, but `id` and `startedAt`. */
export interface RunFacts {
  readonly id: string
  readonly startedAt: string
  readonly sha: string | null
  readonly ref: string | null
  readonly actor: string | null
  readonly repository: string | null
  readonly url: string | null
  readonly number: string | null
  readonly attempt: string | null
  readonly target: string | null
}

export interface RunResult {
  readonly facts: RunFacts
  readonly durationMs: number
  readonly ready?: SectionResult
  readonly entries: readonly EntryResult[]
  readonly cleanup: readonly CleanupResult[]
  /** Why the run ended before its plan did. */
  readonly stopped?: { readonly reason: 'cancelled' | 'timeout' | 'not-ready'; readonly message: string }
  /** Things the reader should know of the run as a whole, such as TLS that was not verified. */
  readonly notices: readonly string[]
  /** From which outcomes on the run fails: the input `fail-on`. */
  readonly failOn: FailOn
}

export type FailOn = 'failure' | 'warning' | 'never'
export type EntryResult = SectionResult | CheckResult

export interface SectionResult {
  readonly result: 'section'
  readonly key: string
  readonly id?: string
  readonly name: string
  readonly location: Location
  readonly entries: readonly EntryResult[]
  /** Rounds of the ready gate. */
  readonly rounds?: { readonly count: number; readonly held: boolean }
}

export interface CheckResult {
  readonly result: 'check'
  readonly key: string
  readonly id?: string
  readonly name: string
  readonly kind: string
  readonly description: string
  readonly tags: readonly string[]
  readonly severity: 'failure' | 'warning'
  readonly fix?: string
  readonly location: Location
  /** ISO time and milliseconds since the run began; absent when the check never started. */
  readonly startedAt?: string
  readonly offsetMs?: number
  readonly durationMs: number
  readonly outcome: Outcome
  /** True when the attempts are the observations of `repeat` rather than tries. */
  readonly repeated: boolean
  readonly attempts: readonly Attempt[]
  /** How many expectations were evaluated in the attempt that decided. */
  readonly expectations: number
  readonly captured: readonly string[]
}

export type Outcome =
  | { readonly status: 'passed' }
  | {
      readonly status: 'failed'
      readonly failures: readonly Failure[]
      readonly evidence: readonly Evidence[]
      readonly reproduce?: string
    }
  | {
      readonly status: 'errored'
      readonly fault: Fault
      readonly evidence: readonly Evidence[]
      readonly reproduce?: string
    }
  | { readonly status: 'skipped'; readonly reason: SkipReason }
  | { readonly status: 'open'; readonly instruction: string }

export type OutcomeStatus = Outcome['status']

export type SkipReason =
  | { readonly because: 'condition'; readonly message: string }
  | { readonly because: 'not selected'; readonly message: string }
  /** `blocked`: what it needs failed or could not be found out, itself or what that needs in turn. Nobody chose to leave it out. */
  | { readonly because: 'needs'; readonly message: string; readonly check: string; readonly blocked: boolean }
  | { readonly because: 'not ready'; readonly message: string }
  | { readonly because: 'cancelled'; readonly message: string }
  /** Of a cleanup step: a capture it needs was never made. */
  | { readonly because: 'nothing to undo'; readonly message: string }

/** One expectation, or one capture, that does not hold. Three lengths: `message` is the line. */
export interface Failure {
  /** `status`, `json.version`, `jq`, `capture token`; with `repeat` prefixed: `last.status`. */
  readonly subject: string
  /** The matcher in words: `equals`, `at least`, `one of`, `yields true`. */
  readonly matcher: string
  readonly expected: string
  readonly actual: string
  readonly message: string
  readonly location: Location
  /** True when nobody wrote it: the kind's own expectation. */
  readonly byDefault: boolean
}

/** Why it could not be found out. */
export interface Fault {
  readonly code: string
  readonly message: string
  readonly hint: string
  readonly endpoint?: string
  readonly details: Readonly<Record<string, string>>
  readonly location: Location
}

export interface Evidence {
  readonly title: string
  readonly text: string
  readonly language: 'json' | 'http' | 'sql' | 'shell' | 'text'
  /** Rows, logs and bodies: kept out of public comments and annotations. */
  readonly outside: boolean
  /** What failed stands in here and nowhere else: shown unfolded. */
  readonly telling?: true
  /** Set when the text was cut: how long it was, in characters. */
  readonly fullLength?: number
}

export interface Attempt {
  readonly number: number
  /** Milliseconds since the run began, like the check's own. */
  readonly offsetMs: number
  readonly durationMs: number
  readonly status: 'passed' | 'failed' | 'errored'
  /** One line; empty when it passed. */
  readonly message: string
}

export interface CleanupResult {
  /** The check whose traces it removes. */
  readonly of: string
  readonly check: CheckResult
}

export type Verdict = 'passed' | 'failed' | 'cancelled' | 'invalid'
