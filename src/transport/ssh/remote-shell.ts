import { randomBytes } from 'node:crypto'
import { PassThrough, type Readable } from 'node:stream'
import { CheckError } from '../../model/check-error.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import type { Channel } from './channel.ts'
import { MarkQueue } from './mark-queue.ts'
import { MarkReader } from './mark-reader.ts'
import type { MuxLink } from './mux-link.ts'
import { type Begun, BOOTSTRAP, helloLines, type Mark, markOf } from './remote-lines.ts'

/** A session ended before it said what it was to say: with the connection, or by itself. */
export class SessionLost extends Error {
  /** The command may have begun, so that it must not be sent again. */
  readonly begun: boolean

  constructor(begun: boolean) {
    super('The session ended')
    this.begun = begun
  }
}

const SHOWN = 500

/**
 * A shell on the machine that waits for lines of ours. What it and its commands write is handed on without our marks;
 * what start-up files print before it is ready is dropped.
 */
export class RemoteShell {
  readonly channel: Channel
  readonly mark: Mark
  /** Marks on standard output, and on standard error. */
  readonly marks = new MarkQueue()
  readonly errorMarks = new MarkQueue()
  /** What is between the marks. */
  onOutput: (chunk: Buffer) => void = () => undefined
  onError: (chunk: Buffer) => void = () => undefined
  /** Whether commands get a process group of their own, so that the shell outlives them. */
  shareable = false
  /** It can run another command. */
  usable = true
  #own: { readonly stdout: PassThrough; readonly stderr: PassThrough } | undefined

  private constructor(channel: Channel) {
    this.channel = channel
    this.mark = markOf(randomBytes(16).toString('hex'))
    const leadOutput = this.#read(channel.stdout, this.marks, chunk => this.onOutput(chunk))
    const leadError = this.#read(channel.stderr, this.errorMarks, chunk => this.onError(chunk))
    this.marks.onMark = words => {
      if (this.#own === undefined || words[0] !== 'go') return
      leadOutput(this.#own.stdout)
      leadError(this.#own.stderr)
    }
    channel.ended.then(() => {
      this.usable = false
      this.marks.end()
      this.errorMarks.end()
    })
  }

  /** Rejects with a ChannelRefused, a LinkLost, or a CheckError when no shell of POSIX answers within `patienceMs`. */
  static async open(link: MuxLink, label: string, patienceMs: number): Promise<RemoteShell> {
    const channel = await link.openChannel('session')
    const shell = new RemoteShell(channel)
    const printed: Buffer[] = []
    const note = (chunk: Buffer): void => {
      if (Buffer.concat(printed).length < SHOWN) printed.push(chunk)
    }
    shell.onOutput = note
    shell.onError = note
    const patience = setTimeout(() => {
      shell.marks.end()
      shell.errorMarks.end()
    }, patienceMs)
    channel.stdin.write(helloLines(shell.mark))
    const granted = await channel.request('exec', BOOTSTRAP)
    const hello = granted ? await shell.marks.next() : undefined
    const isReady = hello !== undefined && (await shell.errorMarks.next()) !== undefined
    clearTimeout(patience)
    shell.onOutput = () => undefined
    shell.onError = () => undefined
    if (!isReady) {
      shell.close()
      if (link.isLost) throw new SessionLost(false)
      throw noShell(label, Buffer.concat(printed).toString('utf8'))
    }
    shell.shareable = hello[2] === 'setsid'
    return shell
  }

  /** Asks the shell to begin; gives the process group in which it will. Rejects with a SessionLost that repeats nothing. */
  async begin(line: string): Promise<number> {
    this.channel.stdin.write(line)
    const [word, group] = (await this.marks.next()) ?? []
    if (word !== 'start') throw new SessionLost(false)
    return Number(group)
  }

  /** Hands over what becomes the command. Rejects with a SessionLost. */
  async program(line: string): Promise<Begun> {
    this.channel.stdin.write(line)
    const [word] = (await this.marks.next()) ?? []
    if (word === 'go' || word === 'directory' || word === 'absent' || word === 'denied') return word
    throw new SessionLost(true)
  }

  /** From the next `go` on the outputs are the command's own, byte for byte, and come through what this gives. */
  becomesCommand(): { readonly stdout: Readable; readonly stderr: Readable } {
    this.#own = { stdout: new PassThrough(), stderr: new PassThrough() }
    this.usable = false
    return this.#own
  }

  close(): void {
    this.usable = false
    this.channel.close()
    // Whether the other side closes it too nobody need wait for.
    this.marks.end()
    this.errorMarks.end()
  }

  /** Reads a stream; what this gives leads it, and what was read too far, into another one. */
  #read(stream: Readable, marks: MarkQueue, onData: (chunk: Buffer) => void): (into: PassThrough) => void {
    const reader = new MarkReader(this.mark.text, {
      data: onData,
      mark: words => marks.push(words),
      broken: () => this.close(),
    })
    let feeding = false
    let target: PassThrough | undefined
    const lead = (into: PassThrough): void => {
      stream.off('data', take)
      if (reader.rest.length > 0) into.write(reader.rest)
      stream.pipe(into)
      // Whoever looks away does not hold the command up.
      into.once('close', () => stream.resume())
    }
    const take = (chunk: Buffer): void => {
      feeding = true
      reader.feed(chunk)
      feeding = false
      if (target !== undefined) lead(target)
    }
    stream.on('data', take)
    return into => {
      target = into
      reader.stop()
      if (!feeding) lead(into)
    }
  }
}

function noShell(label: string, printed: string): CheckError {
  const said = oneLine(printed)
  return new CheckError({
    code: 'ssh-no-shell',
    message: `The login on ${label} gives no shell that runs commands${said === '' ? '' : `; it printed: ${shorten(said, 300)}`}.`,
    hint: 'Look at the login shell of that user (nologin?), at `command=` in authorized_keys and ForceCommand in sshd_config, and at what its start-up files do.',
  })
}
