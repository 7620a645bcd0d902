import type { DatabaseSpec, HostSpec } from './connections.ts'
import type { Expectation } from './expectation.ts'
import type { Source, Span } from './source.ts'
import type { JsonTemplate, Program, Template } from './template.ts'

/** A checklist as written, for one target, read and frozen: what `validate`, `plan` and `run` work on. */
export interface Checklist {
  readonly source: Source
  readonly name: string
  readonly variables: readonly Variable[]
  readonly hosts: Readonly<Record<string, HostSpec>>
  readonly databases: Readonly<Record<string, DatabaseSpec>>
  /** The names under `targets`, whichever was chosen. */
  readonly targetNames: readonly string[]
  readonly target: string | null
  /** What the target declares and the file by itself does not. */
  readonly targetOnly?: readonly TargetOnly[]
  /** A section whose `waiting.within` is set. */
  readonly ready?: Section
  readonly checks: readonly Entry[]
  /** The same file as it is for its other targets, so that their faults are found before they are chosen. */
  readonly alternatives?: readonly Checklist[]
  /** Set when something could not be read that may have declared a name: an unknown name is then no second fault. */
  readonly namesLost?: boolean
  /** Set when `hosts` may hold less than was declared. */
  readonly hostsLost?: boolean
}

/** A name that only a target declares, and where. */
export interface TargetOnly {
  readonly under: 'vars' | 'hosts' | 'databases'
  readonly name: string
  readonly nameSpan: Span
}

/** A secret has at least so many characters: a shorter one cannot be masked without taking ordinary words with it. */
export const SHORTEST_SECRET = 6

/** A variable: a value (which may hold holes over the variables above it), or a declaration that reads the environment. */
export interface Variable {
  readonly name: string
  /** Where it is declared, if it is not under `vars` and so has no name of its own: `hosts.prod.ssh.key`. */
  readonly place?: string
  readonly nameSpan: Span
  readonly span: Span
  readonly value?: JsonTemplate
  readonly environment?: string
  readonly default?: JsonTemplate
  readonly secret: boolean
}

export type Entry = Section | Check

interface EntryBase {
  /** Unique within the checklist and stable: the path of positions, such as `checks.2.checks.0`, `ready.0`, `checks.2.cleanup.0`. */
  readonly key: string
  readonly id?: string
  readonly idSpan?: Span
  /** Where the entry stands (its first key), and where its name stands if it was given one. */
  readonly span: Span
  readonly name?: Template<string>
  readonly condition?: Program
  readonly needs: readonly { readonly id: string; readonly span: Span }[]
  /** Own tags and those of the sections around it. */
  readonly tags: readonly string[]
}

export interface Section extends EntryBase {
  readonly entry: 'section'
  readonly parallel: boolean
  readonly waiting?: Waiting
  readonly checks: readonly Entry[]
}

export interface Check extends EntryBase {
  readonly entry: 'check'
  readonly kind: string
  readonly kindSpan: Span
  /** What the kind's shape read, defaults merged in. */
  readonly spec: unknown
  /** Set when the kind's fields or the expectation could not be read: their faults are reported, and nothing may be concluded from what is absent. */
  readonly unread?: boolean
  /** The kind's one-line description, without secrets; the report's name for a check without one. */
  readonly description: string
  /** What the author wrote; the kind's own expectations are merged in part by part when it runs. */
  readonly expect?: Expectation
  readonly captures: readonly Capture[]
  readonly waiting?: Waiting
  /** Of one attempt, in milliseconds. Absent: 10 s. */
  readonly timeout?: Template<number>
  readonly repeat?: { readonly times: number; readonly every?: Template<number>; readonly concurrency: number }
  readonly severity: 'failure' | 'warning'
  readonly fix?: Template<string>
  readonly cleanup: readonly Check[]
}

/** Try again until everything holds: `every` is the pause, or the range that doubles from one to the other. */
export interface Waiting {
  readonly within: Template<number>
  readonly every?: { readonly from: Template<number>; readonly to?: Template<number> }
  readonly consecutive: number
}

export const CAPTURE_SOURCES = ['jq', 'header', 'cookie', 'html', 'regex'] as const
export type CaptureSource = (typeof CAPTURE_SOURCES)[number]

export interface Capture {
  readonly name: string
  readonly nameSpan: Span
  readonly span: Span
  readonly from:
    | { readonly source: 'jq'; readonly program: Program }
    | { readonly source: 'header' | 'cookie'; readonly name: Template<string> }
    | { readonly source: 'html'; readonly selector: Template<string>; readonly attribute?: string }
    | { readonly source: 'regex'; readonly pattern: Template<import('./template.ts').BoundPattern> }
  readonly secret: boolean
  readonly default?: JsonTemplate
}

/** Every check and section below (and not including) the given entries' parents, depth first, in written order; cleanup steps after their check. */
export function* allEntries(entries: readonly Entry[]): Generator<Entry> {
  for (const entry of entries) {
    yield entry
    if (entry.entry === 'section') yield* allEntries(entry.checks)
    else yield* entry.cleanup
  }
}
