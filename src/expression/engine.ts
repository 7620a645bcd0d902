import type { Json } from '../model/json.ts'
import type { JqOutcome } from '../model/template.ts'

/** A jq program that does not compile; `offset` is where in its text, when jq says. */
export interface JqFault {
  readonly message: string
  readonly offset: number | undefined
}

/**
 * jq and regular expressions, run outside the main thread. Started by the first call, idle it keeps no process alive.
 * A time-out rejects with a CheckError (`jq-timeout`, `pattern-timeout`) and the next call works.
 */
export interface Engine {
  /** Checks syntax and undefined names without running anything; one entry a program, undefined where it is sound. */
  check(
    programs: readonly { readonly text: string; readonly variables: readonly string[] }[],
  ): Promise<readonly (JqFault | undefined)[]>
  /**
   * Evaluates programs over one document (JSON text). `variables` are values by name, without `$`. Rejects with the signal's
   * reason when that is aborted; what nobody waits for any more is ended, so that it holds up no other.
   */
  evaluate(request: {
    readonly programs: readonly string[]
    readonly document: string
    readonly variables: Readonly<Record<string, Json>>
    readonly timeoutMs?: number
    readonly signal?: AbortSignal
  }): Promise<readonly JqOutcome[]>
  /** For each text the first match with its groups, or null. A line is cut at 64 KiB. Ends with its signal like `evaluate`. */
  match(request: {
    readonly source: string
    readonly flags: string
    readonly texts: readonly string[]
    readonly timeoutMs?: number
    readonly signal?: AbortSignal
  }): Promise<readonly (readonly (string | null)[] | null)[]>
  /** Begins to start the worker, to be ready when it is needed. */
  warm(): void
  close(): Promise<void>
}
