import { type Level, levelOfLetter, levelOfNumber, levelOfWord } from './level.ts'
import { type LocalTime, timeOfField, timeOfText } from './time.ts'

/** Which fields of a JSON line to read; a name may be a path, such as `log.level`. */
export interface JsonFields {
  readonly time?: string
  readonly level?: string
  readonly text?: string
}

/** What loggers call them, when the checklist does not say. */
const TIMES = [
  'time',
  'timestamp',
  '@timestamp',
  'ts',
  'datetime',
  'date',
  'asctime',
  '@t',
  't.$date',
  't',
  'record.time.timestamp',
]
const LEVEL_NAMES = [
  'level',
  'severity',
  'levelname',
  'level_name',
  'log.level',
  'lvl',
  'loglevel',
  'log_level',
  '@level',
  'severity_text',
  'severitytext',
  '@l',
  's',
  'record.level.name',
]
const TEXTS = ['msg', 'message', 'event', 'text', '@message', '@m', '@mt', 'messagetemplate', 'short_message', 'body']

export interface JsonLine {
  readonly time: number | undefined
  readonly level: Level | undefined
  readonly text: string | undefined
}

/** Reads a line that is a JSON object; undefined when it is none. */
export function readJsonLine(line: string, fields: JsonFields, local: LocalTime): JsonLine | undefined {
  const begin = line.indexOf('{')
  if (begin === -1 || !/\}\s*$/.test(line)) return undefined
  // `docker logs --timestamps` and Kubernetes write a time before it.
  const lead = line.slice(0, begin).trim()
  if (lead !== '' && !/^[\d.:TZ+-]{20,40}$/.test(lead)) return undefined
  let object: unknown
  try {
    object = JSON.parse(line.slice(begin))
  } catch {
    return undefined
  }
  const stated = levelOfField(first(object, fields.level, LEVEL_NAMES))
  const text = first(object, fields.text, TEXTS)
  return {
    time: timeOfField(first(object, fields.time, TIMES), local) ?? timeOfText(lead, local),
    // A trace inside a field makes an error of a line that does not say what it is.
    level: stated ?? (/Traceback \(most recent call last\)|\\n\s+at /.test(line) ? 'error' : undefined),
    text: typeof text === 'string' ? text : undefined,
  }
}

function levelOfField(value: unknown): Level | undefined {
  if (typeof value === 'number') return levelOfNumber(value)
  if (typeof value !== 'string') return undefined
  // Go's slog writes what lies between its levels as ERROR+4.
  const word = value.replace(/[+-]\d+$/, '')
  return levelOfLetter(word) ?? levelOfWord(word) ?? (/^\d+$/.test(value) ? levelOfNumber(Number(value)) : undefined)
}

function first(object: unknown, name: string | undefined, usual: readonly string[]): unknown {
  if (name !== undefined) return at(object, name)
  for (const usualName of usual) {
    const value = at(object, usualName)
    if (value !== undefined && value !== null) return value
  }
  return otherwiseSpelled(object, usual)
}

/** .NET writes `LogLevel` and `Timestamp`, others `LEVEL`. */
function otherwiseSpelled(object: unknown, usual: readonly string[]): unknown {
  if (typeof object !== 'object' || object === null) return undefined
  for (const [key, value] of Object.entries(object)) {
    if (value !== null && /[A-Z]/.test(key) && usual.includes(key.toLowerCase())) return value
  }
  return undefined
}

/** A field by its whole name, else by its name as a path. */
function at(object: unknown, name: string): unknown {
  if (own(object, name) !== undefined || !name.includes('.')) return own(object, name)
  return name.split('.').reduce<unknown>(own, object)
}

function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}
