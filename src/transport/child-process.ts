import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { constants } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { CheckError } from '../model/check-error.ts'
import { errorCode } from '../model/error-code.ts'

export interface ProcessOptions {
  /** The whole of its environment. */
  readonly environment: Readonly<Record<string, string>>
  /** Absolute; that of this program unless given. */
  readonly directory?: string | undefined
}

export interface RunningProcess {
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
  /** Its exit code once it and its streams are closed; ended by a signal, 128 and the signal's number, as a shell would say it. */
  readonly ended: Promise<number>
  /** Ends everything it started, first by asking; `ended` then rejects with the reason. */
  stop(reason: unknown): void
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/** Groups of their own get no signal of the terminal: what still runs when this program ends at once is ended by it. */
const running = new Set<Child>()
process.once('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL')
})

/** How long a process may take to end after SIGTERM before it is killed. */
const GRACE_MS = 2_000
/** How long a pipe may be silent after the end: a process left in the background keeps it open for as long as it lives. */
const DRAIN_MS = 300

/**
 * Starts a program of this machine in a process group of its own. When the signal is aborted the group is ended, and
 * `ended` rejects with the signal's reason once nothing of it is left. Throws a CheckError when there is no such program.
 */
export async function startProcess(
  words: readonly string[],
  { environment, directory }: ProcessOptions,
  signal: AbortSignal,
): Promise<RunningProcess> {
  signal.throwIfAborted()
  const [program = '', ...rest] = words
  const child = await spawned(program, rest, { environment, directory })
  const end = killer(child)
  running.add(child)
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  let fault: unknown
  const stop = (reason: unknown): void => {
    fault ??= reason
    end()
  }
  const stopped = (): void => stop(signal.reason)
  signal.addEventListener('abort', stopped, { once: true })
  child.on('exit', () => {
    for (const pipe of [child.stdout, child.stderr]) closeWhenSilent(pipe as Socket, () => fault !== undefined)
  })
  child.on('close', (code, endedBy) => {
    running.delete(child)
    signal.removeEventListener('abort', stopped)
    if (fault !== undefined) reject(fault)
    else resolve(code ?? signalCode(endedBy))
  })
  // A program that does not read its input closes the pipe; that is its right.
  child.stdin.on('error', () => undefined)
  // Nobody need wait for it: what is left running at the end of a run is ended without a word.
  promise.catch(() => undefined)
  return { stdin: child.stdin, stdout: child.stdout, stderr: child.stderr, ended: promise, stop }
}

/** Resolves when it runs: whatever keeps it from that is known before anybody reads or writes. */
function spawned(program: string, words: readonly string[], options: ProcessOptions): Promise<Child> {
  return new Promise((resolve, reject) => {
    try {
      const child = spawn(program, words, {
        cwd: options.directory,
        env: options.environment,
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe'],
      })
      child.once('spawn', () => resolve(child))
      child.on('error', error => reject(startFault(program, error)))
    } catch (error) {
      reject(startFault(program, error))
    }
  })
}

/** What the process wrote before its end is not lost on a slow reader: the pipe is closed once nothing is left to read. */
function closeWhenSilent(pipe: Socket, stopped: () => boolean): void {
  const { bytesRead } = pipe
  const look = (): void => {
    const unread = pipe.readableLength > 0 || pipe.bytesRead !== bytesRead
    if (unread && !stopped() && !pipe.destroyed) closeWhenSilent(pipe, stopped)
    else pipe.destroy()
  }
  setTimeout(look, DRAIN_MS).unref()
}

/** Ends the whole process group, first by asking. */
function killer(child: Child): () => void {
  let asked = false
  return () => {
    if (asked) return
    asked = true
    signalGroup(child, 'SIGTERM')
    const kill = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS)
    child.once('close', () => {
      clearTimeout(kill)
      signalGroup(child, 'SIGKILL')
    })
  }
}

function signalGroup(child: Child, name: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, name)
  } catch {
    // The group is gone already.
  }
}

function signalCode(name: NodeJS.Signals | null): number {
  return 128 + (name === null ? 0 : constants.signals[name])
}

function startFault(program: string, error: unknown): CheckError {
  const code = errorCode(error) ?? ''
  if (code === 'ENOENT') {
    return new CheckError({
      code: 'command-not-found',
      message: `There is no command \`${program}\`.`,
      hint: 'Is it installed where the check runs, and in a directory of PATH?',
    })
  }
  const tooLong = code === 'E2BIG'
  return new CheckError({
    code: 'command-not-started',
    message: `The command \`${program}\` could not be started${code === '' ? '' : ` (${code})`}.`,
    hint: tooLong ? 'Its words or its environment are too long: pass large values by `stdin`.' : 'May it be executed?',
  })
}
