import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it, vi } from 'vitest'
import { localMachine } from '../../src/transport/local-machine.ts'
import type { RunningCommand } from '../../src/transport/machine.ts'
import { type RelayEnd, streamOf } from '../../src/transport/process-stream.ts'

const machine = localMachine(process.env)

async function start(shell: string) {
  const life = new AbortController()
  const running = await machine.start({ run: { shell }, environment: {} }, life.signal)
  const ends: RelayEnd[] = []
  const stream = streamOf(running, {
    stop: () => life.abort(new Error('stopped')),
    fault: end => {
      ends.push(end)
      return end.exitCode === 0 ? undefined : new Error(`ended with ${end.exitCode}`)
    },
  })
  return { stream, running, ends }
}

/** A command that never ends and never answers. */
function deaf(): RunningCommand {
  return { stdin: new PassThrough(), stdout: new PassThrough(), ended: new Promise(() => undefined) }
}

describe('the stream of a command', () => {
  it('carries bytes both ways, however many', async () => {
    const { stream } = await start('exec cat')
    const sent = 'ünï\0'.repeat(1_000_000)
    stream.end(sent)
    expect(await text(stream)).toBe(sent)
  })

  it('sends at once what is written in one turn', async () => {
    const { stream } = await start('exec dd bs=64k count=1 2>/dev/null')
    for (const word of ['parse', 'describe', 'flush']) stream.write(word)
    expect(await text(stream)).toBe('parsedescribeflush')
  })

  it('ends when the command ends well', async () => {
    const { stream, ends } = await start('echo hello; exit 0')
    expect(await text(stream)).toBe('hello\n')
    expect(ends).toEqual([{ exitCode: 0, stderr: '', answered: true }])
  })

  it.each([
    ['and nothing is written', ''],
    ['before it took what is written', 'x'.repeat(10_000_000)],
  ])('closes when the command ends well %s', async (_when, text) => {
    const { stream, running } = await start('exit 0')
    if (text !== '') stream.write(text)
    await running.ended
    await once(stream.resume(), 'close')
    expect(stream.destroyed).toBe(true)
  })

  it.each([
    ['before it answered', 'echo no >&2; exit 3', { exitCode: 3, stderr: 'no\n', answered: false }],
    ['after it answered', 'echo yes; exit 4', { exitCode: 4, stderr: '', answered: true }],
  ])('breaks when the command breaks %s', async (_when, shell, end) => {
    const { stream, ends } = await start(shell)
    stream.resume()
    const [error] = await once(stream, 'error')
    expect(error).toEqual(new Error(`ended with ${end.exitCode}`))
    expect(ends).toEqual([end])
  })

  it('says why the command ended, and not that it cannot be written to', async () => {
    const { stream, running } = await start('exit 5')
    await running.ended
    stream.write('to nobody')
    const [error] = await once(stream.resume(), 'error')
    expect(error).toEqual(new Error('ended with 5'))
  })

  it('breaks with what the machine says when it loses the command', async () => {
    const lost = new Error('the connection to the machine is lost')
    const running: RunningCommand = { ...deaf(), ended: Promise.reject(lost) }
    running.stdout.destroy()
    const [error] = await once(streamOf(running, { stop: () => undefined, fault: () => undefined }), 'error')
    expect(error).toBe(lost)
  })

  it('lets the command see the end of its input when it is destroyed', async () => {
    const { stream, running } = await start('cat >/dev/null; echo seen >&2')
    stream.destroy()
    expect(await running.ended).toEqual({ exitCode: 0, stderr: 'seen\n' })
  })

  it('stops a command that does not end by itself', async () => {
    vi.useFakeTimers()
    try {
      const stop = vi.fn()
      streamOf(deaf(), { stop, fault: () => undefined }).destroy()
      await vi.advanceTimersByTimeAsync(999)
      expect(stop).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(1)
      expect(stop).toHaveBeenCalledOnce()
    } finally {
      vi.useRealTimers()
    }
  })
})
