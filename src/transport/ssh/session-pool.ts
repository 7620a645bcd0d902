import { setTimeout as sleep } from 'node:timers/promises'
import { abortable } from '../dial.ts'
import { ChannelRefused } from './mux-link.ts'
import { endLine } from './remote-lines.ts'
import { type RemoteShell, SessionLost } from './remote-shell.ts'

/** sshd allows ten sessions over a connection unless told otherwise (MaxSessions); two are left for ending commands. */
const MOST_SESSIONS = 8
/**
 * A session that was closed counts until the server has seen the end of what ran in it: so long a refusal may be of that,
 * and so often it is asked again.
 */
const CLOSING_MS = 3_000
const AGAIN_MS = 50
/** How long ending a command may take, with its grace. */
const END_MS = 5_000

/** The shells of a connection: those that wait are used again, more are opened up to a limit, and beyond it one waits. */
export class SessionPool {
  readonly #openShell: () => Promise<RemoteShell>
  readonly #idle: RemoteShell[] = []
  readonly #waiting = new Set<() => void>()
  #limit = MOST_SESSIONS
  #open = 0
  /** Until when what was closed may still count. */
  #closingUntil = 0
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
      this.#closedOne()
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
    const shell = idle ?? (await this.#openSoon())
    shell.channel.stdin.write(endLine(group))
    const patience = setTimeout(() => shell.close(), END_MS)
    await shell.marks.next()
    clearTimeout(patience)
    if (idle !== undefined) return this.give(idle)
    shell.close()
    this.#noteClosing()
  }

  #takeIdle(): RemoteShell | undefined {
    for (;;) {
      const shell = this.#idle.pop()
      if (shell === undefined || shell.usable) return shell
      this.#closedOne()
    }
  }

  /** Undefined: the server allows no more than there are. */
  async #opened(signal: AbortSignal): Promise<RemoteShell | undefined> {
    this.#open += 1
    const opening = this.#open === 1 ? this.#openSoon(signal) : this.#openShell()
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

  /** Opens one; where no other is left to wait for, a refusal may be of those that are just being closed. */
  async #openSoon(signal?: AbortSignal): Promise<RemoteShell> {
    for (;;) {
      try {
        return await this.#openShell()
      } catch (error) {
        const mayPass = error instanceof ChannelRefused && performance.now() < this.#closingUntil
        if (!mayPass || this.#closed || signal?.aborted) throw error
        await sleep(AGAIN_MS)
      }
    }
  }

  #closedOne(): void {
    this.#open -= 1
    this.#noteClosing()
  }

  #noteClosing(): void {
    this.#closingUntil = performance.now() + CLOSING_MS
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
