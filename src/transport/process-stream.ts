import { Duplex, finished } from 'node:stream'
import type { RunningCommand } from './machine.ts'

/** How a command ended that was to carry a connection. */
export interface RelayEnd {
  readonly exitCode: number
  readonly stderr: string
  /** Whether a byte came from it. */
  readonly answered: boolean
}

export interface ProcessStreamOptions {
  /** Ends the command at once. */
  readonly stop: () => void
  /** What the reader gets instead of an end, when the command ended by itself. Undefined: the other side hung up. */
  readonly fault: (end: RelayEnd) => Error | undefined
}

/** How long a command may take to end once nobody writes to it any more. */
const GRACE_MS = 1_000

/**
 * The standard streams of a running command as one connection. It closes when the command has ended; destroyed, it lets
 * the command see the end of its input, so that also what it started elsewhere ends, before it is stopped.
 */
export function streamOf(running: RunningCommand, { stop, fault }: ProcessStreamOptions): Duplex {
  const { stdin, stdout, ended } = running
  let answered = false
  const drained = new Promise<void>(resolve => finished(stdout, { writable: false }, () => resolve()))
  const stream = new Duplex({
    allowHalfOpen: false,
    read: () => void stdout.resume(),
    write: (chunk, encoding, done) => {
      // What is written in one turn travels together: small packets one after another would wait for each other.
      stdin.cork()
      process.nextTick(() => stdin.uncork())
      if (stdin.write(chunk, encoding)) done()
      else stdin.once('drain', done)
    },
    final: done => void stdin.end(() => done()),
    destroy: (error, done) => {
      stdin.end()
      stdout.resume()
      const late = setTimeout(stop, GRACE_MS)
      ended.catch(() => undefined).finally(() => clearTimeout(late))
      done(error)
    },
  })
  // A command that has ended cannot be written to; its end says why, and better than the broken pipe does.
  stdin.on('error', () => undefined)
  // Stays for good: between here and the next owner an error must not end the process.
  stream.on('error', () => undefined)
  stdout.on('data', chunk => {
    answered = true
    if (!stream.destroyed && !stream.push(chunk)) stdout.pause()
  })
  Promise.all([ended, drained]).then(
    ([end]) => {
      const error = stream.writableEnded ? undefined : fault({ ...end, answered })
      if (error !== undefined) return void stream.destroy(error)
      // Its input is gone, and what waits for that to take or to end would wait forever.
      stream.once('end', () => void stream.destroy())
      stream.push(null)
    },
    (error: unknown) => void stream.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return stream
}
