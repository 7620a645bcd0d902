import { formatDuration } from '../../model/duration.ts'
import type { ComposeService, DeployedContainer } from '../../transport/compose.ts'

/** What was seen of a container, with what is known of it from the run. */
export interface SeenContainer extends DeployedContainer {
  /** The digests of its image, without the repository; several where it was pushed there several times. */
  readonly digests: readonly string[]
  /** Its image has no longer the name that it was created by, as after a build or a pull. */
  readonly outdated: boolean
  /** How long it has been up; absent when it is not. */
  readonly upMs?: number
  /** Why its restarts are held against it; absent when they are not. */
  readonly restarting?: string
}

/** All that was seen at one look. */
export interface Seen {
  /** Those that were asked for, of the compose files. */
  readonly services: readonly ComposeService[]
  readonly containers: readonly SeenContainer[]
  /** How far the clock of the containers is ahead of ours, in milliseconds. */
  readonly clockOffset: number
  /** What those that are not well wrote last, by their ids. */
  readonly lastLines: ReadonlyMap<string, string>
  /** Our time of the look, in milliseconds since 1970. */
  readonly now: number
}

/** The word for how a container is: the state of the engine, `completed` for an end with 0, or that of its health check. */
export function stateOf({ state, exitCode, health }: DeployedContainer): string {
  if (state === 'exited' && exitCode === 0) return 'completed'
  return state === 'running' ? (health ?? 'running') : state
}

/** How a container is, after its name and `is`: `exited with code 137 (restarts 3)`. */
export function describeState({ state, exitCode, health, oomKilled, restarts, error }: DeployedContainer): string {
  const counted = restarts > 0 ? ` (restarts ${restarts})` : ''
  const memory = oomKilled ? ' and killed for memory' : ''
  switch (state) {
    case 'exited':
    case 'dead':
      return `${state} with code ${exitCode}${memory}${counted}`
    case 'restarting':
      return `restarting after an end with code ${exitCode}${memory}${counted}`
    case 'created':
      return `created and was never started${error === '' ? '' : ` (${error})`}`
    case 'running':
      if (health === undefined) return `running${counted}`
      return `${health === 'starting' ? 'running and its health check is still starting' : health}${counted}`
    default:
      return `${state}${counted}`
  }
}

export function ago(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000))
  return seconds < 60 ? `${seconds} s ago` : `${formatDuration(seconds * 1_000)} ago`
}
