import { afterAll, describe, expect, it } from 'vitest'
import { logsKind } from '../../../src/kinds/logs/logs.ts'
import { FACTS } from '../../run-facts.ts'
import { boundPattern, observe, rejection } from '../builders.ts'
import { contextOn, project, server } from './log-machines.ts'
import { at, loggedContainers } from './logged-containers.ts'

const containers = await loggedContainers()
afterAll(() => containers[Symbol.asyncDispose]())
const { logged, look } = containers

describe('the log of a service', () => {
  it('without errors counts none, also of a service without any event', async () => {
    const log = at('01', 'INFO:     uvicorn.error: Application startup complete.')
    const { parts } = await look([await logged(log), await logged(log, { service: 'bot' })])
    expect(parts).toEqual({ events: [], count: 0, counts: { backend: 0, bot: 0 }, scanned: 2 })
  })

  it('has its stack traces, though the engine writes a time before each line', async () => {
    const trace = ['Traceback (most recent call last):', '  File "/a.py", line 1, in x', 'KeyError: 1']
    const log = `${at('01', 'ERROR app boom')}${trace.map(line => at('01', line)).join('')}${at('02', 'INFO next')}`
    const { parts } = await look([await logged(log)])
    expect(parts.events).toEqual([
      {
        service: 'backend',
        time: '2026-01-14T04:30:01.000Z',
        level: 'error',
        text: `ERROR app boom\n${trace.join('\n')}`,
      },
    ])
    expect(parts.scanned).toBe(5)
  })

  it('has the time of the engine, whatever zone the program writes its own in', async () => {
    const { parts } = await look([await logged(at('01.250', '2026-01-14 09:30:01,123 ERROR boom'))])
    expect(parts.events).toMatchObject([{ time: '2026-01-14T04:30:01.250Z' }])
  })

  it('gives the events of several in the order of time, and keeps the first of all', async () => {
    const one = await logged(at('01', 'ERROR a') + at('04', 'ERROR d') + at('05', 'ERROR e'))
    const two = await logged(at('02', 'ERROR b') + at('03', 'ERROR c'), { service: 'bot' })
    const { parts } = await look([one, two], { limit: 3 })
    expect((parts.events as { text: string }[]).map(({ text }) => text)).toEqual(['ERROR a', 'ERROR b', 'ERROR c'])
    expect([parts.count, parts.counts]).toEqual([5, { backend: 3, bot: 2 }])
  })

  it('is that of all its containers, stopped ones too; their traces do not mix', async () => {
    const trace = (name: string) =>
      at('01', 'Traceback (most recent call last):') + at('01', '  File "/a.py", line 1') + at('01', `${name}: 1`)
    const replicas = [await logged(trace('KeyError')), await logged(trace('OSError'), { number: 2, state: 'exited' })]
    const { parts } = await look(replicas)
    expect(parts.counts).toEqual({ backend: 2 })
  })

  it('of many containers is read whole', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, (_, number) => logged(at('01', 'ERROR x'), { number })))
    expect((await look(many)).parts.count).toBe(12)
  })

  it('is read without control codes, carriage returns and the engine’s pieces of a long line', async () => {
    const stamp = at('01', '').trimEnd()
    const log = `${stamp} \x1b[31mERROR\x1b[0m boom\r\n${stamp} ERROR ${'x'.repeat(16_378)}${stamp} ${'y'.repeat(9)}\n`
    const { parts } = await look([await logged(log)])
    expect(parts.events).toMatchObject([
      { text: 'ERROR boom' },
      { text: `ERROR ${'x'.repeat(16_378)}${'y'.repeat(9)}` },
    ])
  })

  it('has the line that was glued to the last words of a program that died', async () => {
    const log = `${at('01', 'bye').trimEnd()}${at('03', 'ERROR boom')}`
    const { parts } = await look([await logged(log)])
    expect(parts.events).toMatchObject([{ time: '2026-01-14T04:30:03.000Z', text: 'ERROR boom' }])
  })

  it('keeps the times a program writes itself', async () => {
    const text = 'ERROR since 2026-01-14T04:29:59.123456789Z it fails'
    expect((await look([await logged(at('01', text))])).parts.events).toMatchObject([{ text }])
  })

  it('leaves lines that look like marks of Compose or an engine to the program', async () => {
    const lines = ['db-1  | ERROR: boom', '{"log":"ERROR boom","time":"2020-01-01T00:00:00Z","level":"error"}']
    const { parts } = await look([await logged(lines.map(line => at('01', line)).join(''))])
    expect(parts.counts).toEqual({ backend: 2 })
    expect(parts.events).toMatchObject([{ text: lines[0] }, { time: '2026-01-14T04:30:01.000Z' }])
  })

  it('of Podman has its times with an offset', async () => {
    const { parts } = await look([await logged('2026-01-14T09:30:01.000000000+05:00 ERROR boom\n')])
    expect(parts.events).toMatchObject([{ time: '2026-01-14T04:30:01.000Z', text: 'ERROR boom' }])
  })

  it('joins no trace to a message of long before', async () => {
    const log =
      at('01', 'ERROR boom') + at('30', 'Traceback (most recent call last):') + at('30', '  File "/a", line 1')
    expect((await look([await logged(log)])).parts.count).toBe(2)
  })

  it('is matched and ignored like a file', async () => {
    const log = at('01', 'GET /a 200') + at('02', 'GET /b 502') + at('03', 'GET /health 502')
    const { parts } = await look([await logged(log)], {
      match: boundPattern(/ 502$/),
      ignore: [boundPattern(/health/)],
    })
    expect(parts.events).toMatchObject([{ text: 'GET /b 502' }])
  })

  it('shows the lines around in the same log', async () => {
    const log = at('01', 'before') + at('02', 'ERROR boom') + at('03', 'INFO after')
    const { evidence } = await look([await logged(log), await logged(at('02', 'INFO other'), { service: 'bot' })], {
      context: 1,
    })
    expect(evidence()[0]).toMatchObject({
      title: '1 event in 4 lines of backend, bot on prod (deploy@example.com): backend 1',
      text: 'backend · 2026-01-14T04:30:02Z\n  before\n> ERROR boom\n  INFO after',
    })
  })
})

describe('the time of a service', () => {
  it('begins with the start of each container unless the author says', async () => {
    const one = await logged(at('01', 'ERROR a'))
    const two = await logged(at('01', 'ERROR old') + at('05', 'ERROR b'), { startedAt: '2026-01-14T04:30:03Z' })
    expect((await look([one, two])).parts.count).toBe(2)
    expect(await containers.callsOf(one.id)).toEqual([`logs --timestamps --since 2026-01-14T03:59:58.500Z ${one.id}`])
  })

  it.each([
    ['running', '2026-01-14T04:30:08Z', ['ERROR early', 'ERROR late']],
    ['running', '2026-01-14T04:30:10.6Z', ['ERROR late']],
    ['running', undefined, ['ERROR early', 'ERROR late']],
    ['exited', '2026-01-14T04:30:20Z', ['ERROR early', 'ERROR late']],
    // It ended before its engine noted that it had begun.
    ['exited', '2026-01-14T04:30:10.895Z', ['ERROR early', 'ERROR late']],
  ])('begins before the engine noted the start: %s, ended at %s', async (state, finishedAt, texts) => {
    const log = at('08', 'ERROR of before') + at('10.610', 'ERROR early') + at('10.890', 'ERROR late')
    const one = await logged(log, { state, startedAt: '2026-01-14T04:30:10.9Z', ...(finishedAt && { finishedAt }) })
    const { parts } = await look([one])
    expect((parts.events as { text: string }[]).map(({ text }) => text)).toEqual(texts)
  })

  it('begins with the start of the container, so that it may not end before that', async () => {
    const looking = look([await logged(at('10', 'ERROR in'))], { until: { at: '2026-01-14T03:00:00Z' } })
    expect(await rejection(looking)).toMatchObject({ code: 'log-window' })
  })

  it('is asked for with a second at its ends, so that an event lies in it or not as a whole', async () => {
    const log =
      at('09.900', 'ERROR before') +
      at('10.100', '  its second line') +
      at('19.900', 'ERROR in') +
      at('20.100', '  rest')
    const own = await logged(log + at('20.500', 'ERROR after'))
    const since = { at: '2026-01-14T04:30:10.050Z' }
    const { parts } = await look([own], { since, until: { at: '2026-01-14T04:30:20.050Z' } })
    expect(parts.events).toMatchObject([{ text: 'ERROR in\n  rest' }])
    expect(await containers.callsOf(own.id)).toEqual([
      `logs --timestamps --since 2026-01-14T04:30:09.050Z --until 2026-01-14T04:30:21.050Z ${own.id}`,
    ])
  })

  it.each([5, -5])('is the host’s, whose clock is %d minutes ahead', async minutes => {
    const ahead = minutes * 60_000
    const now = Date.parse('2026-01-14T04:30:00.000Z')
    const startedAt = new Date(now - 20_000).toISOString()
    const line = (ms: number, text: string) => `${new Date(ms + ahead).toISOString().slice(0, -1)}000000Z ${text}\n`
    const log = line(now - 30_000, 'ERROR before the run') + line(now - 10_000, 'ERROR in the run')
    const one = await logged(log)
    const clock = { now: () => now, elapsed: () => 0, sleep: () => Promise.reject(new Error('No.')) }
    const machine = server({ clockOffset: async () => ahead })
    const context = contextOn(
      { compose: project([one], { engine: containers.engine, machine }) },
      { clock, facts: { ...FACTS, startedAt } },
    )
    const found = async (since: unknown) =>
      (await observe(logsKind, { host: 'prod', services: ['backend'], since }, context)).parts.count
    expect(await found({ at: startedAt })).toBe(1)
    expect(await found({ agoMs: 20_000 })).toBe(1)
    expect(await found({ agoMs: 40_000 })).toBe(2)
    // Written down by the author: the host's own.
    expect(await found({ at: new Date(now + ahead - 25_000).toISOString() })).toBe(1)
    expect(await found({ at: new Date(now + ahead - 5_000).toISOString() })).toBe(0)
  })

  it('reaches back no further than the container, and says so', async () => {
    const young = await logged(at('01', 'INFO a'), { createdAt: '2026-01-14T04:00:00Z' })
    const old = await logged(at('01', 'INFO a'), { createdAt: '2026-01-13T00:00:00Z', service: 'bot' })
    const context = contextOn({ compose: project([young, old], { engine: containers.engine }) })
    const since = { at: '2026-01-14T00:00:00Z' }
    await observe(logsKind, { host: 'prod', services: ['backend', 'bot'], since }, context)
    expect(context.notices).toEqual([
      'A container of `backend` came after `since`; what those before wrote is gone with them.',
    ])
  })
})
