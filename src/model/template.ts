import type { Json } from './json.ts'
import type { MappedText, Span } from './source.ts'

/** A jq program as written, with the names of the variables (`token` of `$token`) it reads and does not bind itself. */
export interface Program {
  readonly node: 'program'
  readonly source: MappedText
  readonly uses: readonly string[]
}

/**
 * What the text around a hole is, which decides how a value goes in (language.md §2) and what a filled template becomes:
 * `json` any value · `text` a string · `url` a string, holes percent-encoded · `header` a string without line breaks ·
 * `sql` a statement with bound parameters · `shell` a line that reads its values from the environment ·
 * `pattern` a regular expression, holes escaped · `duration` milliseconds · `size` bytes · `time` ISO 8601 text, or
 * milliseconds before now for a relative one.
 */
export type Place = 'json' | 'text' | 'url' | 'header' | 'sql' | 'shell' | 'pattern' | 'duration' | 'size' | 'time'

/** A text with holes, parsed once. `literal` is set when it is a YAML number, boolean or null, which only `json` keeps. */
export interface Template<V> {
  readonly node: 'template'
  readonly place: Place
  readonly parts: readonly (string | Program)[]
  readonly span: Span
  readonly literal?: Json
  /** Never present: carries the type that {@link Filled} gives. */
  readonly filled?: V
}

/** A JSON value in which any text may hold holes. */
export type JsonTemplate =
  | Template<Json>
  | { readonly node: 'list'; readonly items: readonly JsonTemplate[]; readonly filled?: Json }
  | {
      readonly node: 'map'
      readonly entries: readonly { readonly name: string; readonly value: JsonTemplate }[]
      readonly filled?: Json
    }

/** An SQL statement whose holes became `$1`, `$2` …; `values` are bound, never spliced in. */
export interface SqlStatement {
  readonly text: string
  readonly values: readonly Json[]
  readonly span: Span
}

/** A shell line whose holes became `"${VERIFY_DEPLOY_1}"` …, so that no value is ever read as shell or stands in a process argument. */
export interface ShellLine {
  readonly line: string
  readonly environment: Readonly<Record<string, string>>
}

/** A point in time as the author gave it: absolute (ISO 8601 in UTC) or so many milliseconds ago. */
export type TimeValue = { readonly at: string } | { readonly agoMs: number }

/** A regular expression that runs outside the main thread with a time limit; rejects with a CheckError beyond it. */
export interface BoundPattern {
  /** `/source/flags`, for messages. */
  readonly display: string
  /** For each text: the first match with its groups (index 0 the whole), or null. */
  match(texts: readonly string[]): Promise<readonly (readonly (string | null)[] | null)[]>
}

/** A jq program with its variables in place. `document` is JSON text. */
export interface BoundProgram {
  readonly display: string
  evaluate(document: string): Promise<JqOutcome>
}

/** What a jq program yielded; `error` is jq's run-time message. */
export type JqOutcome = { readonly values: readonly Json[] } | { readonly values?: never; readonly error: string }

/** What a specification becomes when its holes are filled: every template and program replaced, everything else as it was. */
export type Filled<T> =
  T extends Template<infer V>
    ? V
    : T extends JsonTemplate
      ? Json
      : T extends Program
        ? BoundProgram
        : T extends readonly (infer E)[]
          ? readonly Filled<E>[]
          : T extends object
            ? { readonly [K in keyof T]: Filled<T[K]> }
            : T

export function isTemplate(value: unknown): value is Template<unknown> {
  return nodeOf(value) === 'template'
}

export function isProgram(value: unknown): value is Program {
  return nodeOf(value) === 'program'
}

function nodeOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'node' in value ? value.node : undefined
}

/** A template as its author wrote it: a hole shows its program. */
export function templateText({ parts }: Template<unknown>): string {
  return parts.map(part => (typeof part === 'string' ? part : `{{ ${part.source.text.trim()} }}`)).join('')
}

/** All templates anywhere inside a specification, in written order. */
export function templatesIn(value: unknown): readonly Template<unknown>[] {
  if (typeof value !== 'object' || value === null || isProgram(value)) return []
  if (isTemplate(value)) return [value]
  if (Array.isArray(value)) return value.flatMap(templatesIn)
  return 'source' in value && 'start' in value ? [] : Object.values(value).flatMap(templatesIn)
}

/** All programs anywhere inside a specification, in written order: what decides which variables it needs. */
export function programsIn(value: unknown): readonly Program[] {
  if (typeof value !== 'object' || value === null) return []
  if (isProgram(value)) return [value]
  if (isTemplate(value)) return value.parts.filter(isProgram)
  if (Array.isArray(value)) return value.flatMap(programsIn)
  return 'source' in value && 'start' in value ? [] : Object.values(value).flatMap(programsIn)
}
