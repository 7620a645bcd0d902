import type { Socket } from 'node:net'
import type { Readable, Writable } from 'node:stream'
import type { Command, CommandRunner } from './shell.ts'

/** A command that runs while its output is read. What is not read holds it up, as with any pipe. */
export interface RunningCommand {
  readonly stdin: Writable
  readonly stdout: Readable
  /**
   * Settles once it has ended: its exit code, and the last 64 KiB of its standard error. Rejects as `run` does; the
   * streams are then destroyed.
   */
  readonly ended: Promise<{ readonly exitCode: number; readonly stderr: string }>
}

/** Where something listens, as seen from the machine itself. */
export type MachineAddress = { readonly host: string; readonly port: number } | { readonly path: string }

/**
 * A machine of `hosts`: the runner itself, or a server over SSH. Everything that a check does *on* it or *through* it
 * goes this way. Whatever cannot be done rejects with a CheckError, or with the signal's reason.
 */
export interface Machine extends CommandRunner {
  /** For messages: `the runner`, `prod (deploy@example.com)`. */
  readonly label: string
  /** Whether it is another machine than the one this program runs on. */
  readonly remote: boolean
  /** Starts a command and hands its streams over as they are, byte for byte. */
  start(command: Command, signal: AbortSignal): Promise<RunningCommand>
  /** Opens a connection from the machine to somewhere it reaches. */
  connect(to: MachineAddress, signal: AbortSignal): Promise<Socket>
  /**
   * Resolves once the way to it is open and it has answered, with what stands for that way: another one, if it was lost in
   * the meantime. Only what is heard over the same way before and after says that silence between was not that of the way.
   */
  answers?(signal: AbortSignal): Promise<object>
  /** How far its clock is ahead of this program's, in milliseconds; read once. 0 for the runner. */
  clockOffset(signal: AbortSignal): Promise<number>
}
