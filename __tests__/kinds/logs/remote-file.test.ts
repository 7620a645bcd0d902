import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logsKind } from '../../../src/kinds/logs/logs.ts'
import type { Machine } from '../../../src/transport/machine.ts'
import { observe, rejection } from '../builders.ts'
import { contextOn, program, server } from './log-machines.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'remote-'))
})
afterAll(() => rm(home, { recursive: true }))

/** A server whose home directory is the folder of the test, with programs of the test first on its path. */
function machine(environment: NodeJS.ProcessEnv = {}): Machine {
  const own = server({}, { ...process.env, ...environment })
  return {
    ...own,
    run: (command, signal) => own.run({ directory: home, ...command }, signal),
    start: (command, signal) => own.start({ directory: home, ...command }, signal),
  }
}

const look = (file: string, spec: Record<string, unknown> = {}, environment: NodeJS.ProcessEnv = {}) =>
  observe(logsKind, { host: 'prod', file, ...spec }, contextOn({ machine: machine(environment) }))

describe('a file on a server', () => {
  it('is read as far as it reaches, relative to the home directory', async () => {
    await writeFile(
      join(home, 'app.log'),
      'INFO fine\nERROR boom\nTraceback (most recent call last):\n  File "/a", line 1',
    )
    const { parts, evidence } = await look('app.log')
    expect(parts).toMatchObject({ count: 1, scanned: 4, counts: {}, events: [{ service: null }] })
    expect(evidence()[0]?.title).toBe('1 event in 4 lines of app.log on prod (deploy@example.com)')
  })

  it('without errors counts none, and an empty one has nothing', async () => {
    await writeFile(join(home, 'fine.log'), 'INFO: uvicorn.error: fine\n')
    await writeFile(join(home, 'empty.log'), '')
    expect((await look('fine.log')).parts).toMatchObject({ count: 0, scanned: 1 })
    expect((await look('empty.log', { since: { agoMs: 1 } })).parts).toMatchObject({ count: 0, scanned: 0 })
  })

  it.each(['-n', '--help', '$(touch owned)', "it's; touch owned", 'a  b*', '~', '(', '!'])(
    'may be called %s',
    async name => {
      await writeFile(join(home, name), 'ERROR boom\n')
      expect((await look(name)).parts.count).toBe(1)
      expect(await rejection(look('owned'))).toMatchObject({ code: 'log-missing' })
    },
  )

  it('is read in characters, and in UTF-16 by its byte order mark', async () => {
    await writeFile(join(home, 'wide.log'), Buffer.from('\ufeffERROR größe\r\n', 'utf16le'))
    expect((await look('wide.log')).parts.events).toMatchObject([{ text: 'ERROR größe' }])
  })

  it('has local times of the server', async () => {
    await writeFile(join(home, 'local.log'), '2026-01-14 09:30:00 ERROR boom\n')
    const { parts } = await look('local.log', { since: { at: '2026-01-14T04:00:00Z' } }, await zone('+0500'))
    expect(parts.events).toMatchObject([{ time: '2026-01-14T04:30:00.000Z' }])
    const west = await look('local.log', { since: { at: '2026-01-14T04:00:00Z' } }, await zone('-0330'))
    expect(west.parts.events).toMatchObject([{ time: '2026-01-14T13:00:00.000Z' }])
  })

  it('whose beginning was rotated away after `since` is not whole; one rotated before is', async () => {
    await writeFile(join(home, 'rot.log'), '2026-01-14T04:31:00Z INFO x\n')
    await writeFile(join(home, 'rot.log.1'), 'ERROR of before\n')
    const spec = { since: { at: '2026-01-14T04:30:00Z' } }
    expect(await rejection(look('rot.log', spec))).toMatchObject({
      code: 'log-rotated',
      message: expect.stringContaining('`rot.log.1`'),
    })
    await utimes(join(home, 'rot.log.1'), 1_000, 1_000)
    expect((await look('rot.log', spec)).parts.count).toBe(0)
  })

  it('whose beginning may have been rotated away, and nobody can say when, is not known', async () => {
    await writeFile(join(home, 'old.log'), '2026-01-14T04:31:00Z INFO x\n')
    await writeFile(join(home, 'old.log.bak'), 'ERROR of another\n')
    const spec = { since: { at: '2026-01-14T04:30:00Z' } }
    const stat = await program(await mkdtemp(join(home, 'bin-')), 'stat', 'exit 1')
    const without = { PATH: `${join(stat, '..')}:${process.env.PATH}` }
    expect((await look('old.log', spec, without)).parts.count).toBe(0)
    await writeFile(join(home, 'old.log.1'), 'ERROR of before\n')
    expect(await rejection(look('old.log', spec, without))).toMatchObject({ code: 'log-unreadable' })
  })

  it.each([
    ['nowhere.log', 'log-missing'],
    ['no/where.log', 'log-missing'],
    ['.', 'log-unreadable'],
    ['/dev/null', 'log-unreadable'],
    ['packed.log', 'log-unreadable'],
    ['gone.log', 'log-missing'],
    ['closed/app.log', 'log-unreadable'],
  ])('errs where it cannot be read: %s', async (file, code) => {
    await writeFile(join(home, 'packed.log'), Buffer.from([0x1f, 0x8b, 8, 0, 10]))
    await symlink('nothing', join(home, 'gone.log')).catch(() => undefined)
    // To root no folder is closed: for it a shell of the test answers.
    await mkdir(join(home, 'closed'), { recursive: true })
    await chmod(join(home, 'closed'), 0)
    const isRoot = process.getuid?.() === 0
    const shell = await program(await mkdtemp(join(home, 'bin-')), 'sh', 'echo closed; echo +0000')
    const path = file.startsWith('closed') && isRoot ? { PATH: `${join(shell, '..')}:${process.env.PATH}` } : {}
    expect(await rejection(look(file, {}, path))).toMatchObject({ code, verdict: 'errored' })
    await chmod(join(home, 'closed'), 0o700)
  })

  it('errs when it cannot be read to its end', async () => {
    await writeFile(join(home, 'cut.log'), 'INFO x\n')
    const head = await program(
      await mkdtemp(join(home, 'bin-')),
      'head',
      'echo "INFO x"; echo "input/output error" >&2; exit 1',
    )
    const looking = look('cut.log', {}, { PATH: `${join(head, '..')}:${process.env.PATH}` })
    expect(await rejection(looking)).toMatchObject({
      code: 'log-unreadable',
      message: expect.stringContaining('error'),
    })
  })
})

async function zone(offset: string): Promise<NodeJS.ProcessEnv> {
  const date = await program(await mkdtemp(join(home, 'bin-')), 'date', `echo ${offset}`)
  return { PATH: `${join(date, '..')}:${process.env.PATH}` }
}
