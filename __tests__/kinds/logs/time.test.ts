import { describe, expect, it } from 'vitest'
import { readLine } from '../../../src/kinds/logs/log-line.ts'

const NOW = Date.parse('2026-02-01T00:00:00Z')
const local = (...parts: [number, number, number, number, number, number, number?]) => new Date(...parts).getTime()

const LINES: readonly (readonly [line: string, time: number | undefined])[] = [
  ['2026-01-14T04:30:00.123Z ERROR x', Date.UTC(2026, 0, 14, 4, 30, 0, 123)],
  ['2026-01-14T04:30:00.123456789+05:00 x', Date.UTC(2026, 0, 13, 23, 30, 0, 123)],
  ['2026-01-14 04:30:00.123 UTC [64] LOG: x', Date.UTC(2026, 0, 14, 4, 30, 0, 123)],
  ['[2026-01-14 04:30:00 +0000] [7] [INFO] x', Date.UTC(2026, 0, 14, 4, 30)],
  ['[2026-01-14 04:30:00 -0130] x', Date.UTC(2026, 0, 14, 6, 0)],
  ['2026-01-14 04:30:00,123 - app - INFO - x', local(2026, 0, 14, 4, 30, 0, 123)],
  ['2026/01/14 04:30:00 [error] 29#29: x', local(2026, 0, 14, 4, 30, 0)],
  ['ERROR 2026-01-14 04:30:00,123 views x', local(2026, 0, 14, 4, 30, 0, 123)],
  ['E, [2026-01-14T04:30:00.123456 #1] ERROR -- : x', local(2026, 0, 14, 4, 30, 0, 123)],
  ['127.0.0.1 - - [14/Jan/2026:04:30:00 +0000] "GET / HTTP/1.1" 200', Date.UTC(2026, 0, 14, 4, 30)],
  ['127.0.0.1 - - [14/Jan/2026 04:30:00] "GET / HTTP/1.1" 200 -', local(2026, 0, 14, 4, 30, 0)],
  ['2026-01-14  4:30:00 0 [Note] InnoDB: x', local(2026, 0, 14, 4, 30, 0)],
  ['2026.01.14 04:30:00.123456 [ 1 ] {} <Error> x', local(2026, 0, 14, 4, 30, 0, 123)],
  ['E20260114 04:30:00.123456 1 x.cc:1] x', local(2026, 0, 14, 4, 30, 0, 123)],
  ['logger=a uname= t=2026-01-14T04:30:00Z level=info', Date.UTC(2026, 0, 14, 4, 30)],
  ['[14-Jan-2026 04:30:00 UTC] PHP Warning: x', Date.UTC(2026, 0, 14, 4, 30)],
  ['[14/Jan/2026 04:30:00] "GET /" 200', local(2026, 0, 14, 4, 30, 0)],
  ['1:M 14 Jan 2026 04:30:00.123 * Ready', local(2026, 0, 14, 4, 30, 0, 123)],
  ['[Wed Jan 14 04:30:00.123456 2026] [core:error] x', local(2026, 0, 14, 4, 30, 0, 123)],
  ['Jan 14, 2026 4:30:00 PM com.x.App main', local(2026, 0, 14, 16, 30, 0)],
  ['Jan 14 04:30:00 web1 app[1]: x', local(2026, 0, 14, 4, 30, 0)],
  ['Dec 31 23:59:59 web1 app[1]: x', local(2025, 11, 31, 23, 59, 59)],
  ['<13>Jan  4 04:30:00 web1 app[1]: x', local(2026, 0, 4, 4, 30, 0)],
  ['E0114 04:30:00.123456 1 main.go:12] x', local(2026, 0, 14, 4, 30, 0, 123)],
  ['time="2026-01-14T04:30:00Z" level=info', Date.UTC(2026, 0, 14, 4, 30)],
  ['level=info ts=2026-01-14T04:30:00Z msg=x', Date.UTC(2026, 0, 14, 4, 30)],
  ['{"time":"2026-01-14T04:30:00Z","msg":"x"}', Date.UTC(2026, 0, 14, 4, 30)],
  ['{"ts":1768365000.5,"msg":"x"}', 1_768_365_000_500],
  ['{"time":1768365000123,"msg":"x"}', 1_768_365_000_123],
  ['{"@timestamp":"2026-01-14T04:30:00.000Z"}', Date.UTC(2026, 0, 14, 4, 30)],
  ['backend-1  | 2026-01-14T04:30:00Z x', Date.UTC(2026, 0, 14, 4, 30)],
  ['[Nest] 1234  - 01/14/2026, 4:30:00 PM   ERROR [App] x', new Date(2026, 0, 14, 16, 30).getTime()],
  ['{"t":{"$date":"2026-01-14T04:30:00.000+00:00"},"s":"E","msg":"x"}', Date.UTC(2026, 0, 14, 4, 30)],
  ['2026-01-14T04:30:00.000000000Z {"msg":"x"}', Date.UTC(2026, 0, 14, 4, 30)],
  ['The backup of 2026-01-14 04:30:00 is complete', undefined],
  ['INFO: nothing', undefined],
  ['2026-13-14 04:30:00 x', undefined],
  ['took 00:30:00 in all', undefined],
]

describe('the time of a line', () => {
  it.each(LINES)('%s', (line, time) => {
    expect(readLine(line, { fields: {}, now: NOW }).time).toBe(time)
  })

  it.each([
    ['2026-01-14 09:30:00,123 - app - INFO - x', 300],
    ['2026/01/14 01:00:00 [error] 29#29: x', -210],
    ['Jan 14 09:30:00 web1 app[1]: x', 300],
    ['2026-01-14T04:30:00Z x', 300],
  ])('%s, written where local time is %d minutes ahead', (line, zone) => {
    const { time } = readLine(line, { fields: {}, now: NOW, zone })
    expect(new Date(time ?? 0).toISOString().slice(0, 19)).toBe('2026-01-14T04:30:00')
  })
})
