import type { CheckResult, Evidence, SectionResult } from './result.ts'

/** What a run tells while it runs. Everything is redacted. Calls come in order and must not throw. */
export interface ProgressObserver {
  /** Once, before the first request. */
  runStarted?(facts: { readonly checklist: string; readonly total: number }): void
  sectionStarted?(section: { readonly key: string; readonly name: string; readonly depth: number }): void
  sectionFinished?(section: SectionResult): void
  checkStarted?(check: { readonly key: string; readonly name: string; readonly sections: readonly string[] }): void
  /** After each attempt that will be tried again: what it lacked, or how often in a row it has held. */
  attemptFailed?(check: {
    readonly key: string
    readonly name: string
    readonly attempt: number
    readonly message: string
  }): void
  checkFinished?(check: CheckResult, sections: readonly string[]): void
  cleanupStarted?(count: number): void
  /** With `verbose`: what went over the wire, as evidence. */
  exchange?(
    check: { readonly key: string; readonly name: string },
    evidence: readonly Evidence[],
    reproduce: string | undefined,
  ): void
  /** A value that must be masked from now on, in each of its forms. The only call that is not redacted. */
  secret?(value: string): void
}
