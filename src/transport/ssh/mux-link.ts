import { connect, type Socket } from 'node:net'
import { Channel, MESSAGE, WINDOW } from './channel.ts'
import { frameReader, PacketReader, packet, uint32 } from './packet.ts'

/** OpenSSH's PROTOCOL.mux: the version, and the messages that turn a control connection into a proxy for channels. */
const MUX = { version: 4, hello: 0x0000_0001, proxy: 0x1000_000f, proxyGranted: 0x8000_000f } as const
const MAX_PACKET = 32 * 1024
const READ_BYTES = 64 * 1024

/** The other side would not open a channel: RFC 4254, 5.1 has the reasons. */
export class ChannelRefused extends Error {
  readonly reason: 'prohibited' | 'connect-failed' | 'unknown-type' | 'shortage'

  constructor(reason: number, said: string) {
    super(said)
    this.reason = REASONS[reason] ?? 'shortage'
  }
}
const REASONS: Readonly<Record<number, ChannelRefused['reason']>> = {
  1: 'prohibited',
  2: 'connect-failed',
  3: 'unknown-type',
}

/** The connection to the machine is gone. */
export class LinkLost extends Error {}

interface Opening {
  readonly resolve: (channel: Channel) => void
  readonly reject: (error: Error) => void
}

/**
 * Channels over the connection that an `ssh -M` holds open, through its control socket in proxy mode (OpenSSH 7.4,
 * PROTOCOL.mux): the client itself encrypts, authenticates and verifies; no process is started for a command, and the
 * other side's refusals and exit codes come as it sent them.
 */
export class MuxLink {
  readonly lost: Promise<void>
  readonly #socket: Socket
  readonly #openings = new Map<number, Opening>()
  readonly #channels = new Map<number, Channel>()
  #granted: (() => void) | undefined
  #isLost = false
  #next = 0

  private constructor(path: string) {
    const read = frameReader(frame => {
      try {
        this.#take(frame)
      } catch {
        // What does not have the fields of its message is no SSH.
        this.close()
      }
    })
    const buffer = Buffer.alloc(READ_BYTES)
    const callback = (length: number): boolean => {
      read(buffer.subarray(0, length))
      return true
    }
    // With one buffer for all reading, a log of a gibibyte is no gibibyte of garbage.
    this.#socket = connect({ path, onread: { buffer, callback } })
    this.#socket.on('error', () => undefined)
    const { promise, resolve } = Promise.withResolvers<void>()
    this.lost = promise
    this.#socket.on('close', () => {
      this.#cut()
      resolve()
    })
  }

  /** Rejects with a LinkLost when the socket does not speak the protocol. */
  static async open(path: string): Promise<MuxLink> {
    const link = new MuxLink(path)
    const granted = new Promise<void>((resolve, reject) => {
      link.#granted = resolve
      link.lost.then(() => reject(new LinkLost('The control connection was closed')))
    })
    link.#write(Buffer.concat([uint32(MUX.hello), uint32(MUX.version)]))
    link.#write(Buffer.concat([uint32(MUX.proxy), uint32(0)]))
    await granted
    return link
  }

  get isLost(): boolean {
    return this.#isLost
  }

  /** Opens a channel; `fields` are those its type has of its own. Rejects with a ChannelRefused or a LinkLost. */
  openChannel(type: string, ...fields: readonly (string | number)[]): Promise<Channel> {
    return new Promise((resolve, reject) => {
      if (this.#isLost) return reject(new LinkLost('The connection is lost'))
      this.#next += 1
      this.#openings.set(this.#next, { resolve, reject })
      this.#send(MESSAGE.open, packet(type, this.#next, WINDOW, MAX_PACKET, ...fields))
    })
  }

  /** Resolves once the other side has answered: also a refusal is an answer. Rejects with a LinkLost. */
  async answer(): Promise<void> {
    try {
      const channel = await this.openChannel('ping@verify-deploy')
      channel.close()
    } catch (error) {
      if (!(error instanceof ChannelRefused)) throw error
    }
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(frame: Buffer): void {
    if (this.#granted !== undefined) {
      const type = frame.readUInt32BE(0)
      if (type === MUX.proxyGranted) {
        this.#granted()
        this.#granted = undefined
      } else if (type !== MUX.hello) this.close()
      return
    }
    const message = frame[1] ?? 0
    const body = new PacketReader(frame, 2)
    if (message < MESSAGE.open || message > MESSAGE.refusal) return
    const id = body.uint32()
    if (message === MESSAGE.confirmation) this.#opened(id, body)
    else if (message === MESSAGE.failure) this.#refused(id, body)
    else this.#channels.get(id)?.take(message, body)
  }

  #opened(id: number, body: PacketReader): void {
    const peer = { id: body.uint32(), window: body.uint32(), maxPacket: body.uint32() }
    const channel = new Channel(peer, {
      send: (message, bytes) => this.#send(message, bytes),
      gone: () => this.#channels.delete(id),
    })
    this.#channels.set(id, channel)
    this.#openings.get(id)?.resolve(channel)
    this.#openings.delete(id)
  }

  #refused(id: number, body: PacketReader): void {
    this.#openings.get(id)?.reject(new ChannelRefused(body.uint32(), body.text()))
    this.#openings.delete(id)
  }

  #cut(): void {
    this.#isLost = true
    for (const { reject } of this.#openings.values()) reject(new LinkLost('The connection is lost'))
    for (const channel of this.#channels.values()) channel.cut()
    this.#openings.clear()
    this.#channels.clear()
  }

  /** In proxy mode a packet is its padding length, which is 0, its number and its body. */
  #send(message: number, body: Buffer): void {
    this.#write(Buffer.concat([Buffer.from([0, message]), body]))
  }

  #write(frame: Buffer): void {
    if (!this.#socket.destroyed) this.#socket.write(Buffer.concat([uint32(frame.length), frame]))
  }
}
