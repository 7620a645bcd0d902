import type { CaptureSource } from '../model/checklist.ts'
import type { DatabaseSpec, HostSpec } from '../model/connections.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import type { Matcher, PartShape } from '../model/expectation.ts'
import type { Observation } from '../model/observation.ts'
import type { RunFacts } from '../model/result.ts'
import type { Shape } from '../model/shape.ts'
import type { Span } from '../model/source.ts'
import type { Filled } from '../model/template.ts'

/**
 * A kind of check. It only observes: it reads its fields, says in a line what it does, looks, and names what is expected
 * when the author names nothing. Captures, expectations, waiting, templates, redaction and reports are not its business.
 * One file in `src/kinds` and one line in `kinds/index.ts` make a new one.
 */
export interface CheckKind<S = unknown> {
  /** The key in YAML. */
  readonly name: string
  readonly doc: string
  /** What the author may write. `defaults.<kind>` is merged in before it is read. */
  readonly shape: Shape<S>
  /** The parts of the observation that `expect` may name. */
  readonly parts: Readonly<Record<string, PartShape>>
  /** Where captures may come from. */
  readonly captures: readonly CaptureSource[]
  /** What jq programs read, for messages and the reference: `the JSON body`. */
  readonly jqReads: string
  /** Turns the short form (`GET /health`) into the long one: fields, as stretches of the text. Undefined: not a short form. */
  shorthand?(text: string): Readonly<Record<string, { readonly start: number; readonly end: number }>> | undefined
  /** Faults that a shape cannot express: fields that exclude each other, a join that gives `//`. */
  review?(spec: S, context: ReviewContext): void
  /** One line without secrets, holes as written: `GET /health`. */
  describe(spec: S): string
  /**
   * What is expected of parts the author does not name. `named` holds the parts of `expect` and, as `json.errors`, the
   * fields named one level below them; parts in it are not asked for.
   */
  defaults(spec: S, named: ReadonlySet<string>): Readonly<Record<string, DefaultMatcher>>
  /** Parts of which its observation itself expects something (`Observation.judge`), unless they are named or lifted. */
  readonly judges?: readonly string[]
  /**
   * Fields that, when neither the check nor the defaults of this kind give them, come from another kind's defaults:
   * a WebSocket's `base_url` from `defaults.request`.
   */
  readonly fallbackDefaults?: { readonly kind: string; readonly fields: readonly string[] }
  /** What a person is to do. A kind with it is never observed: its check ends as *open* with this text. */
  instruction?(spec: Filled<S>): string
  /** Values of the filled specification that are secret by their place (`bearer`, `basic`), known before it looks. */
  secrets?(spec: Filled<S>): readonly string[]
  /** Whether it looks by way of a host that no field `host` or `via` of its own names; an attempt then has longer. */
  onHost?(spec: Filled<S>, connections: Pick<ObserveContext, 'database'>): Promise<boolean>
  /**
   * Loads what it looks with, where that is large. Called once before the run begins, for the kinds of its checks, so that
   * no check's time holds it.
   */
  load?(): Promise<unknown>
  /** Looks once. Rejects with a CheckError when it could not be found out; an abort of `context.signal` ends it at once. */
  observe(spec: Filled<S>, context: ObserveContext): Promise<Observation>
}

/** A matcher without a place: nobody wrote it. */
export type DefaultMatcher = Matcher extends infer M ? (M extends Matcher ? Omit<M, 'span'> : never) : never

export interface ReviewContext {
  readonly span: Span
  readonly report: ReportFault
  readonly hosts: readonly string[]
  readonly databases: readonly string[]
}

/** Everything a kind may use of the world. */
export interface ObserveContext {
  /** Aborted at the attempt's time-out and on cancellation; its reason is the CheckError to reject with. */
  readonly signal: AbortSignal
  readonly clock: Clock
  /** When `signal` aborts at the latest, on the scale of `clock.elapsed()`: what a server-side time limit is made of. */
  readonly deadline?: number
  readonly facts: RunFacts
  /** What relative paths start from, and what they may not leave: the checklist's folder and the repository's root. */
  readonly folder: string
  readonly root: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /**
   * Set when a URL of the check begins with a captured value: the origins (`https://host:port`, as `URL.origin` writes
   * them; that of a WebSocket begins with `http`, too) that the checklist itself names, in its URLs and in variables that
   * are no captures. Others are refused.
   */
  readonly allowedOrigins?: ReadonlySet<string>
  /** To be called as soon as what the check does may have happened: from then on its cleanup is owed. */
  sent(): void
  /** State that the checks of a run share by name and a parallel child gets a copy of, such as a cookie jar. */
  session<S extends SessionState>(kind: string, name: string, create: () => S): S
  /** Something opened once a run and closed at its end, after cleanup, such as a connection pool. */
  resource<R extends AsyncDisposable>(key: string, open: () => R | Promise<R>): Promise<R>
  /** A notice for the whole report, such as `TLS of api.example is not verified`; the same text is shown once. */
  notice(text: string): void
  host(name: string): Promise<Filled<HostSpec>>
  /** Without a name: the only one that is declared. */
  database(name?: string): Promise<Filled<DatabaseSpec>>
}

export interface SessionState {
  /** A copy whose changes do not reach the original. */
  fork(): SessionState
}

export interface Clock {
  /** Wall-clock time in milliseconds since 1970. */
  now(): number
  /** Monotonic milliseconds, for durations. */
  elapsed(): number
  /** Resolves after so many milliseconds; rejects with the signal's reason when that is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** Registers a kind whose specification type only it knows. */
export function kind<S>(definition: CheckKind<S>): CheckKind {
  return definition as CheckKind
}
