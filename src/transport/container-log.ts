import { CheckError } from '../model/check-error.ts'
import { type CommandEnd, commandLines } from './command-lines.ts'
import { ENGINE_VARIABLES } from './compose/engine-words.ts'
import type { ComposeContainer, ComposeProject } from './compose.ts'
import type { Command } from './shell.ts'

/** A line of a container and when its engine received it, in milliseconds since 1970; unknown for words of the engine's client. */
export interface ReceivedLine {
  readonly raw: string
  readonly receivedAt: number | undefined
}

/** From when to when, as RFC 3339 in UTC by the clock of the engine's machine. */
export interface LogPeriod {
  readonly since?: string
  readonly until?: string
}

type Container = Pick<ComposeContainer, 'id' | 'service' | 'number'>

/**
 * The client writes the container's two streams, in the order of its log, to its own two, and each line by itself. Here they
 * are one again and come in large pieces, which costs a reader far less, and the client's exit code is the last line.
 */
const TOGETHER = [
  'sh',
  '-c',
  `{ "$@" 2>&1; printf '\\n%s %s\\n' "$0" "$?"; } | dd ibs=65536 obs=65536 2>/dev/null`,
  'verify-deploy-ended',
] as const
const ENDED = /^verify-deploy-ended (\d+)$/
const MOST_WORDS = 5

/**
 * What a container wrote, in batches, without the engine's time before each line. Rejects with a CheckError when the
 * engine cannot read its log or ends before it is complete.
 */
export async function* containerLog(
  project: ComposeProject,
  container: Container,
  { since, until }: LogPeriod,
  signal: AbortSignal,
): AsyncGenerator<readonly ReceivedLine[]> {
  const period = [
    ...(since === undefined ? [] : ['--since', since]),
    ...(until === undefined ? [] : ['--until', until]),
  ]
  yield* readContainer(project, container, period, signal)
}

/** Whether a container has written anything at all that its engine still has. Rejects as `containerLog` does. */
export async function hasLog(project: ComposeProject, container: Container, signal: AbortSignal): Promise<boolean> {
  for await (const lines of readContainer(project, container, ['--tail', '1'], signal))
    if (lines.length > 0) return true
  return false
}

/** The last lines of a container, so many at most. Rejects as `containerLog` does. */
export async function logTail(
  project: ComposeProject,
  container: Container,
  count: number,
  signal: AbortSignal,
): Promise<readonly ReceivedLine[]> {
  const lines: ReceivedLine[] = []
  for await (const more of readContainer(project, container, ['--tail', String(count)], signal)) lines.push(...more)
  return lines.slice(-count)
}

async function* readContainer(
  project: ComposeProject,
  container: Container,
  words: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly ReceivedLine[]> {
  const batches = commandLines(project.machine, logCommand(project, [...words, container.id]), signal)
  const stamps = new StampReader()
  try {
    for (let next = await batches.next(); ; next = await batches.next()) {
      if (next.done === true) return requireRead(next.value, stamps, container)
      yield next.value.flatMap(line => stamps.read(line))
    }
  } finally {
    // Who stops here would else leave the client waiting for a reader.
    await batches.return({ exitCode: 0, stderr: '' })
  }
}

/** How many containers' logs are read at once: a connection carries few sessions, and the others of a run need some. */
export const LOGS_AT_ONCE = 3

function logCommand({ engine }: ComposeProject, words: readonly string[]): Command {
  return {
    run: { words: [...TOGETHER, ...engine, 'logs', '--timestamps', ...words] },
    environment: {},
    inherit: ENGINE_VARIABLES,
  }
}

/** As the engine writes it: Docker in UTC with nine digits (RFC3339NanoFixed), Podman with the machine's offset. */
const STAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))(?: |\r?$)/
const LATER_STAMP = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z /g
const DOCKER_STAMP_LENGTH = 31
const SECOND_LENGTH = 19

/** Takes the engine's times off. */
class StampReader {
  /** The first lines without a time: the client's own words, such as why it cannot go on. */
  readonly words: string[] = []
  /** Whether any line had a time. */
  any = false
  /** What the engine said when it could not go on. */
  broken: string | undefined
  /** What the client ended with, once it has. */
  exitCode: number | undefined
  #receivedAt: number | undefined
  #second = ''
  #secondAt = 0

  read(line: string): readonly ReceivedLine[] {
    if (isDockerStamp(line)) return this.#split(line)
    const stamp = STAMP.exec(line)?.[1]
    if (stamp === undefined) return this.#word(line)
    this.any = true
    this.#receivedAt = Date.parse(stamp)
    return [{ raw: line.slice(stamp.length + 1), receivedAt: this.#receivedAt }]
  }

  #word(line: string): readonly ReceivedLine[] {
    const ended = ENDED.exec(line)?.[1]
    if (ended !== undefined) this.exitCode = Number(ended)
    if (ended !== undefined || line.trim() === '') return []
    // Where a terminal wrote, it stands among the lines, and the exit code is 0 (moby, WriteLogStream).
    if (line.startsWith('Error grabbing logs: ')) this.broken ??= line
    if (this.words.length < MOST_WORDS) this.words.push(line)
    return [{ raw: line, receivedAt: this.#receivedAt }]
  }

  /**
   * A time may stand inside a line, too: the same one again before each further 16 KiB of a long line, and a later one
   * where what was written before ended without a new line, as when a program dies. A program's own times are earlier.
   */
  #split(line: string): readonly ReceivedLine[] {
    this.any = true
    const stamp = line.slice(0, DOCKER_STAMP_LENGTH)
    const at = this.#timeOf(stamp)
    this.#receivedAt = at
    const raw = line.slice(DOCKER_STAMP_LENGTH)
    if (!raw.includes('Z ')) return [{ raw, receivedAt: at }]
    const whole = raw.replaceAll(stamp, '')
    for (const { 0: other, index } of whole.matchAll(LATER_STAMP)) {
      if (other > stamp) return [{ raw: whole.slice(0, index), receivedAt: at }, ...this.#split(whole.slice(index))]
    }
    return [{ raw: whole, receivedAt: at }]
  }

  /** Lines come in thousands a second. */
  #timeOf(stamp: string): number {
    if (!stamp.startsWith(this.#second) || this.#second === '') {
      this.#second = stamp.slice(0, SECOND_LENGTH)
      this.#secondAt = Date.parse(`${this.#second}Z`)
    }
    return this.#secondAt + Number(stamp.slice(SECOND_LENGTH + 1, SECOND_LENGTH + 4))
  }
}

/** A look at four places; the whole pattern for each line would cost more than all the rest. */
function isDockerStamp(line: string): boolean {
  return line[30] === ' ' && line[29] === 'Z' && line[10] === 'T' && line[19] === '.'
}

function requireRead(
  { stderr }: CommandEnd,
  { words, any, broken, exitCode }: StampReader,
  { service }: Container,
): void {
  if (exitCode === 0 && broken === undefined && (any || words.length === 0)) return
  const said = [...words.filter(line => line !== broken), broken ?? '', stderr].join('\n').trim()
  if (/does not support reading|logging driver.* support/i.test(said)) throw driverFault(service, undefined, said)
  const gone = /no such container|no container with name or id|dead or marked for removal/i.test(said)
  throw new CheckError({
    code: gone ? 'log-container-gone' : 'log-unreadable',
    message: gone
      ? `A container of \`${service}\` was removed while its log was to be read.`
      : `The log of \`${service}\` could not be read (${broken === undefined ? clientEnd(exitCode) : 'the engine broke off'}).`,
    hint: gone ? 'Is it being deployed again? Verify when that is over.' : 'Look at what the engine said.',
    details: said === '' ? {} : { engine: said },
  })
}

function clientEnd(exitCode: number | undefined): string {
  return `the client of the engine ${exitCode === undefined ? 'was cut off' : `ended with ${exitCode}`}`
}

/** Rejects a container whose engine keeps nothing of what it writes. */
export function requireReadable({ service, logDriver }: ComposeContainer): void {
  if (logDriver === 'none') throw driverFault(service, logDriver, '')
}

function driverFault(service: string, driver: string | undefined, said: string): CheckError {
  return new CheckError({
    code: 'log-driver',
    message: `The logging driver${driver === undefined ? '' : ` \`${driver}\``} of \`${service}\` keeps no log that can be read.`,
    hint: 'Use `json-file`, `local` or `journald`, or look for errors where the driver sends them.',
    details: said === '' ? {} : { engine: said },
  })
}
