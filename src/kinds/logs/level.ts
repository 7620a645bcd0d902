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
const LEVEL_OF: ReadonlyMap<string, Level> = new Map(
  LEVELS.flatMap(level => WORDS[level].map(word => [word, level] as const)),
)

export function levelOfWord(word: string): Level | undefined {
  return LEVEL_OF.get(word.toLowerCase())
}

const LEVEL_OF_CAPITALS = new Map([...LEVEL_OF].map(([word, level]) => [word.toUpperCase(), level]))

/** A word in capital letters: cheaper where nothing else is looked for. */
export function levelOfCapitals(word: string): Level | undefined {
  return LEVEL_OF_CAPITALS.get(word)
}

/** `E`, as klog, Ruby and MongoDB write it. */
export function levelOfLetter(letter: string): Level | undefined {
  return letter.length === 1
    ? (['debug', 'info', 'warning', 'error', 'fatal'] as const)['DIWEF'.indexOf(letter)]
    : undefined
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
