import { cutLine } from './line-batches.ts'

/**
 * What is read of an entry, in characters: what the journal takes of a program's output is at most 48 KiB (`LineMax` in
 * journald.conf(5)), in JSON up to four characters a byte. Only a program that writes to the journal itself can exceed this.
 */
export const MOST_CHARACTERS = 4 * 1024 * 1024

/** A message of a unit, or systemd's about it; when the journal received it, and its syslog severity (RFC 5424 §6.2.1). */
export interface JournalEntry {
  /** The lines of its message, each as far as lines of logs are read. */
  readonly lines: readonly string[]
  readonly receivedAt: number | undefined
  readonly priority: number | undefined
}

/** Reads a line of `journalctl --output=json`; one that is no entry, such as `-- No entries --`, gives none. */
export function entryOf(line: string): readonly JournalEntry[] {
  if (!line.startsWith('{')) return []
  const fields = parsed(line) ?? salvaged(line)
  const at = Number(fields.__REALTIME_TIMESTAMP)
  return [
    {
      lines: messageOf(fields.MESSAGE)
        .split('\n')
        .map(text => cutLine(text)),
      receivedAt: Number.isNaN(at) ? undefined : at / 1_000,
      priority: priorityOf(fields.PRIORITY),
    },
  ]
}

type Fields = Readonly<Record<string, unknown>>

function parsed(line: string): Fields | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Of an entry that was cut, in which the fields come in any order: what is whole, and the message as far as it goes. */
function salvaged(line: string): Fields {
  const named = (name: string): string | undefined => new RegExp(`[{,]"${name}":"(\\d+)"`).exec(line)?.[1]
  return {
    // Better seen as it came than not.
    MESSAGE: salvagedMessage(line) ?? line,
    PRIORITY: named('PRIORITY'),
    __REALTIME_TIMESTAMP: named('__REALTIME_TIMESTAMP'),
  }
}

/** Only a message is so long that it can have been cut. */
function salvagedMessage(line: string): unknown {
  const begun = line.slice(line.indexOf('"MESSAGE":'))
  if (begun.startsWith('"MESSAGE":[')) return parsed(`{${begun.slice(0, begun.lastIndexOf(','))}]}`)?.MESSAGE
  // An escape at its end may have lost up to five characters.
  const cuts = [0, 1, 2, 3, 4, 5].map(lost => parsed(`{${begun.slice(0, begun.length - lost)}"}`))
  return cuts.find(fields => fields !== undefined)?.MESSAGE
}

/** The gravest, where a program gave several. */
function priorityOf(value: unknown): number | undefined {
  const given = [value].flat().filter(one => typeof one === 'string')
  return given.length === 0 ? undefined : Math.min(...given.map(Number))
}

/** Text; a list of bytes where it holds control characters or no UTF-8; a list of texts where a program gave several. */
function messageOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return ''
  if (value.every(byte => typeof byte === 'number')) return Buffer.from(value).toString('utf8')
  return value.map(messageOf).join('\n')
}
