import { describe, expect, it } from 'vitest'
import { Channel, MESSAGE, WINDOW } from '../../../src/transport/ssh/channel.ts'
import { PacketReader, packet } from '../../../src/transport/ssh/packet.ts'

interface Sent {
  readonly message: number
  readonly body: PacketReader
}

function open(window = 100, maxPacket = 40) {
  const sent: Sent[] = []
  let gone = false
  const channel = new Channel(
    { id: 7, window, maxPacket },
    {
      send: (message, bytes) => {
        const body = new PacketReader(bytes)
        expect(body.uint32()).toBe(7)
        sent.push({ message, body })
      },
      gone: () => {
        gone = true
      },
    },
  )
  const take = (message: number, bytes: Buffer = Buffer.alloc(0)): void =>
    channel.take(message, new PacketReader(bytes))
  return { channel, sent, take, isGone: () => gone, messages: () => sent.map(({ message }) => message) }
}

describe('a channel', () => {
  it('sends no more than the other side takes, and the rest when it takes more', () => {
    const { channel, sent, take } = open()
    channel.stdin.write('x'.repeat(150))
    expect(sent.map(({ body }) => body.bytes().length)).toEqual([40, 40, 20])
    take(MESSAGE.windowAdjust, packet(60))
    expect(sent.slice(3).map(({ body }) => body.bytes().length)).toEqual([40, 10])
  })

  it('grants more as it is read, and nothing when it is not', async () => {
    const { channel, take, messages } = open()
    const half = Buffer.alloc(WINDOW / 2)
    take(MESSAGE.data, packet(half))
    expect(messages()).toEqual([])
    channel.stdout.resume()
    await expect.poll(messages).toEqual([MESSAGE.windowAdjust])
  })

  it.each([
    ['exit-status', packet('exit-status', false, 255), 255],
    ['exit-signal', packet('exit-signal', false, 'KILL', false, '', ''), 137],
  ])('knows how its command ended: %s', async (_, request, code) => {
    const { channel, take, isGone } = open()
    take(MESSAGE.request, request)
    await channel.exited
    take(MESSAGE.close)
    await channel.ended
    expect([channel.exitCode, isGone()]).toEqual([code, true])
  })

  it('knows of none when it is cut', async () => {
    const { channel } = open()
    const asked = channel.request('exec', 'true')
    channel.cut()
    await channel.ended
    expect([channel.exitCode, await asked]).toEqual([undefined, false])
  })

  it.each([
    ['closed', MESSAGE.close],
    ['cut', undefined],
  ])('is granted nothing once it is %s', async (_, message) => {
    const { channel, take, messages } = open()
    if (message === undefined) channel.cut()
    else take(message)
    expect([await channel.request('exec', 'true'), messages()]).toEqual([false, message === undefined ? [] : [message]])
  })

  it.each([
    ['before its outputs ended', [], true],
    ['after that', [MESSAGE.eof], false],
    ['after it was closed', [MESSAGE.close], false],
  ])('knows whether more was to come when it is cut: %s', async (_, messages, isCutOff) => {
    const { channel, take } = open()
    take(MESSAGE.request, packet('exit-status', false, 0))
    for (const message of messages) take(message)
    channel.cut()
    await channel.ended
    expect([channel.exitCode, channel.isCutOff]).toEqual([0, isCutOff])
  })

  it('takes no more than it has granted', async () => {
    const { channel, take, messages } = open()
    take(MESSAGE.data, packet(Buffer.alloc(WINDOW)))
    expect(messages()).toEqual([])
    take(MESSAGE.data, packet('x'))
    await channel.ended
    expect([channel.isCutOff, messages()]).toEqual([true, [MESSAGE.close]])
    expect(channel.stdout.readableLength).toBe(WINDOW)
  })

  it('answers a server that asks whether it is still there', () => {
    const { take, messages } = open()
    take(MESSAGE.request, packet('keepalive@openssh.com', true))
    expect(messages()).toEqual([MESSAGE.refusal])
  })

  it('takes data after its end for what it is', () => {
    const { channel, take } = open()
    channel.stdout.resume()
    take(MESSAGE.eof)
    take(MESSAGE.data, packet('late'))
    take(MESSAGE.close)
    expect(channel.stdout.errored).toBeNull()
  })
})
