import { afterEach, describe, expect, it, vi } from 'vitest'
import { commandLines } from '../../src/transport/command-lines.ts'
import { localMachine } from '../../src/transport/local-machine.ts'
import { rejection } from '../kinds/builders.ts'

const machine = localMachine(process.env)
const { signal } = new AbortController()
const shell = (line: string) => ({ run: { shell: line }, environment: {} })

async function read(line: string) {
  const batches = commandLines(machine, shell(line), signal)
  const lines: string[] = []
  for (;;) {
    const { done, value } = await batches.next()
    if (done) return { lines, ...value }
    lines.push(...value)
  }
}

describe('the lines of a command', () => {
  it('come with how it ended', async () => {
    expect(await read('echo a; printf b; echo no >&2; exit 3')).toEqual({
      lines: ['a', 'b'],
      exitCode: 3,
      stderr: 'no\n',
    })
    expect(await read('true')).toEqual({ lines: [], exitCode: 0, stderr: '' })
  })

  it('end it when nobody reads on', async () => {
    for await (const batch of commandLines(machine, shell('yes'), signal)) {
      expect(batch.length).toBeGreaterThan(0)
      break
    }
    await machine[Symbol.asyncDispose]()
  })

  it('break off with the reason of the signal', async () => {
    const stop = new AbortController()
    const reason = new Error('stop')
    const reading = async () => {
      for await (const _batch of commandLines(machine, shell('yes'), stop.signal)) stop.abort(reason)
    }
    expect(await rejection(reading())).toBe(reason)
  })
})

describe('a command that leaves its output open', () => {
  it('has not been read to its end', async () => {
    expect(await rejection(read('echo a; (trap "" HUP; exec sleep 20) &'))).toMatchObject({ code: 'log-unreadable' })
  })
})

describe('a reader that is slow', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('gets all that was written before the end, however long that is ago', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const running = await machine.start(shell('echo $$; exec head -c 100000 /dev/zero'), signal)
    const chunks = running.stdout[Symbol.asyncIterator]()
    const first: Buffer = (await chunks.next()).value
    const pid = first.toString('latin1').split('\n')[0] ?? ''
    await machine.run(shell(`while kill -0 ${pid} 2>/dev/null; do :; done`), signal)
    await vi.advanceTimersByTimeAsync(60_000)
    let length = first.length - pid.length - 1
    for await (const chunk of chunks) length += (chunk as Buffer).length
    expect(length).toBe(100_000)
    expect((await running.ended).exitCode).toBe(0)
  })
})
