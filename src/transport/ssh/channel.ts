import { constants } from 'node:os'
import { Readable, Writable } from 'node:stream'
import { type PacketReader, packet } from './packet.ts'

/** Message numbers of RFC 4254, 9. */
export const MESSAGE = {
  open: 90,
  confirmation: 91,
  failure: 92,
  windowAdjust: 93,
  data: 94,
  extendedData: 95,
  eof: 96,
  close: 97,
  request: 98,
  success: 99,
  refusal: 100,
} as const

/** How much the other side may send before it is read; and after how much of it more is granted. */
export const WINDOW = 1024 ** 2
const GRANT = WINDOW / 8

/** What a channel needs of the connection it runs over. */
export interface ChannelPort {
  send(message: number, body: Buffer, sent?: () => void): void
  /** The channel is closed on both sides. */
  gone(): void
}

interface Peer {
  readonly id: number
  readonly maxPacket: number
}

/** One channel of RFC 4254, 5: three streams with flow control of their own. What is not read holds the other side up. */
export class Channel {
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
  /** Settles when it is closed on both sides, or cut. */
  readonly ended: Promise<void>
  /** Settles when its command has ended; what it left in the background may hold the channel open. */
  readonly exited: Promise<void>
  /** That of its command, 128 and the number for a signal; undefined when the channel ended without one. */
  exitCode: number | undefined
  /** How many bytes came. */
  received = 0
  /** Whether it was cut before the other side had ended its outputs: more was to come. */
  isCutOff = false
  readonly #peer: Peer
  readonly #port: ChannelPort
  readonly #settle: () => void
  readonly #exit: () => void
  readonly #replies: ((granted: boolean) => void)[] = []
  #mayRead = 0
  #mayWrite: number
  #unsent: { rest: Buffer; readonly done: () => void } | undefined
  #closeSent = false
  #isWhole = false
  #outputEnded = false

  constructor(peer: Peer & { readonly window: number }, port: ChannelPort) {
    this.#peer = peer
    this.#port = port
    this.#mayWrite = peer.window
    const ended = Promise.withResolvers<void>()
    const exited = Promise.withResolvers<void>()
    this.ended = ended.promise
    this.exited = exited.promise
    this.#settle = ended.resolve
    this.#exit = exited.resolve
    this.stdout = this.#readable()
    this.stderr = this.#readable()
    this.stdin = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.#unsent = { rest: chunk, done }
        this.#flush()
      },
      final: done => {
        this.#send(MESSAGE.eof)
        done()
      },
    })
    // Whoever does not read its input closes it; that is its right.
    this.stdin.on('error', () => undefined)
  }

  /** Asks for something with RFC 4254's channel request; tells whether it was granted. False when the channel is closed or cut. */
  request(type: string, ...fields: readonly (string | number | boolean)[]): Promise<boolean> {
    return new Promise(resolve => {
      // It would not be sent, so nobody would answer.
      if (this.#closeSent) return resolve(false)
      this.#replies.push(resolve)
      this.#send(MESSAGE.request, packet(type, true, ...fields))
    })
  }

  /** Closes this side; what still comes is dropped. */
  close(): void {
    if (this.#closeSent) return
    this.#send(MESSAGE.close)
    this.#closeSent = true
    this.#endStreams()
  }

  /** Takes a message that came for this channel; `body` begins after the channel's number. */
  take(message: number, body: PacketReader): void {
    switch (message) {
      case MESSAGE.data:
        this.#received(this.stdout, body.bytes())
        break
      case MESSAGE.extendedData:
        body.uint32()
        this.#received(this.stderr, body.bytes())
        break
      case MESSAGE.windowAdjust:
        this.#mayWrite += body.uint32()
        this.#flush()
        break
      case MESSAGE.eof:
        this.#isWhole = true
        this.#endOutputs()
        break
      case MESSAGE.request:
        this.#asked(body)
        break
      case MESSAGE.success:
      case MESSAGE.refusal:
        this.#replies.shift()?.(message === MESSAGE.success)
        break
      case MESSAGE.close:
        this.#isWhole = true
        this.close()
        this.#port.gone()
        this.#finish()
        break
    }
  }

  /** The connection is lost. */
  cut(): void {
    this.isCutOff = !this.#isWhole && !this.#closeSent
    this.#closeSent = true
    this.#endStreams()
    this.#finish()
  }

  #break(): void {
    this.#send(MESSAGE.close)
    this.cut()
  }

  #finish(): void {
    for (const reply of this.#replies.splice(0)) reply(false)
    this.#settle()
  }

  #endOutputs(): void {
    this.#outputEnded = true
    for (const stream of [this.stdout, this.stderr]) stream.push(null)
  }

  #endStreams(): void {
    this.#endOutputs()
    const waiting = this.#unsent
    this.#unsent = undefined
    waiting?.done()
    this.stdin.destroy()
  }

  #asked(body: PacketReader): void {
    const type = body.text()
    const wantsReply = body.boolean()
    if (type === 'exit-status') this.exitCode = body.uint32()
    if (type === 'exit-signal') this.exitCode = 128 + signalNumber(body.text())
    if (this.exitCode !== undefined) this.#exit()
    // Servers ask something nobody knows to see whether we are still here.
    if (wantsReply) this.#send(MESSAGE.refusal)
  }

  #readable(): Readable {
    return new Readable({ read: () => this.#grant() })
  }

  #received(stream: Readable, bytes: Buffer): void {
    // Who sends more than was granted would fill the memory.
    if (this.#mayRead + bytes.length > WINDOW) {
      this.#break()
      return
    }
    this.#mayRead += bytes.length
    this.received += bytes.length
    if (stream.destroyed || this.#outputEnded || stream.push(bytes)) this.#grant()
  }

  #grant(): void {
    if (this.#mayRead < GRANT) return
    this.#send(MESSAGE.windowAdjust, packet(this.#mayRead))
    this.#mayRead = 0
  }

  #flush(): void {
    const unsent = this.#unsent
    if (unsent === undefined || this.#closeSent) return
    while (unsent.rest.length > 0 && this.#mayWrite > 0) {
      const length = Math.min(unsent.rest.length, this.#mayWrite, this.#peer.maxPacket)
      const piece = unsent.rest.subarray(0, length)
      unsent.rest = unsent.rest.subarray(length)
      this.#mayWrite -= length
      this.#send(MESSAGE.data, packet(piece))
    }
    if (unsent.rest.length > 0) return
    this.#unsent = undefined
    unsent.done()
  }

  #send(message: number, body: Buffer = Buffer.alloc(0)): void {
    if (this.#closeSent) return
    this.#port.send(message, Buffer.concat([packet(this.#peer.id), body]))
  }
}

/** RFC 4254, 6.10 names signals without their SIG. */
function signalNumber(name: string): number {
  const known: Readonly<Record<string, number>> = constants.signals
  return known[`SIG${name}`] ?? 0
}
