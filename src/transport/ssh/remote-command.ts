import { Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { CheckError } from '../../model/check-error.ts'
import type { RunningProcess } from '../child-process.ts'
import { abortable } from '../dial.ts'
import type { Command } from '../shell.ts'
import { type Begun, ownStart, programLine, sharedStart } from './remote-lines.ts'
import { type RemoteShell, SessionLost } from './remote-shell.ts'

/** How long to read on after the end: a process left in the background keeps the outputs open for as long as it lives. */
const DRAIN_MS = 300

export interface RemoteOptions {
  /** For messages. */
  readonly label: string
  readonly signal: AbortSignal
  /** Ends a process group on the machine. */
  readonly end: (group: number) => Promise<void>
  /** The shell is not needed any more. */
  readonly release: () => void
}

/** Whether a command gets something to read; one that does not may leave its shell to the next. */
export type Input = 'open' | 'closed'

/**
 * Starts a command in a shell of the machine. Rejects with a SessionLost, with a CheckError when it cannot run, or with
 * the signal's reason. Its `ended` rejects likewise; it and its children are then ended on the machine too.
 */
export async function startRemotely(
  shell: RemoteShell,
  command: Command,
  input: Input,
  options: RemoteOptions,
): Promise<RunningProcess> {
  const shared = input === 'closed' && shell.shareable
  const line = programLine(command, shell.mark, input === 'closed')
  let group: number | undefined
  try {
    group = await abortable(shell.begin(shared ? sharedStart(shell.mark) : ownStart()), options.signal)
    const streams = shared ? sharedStreams(shell) : ownStreams(shell)
    const begun = await abortable(shell.program(line), options.signal)
    if (begun !== 'go') {
      // The shell is as good as before.
      if (shared) await endOfShared(shell)
      throw notBegun(begun, command, options.label)
    }
    return running(shell, streams, group, options)
  } catch (error) {
    if (options.signal.aborted && group !== undefined) await options.end(group)
    if (!(error instanceof CheckError) || options.signal.aborted) shell.close()
    options.release()
    throw error
  }
}

interface Streams {
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
  /** To be called once it runs: gives its exit code; undefined when the session ended without one. */
  readonly over: () => Promise<number | undefined>
}

function running(shell: RemoteShell, streams: Streams, group: number, options: RemoteOptions): RunningProcess {
  const { signal, end, release } = options
  const { stdin, stdout, stderr } = streams
  const { promise: stopped, reject } = Promise.withResolvers<never>()
  let fault: unknown
  const stop = (reason: unknown): void => {
    if (fault !== undefined) return
    fault = reason
    end(group).then(() => {
      shell.close()
      reject(fault)
    })
  }
  const abort = (): void => stop(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  const read = (stream: Readable): Promise<unknown> => finished(stream, { writable: false }).catch(() => undefined)
  const whole = Promise.all([streams.over(), read(stdout), read(stderr)]).then(([exitCode]) => {
    if (fault !== undefined) return stopped
    if (exitCode === undefined) throw new SessionLost(true)
    return exitCode
  })
  const ended = Promise.race([whole, stopped]).finally(() => {
    signal.removeEventListener('abort', abort)
    for (const stream of [stdin, stdout, stderr]) stream.destroy()
    release()
  })
  // Nobody need wait for it.
  ended.catch(() => undefined)
  if (signal.aborted) abort()
  return { stdin, stdout, stderr, ended, stop }
}

/** The shell has become the command. */
function ownStreams(shell: RemoteShell): Streams {
  const { stdout, stderr } = shell.becomesCommand()
  return { stdin: shell.channel.stdin, stdout, stderr, over: () => endOfOwn(shell, stdout) }
}

/** The command is a child of the shell, which tells of its end between the outputs. */
function sharedStreams(shell: RemoteShell): Streams {
  const stdout = new Readable({ read: () => undefined })
  const stderr = new Readable({ read: () => undefined })
  shell.usable = false
  shell.onOutput = chunk => stdout.push(chunk)
  shell.onError = chunk => stderr.push(chunk)
  const finish = (): void => {
    shell.onOutput = () => undefined
    shell.onError = () => undefined
    stdout.push(null)
    stderr.push(null)
  }
  const over = (): Promise<number | undefined> => endOfShared(shell).finally(finish)
  return { stdin: new Writable({ write: (_chunk, _encoding, done) => done() }), stdout, stderr, over }
}

async function endOfShared(shell: RemoteShell): Promise<number | undefined> {
  const [word, code] = (await shell.marks.next()) ?? []
  if (word !== 'end') return undefined
  const free = shell.marks.next().then(words => words?.[0] === 'again')
  // What hands its standard error on may have been killed: the end of that is not coming then, and nothing is known of its rest.
  const cutOff = free.then(() => silence(shell.channel)).then(() => undefined)
  if ((await Promise.race([shell.errorMarks.next(), cutOff])) === undefined) return undefined
  shell.usable = await Promise.race([free, sleep(DRAIN_MS, false)])
  return Number(code)
}

/**
 * What it leaves in the background holds the session open: once it has ended and nothing more comes, that is cut. Its exit
 * code may come before the last of its output does, and tells nothing of an output whose end is missing.
 */
async function endOfOwn({ channel }: RemoteShell, stdout: Readable): Promise<number | undefined> {
  await Promise.race([channel.exited, channel.ended])
  const closed = channel.ended.then(() => true)
  let received: number
  do received = channel.received
  while (
    !(await Promise.race([closed, silence(channel)])) &&
    (received !== channel.received || stdout.readableLength > 0)
  )
  const { isCutOff, exitCode } = channel
  channel.close()
  return isCutOff ? undefined : exitCode
}

/** What was sent before this answer came is here by then, however slow the network is. */
async function silence(channel: RemoteShell['channel']): Promise<false> {
  await sleep(DRAIN_MS)
  await channel.request('keepalive@verify-deploy')
  return false
}

function notBegun(why: Exclude<Begun, 'go'>, { run, directory }: Command, label: string): CheckError {
  const program = 'words' in run ? (run.words[0] ?? '') : ''
  if (why === 'directory') {
    return new CheckError({
      code: 'directory-missing',
      message: `There is no directory \`${directory}\` on ${label} to run the command in.`,
      hint: 'Relative directories start from the home directory of the user who is logged in.',
    })
  }
  if (why === 'absent') {
    return new CheckError({
      code: 'command-not-found',
      message: `There is no command \`${program}\` on ${label}.`,
      hint: 'Is it installed there, and in a directory of PATH? A login over SSH has a shorter PATH than a terminal: write the whole path, or set PATH with `env`.',
    })
  }
  return new CheckError({
    code: 'command-not-started',
    message: `The command \`${program}\` could not be started on ${label}.`,
    hint: 'May it be executed by the user who is logged in?',
  })
}
