import type { Machine } from './machine.ts'
import type { Command } from './shell.ts'

/** What the compose files say of a service. */
export interface ComposeService {
  readonly name: string
  /** How many containers it is to have; 0 is possible. */
  readonly replicas: number
  /** Another service waits for it with `service_completed_successfully`: it is to end, with 0. */
  readonly completes: boolean
}

/** A container of the project, running or not, as the engine's `inspect` tells. */
export interface ComposeContainer {
  readonly id: string
  readonly service: string
  /** Its number among the replicas of the service, from 1. */
  readonly number: number
  /** `created running paused restarting removing exited dead`. */
  readonly state: string
  /** As the engine writes it; absent when it never started. */
  readonly startedAt?: string
  /** The logging driver: `json-file`, `local`, `journald`, `none`, … */
  readonly logDriver: string
  /** It has a terminal: its output is one stream with carriage returns. */
  readonly tty: boolean
}

/** The Compose project on a machine. What `compose config` and `inspect` say of environments is dropped at once. */
export interface ComposeProject {
  readonly machine: Machine
  /** The words that call the engine's client there: `['docker']`, `['sudo', 'podman']`. */
  readonly engine: readonly string[]
  /** Those of the compose files whose profiles are active. Read once a run. */
  services(signal: AbortSignal): Promise<readonly ComposeService[]>
  /** All containers of the project as they are now; of one-off `compose run` containers none. */
  containers(signal: AbortSignal): Promise<readonly ComposeContainer[]>
  /**
   * The command that runs another one inside a running container of the service, its streams its own, without a
   * terminal. `environment` and `directory` of the inner one are the container's. Rejects with a CheckError when the
   * service is unknown (with the nearest name) or has no running container.
   */
  inService(service: string, command: Command, signal: AbortSignal): Promise<Command>
}
