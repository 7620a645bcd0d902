import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { logsKind } from '../../../src/kinds/logs/logs.ts'
import { describeWith } from '../../real-stack.ts'
import { observe, rejection } from '../builders.ts'
import { contextOn, program, server } from './log-machines.ts'

/*
 * Real journals, read by the real journalctl. systemd itself does not run here: what `systemctl` would say is given.
 */
const WRITER = '/lib/systemd/systemd-journal-remote'
const JOURNALCTL = '/usr/bin/journalctl'
const START = Date.parse('2026-01-14T04:30:00Z')
const NOBODY = 65_534
const [OLD_BOOT, BOOT] = ['1'.repeat(32), '2'.repeat(32)]

function whyNoJournal(): string | undefined {
  if (!existsSync(JOURNALCTL)) return 'journalctl is missing. Install systemd; it need not run.'
  return existsSync(WRITER) ? undefined : 'systemd-journal-remote is missing. Install the package of that name.'
}

type Field = readonly [name: string, value: string | Buffer]

/** An entry in the Journal Export Format: a value of several lines has its length before it, 64 bits little-endian. */
function entry(second: number, fields: readonly Field[], boot = BOOT): Buffer {
  const micros = (START + second * 1_000) * 1_000
  const head = `__REALTIME_TIMESTAMP=${micros}\n__MONOTONIC_TIMESTAMP=${micros % 1e9}\n_BOOT_ID=${boot}\n`
  const written = fields.map(([name, value]) => {
    const bytes = Buffer.from(value)
    if (bytes.every(byte => byte >= 32)) return Buffer.concat([Buffer.from(`${name}=`), bytes, Buffer.from('\n')])
    const length = Buffer.alloc(8)
    length.writeBigUInt64LE(BigInt(bytes.length))
    return Buffer.concat([Buffer.from(`${name}\n`), length, bytes, Buffer.from('\n')])
  })
  return Buffer.concat([Buffer.from(head), ...written, Buffer.from('\n')])
}

const said = (priority: string, message: string | Buffer, ...more: readonly Field[]): readonly Field[] => [
  ['_SYSTEMD_UNIT', 'backend.service'],
  ['PRIORITY', priority],
  ['MESSAGE', message],
  ...more,
]
/** What systemd says of the unit is trusted of process 1 alone. */
const ofSystemd = (priority: string, message: string): readonly Field[] => [
  ['UNIT', 'backend.service'],
  ['_PID', '1'],
  ['PRIORITY', priority],
  ['MESSAGE', message],
]
const TRACE = 'Traceback (most recent call last):\n  File "/a.py", line 1, in x\nKeyError: 1'
const ENTRIES: readonly Buffer[] = [
  entry(-86_400, said('3', 'ERROR of the boot before'), OLD_BOOT),
  entry(0, ofSystemd('6', 'Started backend.service - The backend.')),
  entry(0, said('6', 'INFO: up')),
  entry(1, said('6', TRACE)),
  entry(2, said('6', '\x1b[31mERROR\x1b[0m größe')),
  entry(3, said('6', Buffer.from('ERROR in latin1: gr\xf6\xdfe', 'latin1'))),
  entry(4, said('6', `ERROR long ${'x'.repeat(40_000)}`)),
  entry(5, said('6', `\x1b[0mINFO coloured\n${'x'.repeat(45_000)}\nERROR behind`)),
  entry(6, said('6', 'ERROR first of two', ['MESSAGE', 'INFO second of two'])),
  entry(7, said('6', 'the gravest counts', ['PRIORITY', '3'])),
  entry(8, [['_SYSTEMD_UNIT', 'backend.service']]),
  entry(9, said('6', '')),
  entry(10, [
    ['_SYSTEMD_UNIT', 'other.service'],
    ['PRIORITY', '3'],
    ['MESSAGE', 'ERROR of another'],
  ]),
  entry(11, said('3', `${'y'.repeat(3_000_000)}`)),
  entry(12, ofSystemd('4', 'backend.service: Main process exited, code=exited, status=1/FAILURE')),
  entry(13, ofSystemd('3', 'Failed to start backend.service - The backend.')),
]

describeWith(whyNoJournal(), 'a real journal', () => {
  let folder: string
  const journal = (name: string): string => join(folder, name, 'system.journal')

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'))
    chmodSync(folder, 0o755)
    writeFileSync(join(folder, 'export'), Buffer.concat(ENTRIES))
    for (const name of ['whole', 'empty', 'closed', 'broken']) execFileSync('mkdir', [join(folder, name)])
    execFileSync(WRITER, [`--output=${journal('whole')}`, join(folder, 'export')], { stdio: 'ignore' })
    const show = 'LoadState=loaded\\nActiveState=active\\nExecMainStartTimestamp=Wed 2026-01-14 04:30:00 UTC\\n'
    await program(folder, 'systemctl', `printf '${show}'`)
    for (const name of ['closed', 'broken']) copyFileSync(journal('whole'), journal(name))
    truncateSync(journal('broken'), 1_000_000)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Looks at a journal as the user that `as` makes of us. */
  const look = async (name: string, spec: Record<string, unknown> = {}, as = '') => {
    await program(folder, 'journalctl', `exec ${as} ${JOURNALCTL} --directory=${join(folder, name)} "$@"`)
    const machine = server({}, { ...process.env, PATH: `${folder}:${process.env.PATH}` })
    return observe(logsKind, { host: 'prod', unit: 'backend', ...spec }, contextOn({ machine }))
  }

  it('has of a unit what it and systemd said since its start', async () => {
    const { parts } = await look('whole')
    expect(parts.events).toMatchObject([
      { time: '2026-01-14T04:30:01.000Z', level: 'error', text: TRACE },
      { text: 'ERROR größe' },
      { text: 'ERROR in latin1: gr\ufffd\ufffde' },
      { text: `ERROR long ${'x'.repeat(40_000)}`.slice(0, 32 * 1024) },
      { text: 'ERROR behind' },
      { text: 'ERROR first of two' },
      { text: 'the gravest counts' },
      { time: '2026-01-14T04:30:11.000Z', text: expect.stringMatching(/^y+$/) },
      { text: 'Failed to start backend.service - The backend.' },
    ])
    expect(parts.scanned).toBe(17)
  })

  it('is cut to a period, across boots', async () => {
    const until = { at: '2026-01-14T04:30:02Z' }
    const { parts } = await look('whole', { since: { at: '2026-01-13T00:00:00Z' }, until })
    expect(parts.events).toMatchObject([{ text: 'ERROR of the boot before' }, { text: TRACE }, { text: 'ERROR größe' }])
    expect((await look('whole', { since: { at: '2026-01-14T05:00:00Z' } })).parts.scanned).toBe(0)
  })

  it('that is not there, or broken, is no journal without errors', async () => {
    expect(await rejection(look('empty'))).toMatchObject({
      code: 'log-unreadable',
      message: expect.stringContaining('there is none'),
    })
    expect(await rejection(look('broken'))).toMatchObject({
      code: 'log-unreadable',
      message: expect.stringContaining('broken/system.journal is broken'),
    })
  })

  it.runIf(process.getuid?.() === 0)('is not read in part by somebody who may not see all of it', async () => {
    const as = `setpriv --reuid ${NOBODY} --regid ${NOBODY} --clear-groups`
    chmodSync(journal('closed'), 0o600)
    const none = await rejection(look('closed', {}, as))
    const own = join(folder, 'closed', `user-${NOBODY}.journal`)
    copyFileSync(journal('whole'), own)
    chownSync(own, NOBODY, NOBODY)
    const part = await rejection(look('closed', {}, as))
    const expected = { code: 'log-unreadable', message: expect.stringContaining('may not see all') }
    expect([none, part]).toMatchObject([expected, expected])
    expect((await look('closed')).parts.count).toBeGreaterThan(0)
  })
})
