import { execFileSync } from 'node:child_process'
import { expect, it, onTestFinished } from 'vitest'
import { logsKind } from '../../../src/kinds/logs/logs.ts'
import type { ComposeContainer } from '../../../src/transport/compose.ts'
import { BASE_IMAGE, describeWithDocker } from '../../real-stack.ts'
import { boundPattern, observe, rejection } from '../builders.ts'
import { contextOn, project, server } from './log-machines.ts'

/*
 * Against the real engine: containers print what programs printed when they failed.
 */
function docker(...words: readonly string[]): string {
  return execFileSync('docker', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

interface Given {
  readonly service?: string
  readonly options?: readonly string[]
  /** It has ended when the log is read; otherwise it goes on running. */
  readonly ended?: boolean
}

/** A container that runs this script; it is there when all of the script is done. */
function start(script: string, { service = 'backend', options = [], ended = true }: Given = {}): ComposeContainer {
  const after = ended ? '' : '\ntouch /ready; exec sleep 600'
  const words = ['--network', 'none', ...options, BASE_IMAGE, 'bash', '-c', script + after]
  const id = docker('run', '--detach', '--label', 'verify-deploy.test=logs', ...words)
  onTestFinished(() => void docker('rm', '--force', '--volumes', id))
  if (ended) docker('wait', id)
  else docker('exec', id, 'bash', '-c', 'until [ -e /ready ]; do :; done')
  return inspect(id, service)
}

function inspect(id: string, service: string): ComposeContainer {
  const [{ State, HostConfig, Config, Created }] = JSON.parse(docker('inspect', id))
  return {
    id,
    service,
    number: 1,
    state: State.Status,
    ...(State.StartedAt.startsWith('0001') ? {} : { startedAt: State.StartedAt }),
    ...(State.FinishedAt.startsWith('0001') ? {} : { finishedAt: State.FinishedAt }),
    createdAt: Created,
    logDriver: HostConfig.LogConfig.Type,
    tty: Config.Tty,
  }
}

async function look(containers: readonly ComposeContainer[], spec: Record<string, unknown> = {}) {
  const compose = project(containers, { engine: 'docker', machine: server({}, process.env) })
  const services = [...new Set(containers.map(({ service }) => service))]
  return observe(logsKind, { host: 'prod', services, ...spec }, contextOn({ compose }))
}

const print = (text: string, where = '1'): string => `cat >&${where} <<'END'\n${text}\nEND\n`

const PYTHON = `Traceback (most recent call last):
  File "/usr/lib/python3/uvicorn/protocols/http/httptools_impl.py", line 401, in run_asgi
    result = await app(self.scope, self.receive, self.send)
  File "/app/db.py", line 9, in run
    raise ConnectionRefusedError(111)
ConnectionRefusedError: [Errno 111] Connection refused

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/app/main.py", line 3, in health
    db.run()
sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) could not connect
[SQL: SELECT 1]
(Background on this error at: https://sqlalche.me/e/20/e3q8)`

const FAULTS: readonly (readonly [name: string, log: string, level: string, lines: number])[] = [
  ['Python', `ERROR:    Exception in ASGI application\n${PYTHON}`, 'error', 16],
  [
    'Java',
    `2026-01-14 04:30:00.123 ERROR 1 --- [nio-8080-exec-1] o.a.c.c.C.[dispatcherServlet] : Servlet.service() threw
java.lang.IllegalStateException: boom
	at com.example.App.run(App.java:3) ~[app.jar:na]
	at java.base/java.lang.Thread.run(Thread.java:833) ~[na:na]
Caused by: java.io.IOException: disk
	at com.example.Disk.read(Disk.java:9) ~[app.jar:na]
	... 2 common frames omitted`,
    'error',
    7,
  ],
  [
    'Node',
    `/app/server.js:7
    throw new TypeError('x is not a function')
    ^

TypeError: x is not a function
    at run (/app/server.js:7:11)
    at Object.<anonymous> (/app/server.js:9:1)
    at node:internal/main/run_main_module:33:47

Node.js v22.11.0`,
    'error',
    8,
  ],
  [
    'Go',
    `panic: runtime error: index out of range [3] with length 3

goroutine 1 [running]:
main.handler({0xc000012345, 0x3})
	/app/main.go:9 +0x1d
main.main()
	/app/main.go:3 +0x1d
exit status 2`,
    'fatal',
    8,
  ],
  [
    '.NET',
    `fail: Microsoft.AspNetCore.Server.Kestrel[13]
      Connection id "0HN", Request id "0HN:1": An unhandled exception was thrown by the application.
      System.InvalidOperationException: boom
         at App.Run() in /src/App.cs:line 3
         at Microsoft.AspNetCore.Routing.EndpointMiddleware.Invoke(HttpContext httpContext)`,
    'error',
    5,
  ],
  [
    'PHP',
    `PHP Fatal error:  Uncaught Exception: boom in /var/www/index.php:3
Stack trace:
#0 /var/www/index.php(9): run()
#1 {main}
  thrown in /var/www/index.php on line 3`,
    'fatal',
    5,
  ],
  [
    'nginx',
    '2026/01/14 04:30:00 [error] 29#29: *1 connect() failed (111: Connection refused) while connecting to upstream',
    'error',
    1,
  ],
  [
    'PostgreSQL',
    '2026-01-14 04:30:00.123 UTC [64] ERROR:  relation "users" does not exist at character 15',
    'error',
    1,
  ],
  ['JSON', '{"level":"error","time":"2026-01-14T04:30:00Z","msg":"boom"}', 'error', 1],
  ['pino', '{"level":50,"time":1768365000123,"pid":1,"msg":"boom"}', 'error', 1],
]

const HEALTHY = `INFO:     Started server process [1]
INFO:     uvicorn.error: Application startup complete.
2026-01-14 04:30:00,123 - uvicorn.error - INFO - error handler installed
INFO:     127.0.0.1:1 - "GET /error HTTP/1.1" 500 Internal Server Error
2026/01/14 04:30:00 [notice] 1#1: start worker processes
172.18.0.1 - - [14/Jan/2026:04:30:00 +0000] "GET /exception HTTP/1.1" 200 2
2026-01-14 04:30:00.123 UTC [1] LOG:  database system is ready to accept connections
{"level":"info","msg":"no error"}
1:M 14 Jan 2026 04:30:00.123 * Ready to accept connections`

describeWithDocker('the log of a real container', () => {
  it.each(FAULTS)('of %s has one event with all its lines, between harmless ones', async (_name, log, level, lines) => {
    // One stream: the engine promises no order between the lines of two.
    const { parts } = await look([start(print(HEALTHY, '2') + print(log, '2') + print(HEALTHY, '2'))])
    expect(parts).toMatchObject({ count: 1, counts: { backend: 1 }, events: [{ service: 'backend', level }] })
    expect((parts.events as { text: string }[])[0]?.text.split('\n')).toHaveLength(lines)
    expect(parts.scanned).toBe(18 + log.split('\n').length)
  })

  it('without a fault has none', async () => {
    const { parts } = await look([start(print(HEALTHY) + print(HEALTHY, '2'), { ended: false })])
    expect(parts).toEqual({ events: [], count: 0, counts: { backend: 0 }, scanned: 18 })
  })

  it('with a terminal is read without its control codes', async () => {
    const script = String.raw`printf '\033[2K\033[31mERROR\033[0m: boom\nKeyError: 1\nINFO: fine\n'`
    const { parts } = await look([start(script, { options: ['--tty'] })])
    expect(parts.events).toMatchObject([{ text: 'ERROR: boom\nKeyError: 1' }])
  })

  it.each(['json-file', 'local'])('has long lines in one piece, by the driver %s', async driver => {
    const script = `printf 'ERROR '; head -c 40000 /dev/zero | tr '\\0' x; echo; echo 'ERROR next'; printf 'ERROR last'`
    const { parts } = await look([start(script, { options: ['--log-driver', driver] })])
    expect(parts.events).toMatchObject([
      { text: `ERROR ${'x'.repeat(40_000)}`.slice(0, 32 * 1024) },
      { text: 'ERROR next' },
      { text: 'ERROR last' },
    ])
  })

  it('is that of the last start, and on request that of the starts before', async () => {
    const again = `echo 'ERROR second'; touch /ready; exec sleep 600`
    const first = start(`if [ -e /was ]; then ${again}; else touch /was; printf 'ERROR first'; fi`)
    docker('start', first.id)
    docker('exec', first.id, 'bash', '-c', 'until [ -e /ready ]; do :; done')
    const one = inspect(first.id, 'backend')
    expect((await look([one])).parts.events).toMatchObject([{ text: 'ERROR second' }])
    const all = await look([one], { since: { agoMs: 600_000 } })
    expect(all.parts.events).toMatchObject([{ text: 'ERROR first' }, { text: 'ERROR second' }])
    expect((await look([one], { since: { at: new Date(Date.now() + 240_000).toISOString() } })).parts.scanned).toBe(0)
    expect((await look([one], { since: { agoMs: 600_000 }, until: { agoMs: 599_000 } })).parts.scanned).toBe(0)
  })

  it('is in the order of time with that of others, replicas and stopped ones too', async () => {
    const containers = [
      start(`echo 'ERROR a'`),
      start(`echo 'ERROR b'`, { service: 'bot', ended: false }),
      start(`echo 'ERROR c'`, { options: ['--log-driver', 'local'] }),
      start(`echo 'INFO d'`, { service: 'nginx' }),
    ]
    const { parts } = await look(containers)
    expect((parts.events as { text: string }[]).map(({ text }) => text)).toEqual(['ERROR a', 'ERROR b', 'ERROR c'])
    expect(parts.counts).toEqual({ backend: 2, bot: 1, nginx: 0 })
  })

  it('is matched and ignored', async () => {
    const one = start(`echo 'GET /a 502'; echo 'GET /health 502'; echo 'GET /b 200'`)
    const { parts } = await look([one], { match: boundPattern(/ 502$/), ignore: [boundPattern(/health/)] })
    expect(parts.events).toMatchObject([{ text: 'GET /a 502' }])
  })

  it('errs when its driver keeps nothing, also where only the engine says so', async () => {
    const one = start('echo ERROR boom', { options: ['--log-driver', 'none'] })
    expect(await rejection(look([one]))).toMatchObject({ code: 'log-driver', message: expect.stringContaining('none') })
    expect(await rejection(look([{ ...one, logDriver: 'unknown' }]))).toMatchObject({ code: 'log-driver' })
  })

  it('errs when it runs and has never written; not when it has once', async () => {
    const silent = start('true', { ended: false })
    expect(await rejection(look([silent]))).toMatchObject({ code: 'log-empty' })
    const quiet = start('echo INFO up', { ended: false })
    expect((await look([quiet], { since: { at: new Date(Date.now() + 240_000).toISOString() } })).parts.scanned).toBe(0)
  })

  it('errs when the container is gone', async () => {
    const one = start('echo INFO')
    const looking = look([{ ...one, id: 'verify-deploy-no-such-container' }])
    expect(await rejection(looking)).toMatchObject({ code: 'log-container-gone' })
  })
})
