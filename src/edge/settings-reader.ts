import { parseDuration } from '../model/duration.ts'
import type { FailOn } from '../model/result.ts'
import { DEFAULT_SETTINGS, type Settings } from '../model/settings.ts'
import { suggest } from '../model/suggest.ts'
import { shorten } from '../model/visible.ts'

/** The settings as text: what inputs and arguments have in common. Absent or empty means the default. */
export interface WrittenSettings {
  readonly checklist?: string | undefined
  readonly target?: string | undefined
  /** `name=value` each. */
  readonly variables?: readonly string[] | undefined
  /** Tags, ids or names, each text a comma-separated list. */
  readonly select?: readonly string[] | undefined
  readonly skip?: readonly string[] | undefined
  readonly failOn?: string | undefined
  readonly concurrency?: string | undefined
  readonly timeout?: string | undefined
  readonly cleanupTimeout?: string | undefined
}

/** A setting that cannot be understood. `text` is what may be shown of it: never the value of a variable. */
export interface SettingFault {
  readonly setting: keyof WrittenSettings
  readonly text: string
  readonly message: string
  readonly hint: string
}

export type ReadSettings = Omit<Settings, 'root' | 'environment' | 'event'>

const FAIL_ON: readonly FailOn[] = ['failure', 'warning', 'never']
const MOST_CONCURRENT = 256
const LONGEST_TIMEOUT_MS = 24 * 3_600_000
const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Reads every setting and gathers every fault; a faulty setting has its default in the result. */
export function readSettings(written: WrittenSettings): {
  readonly settings: ReadSettings
  readonly faults: readonly SettingFault[]
} {
  const faults: SettingFault[] = []
  const reading: Reading = { written, fault: found => faults.push(found) }
  const settings: ReadSettings = {
    checklist: given(written.checklist) ?? DEFAULT_SETTINGS.checklist,
    target: given(written.target) ?? null,
    variables: readVariables(reading),
    select: words(written.select),
    skip: words(written.skip),
    failOn: readFailOn(reading),
    concurrency: readConcurrency(reading),
    timeoutMs: readTimeout(reading, 'timeout', DEFAULT_SETTINGS.timeoutMs),
    cleanupTimeoutMs: readTimeout(reading, 'cleanupTimeout', DEFAULT_SETTINGS.cleanupTimeoutMs),
  }
  return { settings, faults }
}

interface Reading {
  readonly written: WrittenSettings
  fault(found: SettingFault): void
}

function given(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}

function words(lists: readonly string[] = []): readonly string[] {
  return lists
    .flatMap(list => list.split(/[,\n]/))
    .map(word => word.trim())
    .filter(word => word !== '')
}

function readVariables({ written, fault }: Reading): Readonly<Record<string, string>> {
  const variables = new Map<string, string>()
  for (const [index, line] of (written.variables ?? []).entries()) {
    if (line.trim() === '') continue
    const equals = line.indexOf('=')
    const name = line.slice(0, Math.max(0, equals)).trim()
    const about = { setting: 'variables', text: name === '' ? '' : `${name}=…` } as const
    // The text of a line without a name may be a value, even a secret one: it is counted, not quoted.
    if (equals === -1 || name === '') {
      fault({
        ...about,
        message: `Entry ${index + 1} is not of the form name=value.`,
        hint: 'Write each as name=value, such as version=2.2.1.',
      })
    } else if (!VARIABLE_NAME.test(name)) {
      const hint = 'A name has letters, digits and _ and begins with no digit.'
      fault({ ...about, message: `Entry ${index + 1} does not begin with the name of a variable.`, hint })
    } else if (variables.has(name)) {
      fault({ ...about, message: `The variable ${name} is given twice.`, hint: 'Give each variable one value.' })
    } else {
      variables.set(name, line.slice(equals + 1).replace(/\r$/, ''))
    }
  }
  return Object.fromEntries(variables)
}

function readFailOn({ written, fault }: Reading): FailOn {
  const text = given(written.failOn)
  if (text === undefined) return DEFAULT_SETTINGS.failOn
  const known = FAIL_ON.find(value => value === text)
  if (known !== undefined) return known
  const near = suggest(text, FAIL_ON)
  const hint = near === undefined ? 'Write failure, warning or never.' : `Did you mean ${near}?`
  fault({ setting: 'failOn', text, message: `Expected failure, warning or never, not ${quote(text)}.`, hint })
  return DEFAULT_SETTINGS.failOn
}

function readConcurrency({ written, fault }: Reading): number {
  const text = given(written.concurrency)
  if (text === undefined) return DEFAULT_SETTINGS.concurrency
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= MOST_CONCURRENT) return value
  const message = `Expected a whole number from 1 to ${MOST_CONCURRENT}, not ${quote(text)}.`
  fault({ setting: 'concurrency', text, message, hint: 'It is how many checks of a parallel section run at once.' })
  return DEFAULT_SETTINGS.concurrency
}

function readTimeout({ written, fault }: Reading, setting: 'timeout' | 'cleanupTimeout', fallback: number): number {
  const text = given(written[setting])
  if (text === undefined) return fallback
  const value = parseDuration(text)
  if (value !== undefined && value > 0 && value <= LONGEST_TIMEOUT_MS) return value
  const message = `Expected a duration of at most a day such as 90s, 15m or 1h30m, not ${quote(text)}.`
  const hint = /^\d+$/.test(text) ? `A duration has a unit: ${text}s or ${text}m.` : 'Units are ms, s, m, h and d.'
  fault({ setting, text, message, hint })
  return fallback
}

function quote(text: string): string {
  return `"${shorten(text, 61)}"`
}
