import type { Engine } from '../expression/engine.ts'
import type { Scope } from '../expression/scope.ts'
import type { CheckKind, Clock } from '../kinds/kind.ts'
import type { Check } from '../model/checklist.ts'
import type { ProgressObserver } from '../model/progress.ts'
import type { Outcome, RunFacts } from '../model/result.ts'
import type { Settings } from '../model/settings.ts'
import type { Alarms } from './alarms.ts'
import type { Cleaner } from './clean.ts'
import type { Connections } from './connections.ts'
import type { EvidenceMaker } from './evidence.ts'
import type { Locator } from './locator.ts'
import type { NamedOrigins } from './named-origins.ts'
import type { Redactor } from './redact.ts'
import type { Resources } from './resources.ts'
import type { RunState } from './run-state.ts'
import type { Sessions } from './sessions.ts'
import type { Slots } from './slots.ts'
import type { Stopper } from './stopper.ts'

/** What a run uses of the world, and what it was asked to do. */
export interface RunPorts {
  readonly kinds: ReadonlyMap<string, CheckKind>
  readonly engine: Engine
  readonly clock: Clock
  readonly redactor: Redactor
  /** The variables and `$run`; captures join in the run. */
  readonly scope: Scope
  readonly settings: Settings
  readonly facts: RunFacts
  readonly observer: ProgressObserver
  /** Tell the observer of every exchange. */
  readonly verbose: boolean
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal
  /** How long cleanup may go on after that, in milliseconds; unless given, as long as otherwise. */
  readonly graceMs?: number | undefined
}

/** What all checks of a run share. */
export interface RunContext {
  readonly ports: RunPorts
  readonly clean: Cleaner
  readonly locate: Locator
  readonly state: RunState
  readonly slots: Slots
  readonly alarms: Alarms
  readonly resources: Resources
  readonly connections: Connections
  readonly origins: NamedOrigins
  readonly evidence: EvidenceMaker
  readonly folder: string
  /** `clock.elapsed()` when the run began. */
  readonly began: number
  notice(text: string): void
}

/** What depends on where in the run a check stands. */
export interface Place {
  readonly sessions: Sessions
  readonly stopper: Stopper
  /** Limits besides the check's own: the ready gate's, cleanup's. */
  readonly limits: readonly Limit[]
  readonly observer: ProgressObserver
  /** Names of the sections around it. */
  readonly sections: readonly string[]
  /** Set when the section around it is not run: what each check below ends with. */
  readonly instead?: Outcome
  /** What the check does may have happened: its cleanup is owed from now on. */
  owe(check: Check, name: string, sessions: Sessions): void
}

/** A limit of time. `at` is on the scale of `clock.elapsed()`. */
export interface Limit {
  readonly at: number
  readonly source: 'timeout' | 'within' | 'gate' | 'run' | 'cleanup' | 'grace'
  /** How it is named to the reader: `the check's timeout of 10 s`. */
  readonly label: string
  readonly hint: string
}
