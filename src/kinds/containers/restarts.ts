import type { DeployedContainer } from '../../transport/compose.ts'
import { ago } from './seen.ts'

/** Docker itself calls a start successful, and begins counting anew, only once a container has been up for ten seconds. */
const SETTLED_MS = 10_000
/** A service that has been up for this long, and twice as long as it lasted on average before, is out of its loop. */
const LONGEST_MS = 60_000

export interface Look {
  readonly upMs: number | undefined
  /** When it was started, in milliseconds since 1970 by our clock. */
  readonly startedAt: number | undefined
  /** When the run began, by our clock. */
  readonly runBegan: number
}

interface Known {
  readonly restarts: number
  /** It was once seen in order: from then on every further restart counts. */
  readonly settled: boolean
}

/**
 * Tells a restart loop from a service that was started again once long ago. The engine gives a count, which a start by hand
 * sets to 0, and the time of the last start; a look may fall into the moments in which a loop happens to run.
 */
export class RestartMemory implements AsyncDisposable {
  readonly #known = new Map<string, Known>()

  /** Why the restarts of a container are held against it; undefined when they are not. Remembers the look. */
  judge(container: DeployedContainer, look: Look): string | undefined {
    const { id, restarts, state } = container
    const before = this.#known.get(id)
    const why = complaint(container, look, before)
    const inOrder = why === undefined && state === 'running'
    // What happened before it was first in order is forgiven once it is: a service may need several starts to come up.
    const keep = before?.settled === true
    this.#known.set(id, { restarts: keep ? before.restarts : restarts, settled: keep || inOrder })
    return why
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#known.clear()
  }
}

function complaint(container: DeployedContainer, look: Look, before: Known | undefined): string | undefined {
  const { restarts, state } = container
  const { upMs, startedAt, runBegan } = look
  if (state === 'restarting') return 'is restarting'
  const since = before === undefined ? 0 : restarts - before.restarts
  if (before?.settled === true && since > 0)
    return `has restarted ${times(since)} since it was first looked at in this run`
  if (restarts === 0 || state !== 'running' || upMs === undefined) return undefined
  const last = `the last time ${ago(upMs)}`
  if (before === undefined && startedAt !== undefined && startedAt >= runBegan) {
    return `has restarted since the run began, ${last} (${times(restarts)} in all)`
  }
  if (upMs < steadyAfter(container)) return `has restarted ${times(restarts)}, ${last}, and is not steady yet`
  return undefined
}

/** How long it must be up to count as steady. */
function steadyAfter({ createdAt, startedAt = createdAt, restarts }: DeployedContainer): number {
  const average = (Date.parse(startedAt) - Date.parse(createdAt)) / restarts
  return Math.min(Math.max(2 * average, SETTLED_MS), LONGEST_MS)
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}
