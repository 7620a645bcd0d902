import { CheckError } from '../../model/check-error.ts'
import { shorten } from '../../model/visible.ts'
import type { ComposeService, DeployedContainer, DeployedProject } from '../../transport/compose.ts'
import { LOGS_AT_ONCE, logTail, requireReadable } from '../../transport/container-log.ts'
import type { ObserveContext } from '../kind.ts'
import { withoutControls } from '../logs/log-line.ts'
import { type SeenContainer, stateOf } from './seen.ts'

/** As many lines as the terminal shows of a piece of evidence. */
const LINES = 12
const LINE_LENGTH = 400
const MOST_CONTAINERS = 6
const MOST_MS = 3_000

type Look = Pick<ObserveContext, 'signal' | 'clock' | 'deadline'>

/**
 * What the containers that are not well wrote last, by their ids: mostly why. It is no part of what is judged, so it takes
 * three seconds at most, and half of the time that is left; what could not be had by then is missing.
 */
export async function lastLines(
  project: DeployedProject,
  {
    services,
    containers,
  }: { readonly services: readonly ComposeService[]; readonly containers: readonly SeenContainer[] },
  look: Look,
): Promise<ReadonlyMap<string, string>> {
  const ends = new Set(services.filter(({ completes }) => completes).map(({ name }) => name))
  const waiting = containers.filter(container => isTroubled(container, ends)).slice(0, MOST_CONTAINERS)
  const lines = new Map<string, string>()
  if (waiting.length === 0) return lines
  const signal = AbortSignal.any([look.signal, AbortSignal.timeout(timeFor(look))])
  const readers = Array.from({ length: Math.min(LOGS_AT_ONCE, waiting.length) }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const text = await read(project, next, signal)
      if (text !== undefined) lines.set(next.id, text)
    }
  })
  await Promise.all(readers)
  return lines
}

function isTroubled(container: SeenContainer, ends: ReadonlySet<string>): boolean {
  if (container.restarting !== undefined || container.oomKilled) return true
  switch (stateOf(container)) {
    case 'running':
    case 'healthy':
    case 'paused':
    case 'created':
      return false
    case 'completed':
      return !ends.has(container.service)
    default:
      return true
  }
}

function timeFor({ clock, deadline }: Look): number {
  const left = deadline === undefined ? MOST_MS : (deadline - clock.elapsed()) / 2
  return Math.max(0, Math.floor(Math.min(MOST_MS, left)))
}

async function read(
  project: DeployedProject,
  container: DeployedContainer,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    requireReadable(container)
    const lines = await logTail(project, container, LINES, signal)
    if (lines.length === 0) return 'It wrote nothing.'
    return lines.map(({ raw }) => shorten(withoutControls(raw), LINE_LENGTH)).join('\n')
  } catch (error) {
    return error instanceof CheckError && !signal.aborted ? error.message : undefined
  }
}
