import { stat } from 'node:fs/promises'
import { CheckError } from '../model/check-error.ts'
import { type RunningProcess, startProcess } from './child-process.ts'
import { collect, collectTail } from './command-output.ts'

/** What to run: words passed as they are, or text for a shell. */
export interface Command {
  readonly run: { readonly words: readonly string[] } | { readonly shell: string }
  /** Its own variables; the machine adds those of BASE_VARIABLES that it has itself. */
  readonly environment: Readonly<Record<string, string>>
  /** Names of variables of the machine's own environment that it may see besides BASE_VARIABLES: where Docker's client finds its engine. */
  readonly inherit?: readonly string[]
  /** On the runner absolute, and this program's own unless given; on a server it starts from the home directory, and is that unless given. */
  readonly directory?: string
  /** Absent: nothing to read. With `start` it is what the streams' owner writes. */
  readonly stdin?: string
}

/** Ended by a signal, `exitCode` is 128 and the signal's number, as a shell would say it. */
export interface CommandResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Where commands run. Closed when nothing it started runs any more. */
export interface CommandRunner extends AsyncDisposable {
  /** Rejects with a CheckError when it could not be run, or the signal's reason once everything it started is ended. */
  run(command: Command, signal: AbortSignal): Promise<CommandResult>
}

/** What a command sees of its machine's environment, besides its own. */
export const BASE_VARIABLES = ['PATH', 'HOME', 'LANG', 'TMPDIR'] as const

/** With a pipe for its input and no SHLVL, bash takes itself for a remote shell and reads ~/.bashrc unless told not to. */
export const BASH = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c'] as const
export const SH = ['sh', '-ec'] as const

/** Starts a command on this machine; a shell line with bash, or with sh where there is none. */
export async function startLocally(
  command: Command,
  base: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<RunningProcess> {
  const { run, directory } = command
  if (directory !== undefined) await requireDirectory(directory)
  const options = { environment: { ...base, ...command.environment }, directory }
  if ('words' in run) return startProcess(run.words, options, signal)
  try {
    return await startProcess([...BASH, run.shell], options, signal)
  } catch (error) {
    const bashMissing = error instanceof CheckError && error.code === 'command-not-found'
    if (!bashMissing) throw error
    return startProcess([...SH, run.shell], options, signal)
  }
}

/** Collects both outputs of a process and waits for its end. */
export async function resultOf(process: RunningProcess, stdin: string | undefined): Promise<CommandResult> {
  const stdout = collect(process.stdout, 'standard output', fault => process.stop(fault))
  const stderr = collect(process.stderr, 'standard error', fault => process.stop(fault))
  process.stdin.end(stdin)
  const exitCode = await process.ended
  return { exitCode, stdout: stdout(), stderr: stderr() }
}

/** Hands the streams of a process over and keeps only the end of its standard error. */
export function streamsOf({ stdin, stdout, stderr, ended }: RunningProcess) {
  const tail = collectTail(stderr)
  return { stdin, stdout, ended: ended.then(exitCode => ({ exitCode, stderr: tail() })) }
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
