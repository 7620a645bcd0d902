import { expect, it } from 'vitest'
import { resultOf } from '../../../src/transport/shell.ts'
import { Channel, MESSAGE } from '../../../src/transport/ssh/channel.ts'
import type { MuxLink } from '../../../src/transport/ssh/mux-link.ts'
import { PacketReader, packet } from '../../../src/transport/ssh/packet.ts'
import { startRemotely } from '../../../src/transport/ssh/remote-command.ts'
import { RemoteShell, SessionLost } from '../../../src/transport/ssh/remote-shell.ts'

/** A command that has begun on a server of which each message is the test's. */
async function begun() {
  let mark = ''
  const asked: string[] = []
  const send = (message: number, bytes: Buffer): void => {
    const body = new PacketReader(bytes)
    body.uint32()
    if (message === MESSAGE.request) {
      const type = body.text()
      if (type === 'exec') take(MESSAGE.success)
      else asked.push(type)
    }
    if (message === MESSAGE.data) queueMicrotask(() => answer(body.text()))
  }
  const channel = new Channel({ id: 1, window: 1024 ** 2, maxPacket: 32_768 }, { send, gone: () => undefined })
  const take = (message: number, ...fields: readonly (string | number | boolean)[]): void =>
    channel.take(message, new PacketReader(packet(...fields)))
  const answer = (line: string): void => {
    const [, first = '', second = ''] = /_m=([0-9a-f]+)""([0-9a-f]+)/.exec(line) ?? []
    mark ||= first + second
    if (line.includes('hello')) take(MESSAGE.extendedData, 1, `${mark} hello\n`)
    take(
      MESSAGE.data,
      `${mark} ${line.includes('hello') ? 'hello 7 setsid' : line.includes('start') ? 'start 7' : 'go'}\n`,
    )
  }
  const link = { openChannel: async () => channel, isLost: false } as unknown as MuxLink
  const shell = await RemoteShell.open(link, 'prod', 1_000)
  const options = {
    label: 'prod',
    signal: new AbortController().signal,
    end: async () => undefined,
    release: () => undefined,
  }
  const process = await startRemotely(shell, { run: { words: ['cat'] }, environment: {}, stdin: '' }, 'open', options)
  return { channel, take, asked, result: resultOf(process, '') }
}

it('has its whole output, however late the rest of it comes after its exit code', async () => {
  const { take, asked, result } = await begun()
  take(MESSAGE.data, 'one ')
  take(MESSAGE.request, 'exit-status', false, 0)
  await expect.poll(() => asked.length).toBe(1)
  take(MESSAGE.data, 'two')
  take(MESSAGE.refusal)
  await expect.poll(() => asked.length).toBe(2)
  // What it left in the background holds the channel open.
  take(MESSAGE.refusal)
  expect(await result).toEqual({ exitCode: 0, stdout: 'one two', stderr: '' })
})

it('has not ended well when the connection is lost between its exit code and the end of its output', async () => {
  const { channel, take, result } = await begun()
  take(MESSAGE.data, 'one ')
  take(MESSAGE.request, 'exit-status', false, 0)
  channel.cut()
  await expect(result).rejects.toBeInstanceOf(SessionLost)
})
