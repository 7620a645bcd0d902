import type { CheckError } from './check-error.ts'
import type { FilledMatcher } from './expectation.ts'
import type { Json, JsonObject } from './json.ts'
import type { Span } from './source.ts'

/**
 * What a check saw, as plain JSON, with what jq reads and what the report may need. It lives as long as the attempt:
 * bodies are not kept beyond the evidence made from them.
 */
export interface Observation {
  /** The parts by name, as `expect` and `$observation` see them; durations in milliseconds, sizes in bytes. Absent parts are left out. */
  readonly parts: JsonObject
  /**
   * What is added to the failure of a part, or of a field (`images.web`): why it is absent, as `row` needs exactly one row,
   * and there are 3; where a redirect leads. Full sentences, which may be read by strangers: no rows, no bodies.
   */
  readonly remarks?: Readonly<Record<string, string | undefined>>
  /** What jq programs read: JSON text as it came (digits intact), a value, or why there is none. */
  readonly document: ObservedDocument
  /** What a `regex` capture reads: the body, stdout, a banner. */
  readonly text?: string
  /** Finds a key of a part that is looked up rather than named: a header ignoring case, a CSS selector. */
  readonly lookup?: (part: string, key: string) => Json | undefined
  /** Values that are secret by their place: cookies, authorization. */
  readonly secrets: readonly string[]
  /**
   * What the check was to see and did not, beside what is expected of its parts: an `until` that no message met. Its
   * verdict is *failed*; no `expect` lifts it.
   */
  readonly unmet?: CheckError
  /**
   * Judges what only the kind can: parts whose shape says `judged`, and what it expects of each of the things it saw. The
   * list is empty when all holds.
   */
  readonly judge?: (expected: Expected) => readonly KindFinding[]
  /** Where it is plain and cheap: what the answer says about when to come back (`Retry-After`), in milliseconds. */
  readonly retryAfterMs?: number
  /** Made only for failures and `--verbose`. */
  evidence(): readonly EvidencePart[]
  /** The argument list of a curl command that repeats the request, secrets still in it. */
  reproduce?(): readonly string[]
}

export type ObservedDocument =
  | { readonly text: string }
  | { readonly json: Json }
  /** Why there is no JSON; `unreadable` when something came, and it is something else. */
  | { readonly text?: never; readonly json?: never; readonly missing: string; readonly unreadable?: true }

/** A titled piece of what was seen. `outside` marks rows, logs and bodies, which stay out of public comments. */
export interface EvidencePart {
  readonly title: string
  readonly text: string
  readonly language?: 'json' | 'http' | 'sql' | 'shell' | 'text'
  readonly outside: boolean
  /** What failed stands in here and nowhere else, such as the events of a log: shown unfolded, so it should be short. */
  readonly telling?: true
}

/** What is expected of an observation, as its kind asks. */
export interface Expected {
  /** What the author wrote of a part. */
  written(part: string): FilledMatcher | undefined
  /** The fields (services) that the author named below a part. */
  fieldsOf(part: string): readonly string[]
  /** Whether the kind's own expectation of a field of a part stands: nobody lifted the part, or named the field or the whole. */
  stands(part: string, field: string): boolean
}

/** One thing that its kind found to be not as expected. */
export interface KindFinding {
  /** `states.redis` */
  readonly subject: string
  /** The matcher that says so; absent when nobody wrote it. */
  readonly span?: Span
  /** In words: `is`, `started after`. */
  readonly matcher: string
  readonly expected: string
  readonly actual: string
  /** All of it in one line, a full sentence. */
  readonly message: string
}
