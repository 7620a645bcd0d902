/**
 * What a line is to a stack trace: `opener` begins one, `exception` names what was thrown, `frame` is a place in the
 * code, `bridge` leads from one trace to its cause, `tail` ends one.
 */
export type TraceRole = 'opener' | 'exception' | 'frame' | 'bridge' | 'tail'

/** One pattern costs less than its alternatives one by one, and most lines are none of them. */
function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'))
}

const OPENERS = anyOf([
  /Traceback \(most recent call last\):\s*$/,
  // Python's faulthandler; Rich, which structlog and Typer draw with
  /\(most recent call first\):\s*$/,
  /^\s*╭─+ Traceback \(most recent call last\) ─/,
  /^(?:PHP )?Stack trace:\s*$|\bStack trace:\s*$/,
  /^goroutine \d+ \[/,
  /^stack backtrace:$/,
  // Laravel
  /^\[stacktrace\]$/,
])
const FRAMES = anyOf([
  // Java and .NET; Rust; JavaScript. A message may go on with "at least …" and a banner with "at http://…".
  /^\s+at (?:[^\s(]+\(|\.{0,2}\/\S+:\d+$)/,
  /^\s+at .*(?::\d+:\d+|<anonymous>|\bnative|\(index \d+)\)*(?: \{)?\s*$/,
  // Python, and Loguru at the place where it was caught
  /^(?:\s+|> )File ".*", line \d+/,
  // PHP and Dart; Go
  /^#\d+ +(?:\{main\}|\[internal function\]|.*\(\d+\): |.*\.\w+:\d+(?::\d+)?\)$)|^PHP\s+\d+\. /,
  /^\t\S+\.go:\d+/,
  // Rust
  /^\s+\d+: 0x|^\s+\d+: \S+::/,
  // Ruby, Elixir
  /^\s+(?:\d+: )?from \S+:\d+:in /,
  /^\S+\.\w+:\d+:in [`'].*'$/,
  /^\s+\([\w]+ [\d.]+\) \S+:\d+: \S/,
])
const BRIDGES = anyOf([
  /^During handling of the above exception, another exception occurred:/,
  /^The above exception was the direct cause of the following exception:/,
  /^\s*(?:Caused by|Wrapped by): ?|^\s+Suppressed: /,
  // PHP
  /^Next [\w\\]*(?:Exception|Error)\b|^Next [\w\\]+: .* in \S+:\d+$/,
  /^\[signal \w+/,
  /^\s*-+> |^\s*--- End of (?:inner exception )?stack trace/,
])
const TAILS = anyOf([
  /^\s*\.\.\. \d+ (?:more|common frames omitted)/,
  /^\s+thrown in /,
  /^created by /,
  /^exit status \d+$/,
  /^Node\.js v\d+\.\d+\.\d+\S*$/,
])

/** `java.lang.IllegalStateException: why`, `TypeError: why`, `Exception in thread "main" …`, `[cause]: Error: why`. */
const EXCEPTION =
  /^(?:Exception in thread |Unhandled [Ee]xception|Uncaught |(?:\s*\[cause\]: )?(?:[\w$]+[.:\\]+)*[\w$]*(?:Error|Exception|Throwable|Panic|Failure)(?:\s*\[[^\]]*\])?(?:: |:?$))/

/** What Node prints of an error that has no trace: `[Error: why]`, `[UnhandledPromiseRejection: why] {`. */
const BRACKETED = /^(?:\s*\[cause\]: )?\[[\w$.]*(?:Error|Exception|Rejection)(?: \[\w+\])?: /

/** Ruby: `app.rb:1:in 'foo': why (RuntimeError)`, what Puma says of a request; Elixir: `** (RuntimeError) why`. */
const OTHER_EXCEPTIONS = /^\S+:\d+:in .+ \([A-Z][\w:]*\)$|\bRack app \(.*\): #<[A-Z][\w:]*: |^\*\* \([A-Z]/

export function traceRole(line: string): TraceRole | undefined {
  // Most lines begin with a digit, a bracket or a brace and are none of these.
  if (
    /^[\d[{](?!cause|signal|stacktrace|[\w$.]*(?:Error|Exception|Rejection)\b)/.test(line) &&
    !/race|Rack app/.test(line)
  )
    return undefined
  if (OPENERS.test(line)) return 'opener'
  if (FRAMES.test(line)) return 'frame'
  if (BRIDGES.test(line)) return 'bridge'
  if (TAILS.test(line)) return 'tail'
  return EXCEPTION.test(line) || BRACKETED.test(line) || OTHER_EXCEPTIONS.test(line) ? 'exception' : undefined
}

/** A function in a Go trace, which stands without indentation: `main.handler({0xc000…})`, or `main.handler` for zap. */
export function isGoFunction(line: string): boolean {
  return /^[\w./*()%·[\]-]+\(.*\)$|^[\w./-]+\.[\w.()*·[\]]+$/.test(line)
}

/** What PHP, Go and Node write when a trace is complete. */
export function isLastOfTrace(line: string): boolean {
  return /^(?:\s+thrown in |exit status \d+$|Node\.js v\d)/.test(line)
}
