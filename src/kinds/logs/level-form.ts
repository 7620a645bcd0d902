import { type Level, levelOfLetter, levelOfWord } from './level.ts'

/** Forms that say a level without a word of their own for it, and words that end a program. */
const FATAL =
  /^(?:panic|fatal error|Fatal Python error): |^thread '[^']*' (?:\(\d+\) )?panicked at |^Segmentation fault\b|^# A fatal error has been detected by the Java Runtime/

/** The level of a line by the form in which some loggers write it. */
export function levelByForm(head: string): Level | undefined {
  // klog and glog, with the year or without: E0114 04:30:00.123456; Ruby: E, [2026-01-14T…; Tornado: [E 260114 04:30:00
  const letter = /^\[?([DIWEF])(?:(?:\d{4}){1,2} \d\d:|, \[|(?<=\[.) \d[\d-]{5,9} \d\d:)/.exec(head)?.[1]
  if (letter !== undefined) return levelOfLetter(letter)
  // Python's basicConfig: ERROR:app.db:message; Prisma: prisma:error
  const colons = /^(?:([A-Z]{4,8}):[\w.-]+:|prisma:(\w+)\b)/.exec(head)
  if (colons !== null) return levelOfWord(colons[1] ?? colons[2] ?? '')
  // zap: a time, a level and the rest between tabs
  const tab = /^[\dTZ:.+-]+\t([a-z]+)\t/.exec(head)?.[1]
  if (tab !== undefined) return levelOfWord(tab)
  // logrus on a terminal: ERRO[0000]
  const short = /^(TRAC|DEBU|INFO|WARN|ERRO|FATA|PANI)\[\d{4}\] /.exec(head)?.[1]
  if (short !== undefined) return levelOfShort(short)
  // gin tells of a panic it has caught.
  if (/\[Recovery\] .*panic recovered:/.test(head)) return 'error'
  const php =
    /(?:^|\] )(?:PHP )?(?:(Fatal|Parse|Recoverable fatal|Catchable fatal) error|Warning|Notice|Deprecated):/.exec(head)
  if (php !== null) return php[1] === undefined ? levelOfWord(/(\w+):$/.exec(php[0])?.[1] ?? '') : 'fatal'
  return FATAL.test(head) ? 'fatal' : undefined
}

const SHORT = { TRAC: 'trace', DEBU: 'debug', INFO: 'info', WARN: 'warning', ERRO: 'error' } as const

function levelOfShort(short: string): Level {
  return Object.entries(SHORT).find(([word]) => word === short)?.[1] ?? 'fatal'
}

/**
 * `fastapi run` puts its level to the right, so does pretty_env_logger of Rust; Next.js has signs; Rich leaves out a time
 * that is that of the line above.
 */
const INDENTED = /^ {1,24}(?:([A-Z]{4,8}) {2,}[\w"'/([]|([A-Z]{4,5}) {1,2}[\w:]+ +> |([⨯⚠✓]) |(?<= {12})(CRITICAL) \S)/
const SIGNS: Readonly<Record<string, Level>> = { '⨯': 'error', '⚠': 'warning', '✓': 'info' }

/** An indented line belongs to the one above it, whatever words it holds, unless it is of a logger that indents. */
export function levelOfIndented(line: string): Level | undefined {
  const found = INDENTED.exec(line)
  if (found === null) return undefined
  return SIGNS[found[3] ?? ''] ?? levelOfWord(found[1] ?? found[2] ?? found[4] ?? '')
}

/** What PostgreSQL calls its levels in the languages it is translated to, where they differ from its own and are said of nothing else. */
const POSTGRES: Readonly<Record<string, Level>> = {
  ...levels('error', 'FEHLER ERREUR ERRORE ERRO ОШИБКА ПОМИЛКА FEL BŁĄD HATA CHYBA 错误 오류'),
  ...levels('fatal', 'FATALE ВАЖНО ФАТАЛЬНО FATALT KATASTROFALNY 致命错误 치명적오류'),
  ...levels('fatal', 'PANIK PANICO PÂNICO ПАНИКА ПАНІКА PANIKA'),
}

function levels(level: Level, words: string): Readonly<Record<string, Level>> {
  return Object.fromEntries(words.split(' ').map(word => [word, level]))
}

/** `…:ERROR:  relation "x" does not exist`: after any prefix, in any language, and always with two spaces. */
export function levelOfPostgres(head: string): Level | undefined {
  const word = head.includes(':  ') ? /(?:^|[\s:\]>)])([\p{Lu}\p{Lo}]{2,14}): {2}\S/u.exec(head)?.[1] : undefined
  return word === undefined ? undefined : (POSTGRES[word] ?? levelOfWord(word))
}

/** What PostgreSQL adds to an error, in lines with times of their own; it may quote anything. */
export function isPostgresDetail(head: string): boolean {
  return head.includes(':  ') && /^\d{4}-.{0,120}?[\s:](?:DETAIL|HINT|STATEMENT|CONTEXT|QUERY|LOCATION): {2}/.test(head)
}
