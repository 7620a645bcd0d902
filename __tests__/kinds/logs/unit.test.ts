import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { logsKind } from '../../../src/kinds/logs/logs.ts'
import { FACTS } from '../../run-facts.ts'
import { observe, rejection } from '../builders.ts'
import { contextOn, program, server } from './log-machines.ts'

/*
 * systemd does not run where these tests do. Its two programs are stood in for; what they print is as systemd 252 prints it,
 * which says nothing of what the user may not see when it is asked for JSON. `journal.itg.test.ts` reads real journals.
 */
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unit-'))
  await program(
    folder,
    'systemctl',
    `echo "systemctl $*" >> ${folder}/calls; cat ${folder}/show; cat ${folder}/show-words >&2 2>/dev/null; exit $(cat ${folder}/show-code)`,
  )
  await program(
    folder,
    'journalctl',
    `echo "journalctl $*" >> ${folder}/calls
case "$*" in
*--lines=0*) cat ${folder}/words >&2; echo "-- No entries --"; exit 0;;
*--lines=1*) cat ${folder}/last;;
*) cat ${folder}/entries;;
esac
cat ${folder}/json-words >&2; exit $(cat ${folder}/code)`,
  )
})
afterAll(() => rm(folder, { recursive: true }))

const START = Date.parse('2026-01-14T04:30:00Z')
const SHOW = 'LoadState=loaded\nActiveState=active\nExecMainStartTimestamp=Wed 2026-01-14 04:30:00 UTC\n'

beforeEach(async () => {
  const files = {
    show: SHOW,
    'show-words': '',
    'show-code': '0',
    entries: '',
    last: '',
    words: '',
    'json-words': '',
    code: '0',
    calls: '',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
})

const set = (name: string, text: string) => writeFile(join(folder, name), text)

function entry(second: number, message: unknown, priority?: string): string {
  const micros = (START + second * 1_000) * 1_000
  const fixed = { __CURSOR: 's=1;i=1', __REALTIME_TIMESTAMP: String(micros), __MONOTONIC_TIMESTAMP: '1', _BOOT_ID: 'b' }
  return `${JSON.stringify({ ...fixed, ...(priority && { PRIORITY: priority }), MESSAGE: message })}\n`
}

/** How the journal writes a time into the name of a file. */
const micros = (second: number): string => ((START + second * 1_000) * 1_000).toString(16).padStart(16, '0')

const machine = () => server({}, { ...process.env, PATH: `${folder}:${process.env.PATH}` })
const look = (spec: Record<string, unknown> = {}) =>
  observe(logsKind, { host: 'prod', unit: 'backend', ...spec }, contextOn({ machine: machine() }))

describe('the journal of a unit', () => {
  it('without errors counts none', async () => {
    await set('entries', entry(0, 'Started backend.service.', '6') + entry(1, 'INFO: uvicorn.error: fine', '6'))
    const { parts, evidence } = await look()
    expect(parts).toEqual({ events: [], count: 0, counts: {}, scanned: 2 })
    expect(evidence()[0]?.title).toBe('0 events in 2 lines of backend on prod (deploy@example.com)')
  })

  it('begins with the start of its process, so that it may not end before that', async () => {
    await set('entries', entry(0, 'Started backend.service.', '6'))
    const looking = look({ until: { at: '2026-01-14T04:00:00Z' } })
    expect(await rejection(looking)).toMatchObject({ code: 'log-window' })
  })

  it('has traces whether they came line by line or at once', async () => {
    const trace = ['Traceback (most recent call last):', '  File "/a.py", line 1, in x', 'KeyError: 1']
    await set(
      'entries',
      trace.map(line => entry(1, line, '6')).join('') + entry(2, 'INFO fine', '6') + entry(3, trace.join('\n'), '3'),
    )
    const text = trace.join('\n')
    expect((await look()).parts.events).toEqual([
      { service: null, time: '2026-01-14T04:30:01.000Z', level: 'error', text },
      { service: null, time: '2026-01-14T04:30:03.000Z', level: 'error', text },
    ])
  })

  it.each([
    ['3', 'disk is gone', ['error']],
    ['2', 'disk is gone', ['fatal']],
    ['4', 'disk is slow', []],
    ['6', 'disk is fine', []],
    ['3', 'INFO: the text knows better', []],
    ['6', 'ERROR: the text knows better', ['error']],
    [undefined, 'nobody says', []],
  ])('takes the priority %s where %j states no level', async (priority, message, levels) => {
    await set('entries', entry(1, message, priority))
    expect(((await look()).parts.events as { level: string }[]).map(({ level }) => level)).toEqual(levels)
  })

  it('has messages that came as bytes or several times, and none for what is no entry', async () => {
    const bytes = [...Buffer.from('\x1b[31mERROR\x1b[0m größe')]
    await set(
      'entries',
      `-- No entries --\n${entry(1, bytes, '6')}${entry(2, ['ERROR a', 'INFO b'], '6')}${entry(3, null)}`,
    )
    expect((await look()).parts.events).toMatchObject([{ text: 'ERROR größe' }, { text: 'ERROR a' }])
  })

  it('is asked for since the unit was started, unless the author says; by the host’s clock', async () => {
    await set('entries', entry(1, 'x'))
    await look()
    const ahead = 300_000
    const startedAt = new Date(START).toISOString()
    const context = contextOn(
      { machine: { ...machine(), clockOffset: async () => ahead } },
      { facts: { ...FACTS, startedAt } },
    )
    await set('entries', entry(299, 'ERROR before') + entry(301, 'ERROR in the run'))
    const { parts } = await observe(
      logsKind,
      { host: 'prod', unit: '-x', since: { at: startedAt }, until: { at: '2026-01-14T05:00:00Z' } },
      context,
    )
    expect(parts.events).toMatchObject([{ text: 'ERROR in the run' }])
    const json = '--no-pager --output=json --all --output-fields=MESSAGE,PRIORITY'
    const probe = 'journalctl --no-pager --lines=0'
    const show = 'systemctl show --property=LoadState --property=ActiveState --property=ExecMainStartTimestamp --'
    expect((await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n')).toEqual([
      probe,
      `${show} backend`,
      `journalctl --unit=backend ${json} --since=@${START / 1_000 - 1}.000`,
      probe,
      `${show} -x`,
      `journalctl --unit=-x ${json} --since=@${START / 1_000 + 299}.000 --until=@${START / 1_000 + 1_801}.000`,
    ])
  })

  it('that is empty in the window is fine when there are earlier lines, or when the unit does not run', async () => {
    expect(await rejection(look())).toMatchObject({ code: 'log-empty' })
    await set('last', entry(0, 'x'))
    expect((await look()).parts.scanned).toBe(0)
    await set('last', '')
    await set('show', 'LoadState=loaded\nActiveState=inactive\nExecMainStartTimestamp=\n')
    expect((await look()).parts.scanned).toBe(0)
  })

  it.each([
    ['show', 'LoadState=not-found\nActiveState=inactive\nExecMainStartTimestamp=\n', 'unit-unknown'],
    ['show', '', 'unit-unknown'],
    ['show', 'NoJournal=yes\n', 'log-unreadable'],
    ['show-code', '1', 'log-unreadable'],
    ['code', '1', 'log-unreadable'],
    ['words', 'Hint: You are currently not seeing messages from other users and the system.', 'log-unreadable'],
    ['json-words', 'No journal files were opened due to insufficient permissions.', 'log-unreadable'],
    ['json-words', 'Journal file /j/system.journal is truncated, ignoring file.', 'log-unreadable'],
    [
      'json-words',
      `Journal file /j/system@${micros(60)}-00000000000000ff.journal~ corrupted, ignoring file.`,
      'log-unreadable',
    ],
    ['words', 'No journal files were found.', 'log-unreadable'],
    ['json-words', 'Journal file /var/log/journal/1/system.journal corrupted, ignoring file.', 'log-unreadable'],
  ])('errs where it cannot be read: %s says %j', async (name, text, code) => {
    await set('entries', entry(1, 'INFO fine'))
    await set(name, text)
    expect(await rejection(look())).toMatchObject({ code, verdict: 'errored' })
  })
  it('can be read beside a broken file that was put away before the time that counts', async () => {
    await set('entries', entry(1, 'ERROR boom', '6'))
    await set(
      'json-words',
      `Journal file /j/system@${micros(-60)}-00000000000000ff.journal~ is truncated, ignoring file.\n`,
    )
    expect((await look()).parts.count).toBe(1)
  })

  it.each([
    ['text', '\n', 4_500_000],
    ['bytes', '\x1b[0m\n', 1_500_000],
  ])('has long messages whole, and longer ones as far as they are read: %s', async (_what, end, most) => {
    const long = (size: number): unknown => {
      const text = `INFO begun${end}${'x'.repeat(size)}\nERROR behind`
      return end === '\n' ? text : [...Buffer.from(text)]
    }
    await set('entries', entry(1, long(60_000), '6') + entry(2, long(most), '3') + entry(3, 'ERROR next', '6'))
    expect((await look()).parts.events).toMatchObject([
      { time: '2026-01-14T04:30:01.000Z', text: 'ERROR behind' },
      { time: '2026-01-14T04:30:02.000Z', level: 'error', text: expect.stringMatching(/^x+$/) },
      { time: '2026-01-14T04:30:03.000Z', text: 'ERROR next' },
    ])
  })

  it('takes the gravest of several priorities', async () => {
    await set('entries', entry(1, 'disk is gone', '6').replace('"6"', '["6","3"]'))
    expect((await look()).parts.events).toMatchObject([{ level: 'error' }])
  })
})
