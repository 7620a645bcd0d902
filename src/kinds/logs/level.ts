/** The severities of logs, from harmless to worst; what loggers call them differs, these are the words of an observation. */
const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'fatal'] as const
export type Level = (typeof LEVELS)[number]

/** What loggers write, in small letters: syslog, Python, Java, Go, .NET, PHP, PostgreSQL, nginx. */
const WORDS: Readonly<Record<Level, readonly string[]>> = {
  trace: ['trace', 'trce', 'trc', 'verbose', 'finest', 'finer'],
  debug: ['debug', 'dbug', 'dbg', 'fine', 'debug1', 'debug2', 'debug3', 'debug4', 'debug5'],
  info: ['info', 'inf', 'information', 'notice', 'log', 'config', 'success', 'informational'],
  warning: ['warning', 'warn', 'wrn', 'deprecated'],
  error: ['error', 'err', 'eror', 'fail', 'severe', 'failure'],
  fatal: ['fatal', 'ftl', 'critical', 'crit', 'panic', 'alert', 'emerg', 'emergency', 'dpanic'],
}
const LEVEL_OF = new Map(LEVELS.flatMap(level => WORDS[level].map(word => [word, level] as const)))

export function levelOfWord(word: string): Level | undefined {
  return LEVEL_OF.get(word.toLowerCase())
}

/**
 * Numbers: below 10 as syslog counts (RFC 5424 §6.2.1; error is 3), from there on as bunyan and pino do (error is 50),
 * then Monolog (error is 400) and Logback (error is 40000).
 */
export function levelOfNumber(value: number): Level | undefined {
  if (value >= 1_000) return LEVELS[Math.min(5, Math.floor(value / 10_000))]
  if (value >= 100) return LEVELS[value >= 500 ? 5 : value >= 250 && value < 300 ? 2 : Math.floor(value / 100)]
  if (value >= 10) return LEVELS[Math.min(5, Math.floor(value / 10) - 1)]
  return (['fatal', 'fatal', 'fatal', 'error', 'warning', 'info', 'info', 'debug'] as const)[value]
}

export function isError(level: Level | undefined): boolean {
  return level === 'error' || level === 'fatal'
}

export function worse(left: Level | undefined, right: Level | undefined): Level | undefined {
  if (left === undefined || right === undefined) return left ?? right
  return LEVELS.indexOf(left) >= LEVELS.indexOf(right) ? left : right
}

/** `INFO: …`, `2026-01-14T04:30:00.123Z INFO …`, `[2026-01-14 04:30:00] ERROR: …`: most lines there are, told at once. */
const PLAIN_HEAD = /^\[?[\dT:.,Z+/-]*(?: [\d:.,+]+Z?)?\]? *[[|]?([A-Z]{3,9})(?=[\]:\s|]|$)/
const LEVEL_OF_CAPITALS = new Map([...LEVEL_OF].map(([word, level]) => [word.toUpperCase(), level]))

const LETTERS: Readonly<Record<string, Level>> = { D: 'debug', I: 'info', W: 'warning', E: 'error', F: 'fatal' }
const HEAD = 240
const MOST_WORDS = 12

/**
 * The level a line of text states in its head: before the message, where loggers write it. A word in the message, or a
 * logger that is merely named `error`, states none.
 */
export function levelOfText(line: string): Level | undefined {
  const plain = PLAIN_HEAD.exec(line)?.[1]
  const level = plain === undefined ? undefined : LEVEL_OF_CAPITALS.get(plain)
  if (level !== undefined) return level
  const head = line.length > HEAD ? line.slice(0, HEAD) : line
  return levelByForm(head) ?? levelByWords(head) ?? levelOfPriority(head)
}

/** Syslog's `<11>`: eight times the facility and the severity (RFC 5424 §6.2.1). */
function levelOfPriority(head: string): Level | undefined {
  const priority = /^<(\d{1,3})>/.exec(head)?.[1]
  return priority === undefined ? undefined : levelOfNumber(Number(priority) % 8)
}

function levelByForm(head: string): Level | undefined {
  // klog and glog: E0114 04:30:00.123456; Ruby: E, [2026-01-14T…
  const letter = /^([DIWEF])(?:\d{4} \d\d:|, \[)/.exec(head)?.[1]
  if (letter !== undefined) return LETTERS[letter]
  // Python's basicConfig: ERROR:app.db:message
  const basic = /^([A-Z]{4,8}):[\w.-]+:/.exec(head)?.[1]
  if (basic !== undefined) return levelOfWord(basic)
  const field = /(?:^|[\s,{])(?:level|lvl|severity|loglevel|log_level)=["']?([A-Za-z]+)/i.exec(head)?.[1]
  if (field !== undefined) return levelOfWord(field)
  // logrus on a terminal: ERRO[0000]
  const short = /^(TRAC|DEBU|INFO|WARN|ERRO|FATA|PANI)\[\d{4}\] /.exec(head)?.[1]
  if (short !== undefined)
    return (
      ({ TRAC: 'trace', DEBU: 'debug', INFO: 'info', WARN: 'warning', ERRO: 'error' }[short] as Level | undefined) ??
      'fatal'
    )
  // PHP-FPM passes on, as a warning of its own, what its workers say; gin tells of a panic it has caught.
  if (/said into std(?:err|out): "(?:.*?PHP message: )?PHP (?:Fatal|Parse) error: /.test(head)) return 'fatal'
  if (/\[Recovery\] .*panic recovered:/.test(head)) return 'error'
  const php =
    /(?:^|\] )(?:PHP )?(?:(Fatal|Parse|Recoverable fatal|Catchable fatal) error|Warning|Notice|Deprecated):/.exec(head)
  if (php !== null) return php[1] === undefined ? levelOfWord(/(\w+):$/.exec(php[0])?.[1] ?? '') : 'fatal'
  return /^(?:panic|fatal error): |^thread '[^']*' (?:\(\d+\) )?panicked at /.test(head) ? 'fatal' : undefined
}

/** Reads words from the left for as long as they can belong to a head: times, numbers, brackets, names of loggers. */
function levelByWords(head: string): Level | undefined {
  const words = head.trimStart().split(/\s+/, MOST_WORDS)
  let bracketed = false
  for (const [index, word] of words.entries()) {
    const opens = /^["'|]*[[(<]/.test(word)
    const found = levelOfToken(word, opens || bracketed)
    if (found !== undefined) return found
    if (!(opens || bracketed || belongsToHead(word, words[index + 1] ?? '', index))) return undefined
    // Loggers write several words in square brackets; in round ones people do.
    bracketed = /[[<][^\])>]*$/.test(word) || (bracketed && !/[\])>]/.test(word))
  }
  return undefined
}

function levelOfToken(word: string, bracketed: boolean): Level | undefined {
  const bare = word.replace(/^[[(<|"']+|[\])>|:,"']+$/g, '')
  if (/^[A-Z]{3,9}\d?$/.test(bare) && !/,$/.test(word)) return levelOfWord(bare)
  // [core:error] of Apache, ERROR/ForkPoolWorker-1] of Celery
  if (bracketed) return levelOfWord(bare.split(':').at(-1) ?? '') ?? levelOfWord(/^[A-Z]+(?=\/)/.exec(bare)?.[0] ?? '')
  // Monolog: production.ERROR:
  const channel = /^[\w-]+\.([A-Z]+):$/.exec(word)?.[1]
  if (channel !== undefined) return levelOfWord(channel)
  return word.endsWith(':') && /^[A-Za-z]+:$/.test(word) ? levelOfWord(bare) : undefined
}

const CALENDAR =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|AM|PM|UTC|GMT|Z)[a-z]*,?$/

function belongsToHead(word: string, next: string, index: number): boolean {
  if (/\d/.test(word) || /^[-–|:>*#.=~+]+$/.test(word) || CALENDAR.test(word)) return true
  // com.example.App, app:main, thread=main; `nginx:`
  if (/[\w$][.:/@#=$][\w$]/.test(word) || (index <= 4 && /^[\w-]+:$/.test(word))) return true
  // A logger before its separator; a host before its process (syslog).
  return /^(?:-+|\|)$/.test(next) || (index > 0 && index <= 3 && /(?:\[\d+\]|^[\w./-]+):$/.test(next))
}
