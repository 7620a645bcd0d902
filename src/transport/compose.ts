import type { Machine } from './machine.ts'
import type { Command, CommandResult } from './shell.ts'

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
  /** When it was made, which is when its log begins. */
  readonly createdAt?: string
  /** When it last ended; absent when it never did. Earlier than its start while it runs again. */
  readonly finishedAt?: string
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

/** A container with all that its engine says of how it is doing. Times are as the engine writes them, by its clock. */
export interface DeployedContainer extends ComposeContainer {
  readonly name: string
  /** Of its last end; 0 while it runs and before it ever did. */
  readonly exitCode: number
  /** Why it could not be started; empty otherwise. */
  readonly error: string
  /** `starting healthy unhealthy`; absent without a health check. */
  readonly health?: string
  /** What the last probe of its health check wrote. */
  readonly probe?: string
  /** How often its restart policy has started it again since it was created, or was started by hand. */
  readonly restarts: number
  readonly oomKilled: boolean
  /** As the compose file names it, and the engine's own id of it. */
  readonly image: string
  readonly imageId: string
  readonly labels: Readonly<Record<string, string>>
  readonly createdAt: string
  readonly finishedAt?: string
  /** `80/tcp`, and where it is published `127.0.0.1:8080->80/tcp`. */
  readonly ports: readonly string[]
}

/** What an image is called on a machine. */
export interface ImageNames {
  /** `repository@sha256:…`; none for an image that was built there. */
  readonly digests: readonly string[]
  /** `repository:tag`; none once its names were given to other images. */
  readonly tags: readonly string[]
}

/** A project that can be asked about all of its state. Closed when nothing of it runs inside a container any more. */
export interface DeployedProject extends ComposeProject, AsyncDisposable {
  containers(signal: AbortSignal): Promise<readonly DeployedContainer[]>
  /** What images are called now, by their ids. */
  images(imageIds: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, ImageNames>>
  /**
   * Runs a command in a running container of the service, to its end. When it is stopped it is ended inside the container
   * as well, which the end of the engine's client alone does not do. Rejects with a CheckError when it cannot be run.
   */
  run(service: string, command: Command, signal: AbortSignal): Promise<CommandResult>
}
