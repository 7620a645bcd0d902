import { type Level, levelOfCapitals, levelOfLetter, levelOfNumber, levelOfWord } from './level.ts'
import { isPostgresDetail, levelByForm, levelOfPostgres } from './level-form.ts'

/** `INFO: …`, `2026-01-14T04:30:00.123Z INFO …`, `[2026-01-14 04:30:00] ERROR: …`: most lines there are, told at once. */
const PLAIN_HEAD = /^\[?[\dT:.,Z+/-]*(?: [\d:.,+]+Z?)?\]? *[[|]?([A-Z]{3,9})(?=[\]:\s|]|$)/
const HEAD = 240
const MOST_WORDS = 12

/**
 * The level a line of text states in its head: before the message, where loggers write it. A word in the message, or a
 * logger that is merely named `error`, states none.
 */
export function levelOfText(line: string): Level | undefined {
  const plain = PLAIN_HEAD.exec(line)?.[1]
  const level = plain === undefined ? undefined : levelOfCapitals(plain)
  if (level !== undefined && plain !== 'NOTICE' && plain !== 'WARNING') return level
  const head = line.length > HEAD ? line.slice(0, HEAD) : line
  const passedOn = levelOfPassedOn(head) ?? level
  if (passedOn !== undefined || isPostgresDetail(head)) return passedOn
  return levelByField(head) ?? levelByForm(head) ?? levelByWords(head) ?? levelOfPostgres(head) ?? levelOfPriority(head)
}

const PASSED_ON =
  /\b(?:NOTICE|WARNING): (?:PHP message: |\[pool [^\]]*\] child \d+ said into std(?:err|out): "(?:NOTICE: )?(?:PHP message: )?)(.*)/

/** PHP-FPM passes on, with a level of its own, what its workers say: `NOTICE: PHP message: …`, `… said into stderr: "…"`. */
function levelOfPassedOn(head: string): Level | undefined {
  if (!(head.includes('PHP message: ') || head.includes(' said into std'))) return undefined
  const said = PASSED_ON.exec(head)?.[1]
  return said === undefined ? undefined : levelOfText(said)
}

/** Syslog's `<11>`: eight times the facility and the severity (RFC 5424 §6.2.1). */
function levelOfPriority(head: string): Level | undefined {
  const priority = /^<(\d{1,3})>/.exec(head)?.[1]
  return priority === undefined ? undefined : levelOfNumber(Number(priority) % 8)
}

const FIELD = `(?:level|lvl|severity|loglevel|log_level)=["']?([A-Za-z]+)`
const FIELD_WORD = new RegExp(`^[{,]?${FIELD}`, 'i')
const FIELD_AT_HEAD = new RegExp(
  String.raw`^(?:[\d:.TZ+/-]+\s+)*(?:[\w.-]+=(?:"(?:[^"\\]|\\.)*"|[^\s"]\S*)?\s+)*${FIELD}`,
  'i',
)

/** logfmt: after other fields, texts of several words among them. In a message `level=error` is what it speaks of. */
function levelByField(head: string): Level | undefined {
  const field = head.includes('=') ? FIELD_AT_HEAD.exec(head)?.[1] : undefined
  return field === undefined ? undefined : levelOfWord(field)
}

/** Reads words from the left for as long as they can belong to a head: times, numbers, brackets, names of loggers. */
function levelByWords(head: string): Level | undefined {
  // Envoy and Elasticsearch leave no space between brackets.
  const words = head.replaceAll('][', '] [').trimStart().split(/\s+/, MOST_WORDS)
  let bracketed = false
  for (const [index, word] of words.entries()) {
    const around = { before: words[index - 1] ?? '', next: words[index + 1] ?? '' }
    const inside = bracketed || OPENS.test(word)
    const found = levelOfField(word) ?? levelOfCapitalWord(word)
    const level = found ?? (inside ? levelInBrackets(word, around) : levelOfName(word))
    if (level !== undefined) return level
    if (!(inside || belongsToHead(word, around.next, index))) return undefined
    // Loggers write several words in square brackets; in round ones people do.
    bracketed = /[[<][^\])>]*$/.test(word) || (bracketed && !CLOSES.test(word))
  }
  return undefined
}

const OPENS = /^["'|]*[[(<]/
const CLOSES = /[\])>]/

function levelOfField(word: string): Level | undefined {
  const field = word.includes('=') ? FIELD_WORD.exec(word)?.[1] : undefined
  return field === undefined ? undefined : levelOfWord(field)
}

/** What may stand beside a level within one pair of brackets, which is `[` or `]` too where there are spaces. */
function isTime(word: string): boolean {
  return /^[[(<]?\d[\d:.,TZ+/-]*$|^[[\](<>)]/.test(word)
}

function levelOfCapitalWord(word: string): Level | undefined {
  const bare = bareWord(word)
  return /^[A-Z]{3,9}\d?$/.test(bare) && !word.endsWith(',') ? levelOfWord(bare) : undefined
}

/** `error:`; `production.ERROR:` of Monolog. */
function levelOfName(word: string): Level | undefined {
  const name = word.endsWith(':') ? /^(?:[\w-]+\.([A-Z]+)|([A-Za-z]+)):$/.exec(word) : null
  return name === null ? undefined : levelOfWord(name[1] ?? name[2] ?? '')
}

/** `[error]`, `[core:error]` of Apache, `ERROR/ForkPoolWorker-1]` of Celery; but in `[no error found]` it is a word of several. */
function levelInBrackets(word: string, { before, next }: { before: string; next: string }): Level | undefined {
  const bare = bareWord(word)
  const alone = (OPENS.test(word) || isTime(before)) && (CLOSES.test(word) || isTime(next))
  const small = alone ? levelOfWord(bare.split(':').at(-1) ?? '') : undefined
  // Gitea: [E]
  if (small === undefined && /^\[[DIWEF]\]$/.test(word)) return levelOfLetter(bare)
  return small ?? levelOfWord(/^[A-Z]+(?=\/)/.exec(bare)?.[0] ?? '')
}

function bareWord(word: string): string {
  return word.replace(/^[[(<|"']+|[\])>|:,"']+$/g, '')
}

const CALENDAR =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|AM|PM|UTC|GMT|Z)[a-z]*,?$/

function belongsToHead(word: string, next: string, index: number): boolean {
  if (/\d/.test(word) || /^(?:[-–|:>*#.=~+]+|\{[\w-]*\})$/.test(word) || CALENDAR.test(word)) return true
  // com.example.App, app:main, thread=main; `nginx:`
  if (/[\w$][.:/@#=$][\w$]/.test(word) || (index <= 4 && /^[\w-]+:$/.test(word))) return true
  // A logger before its separator; a host before its process (syslog).
  return /^(?:-+|\|)$/.test(next) || (index > 0 && index <= 3 && /(?:\[\d+\]|^[\w./-]+):$/.test(next))
}
