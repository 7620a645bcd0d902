import { CheckError } from '../../model/check-error.ts'
import { requireService } from '../../transport/compose/require-service.ts'
import type { ComposeContainer, ComposeProject, ComposeService } from '../../transport/compose.ts'
import { containerLog, hasLog, LOGS_AT_ONCE, requireReadable } from '../../transport/container-log.ts'
import type { ObserveContext } from '../kind.ts'
import type { TimeWindow } from './event-counter.ts'
import { readReceived } from './log-line.ts'
import { askedFor, requireOrder } from './period.ts'
import type { OpenScan, ScanSettings } from './scan-settings.ts'

interface Scanning {
  readonly settings: ScanSettings
  readonly open: OpenScan
  readonly context: ObserveContext
}

/**
 * Scans what all containers of these services wrote, of each since it was started unless the author says, stopped ones
 * too. Each is read by itself, a few at once: however many there are, none waits for another.
 */
export async function scanServices(
  names: readonly string[],
  project: ComposeProject,
  { settings, open, context }: Scanning,
): Promise<void> {
  const [services, all] = await Promise.all([project.services(context.signal), project.containers(context.signal)])
  const containers = names.flatMap(name => containersOf(name, services, all))
  for (const container of containers) requireReadable(container)
  noticeReplaced(containers, settings.window, context)
  const stop = new AbortController()
  const signal = AbortSignal.any([context.signal, stop.signal])
  const waiting = [...containers]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await scanContainer(next, project, { settings, open, context: { ...context, signal } })
    }
  }
  try {
    await Promise.all(Array.from({ length: LOGS_AT_ONCE }, work))
  } finally {
    stop.abort()
  }
}

async function scanContainer(
  container: ComposeContainer,
  project: ComposeProject,
  { settings, open, context: { signal } }: Scanning,
): Promise<void> {
  const { service, state } = container
  const window = { ...settings.window, since: settings.window.since ?? beginOf(container) }
  requireOrder(window, `the start of a container of \`${service}\`, where its log begins without \`since\``)
  const scan = open({ window })
  let empty = true
  for await (const lines of containerLog(project, container, periodOf(window), signal)) {
    if (lines.length > 0) empty = false
    await scan.take(lines.map(({ raw, receivedAt }) => readReceived(raw, { service, receivedAt }, settings.line)))
  }
  await scan.finish()
  if (!empty || state !== 'running' || (await hasLog(project, container, signal))) return
  throw new CheckError({
    code: 'log-empty',
    message: `The service \`${service}\` runs, and its log on ${project.machine.label} has not a line.`,
    hint: 'Does it write its log to a file inside the container? Let it write to its standard output, or leave it out.',
  })
}

/** What a process writes at once may have come before its engine noted that it was started. */
const MOST_EARLY_MS = 1_000

/**
 * From when on a log is that of the last start. Between the end of one process and the start of the next nothing is
 * written, so any time between will do; but the end of one that does not run is its own, and may be noted before its start.
 */
function beginOf({ startedAt = '', finishedAt = '', state }: ComposeContainer): number {
  const started = Date.parse(startedAt)
  const runsAgain = state === 'running' && finishedAt !== ''
  const gap = runsAgain ? Math.max(0, started - Date.parse(finishedAt)) / 2 : MOST_EARLY_MS
  return Math.floor(started - Math.min(gap, MOST_EARLY_MS))
}

function periodOf(window: TimeWindow): { readonly since?: string; readonly until?: string } {
  const { since, until } = askedFor(window)
  return {
    ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
  }
}

/** Those that were ever started; one that was not has no log, and a service without any has none to look at. */
function containersOf(
  name: string,
  services: readonly ComposeService[],
  all: readonly ComposeContainer[],
): readonly ComposeContainer[] {
  const own = all.filter(({ service }) => service === name)
  const started = own.filter(({ startedAt }) => startedAt !== undefined)
  if (own.length === 0) requireService(name, services)
  if (started.length > 0) return started
  throw new CheckError({
    code: 'log-no-container',
    message: `The service \`${name}\` has no container that was ever started, so there is no log of it.`,
    hint: 'Look at what `docker compose ps --all` says of it; was it deployed?',
  })
}

/** The log of a container goes with it. */
function noticeReplaced(
  containers: readonly ComposeContainer[],
  { since }: TimeWindow,
  { notice }: ObserveContext,
): void {
  if (since === undefined) return
  const young = containers.filter(({ createdAt }) => createdAt !== undefined && Date.parse(createdAt) > since)
  const names = [...new Set(young.map(({ service }) => `\`${service}\``))]
  if (names.length === 0) return
  const which = names.length === 1 ? 'A container' : 'Containers'
  notice(`${which} of ${names.join(', ')} came after \`since\`; what those before wrote is gone with them.`)
}
