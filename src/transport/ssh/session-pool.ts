import { setTimeout as sleep } from 'node:timers/promises'
import { abortable } from '../dial.ts'
import { ChannelRefused } from './mux-link.ts'
import { endLine } from './remote-lines.ts'
import { type RemoteShell, SessionLost } from './remote-shell.ts'

/** sshd allows ten sessions over a connection unless told otherwise (MaxSessions); two are left for ending commands. */
const MOST_SESSIONS = 8
/** How long ending a command may take, with its grace. */
const END_MS = 5_000

/** The shells of a connection: those that wait are used again, more are opened up to a limit, and beyond it one waits. */
export class SessionPool {
  readonly #openShell: () => Promise<RemoteShell>
  readonly #idle: RemoteShell[] = []
  readonly #waiting = new Set<() => void>()
  #limit = MOST_SESSIONS
  #open = 0
  #ending: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(openShell: () => Promise<RemoteShell>) {
    this.#openShell = openShell
  }

  /** A shell for one command; it must be given back. Rejects with a SessionLost, a ChannelRefused, a CheckError or the signal's reason. */
  async take(signal: AbortSignal): Promise<RemoteShell> {
    for (;;) {
      signal.throwIfAborted()
      if (this.#closed) throw new SessionLost(false)
      const idle = this.#takeIdle()
      if (idle !== undefined) return idle
      if (this.#open >= this.#limit) await this.#turn(signal)
      else {
        const shell = await this.#opened(signal)
        if (shell !== undefined) return shell
      }
    }
  }

  give(shell: RemoteShell): void {
    if (shell.usable && !this.#closed) this.#idle.push(shell)
    else {
      shell.close()
      this.#open -= 1
    }
    this.#wake()
  }

  /** Ends a process group on the machine. Resolves when nothing is left of it, or when that cannot be done. */
  end(group: number): Promise<void> {
    const ending = this.#ending.then(() => Promise.race([this.#end(group), sleep(END_MS)])).catch(() => undefined)
    this.#ending = ending
    return ending
  }

  close(): void {
    this.#closed = true
    for (const shell of this.#idle.splice(0)) shell.close()
    for (const wake of this.#waiting) wake()
  }

  async #end(group: number): Promise<void> {
    const idle = this.#takeIdle()
    const shell = idle ?? (await this.#openShell())
    shell.channel.stdin.write(endLine(group))
    const patience = setTimeout(() => shell.close(), END_MS)
    await shell.marks.next()
    clearTimeout(patience)
    if (idle === undefined) shell.close()
    else this.give(idle)
  }

  #takeIdle(): RemoteShell | undefined {
    for (;;) {
      const shell = this.#idle.pop()
      if (shell === undefined || shell.usable) return shell
      this.#open -= 1
    }
  }

  /** Undefined: the server allows no more than there are. */
  async #opened(signal: AbortSignal): Promise<RemoteShell | undefined> {
    this.#open += 1
    const opening = this.#openShell()
    try {
      return await abortable(opening, signal)
    } catch (error) {
      // It may be opened all the same, for the next one.
      if (signal.aborted) {
        opening.then(
          shell => this.give(shell),
          () => this.#gone(),
        )
        throw error
      }
      this.#gone()
      if (!(error instanceof ChannelRefused) || this.#open === 0) throw error
      this.#limit = this.#open
      return undefined
    }
  }

  #gone(): void {
    this.#open -= 1
    this.#wake()
  }

  async #turn(signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.add(resolve)
    try {
      await abortable(promise, signal)
    } finally {
      this.#waiting.delete(resolve)
      // A turn that nobody takes is the next one's.
      if (signal.aborted) this.#wake()
    }
  }

  #wake(): void {
    const [next] = this.#waiting
    if (next === undefined) return
    this.#waiting.delete(next)
    next()
  }
}
