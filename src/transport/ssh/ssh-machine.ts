import type { Socket } from 'node:net'
import { CheckError } from '../../model/check-error.ts'
import type { RunningProcess } from '../child-process.ts'
import { abortable } from '../dial.ts'
import type { Machine, MachineAddress, RunningCommand } from '../machine.ts'
import { type Command, type CommandResult, resultOf, streamsOf } from '../shell.ts'
import { channelSocket } from './channel-socket.ts'
import { clockOffset } from './clock-offset.ts'
import { LoginPace } from './login-pace.ts'
import { ChannelRefused, LinkLost } from './mux-link.ts'
import { type Input, startRemotely } from './remote-command.ts'
import { RemoteShell, SessionLost } from './remote-shell.ts'
import { SessionPool } from './session-pool.ts'
import { type ConnectionOptions, openConnection, type SshConnection } from './ssh-connection.ts'
import { lostFault, lostWayFault } from './ssh-faults.ts'
import { labelOf } from './ssh-target.ts'

export interface SshMachineOptions extends Omit<ConnectionOptions, 'signal'> {
  /** Wall-clock time in milliseconds. */
  readonly now: () => number
}

/** How long the end waits for commands that are being ended; what nobody ended goes on without its connection. */
const END_MS = 3_500

interface Session {
  readonly connection: SshConnection
  readonly pool: SessionPool
}

/** A server over the OpenSSH client: one login, opened when it is first needed, for all that is done on it and through it. */
export class SshMachine implements Machine {
  readonly label: string
  readonly remote = true
  readonly #options: SshMachineOptions
  readonly #pace: LoginPace
  readonly #life = new AbortController()
  readonly #running = new Set<Promise<unknown>>()
  readonly #leaving = new Set<Promise<void>>()
  #session: Promise<Session> | undefined
  #offset: number | undefined

  constructor(options: SshMachineOptions) {
    this.#options = options
    this.#pace = new LoginPace(options.now)
    this.label = labelOf(options.target)
  }

  async run(command: Command, signal: AbortSignal): Promise<CommandResult> {
    const process = await this.#begin(command, command.stdin === undefined ? 'closed' : 'open', signal)
    return resultOf(process, command.stdin).catch(error => this.#explain(error))
  }

  async start(command: Command, signal: AbortSignal): Promise<RunningCommand> {
    const { ended, ...streams } = streamsOf(await this.#begin(command, 'open', signal))
    const explained = ended.catch(error => this.#explain(error))
    // Nobody need wait for it.
    explained.catch(() => undefined)
    return { ...streams, ended: explained }
  }

  connect(to: MachineAddress, signal: AbortSignal): Promise<Socket> {
    const lost = (): CheckError => lostWayFault(this.#options.target)
    return this.#attempt(({ connection }) => channelSocket(connection, to, { label: this.label, lost, signal }), signal)
  }

  answers(signal: AbortSignal): Promise<object> {
    return this.#attempt(async session => {
      await abortable(session.connection.link.answer(), signal)
      return session
    }, signal)
  }

  async clockOffset(signal: AbortSignal): Promise<number> {
    // Who asks while another one does asks too: the end of that one's check is not the end of this one's.
    this.#offset ??= await clockOffset(this, { now: this.#options.now, signal })
    return this.#offset
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // What is being ended on the machine needs the connection to be ended.
    await within(END_MS, Promise.allSettled(this.#running))
    this.#life.abort(new Error('closed'))
    const session = await this.#session?.catch(() => undefined)
    if (session !== undefined) this.#leave(session)
    await Promise.allSettled(this.#leaving)
  }

  #begin(command: Command, input: Input, signal: AbortSignal): Promise<RunningProcess> {
    return this.#attempt(async ({ pool }) => {
      const shell = await pool.take(signal)
      const process = await startRemotely(shell, command, input, {
        label: this.label,
        signal,
        end: group => pool.end(group),
        release: () => pool.give(shell),
      })
      this.#running.add(process.ended)
      process.ended.finally(() => this.#running.delete(process.ended)).catch(() => undefined)
      return process
    }, signal)
  }

  /** Does something with the connection; when that is lost before anything was done, once more with a new one. */
  async #attempt<T>(work: (session: Session) => Promise<T>, signal: AbortSignal): Promise<T> {
    for (let again = false; ; again = true) {
      const session = await this.#open(signal)
      try {
        return await work(session)
      } catch (error) {
        const harmless = error instanceof LinkLost || (error instanceof SessionLost && !error.begun)
        if (again || !harmless) return this.#explain(error)
      }
    }
  }

  #explain(error: unknown): never {
    if (error instanceof LinkLost) throw lostFault(this.#options.target, false)
    if (error instanceof SessionLost) throw lostFault(this.#options.target, error.begun)
    if (error instanceof ChannelRefused) throw this.#refused(error)
    throw error
  }

  async #open(signal: AbortSignal): Promise<Session> {
    signal.throwIfAborted()
    if (this.#session === undefined) {
      const refused = this.#pace.standing()
      if (refused !== undefined) throw refused
      const opening = this.#login()
      this.#session = opening
      // The next one may have more luck.
      opening.then(
        () => this.#pace.succeeded(),
        error => {
          this.#pace.failed(error)
          this.#forget(opening)
        },
      )
    }
    return abortable(this.#session, signal)
  }

  async #login(): Promise<Session> {
    const { target } = this.#options
    const connection = await openConnection({ ...this.#options, signal: this.#life.signal })
    const { link } = connection
    const pool = new SessionPool(() => RemoteShell.open(link, this.label, target.connectTimeoutMs))
    const session = { connection, pool }
    const opened = this.#session
    link.lost.then(() => {
      this.#forget(opened)
      this.#leave(session)
    })
    return session
  }

  #forget(session: Promise<Session> | undefined): void {
    if (this.#session === session) this.#session = undefined
  }

  #leave({ connection, pool }: Session): void {
    pool.close()
    const leaving = Promise.resolve(connection[Symbol.asyncDispose]())
    this.#leaving.add(leaving)
    leaving.finally(() => this.#leaving.delete(leaving)).catch(() => undefined)
  }

  #refused({ reason, message }: ChannelRefused): CheckError {
    return new CheckError({
      code: 'ssh-sessions',
      message: `${this.label} allows no session over the connection (${reason}: ${message}).`,
      hint: 'Raise MaxSessions in sshd_config to 10, its value unless set; with 0 no check can run there, and with 1 none be ended at its time-out.',
      endpoint: this.#options.target.host,
    })
  }
}

async function within(milliseconds: number, promise: Promise<unknown>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  await Promise.race([promise, late])
  clearTimeout(timer)
}
