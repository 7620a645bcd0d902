import { type ChildProcess, spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { constants } from 'node:os'
import { CheckError } from '../model/check-error.ts'
import { formatSize } from '../model/duration.ts'

/** What to run: words passed as they are, or text for a shell. `environment` is the whole of it, but for what a shell needs. */
export interface Command {
  readonly run: { readonly words: readonly string[] } | { readonly shell: string }
  readonly environment: Readonly<Record<string, string>>
  /** Absolute. */
  readonly directory: string
  /** Absent: nothing to read. */
  readonly stdin?: string
}

/** Ended by a signal, `exitCode` is 128 and the signal's number, as a shell would say it. */
export interface CommandResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Where commands run: the runner itself, or later a host or a container. Closed when nothing it started runs any more. */
export interface CommandRunner extends AsyncDisposable {
  /** Rejects with a CheckError when it could not be run, or the signal's reason once everything it started is ended. */
  run(command: Command, signal: AbortSignal): Promise<CommandResult>
}

const OUTPUT_LIMIT = 10 * 1024 ** 2
/** How long a command may take to end after SIGTERM before it is killed. */
const GRACE_MS = 2_000
/** How long to read on after the end: a process left in the background keeps the pipes open for as long as it lives. */
const DRAIN_MS = 300

/** With a pipe for its input and no SHLVL, bash takes itself for a remote shell and reads ~/.bashrc unless told not to. */
const BASH = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c'] as const

/** Runs commands on this machine, each in a process group of its own. */
export function localRunner(): CommandRunner {
  const running = new Set<Promise<unknown>>()
  return {
    async run(command, signal) {
      const result = runLocally(command, signal)
      running.add(result)
      return await result.finally(() => running.delete(result))
    },
    // Nobody waits for a check that is cancelled, and a process that ends before the grace is over kills nothing.
    async [Symbol.asyncDispose]() {
      await Promise.allSettled(running)
    },
  }
}

async function runLocally(command: Command, signal: AbortSignal): Promise<CommandResult> {
  await requireDirectory(command.directory)
  if ('words' in command.run) return runWords(command.run.words, command, signal)
  try {
    return await runWords([...BASH, command.run.shell], command, signal)
  } catch (error) {
    const bashMissing = error instanceof CheckError && error.code === 'command-not-found'
    if (!bashMissing) throw error
    return runWords(['sh', '-ec', command.run.shell], command, signal)
  }
}

async function requireDirectory(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => undefined)
  if (found?.isDirectory()) return
  throw new CheckError({
    code: 'directory-missing',
    message: `There is no directory \`${directory}\` to run the command in.`,
    hint: 'Relative directories start from the folder of the checklist.',
  })
}

function runWords(words: readonly string[], command: Command, signal: AbortSignal): Promise<CommandResult> {
  signal.throwIfAborted()
  const [program = '', ...rest] = words
  const { promise, resolve, reject } = Promise.withResolvers<CommandResult>()
  let child: ChildProcess
  try {
    child = spawn(program, rest, {
      cwd: command.directory,
      env: command.environment,
      detached: true,
      stdio: [command.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    })
  } catch (error) {
    return Promise.reject(startFault(program, error))
  }
  const end = killer(child)
  let fault: unknown
  const stop = (reason: unknown): void => {
    fault ??= reason
    end()
  }
  const stopped = (): void => stop(signal.reason)
  signal.addEventListener('abort', stopped, { once: true })
  const stdout = collect(child.stdout, () => stop(outputFault('standard output')))
  const stderr = collect(child.stderr, () => stop(outputFault('standard error')))
  child.on('error', error => reject(startFault(program, error)))
  child.on('exit', () => setTimeout(() => closePipes(child), DRAIN_MS).unref())
  child.on('close', (code, endedBy) => {
    if (fault !== undefined) reject(fault)
    else resolve({ exitCode: code ?? signalCode(endedBy), stdout: stdout(), stderr: stderr() })
  })
  // A command that does not read its input closes the pipe; that is its right.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(command.stdin)
  return promise.finally(() => signal.removeEventListener('abort', stopped))
}

function closePipes(child: ChildProcess): void {
  child.stdout?.destroy()
  child.stderr?.destroy()
}

/** Ends the whole process group, first by asking. */
function killer(child: ChildProcess): () => void {
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

function signalGroup(child: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void {
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

function collect(stream: ChildProcess['stdout'], onOverflow: () => void): () => string {
  const chunks: Buffer[] = []
  let length = 0
  stream?.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length <= OUTPUT_LIMIT) chunks.push(chunk)
    else onOverflow()
  })
  return () => Buffer.concat(chunks).toString('utf8')
}

function outputFault(stream: string): CheckError {
  return new CheckError({
    code: 'output-too-long',
    message: `The command wrote more than ${formatSize(OUTPUT_LIMIT)} to its ${stream}, and was ended.`,
    hint: 'Let it write only what the check needs: `grep`, `tail`, `wc -l`.',
  })
}

function startFault(program: string, error: unknown): CheckError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
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
