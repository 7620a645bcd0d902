import type { Location, Span } from './source.ts'

/**
 * Something the author wrote wrong. Diagnostics are returned in lists, never thrown.
 * `code` is permanent (kebab-case, documented in `docs/diagnostics.md`), `message` a full sentence that says what was
 * expected, `hint` what to do now. Neither holds a position: that is the span's business.
 */
export interface Diagnostic {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly span: Span
  readonly message: string
  readonly hint: string
}

/** A diagnostic as a report holds it: located and redacted. */
export interface DiagnosticReport {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly hint: string
  readonly location: Location
}

/** Takes a fault found while reading; `severity` defaults to `error`. */
export type ReportFault = (fault: Omit<Diagnostic, 'severity'> & { readonly severity?: 'warning' }) => void

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(diagnostic => diagnostic.severity === 'error')
}
