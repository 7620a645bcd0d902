import type { Duplex } from 'node:stream'
import { CheckError } from '../model/check-error.ts'
import { oneLine, shorten } from '../model/visible.ts'
import type { ComposeProject } from './compose.ts'
import type { MachineAddress, RunningCommand } from './machine.ts'
import { type RelayEnd, streamOf } from './process-stream.ts'
import { NO_LISTENER, NO_RELAY, relayWords } from './relay-script.ts'

export interface ServicePlace {
  readonly project: ComposeProject
  readonly service: string
  /** Where the server listens as seen from inside the container. */
  readonly at: MachineAddress
  /** For messages. */
  readonly endpoint: string
}

/** In the words of bash, perl, python3, socat and nc, in no other language than English. */
const REFUSED =
  /refused|no such file or directory|can't connect|not known|no route|unreachable|invalid (host|address)|timed? ?out/i
/** What `docker exec` ends with when the container has not even a shell; why, it writes to standard output. */
const NOT_STARTED = [126, 127]

/** A command inside a container whose life is not that of the check that started it. */
export interface InsideCommand {
  readonly running: RunningCommand
  /** Ends it at once. */
  stop(): void
}

/** Starts a command in a container of the service. Rejects with a CheckError or the signal's reason. */
export async function startInService(
  { project, service }: ServicePlace,
  words: readonly string[],
  signal: AbortSignal,
): Promise<InsideCommand> {
  const inside = await project.inService(service, { run: { words }, environment: {} }, signal)
  const life = new AbortController()
  const stop = (): void => life.abort(signal.aborted ? signal.reason : new Error('The stream is closed.'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    return { running: await project.machine.start(inside, life.signal), stop }
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/**
 * Opens a connection from inside a container of a Compose service, over the standard streams of a command there: it needs
 * no open port. Rejects with a CheckError or the signal's reason; what keeps the command from connecting breaks the stream.
 */
export async function openServiceStream(place: ServicePlace, signal: AbortSignal): Promise<Duplex> {
  const { running, stop } = await startInService(place, relayWords(place.at), signal)
  return streamOf(running, { stop, fault: end => relayFault(end, place) })
}

/** Why the command ended by itself; undefined where the server only hung up. */
function relayFault({ exitCode, stderr, answered }: RelayEnd, { endpoint, service }: ServicePlace): Error | undefined {
  if (exitCode === 0) return undefined
  const said = shorten(oneLine(stderr.trim().split('\n').at(-1) ?? ''), 300)
  const details = { exit_code: String(exitCode), ...(said === '' ? {} : { stderr: said }) }
  if (exitCode === NO_RELAY || NOT_STARTED.includes(exitCode)) {
    return new CheckError({
      code: 'database-service-tools',
      message: `The container of \`${service}\` has nothing that could carry a connection to its database.`,
      hint: 'It needs `sh`, and one of `perl`, `python3`, `bash` with `cat`, `socat`, BusyBox `nc` or `psql`. Or publish the port, and give `url` and `host` without `service`.',
      endpoint,
      details,
    })
  }
  if (answered) {
    return new CheckError({
      code: 'database-lost',
      message: `The command that carried the connection to ${endpoint} ended before the answer was complete.`,
      hint: 'The container may have been stopped or recreated; look at its log.',
      endpoint,
      details,
    })
  }
  if (exitCode === NO_LISTENER || REFUSED.test(stderr)) {
    return new CheckError({
      code: 'database-refused',
      message: `Nothing answers at ${endpoint}${said === '' ? '' : ` (${said})`}.`,
      hint: 'Is PostgreSQL running in this service? `address` gives another port, or the folder of its socket, as seen from inside.',
      endpoint,
      details,
    })
  }
  return new CheckError({
    code: 'database-relay',
    message: `The connection to ${endpoint} could not be opened${said === '' ? '' : `: ${said}`}.`,
    hint: 'Try the same by hand: `docker compose exec -T SERVICE sh -c true`.',
    endpoint,
    details,
  })
}
