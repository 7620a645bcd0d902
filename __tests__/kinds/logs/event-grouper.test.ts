import { describe, expect, it } from 'vitest'
import { EventGrouper, type LogEvent } from '../../../src/kinds/logs/event-grouper.ts'
import { readLine } from '../../../src/kinds/logs/log-line.ts'

/** Events as level and first line, with how many lines they have. */
function group(log: string, match?: RegExp): readonly LogEvent[] {
  const grouper = new EventGrouper(undefined)
  const events: LogEvent[] = []
  for (const raw of log.split('\n')) {
    const event = grouper.push(readLine(raw, { fields: {}, now: 0 }), match?.test(raw))
    if (event !== undefined) events.push(event)
  }
  const last = grouper.end()
  return last === undefined ? events : [...events, last]
}

const shapes = (log: string) => group(log).map(({ level, lines }) => `${level ?? '-'} ${lines}`)

const PYTHON = `Traceback (most recent call last):
  File "/app/main.py", line 3, in <module>
    run()
  File "/app/db.py", line 9, in run
    raise KeyError("x")
KeyError: 'x'`

const TRACES: readonly (readonly [name: string, log: string, events: readonly string[]])[] = [
  [
    'Python after an error',
    `INFO:     up\nERROR:    Exception in ASGI application\n${PYTHON}\nINFO:     next`,
    ['info 1', 'error 7', 'info 1'],
  ],
  [
    'Python with a group of exceptions',
    `ERROR:    Exception in ASGI application
  + Exception Group Traceback (most recent call last):
  |   File "/a.py", line 1, in run
  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/b.py", line 2
    | ValueError: boom
    +------------------------------------
INFO:     next`,
    ['error 9', 'info 1'],
  ],
  [
    'Go with the trace of zap',
    `2026-01-14T04:30:00.123Z\tERROR\ta/main.go:10\tboom\nmain.main\n\t/a/main.go:10\nruntime.main\n\t/b/proc.go:1\n2026-01-14T04:30:01.123Z\tINFO\tx`,
    ['error 5', 'info 1'],
  ],
  ['Ruby', `/app/a.rb:1:in 'foo': boom (RuntimeError)\n\tfrom /app/b.rb:2:in '<main>'\nready`, ['error 2', '- 1']],
  ['Python by itself', `starting\nINFO: up\n${PYTHON}\nstopping`, ['- 1', 'info 1', 'error 6', '- 1']],
  [
    'Python with a cause',
    `${PYTHON}\n\nDuring handling of the above exception, another exception occurred:\n\n${PYTHON}`,
    ['error 15'],
  ],
  ['Python twice', `${PYTHON}\n${PYTHON}`, ['error 6', 'error 6']],
  ['Python with an exception of its own', PYTHON.replace("KeyError: 'x'", 'httpx.ConnectTimeout: slow'), ['error 6']],
  [
    'Python with a message of several lines',
    `2026-01-14 04:30:00,123 ERROR app boom\n${PYTHON}\nLINE 1: SELECT\n[SQL: SELECT]\n2026-01-14 04:30:01,000 INFO app next`,
    ['error 9', 'info 1'],
  ],
  [
    'Java',
    `04:30:00.123 [main] ERROR c.e.App - boom\njava.lang.IllegalStateException: boom\n\tat c.e.App.run(App.java:3)\n\tat c.e.App.main(App.java:1)\nCaused by: java.io.IOException: disk\n\tat c.e.Disk.read(Disk.java:9)\n\t... 2 more\n04:30:01.000 [main] INFO c.e.App - next`,
    ['error 7', 'info 1'],
  ],
  [
    'Java by itself',
    `Exception in thread "main" java.lang.NullPointerException\n\tat c.e.App.main(App.java:1)\njava.lang.RuntimeException: two\n\tat c.e.App.x(App.java:2)`,
    ['error 2', 'error 2'],
  ],
  [
    'Node',
    `listening on 3000\nGET / 200\nTypeError: x is not a function\n    at run (/app/a.js:3:5)\n    at node:internal/main:1:1 {\n  code: 'E'\n}\n\nNode.js v24.0.0`,
    ['- 1', 'error 8'],
  ],
  [
    'Go',
    'panic: runtime error: index out of range\n\ngoroutine 1 [running]:\nmain.run({0xc000})\n\t/app/main.go:9 +0x1d\nmain.main()\n\t/app/main.go:3 +0x1d\nexit status 2',
    ['fatal 8'],
  ],
  [
    '.NET',
    'info: App[0]\n      Started\nfail: App[0]\n      Unhandled\n      System.InvalidOperationException: boom\n         at App.Run() in /app/App.cs:line 3\ninfo: App[0]\n      Next',
    ['info 2', 'error 4', 'info 2'],
  ],
  [
    'PHP',
    'PHP Fatal error:  Uncaught Exception: boom in /app/x.php:3\nStack trace:\n#0 /app/x.php(9): run()\n#1 {main}\n  thrown in /app/x.php on line 3\n127.0.0.1:1 Accepted',
    ['fatal 5', '- 1'],
  ],
  [
    'a message of several lines',
    '2026-01-14 04:30:00 INFO a\n  b\n  c\n2026-01-14 04:30:00 INFO d',
    ['info 3', 'info 1'],
  ],
  ['plain lines', 'a\n  b\nc', ['- 1', '- 1', '- 1']],
  ['words about traces', 'INFO: no Traceback today\nINFO: at last', ['info 1', 'info 1']],
]

describe('events of a log', () => {
  it.each(TRACES)('%s', (_name, log, events) => {
    expect(shapes(log)).toEqual(events)
  })

  it('take the time of the event before them when they have none', () => {
    const events = group('2026-01-14T04:30:00Z INFO a\nb\n2026-01-14T04:30:01Z INFO c')
    expect(events.map(({ time }) => new Date(time ?? 0).toISOString().slice(11, 19))).toEqual([
      '04:30:00',
      '04:30:00',
      '04:30:01',
    ])
  })

  it('mark the lines that make them count: the error and what was thrown', () => {
    const [event] = group(`ERROR:    Exception in ASGI application\n${PYTHON}`)
    expect(event?.marks).toEqual(['ERROR:    Exception in ASGI application', "KeyError: 'x'"])
  })

  it('mark the line above the frames that stand below a message, as another error may be behind one that is ignored', () => {
    const head = '2026-01-14T04:30:00Z ERROR known'
    const [event] = group(`${head}\nsecond line\nmsg Broken: x\n    at f (/a.js:1:1)`)
    expect(event?.marks).toEqual([head, 'msg Broken: x'])
    const [zap] = group(`${head}\nmain.main\n\t/a/main.go:10`)
    expect(zap?.marks).toEqual([head])
    const [rails] = group(`${head}\nsecond line`)
    expect(rails?.marks).toEqual([head])
  })

  it('keep lines apart that are looked for', () => {
    const log = '2026-01-14T04:30:00Z ERROR boom\ntimeout 1\ntimeout 2'
    expect(group(log, /timeout/).filter(({ marks }) => marks.length > 0)).toHaveLength(2)
  })

  it('mark the lines that match when a pattern is given', () => {
    const [event] = group(`ERROR: boom\n${PYTHON}`, /KeyError\(|boom/)
    expect(event?.marks).toEqual(['ERROR: boom', '    raise KeyError("x")'])
  })

  it('keep only so much of one that does not end', () => {
    const frames = Array.from({ length: 5_000 }, (_, n) => `\tat c.e.App.f${n}(App.java:${n})`)
    const [event] = group(['java.lang.StackOverflowError', ...frames].join('\n'))
    expect(event?.lines).toBe(5_001)
    expect(event?.text.split('\n')).toHaveLength(201)
    expect(event?.text).toMatch(/… 4801 more lines$/)
  })
})
