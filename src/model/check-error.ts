import type { Span } from './source.ts'

/** What was to happen, and what happened instead, whole and as it came: whoever shows it redacts and shortens it. */
export interface Finding {
  readonly expected: string
  readonly actual: string
}

/**
 * What the outside world did to us: the check could not find out, so its outcome is *errored*.
 * `code` is kebab-case and permanent, `message` a full sentence, `hint` what to do, `endpoint` where, without credentials.
 */
export class CheckError extends Error {
  readonly code: string
  readonly hint: string
  readonly endpoint: string | undefined
  /** What the server itself said, such as PostgreSQL's code, detail, hint and position. */
  readonly details: Readonly<Record<string, string>>
  /** True when the fault is what was asked about (a refused handshake with a status); the check has then *failed*. */
  readonly verdict: 'errored' | 'failed'
  readonly finding: Finding | undefined
  /** Where in the checklist it lies, when that is narrower than the check: a hole, a variable. */
  readonly span: Span | undefined

  constructor(
    options: {
      readonly code: string
      readonly message: string
      readonly hint?: string
      readonly endpoint?: string
      readonly details?: Readonly<Record<string, string>>
      readonly span?: Span
      readonly cause?: unknown
    } & (
      | { readonly verdict?: 'errored'; readonly finding?: never }
      | { readonly verdict: 'failed'; readonly finding: Finding }
    ),
  ) {
    super(options.message, { cause: options.cause })
    this.name = 'CheckError'
    this.code = options.code
    this.hint = options.hint ?? ''
    this.endpoint = options.endpoint
    this.details = options.details ?? {}
    this.verdict = options.verdict ?? 'errored'
    this.finding = options.finding
    this.span = options.span
  }
}
