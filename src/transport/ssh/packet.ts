/** A field of a message of RFC 4254: bytes as they are, a boolean, a uint32 or a string. */
type PacketField = Buffer | boolean | number | string

/** Writes fields one after the other, as RFC 4251, 5 has them: text and bytes with their length before them. */
export function packet(...fields: readonly PacketField[]): Buffer {
  return Buffer.concat(fields.flatMap(encoded))
}

function encoded(field: PacketField): readonly Buffer[] {
  if (typeof field === 'boolean') return [Buffer.from([field ? 1 : 0])]
  if (typeof field === 'number') return [uint32(field)]
  const bytes = typeof field === 'string' ? Buffer.from(field) : field
  return [uint32(bytes.length), bytes]
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Reads the fields of a message in their order. */
export class PacketReader {
  readonly #bytes: Buffer
  #at: number

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes
    this.#at = at
  }

  uint32(): number {
    const value = this.#bytes.readUInt32BE(this.#at)
    this.#at += 4
    return value
  }

  boolean(): boolean {
    this.#at += 1
    return this.#bytes[this.#at - 1] !== 0
  }

  bytes(): Buffer {
    const length = this.uint32()
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  text(): string {
    return this.bytes().toString('utf8')
  }
}

const LENGTH_BYTES = 4

/**
 * Cuts what comes over a stream into frames, each after its length as a uint32. What it is fed is copied once, so that
 * one buffer can be used for all reading.
 */
export function frameReader(onFrame: (frame: Buffer) => void): (chunk: Buffer) => void {
  const header = Buffer.alloc(LENGTH_BYTES)
  let filling = header
  let filled = 0
  return chunk => {
    for (let at = 0; at < chunk.length; ) {
      const copied = chunk.copy(filling, filled, at)
      at += copied
      filled += copied
      if (filled < filling.length) return
      filled = 0
      if (filling === header) filling = Buffer.allocUnsafe(header.readUInt32BE(0))
      else {
        const frame = filling
        filling = header
        onFrame(frame)
      }
    }
  }
}
