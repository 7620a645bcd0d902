import { describe, expect, it } from 'vitest'
import { readLine } from '../../../src/kinds/logs/log-line.ts'

const LINES: readonly (readonly [line: string, level: string | undefined])[] = [
  // uvicorn, whose logger is named after errors
  ['INFO:     127.0.0.1:50000 - "GET /error HTTP/1.1" 500 Internal Server Error', 'info'],
  ['ERROR:    Exception in ASGI application', 'error'],
  ['2026-01-14 04:30:00,123 INFO uvicorn.error: Application startup complete.', 'info'],
  ['2026-01-14 04:30:00,123 uvicorn.error INFO Started server process [1]', 'info'],
  ['[2026-01-14 04:30:00 +0000] [7] [INFO] uvicorn.error started', 'info'],
  // Python
  ['2026-01-14 04:30:00,123 - app.db - ERROR - connection lost', 'error'],
  ['2026-01-14 04:30:00,123 - my_logger - WARNING - slow', 'warning'],
  ['ERROR:app.db:connection lost', 'error'],
  // SQLAlchemy, below a trace
  ['(Background on this error at: https://sqlalche.me/e/20/e3q8)', undefined],
  ['ERROR 2026-01-14 04:30:00,123 views 12 139 Not allowed', 'error'],
  ['2026-01-14 04:30:00.123 | ERROR    | app.main:run:12 - boom', 'error'],
  ['2026-01-14 04:30:00 [error    ] request failed          path=/x', 'error'],
  ['[2026-01-14 04:30:00,123: ERROR/ForkPoolWorker-1] Task failed', 'error'],
  // nginx, Apache, PHP
  ['2026/01/14 04:30:00 [error] 29#29: *1 open() failed', 'error'],
  ['2026/01/14 04:30:00 [warn] 29#29: conflicting server name', 'warning'],
  ['nginx: [emerg] bind() to 0.0.0.0:80 failed', 'fatal'],
  ['127.0.0.1 - - [14/Jan/2026:04:30:00 +0000] "GET /error HTTP/1.1" 500 12 "-" "ERROR"', undefined],
  ['[Wed Jan 14 04:30:00.123456 2026] [core:error] [pid 7] AH00037: denied', 'error'],
  ['[Wed Jan 14 04:30:00.123456 2026] [mpm_event:notice] [pid 7] AH00489: configured', 'info'],
  ['PHP Fatal error:  Uncaught Exception: boom in /app/x.php:3', 'fatal'],
  ['[14-Jan-2026 04:30:00 UTC] PHP Warning:  Undefined variable $x', 'warning'],
  ['[2026-01-14 04:30:00] production.ERROR: boom {"exception":"x"}', 'error'],
  ['[2026-01-14 04:30:00] local.INFO: no ERROR here', 'info'],
  // Java
  ['2026-01-14 04:30:00.123 ERROR 1 --- [nio-8080-exec-1] c.e.App : boom', 'error'],
  ['2026-01-14T04:30:00.123Z  INFO 1 --- [main thread] c.e.App : up', 'info'],
  ['04:30:00.123 [main] ERROR com.example.App -- boom', 'error'],
  ['SEVERE: Servlet.service() threw exception', 'error'],
  // Go
  ['time="2026-01-14T04:30:00Z" level=error msg="boom"', 'error'],
  ['time=2026-01-14T04:30:00.000Z level=INFO msg="an error was avoided"', 'info'],
  ['E0114 04:30:00.123456       1 main.go:12] boom', 'error'],
  ['I0114 04:30:00.123456       1 main.go:12] fine', 'info'],
  ['panic: runtime error: index out of range', 'fatal'],
  // .NET
  ['fail: Microsoft.AspNetCore.Server.Kestrel[13]', 'error'],
  ['info: Microsoft.Hosting.Lifetime[14]', 'info'],
  ['[04:30:00 ERR] Unhandled', 'error'],
  ['[04:30:00 INF] Handled', 'info'],
  // Ruby, Rust, PostgreSQL, MySQL, Redis, syslog, winston
  ['E, [2026-01-14T04:30:00.123456 #1] ERROR -- : boom', 'error'],
  ["thread 'main' panicked at src/main.rs:2:5:", 'fatal'],
  ['2026-01-14 04:30:00.123 UTC [64] ERROR:  relation "usres" does not exist at character 15', 'error'],
  ['2026-01-14 04:30:00.123 UTC [64] LOG:  database system is ready', 'info'],
  ['2026-01-14 04:30:00.123 UTC [64] FATAL:  password authentication failed', 'fatal'],
  ['2026-01-14T04:30:00.123456Z 0 [ERROR] [MY-010119] [Server] Aborting', 'error'],
  ['1:M 14 Jan 2026 04:30:00.123 * Ready to accept connections', undefined],
  ['Jan 14 04:30:00 web1 app[123]: ERROR boom', 'error'],
  ['<11>Jan 14 04:30:00 web1 app: error: boom', 'error'],
  ['error: something broke', 'error'],
  ['Error: something broke', 'error'],
  // JSON
  ['{"level":"error","msg":"boom"}', 'error'],
  ['{"level":50,"time":1768365000000,"msg":"boom"}', 'error'],
  ['{"level":30,"msg":"ERROR in the text only"}', 'info'],
  ['{"severity":"CRITICAL","message":"boom"}', 'fatal'],
  ['{"log.level":"warn","message":"slow"}', 'warning'],
  ['{"log":{"level":"error"},"message":"boom"}', 'error'],
  ['{"@l":"Error","@m":"boom"}', 'error'],
  ['{"msg":"failed","stack":"Error: x\\n    at f (/a.js:1:1)"}', 'error'],
  ['{"level":"info","error":null}', 'info'],
  ['{not json}', undefined],
  ['{"LogLevel":"Error","Category":"Microsoft.AspNetCore","Message":"boom"}', 'error'],
  ['{"Level":"Information","MessageTemplate":"no error"}', 'info'],
  ['{"LEVEL":"ERROR"}', 'error'],
  ['{"level":200,"channel":"app"}', 'info'],
  ['{"level":250}', 'info'],
  ['{"level":300}', 'warning'],
  ['{"level":400}', 'error'],
  ['{"level":550}', 'fatal'],
  ['{"level":30000}', 'warning'],
  ['{"level":40000}', 'error'],
  ['{"record":{"level":{"name":"ERROR","no":40}},"text":"boom"}', 'error'],
  [' {"level":"error","msg":"boom"} ', 'error'],
  ['2026-01-14T04:30:00.123456789Z {"level":"error","msg":"boom"}', 'error'],
  // What container engines wrap
  ['{"log":"ERROR boom\\n","stream":"stderr","time":"2026-01-14T04:30:00.123456789Z"}', 'error'],
  ['{"log":"INFO:  GET /error\\n","stream":"stdout","time":"2026-01-14T04:30:00.123456789Z"}', 'info'],
  ['{"log":"{\\"level\\":50}\\n","stream":"stdout","time":"2026-01-14T04:30:00.123456789Z"}', 'error'],
  ['{"log":"\\u001b[31mERROR\\u001b[0m boom\\n","stream":"stdout","time":"2026-01-14T04:30:00Z"}', 'error'],
  ['2026-01-14T04:30:00.123456789Z stderr F ERROR boom', 'error'],
  ['2026-01-14T04:30:00.123456789Z stdout F INFO no error', 'info'],
  // NLog, logrus on a terminal, gin, PHP-FPM, syslog
  ['2026-01-14 04:30:00.1234|ERROR|App.Logger|boom', 'error'],
  ['2026-01-14 04:30:00.1234|INFO|App.ERROR|fine', 'info'],
  ['ERRO[0000] boom  key=1', 'error'],
  ['INFO[0000] no error', 'info'],
  ['2026/01/14 04:30:00 [Recovery] 2026/01/14 - 04:30:00 panic recovered:', 'error'],
  ['[14-Jan-2026 04:30:00] WARNING: [pool www] child 5 said into stderr: "PHP message: PHP Fatal error:  x"', 'fatal'],
  ['[14-Jan-2026 04:30:00] WARNING: [pool www] child 5 said into stderr: "PHP message: PHP Warning:  x"', 'warning'],
  ['<11>1 2026-01-14T04:30:00.123Z host app 123 - - boom', 'error'],
  ['<14>1 2026-01-14T04:30:00.123Z host app 123 - - fine', 'info'],
  // Words of a message
  ['Finished with 0 errors', undefined],
  ['The ERROR counter is 0', undefined],
  ['2026-01-14 04:30:00 user asked for ERROR pages', undefined],
  ['GET /v1/error 200', undefined],
  ['  ERROR in an indented line', undefined],
  ['', undefined],
  // A summary that says there was none, and a level before a value that was none
  ['error: none', undefined],
  ['errors=null', undefined],
  ['error: None', undefined],
  ['ERROR: 0', undefined],
  ['ERROR: null', 'error'],
  ['ERROR None', 'error'],
  ['FATAL: nil', 'fatal'],
  // Written over progress
  ['10%\r20%\rERROR: boom', 'error'],
  ['ERROR: boom\r 20%', 'error'],
  ['\r          \rERROR:root:boom', 'error'],
  ['\r  5/10 errors\r  6/10', undefined],
  ['INFO: error\r', 'info'],
  ['\r', undefined],
]

describe('the level of a line', () => {
  it.each(LINES)('%s', (line, level) => {
    expect(readLine(line, { fields: {}, now: Date.now() }).level).toBe(level)
  })

  it('is in the field that the checklist names', () => {
    const line = '{"level":"ignored","kind":{"of":"error"},"what":"boom"}'
    const read = readLine(line, { fields: { level: 'kind.of', text: 'what' }, now: 0 })
    expect(read).toMatchObject({ level: 'error', text: 'boom' })
  })
})
