/**
 * What a line is to a stack trace: `opener` begins one, `exception` names what was thrown, `frame` is a place in the
 * code, `bridge` leads from one trace to its cause, `tail` ends one.
 */
export type TraceRole = 'opener' | 'exception' | 'frame' | 'bridge' | 'tail'

const OPENERS = [
  /Traceback \(most recent call last\):\s*$/,
  /^(?:PHP )?Stack trace:\s*$|\bStack trace:\s*$/,
  /^goroutine \d+ \[/,
  /^stack backtrace:$/,
  // Laravel
  /^\[stacktrace\]$/,
]
const FRAMES = [
  // Java, JavaScript and .NET; Python; PHP; Go; Rust; Ruby
  /^\s+at \S/,
  /^\s+File ".*", line \d+/,
  /^#\d+ |^PHP\s+\d+\. /,
  /^\t\S+\.go:\d+/,
  /^\s+\d+: 0x|^\s+\d+: \S+::/,
  /^\s+(?:\d+: )?from \S+:\d+:in /,
]
const BRIDGES = [
  /^During handling of the above exception, another exception occurred:/,
  /^The above exception was the direct cause of the following exception:/,
  /^\s*(?:Caused by|Suppressed|Next|Wrapped by): ?/,
  /^\[signal \w+/,
  /^\s*-+> |^\s*--- End of (?:inner exception )?stack trace/,
]
const TAILS = [
  /^\s*\.\.\. \d+ (?:more|common frames omitted)/,
  /^\s+thrown in /,
  /^created by /,
  /^exit status \d+$/,
  /^Node\.js v\d/,
]

/** `java.lang.IllegalStateException: why`, `TypeError: why`, `Exception in thread "main" …`, `[cause]: Error: why`. */
const EXCEPTION =
  /^(?:Exception in thread |Unhandled [Ee]xception|Uncaught |(?:\s*\[cause\]: )?(?:[\w$]+[.:\\]+)*[\w$]*(?:Error|Exception|Throwable|Panic|Failure)(?:\s*\[[^\]]*\])?(?:: |:?$))/

/** Ruby: `app.rb:1:in 'foo': why (RuntimeError)`. */
const RUBY = /^\S+:\d+:in .+ \([A-Z][\w:]*\)$/

export function traceRole(line: string): TraceRole | undefined {
  // Most lines begin with a digit, a bracket or a brace and are none of these.
  if (/^[\d[{](?!cause|signal|stacktrace)/.test(line) && !/race/.test(line)) return undefined
  if (OPENERS.some(pattern => pattern.test(line))) return 'opener'
  if (FRAMES.some(pattern => pattern.test(line))) return 'frame'
  if (BRIDGES.some(pattern => pattern.test(line))) return 'bridge'
  if (TAILS.some(pattern => pattern.test(line))) return 'tail'
  return EXCEPTION.test(line) || RUBY.test(line) ? 'exception' : undefined
}

/** A function in a Go trace, which stands without indentation: `main.handler({0xc000…})`, or `main.handler` for zap. */
export function isGoFunction(line: string): boolean {
  return /^[\w./*()%·[\]-]+\(.*\)$|^[\w./-]+\.[\w.()*·[\]]+$/.test(line)
}

/** What PHP, Go and Node write when a trace is complete. */
export function isLastOfTrace(line: string): boolean {
  return /^(?:\s+thrown in |exit status \d+$|Node\.js v\d)/.test(line)
}
