import { appendFile, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logsKind } from '../../../src/kinds/logs/logs.ts'
import { boundPattern, codes, observe, observeContext, rejection, review, template } from '../builders.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logs-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function look(log: string, spec: Record<string, unknown> = {}) {
  await writeFile(join(folder, 'app.log'), log)
  return observe(logsKind, { file: 'app.log', ...spec }, observeContext({ folder }))
}

const HEALTHY = `INFO:     Started server process [1]
INFO:     uvicorn.error: Application startup complete.
INFO:     127.0.0.1:1 - "GET /error HTTP/1.1" 500 Internal Server Error
`

describe('a log', () => {
  it('without errors counts none, and says how much was read', async () => {
    const { parts } = await look(HEALTHY)
    expect(parts).toEqual({ events: [], count: 0, counts: {}, scanned: 3 })
  })

  it('that is empty shows that nothing was scanned', async () => {
    const { parts } = await look('')
    expect(parts).toEqual({ events: [], count: 0, counts: {}, scanned: 0 })
  })

  it('with an error and a trace counts one event', async () => {
    const trace = 'Traceback (most recent call last):\n  File "/a.py", line 1, in x\nKeyError: 1'
    const { parts } = await look(`${HEALTHY}2026-01-14T04:30:00Z ERROR app boom\n${trace}\n`)
    expect(parts.count).toBe(1)
    expect(parts.events).toEqual([
      {
        service: null,
        time: '2026-01-14T04:30:00.000Z',
        level: 'error',
        text: `2026-01-14T04:30:00Z ERROR app boom\n${trace}`,
      },
    ])
    expect(parts.scanned).toBe(7)
  })

  it.each([
    ['ends before it begins', { since: { agoMs: 60_000 }, until: { agoMs: 3_600_000 } }],
    ['begins in the future', { since: { at: '2099-01-01T00:00:00Z' } }],
  ])('is no evidence of anything in a window that %s', async (_case, spec) => {
    expect(await rejection(look('2026-01-14T04:30:00Z ERROR app boom\n', spec))).toMatchObject({ code: 'log-window' })
  })

  it('may be looked at from a moment on that another clock calls now', async () => {
    const since = { at: new Date(Date.now() + 60_000).toISOString() }
    const { parts } = await look('2026-01-14T04:30:00Z ERROR app boom\n', { since })
    expect(parts.count).toBe(0)
  })

  it.each([
    ['gzip', [0x1f, 0x8b, 8, 0]],
    ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
    ['journal', [...Buffer.from('LPKSHHRH')]],
  ])('that is %s cannot be read, and has not no errors', async (_case, bytes) => {
    await writeFile(join(folder, 'packed'), Buffer.from(bytes))
    const looking = observe(logsKind, { file: 'packed' }, observeContext({ folder }))
    expect(await rejection(looking)).toMatchObject({ code: 'log-unreadable' })
  })

  it.each([
    ['app.log.1', 'INFO 2026-01-14 04:31:00Z', true],
    ['app.log-20260114', '', true],
    ['app.log.1', 'INFO 2026-01-14 04:29:00Z', false],
    ['app.log.bak', 'INFO 2026-01-14 04:31:00Z', false],
  ])('whose beginning was rotated to %s while it said %j is not whole: %s', async (name, line, cut) => {
    const own = await mkdtemp(join(folder, 'rotated-'))
    await writeFile(join(own, name), 'ERROR of before\n')
    await writeFile(join(own, 'app.log'), `${line}\n`)
    const since = { at: '2026-01-14T04:30:00Z' }
    const looking = observe(logsKind, { file: 'app.log', since }, observeContext({ folder: own }))
    if (cut) expect(await rejection(looking)).toMatchObject({ code: 'log-rotated' })
    else expect((await looking).parts.count).toBe(0)
  })

  it('whose older part was last written before the window is whole', async () => {
    const own = await mkdtemp(join(folder, 'rotated-'))
    await writeFile(join(own, 'app.log.1'), 'ERROR of before\n')
    await utimes(join(own, 'app.log.1'), 1_000, 1_000)
    await writeFile(join(own, 'app.log'), 'INFO 2026-01-14 04:31:00Z\n')
    const spec = { file: 'app.log', since: { at: '2026-01-14T04:30:00Z' } }
    expect((await observe(logsKind, spec, observeContext({ folder: own }))).parts.count).toBe(0)
  })

  it('in UTF-16 is read by its byte order mark', async () => {
    await writeFile(join(folder, 'wide.log'), Buffer.from('\ufeffINFO fine\r\nERROR größe\r\n', 'utf16le'))
    const { parts } = await observe(logsKind, { file: 'wide.log' }, observeContext({ folder }))
    expect(parts.events).toMatchObject([{ text: 'ERROR größe' }])
  })

  it('of a container engine has its times and its stack traces', async () => {
    const trace = ['Traceback (most recent call last):', '  File "/a.py", line 1, in f', 'KeyError: 1']
    const lines = trace.map(log => JSON.stringify({ log: `${log}\n`, stream: 'stderr', time: '2026-01-14T04:30:00Z' }))
    const { parts } = await look(`${lines.join('\n')}\n`, { since: { at: '2026-01-14T04:00:00Z' } })
    expect(parts.events).toMatchObject([{ time: '2026-01-14T04:30:00.000Z', text: trace.join('\n') }])
  })

  it('that writes whole seconds loses nothing of the second in which the window begins', async () => {
    const log = '2026-01-14T04:29:59Z ERROR a\n2026-01-14T04:30:00Z ERROR b\n2026-01-14T04:30:00.100Z ERROR c\n'
    const { parts } = await look(log, { since: { at: '2026-01-14T04:30:00.500Z' } })
    expect(parts.events).toMatchObject([{ text: '2026-01-14T04:30:00Z ERROR b' }])
  })

  it('counts what matches when a pattern is given, and nothing else', async () => {
    const { parts } = await look(`${HEALTHY}ERROR: boom\n`, { match: boundPattern(/uvicorn\.error/) })
    expect(parts.count).toBe(1)
  })

  it('keeps so many events and counts all', async () => {
    const { parts } = await look('ERROR: a\nERROR: b\nERROR: c\n', { limit: 2 })
    expect(parts.count).toBe(3)
    expect(parts.events).toMatchObject([{ text: 'ERROR: a' }, { text: 'ERROR: b' }])
  })

  it.each([
    ['the only line', 'ERROR: client closed connection\n', 0],
    ['one line of two events', 'ERROR: client closed connection\nERROR: boom\n', 1],
    ['the message but not what was thrown', 'ERROR: client closed connection\nValueError: boom\n', 1],
    ['both', 'ERROR: client closed connection\nConnectionError: client closed connection\n', 0],
  ])('drops an event only if `ignore` covers all that makes it count: %s', async (_name, log, count) => {
    const { parts } = await look(log, { ignore: [boundPattern(/client closed/)] })
    expect(parts.count).toBe(count)
  })

  it('may ignore by several patterns together', async () => {
    const ignore = [boundPattern(/first/), boundPattern(/second/)]
    const { parts } = await look('ERROR: first\nValueError: second\nERROR: third\n', { ignore })
    expect(parts.count).toBe(1)
  })

  it('is read without its control codes', async () => {
    const { parts } = await look('\x1b[2K\x1b[31mERROR\x1b[0m: boom\x07\r\n\x1b]0;title\x07INFO: fine\r\n')
    expect(parts.events).toMatchObject([{ text: 'ERROR: boom' }])
  })

  it('of several services is counted by service, and its traces do not mix', async () => {
    const { parts } = await look(
      [
        'backend-1   | ERROR: boom',
        'backend-1   | Traceback (most recent call last):',
        'worker_1    | INFO: fine',
        'backend-1   |   File "/a.py", line 1, in x',
        'backend-1   | KeyError: 1',
        '',
      ].join('\n'),
    )
    expect(parts.counts).toEqual({ backend: 1, worker: 0 })
    expect(parts.events).toMatchObject([
      { service: 'backend', text: expect.stringMatching(/^ERROR: boom\nTraceback.*\n {2}File.*\nKeyError: 1$/) },
    ])
  })

  it('reads JSON lines, and gives their message', async () => {
    const { parts, document } = await look(
      '{"level":"error","msg":"boom","time":"2026-01-14T04:30:00Z"}\n{"level":"info"}\n',
    )
    const event = { service: null, time: '2026-01-14T04:30:00.000Z', level: 'error', text: 'boom' }
    expect(parts.events).toEqual([event])
    expect(document).toEqual({ json: [event] })
  })

  it('shows lines around an event as evidence', async () => {
    const { evidence } = await look('a\nb\nERROR: boom\nc\nd\n', { context: 1 })
    expect(evidence()[0]?.text).toBe('  b\n> ERROR: boom\n  c')
    expect(evidence()[0]?.outside).toBe(true)
  })

  it('shows its first events at once, one at least and twelve lines of several', async () => {
    const trace = [
      'Traceback (most recent call last):',
      ...Array.from({ length: 20 }, () => '  File "/a"'),
      'KeyError: 1',
    ]
    const lines = Array.from({ length: 30 }, (_, at) => `2026-01-14T04:30:${10 + at}Z ERROR app ${at}`)
    const pieces = async (log: readonly string[]) =>
      (await look(log.join('\n')))
        .evidence()
        .map(({ title, text, telling }) => [title, telling, text.split('\n').at(-1)])
    expect(await pieces(lines)).toEqual([
      ['30 events in 30 lines of app.log', true, '… 24 more'],
      ['Events 7 to 20', undefined, '… 10 more'],
    ])
    expect(await pieces([`2026-01-14T04:30:00Z ERROR app`, ...trace, ...lines.slice(0, 1)])).toEqual([
      ['2 events in 24 lines of app.log', true, '… 1 more'],
      ['Events 2 to 2', undefined, lines[0]],
    ])
    expect(await pieces(lines.slice(0, 2))).toEqual([['2 events in 2 lines of app.log', true, lines[1]]])
    expect((await look(HEALTHY)).evidence().map(({ telling }) => telling)).toEqual([undefined])
  })

  it('is read in constant memory whatever the length of a line', async () => {
    const { parts } = await look(`ERROR: ${'x'.repeat(2_000_000)}\nERROR: next\n`)
    expect(parts.count).toBe(2)
    expect(JSON.stringify(parts).length).toBeLessThan(100_000)
  })

  it('keeps characters whole that lie across what is read at once', async () => {
    const { parts } = await look(`${'ü'.repeat(30_000)}\n${`${'é'.repeat(1_000)}\n`.repeat(300)}ERROR: ünï\n`)
    expect(parts.events).toMatchObject([{ text: 'ERROR: ünï' }])
    expect(parts.scanned).toBe(302)
  })
})

describe('the time of a log', () => {
  const LOG = `no time yet
2026-01-14T04:00:00Z ERROR old
2026-01-14T04:30:00Z ERROR middle
belongs to the middle
2026-01-14T05:00:00Z ERROR new
`
  it.each([
    [{ since: { at: '2026-01-14T04:30:00.000Z' } }, 2, 3],
    [{ until: { at: '2026-01-14T04:30:00.000Z' } }, 2, 4],
    [{ since: { at: '2026-01-14T04:10:00.000Z' }, until: { at: '2026-01-14T04:40:00.000Z' } }, 1, 2],
    [{ since: { at: '2026-01-14T05:00:01.000Z' } }, 0, 0],
    [{}, 3, 5],
  ])('is cut to %j', async (window, count, scanned) => {
    const { parts } = await look(LOG, window)
    expect([parts.count, parts.scanned]).toEqual([count, scanned])
  })

  it('may be so long ago', async () => {
    const recent = new Date(Date.now() - 60_000).toISOString()
    const log = `${new Date(Date.now() - 3_600_000).toISOString()} ERROR old\n${recent} ERROR new\n`
    const { parts } = await look(log, { since: { agoMs: 600_000 } })
    expect(parts.events).toMatchObject([{ time: recent }])
  })

  it('cannot be asked of a log that has none', async () => {
    const looking = look('ERROR: boom\n', { since: { at: '2026-01-14T04:30:00.000Z' } })
    expect(await rejection(looking)).toMatchObject({ code: 'log-without-times', verdict: 'errored' })
    const { parts } = await look('', { since: { at: '2026-01-14T04:30:00.000Z' } })
    expect(parts.scanned).toBe(0)
  })
})

describe('a log that cannot be read errs', () => {
  it.each([
    ['nowhere.log', 'log-missing'],
    ['.', 'log-unreadable'],
    ['/dev/null', 'log-unreadable'],
  ])('%s', async (file, code) => {
    const error = await rejection(observe(logsKind, { file }, observeContext({ folder })))
    expect(error).toMatchObject({ code, verdict: 'errored' })
  })

  it('with the reason of the signal', async () => {
    await appendFile(join(folder, 'app.log'), 'INFO: x\n'.repeat(100_000))
    const reason = new Error('stop')
    const context = observeContext({ folder, signal: AbortSignal.abort(reason) })
    expect(await rejection(observe(logsKind, { file: 'app.log' }, context))).toBe(reason)
  })
})

describe('a specification of logs', () => {
  it.each([
    [{ file: template('app.log') }, []],
    [{ host: template('prod'), services: [template('web')] }, []],
    [{}, ['logs-one-of']],
    [{ file: template('a'), unit: template('b') }, ['logs-one-of']],
    [{ services: [template('web')] }, ['service-without-host']],
    [{ file: template('a'), host: template('pord') }, ['unknown-host']],
  ])('%# has the right faults', (spec, expected) => {
    expect(codes(review(logsKind, spec, { hosts: ['prod'] }))).toEqual(expected)
  })

  it('describes itself', () => {
    expect(logsKind.describe({ file: template('/var/log/{{ $app }}.log') })).toBe('log of /var/log/{{ $app }}.log')
  })
})
