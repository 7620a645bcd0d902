import { CheckError } from '../model/check-error.ts'
import { type CommandEnd, commandLines } from './command-lines.ts'
import type { Machine } from './machine.ts'

/** A message of a unit, or systemd's about it; when the journal received it, and its syslog severity (RFC 5424 §6.2.1). */
export interface JournalEntry {
  readonly message: string
  readonly receivedAt: number | undefined
  readonly priority: number | undefined
}

export interface JournalUnit {
  /** When its present process was started, in milliseconds since 1970; undefined when there was none since the boot. */
  readonly startedAt: number | undefined
  /** Whether it runs. */
  readonly active: boolean
}

const UNIT = `command -v journalctl >/dev/null 2>&1 || { echo NoJournal=yes; exit 0; }
TZ=UTC LC_ALL=C systemctl show --property=LoadState --property=ActiveState --property=ExecMainStartTimestamp -- "$1"`

/** What systemd knows of a unit. Rejects with a CheckError when it has none of that name. */
export async function journalUnit(machine: Machine, unit: string, signal: AbortSignal): Promise<JournalUnit> {
  const command = { run: { words: ['sh', '-c', UNIT, 'sh', unit] }, environment: {} }
  const { stdout, stderr, exitCode } = await machine.run(command, signal)
  const said = new Map(stdout.split('\n').map(line => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)]))
  if (said.has('NoJournal') || exitCode !== 0) {
    throw unreadable(machine, said.has('NoJournal') ? 'there is no `journalctl`' : 'systemd does not answer', stderr)
  }
  const load = said.get('LoadState') ?? 'not-found'
  if (load === 'not-found') {
    throw new CheckError({
      code: 'unit-unknown',
      message: `systemd has no unit \`${unit}\` on ${machine.label}.`,
      hint: '`systemctl list-units --all` shows what there is; without an ending, `.service` is meant.',
    })
  }
  return {
    startedAt: startOf(said.get('ExecMainStartTimestamp') ?? ''),
    active: said.get('ActiveState') === 'active',
  }
}

/** `Wed 2026-01-14 04:30:00 UTC`, as systemd.time(7) says. */
function startOf(text: string): number | undefined {
  const [, date, time] = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) UTC$/.exec(text) ?? []
  return date === undefined ? undefined : Date.parse(`${date}T${time}Z`)
}

/** What the journal has of a unit, in batches. Times are milliseconds since 1970 by the machine's clock. */
export async function* journalEntries(
  machine: Machine,
  unit: string,
  period: { readonly since?: number | undefined; readonly until?: number | undefined },
  signal: AbortSignal,
): AsyncGenerator<readonly JournalEntry[]> {
  yield* readJournal(machine, unit, [...timeWord('since', period.since), ...timeWord('until', period.until)], signal)
}

/** Whether the journal has anything at all of a unit. */
export async function hasJournal(machine: Machine, unit: string, signal: AbortSignal): Promise<boolean> {
  for await (const entries of readJournal(machine, unit, ['--lines=1'], signal)) if (entries.length > 0) return true
  return false
}

function timeWord(name: string, ms: number | undefined): readonly string[] {
  return ms === undefined ? [] : [`--${name}=@${(ms / 1_000).toFixed(3)}`]
}

/**
 * `--all`: else JSON has null for a message of more than 4096 bytes. Not `--quiet`: it would hide that the user may not see
 * everything. The format is that of systemd's Journal JSON Format.
 */
async function* readJournal(
  machine: Machine,
  unit: string,
  words: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly JournalEntry[]> {
  const fixed = ['--no-pager', '--output=json', '--all', '--output-fields=MESSAGE,PRIORITY']
  const run = { words: ['journalctl', `--unit=${unit}`, ...fixed, ...words] }
  const batches = commandLines(machine, { run, environment: { LC_ALL: 'C' } }, signal)
  try {
    for (let next = await batches.next(); ; next = await batches.next()) {
      if (next.done === true) return requireRead(next.value, machine)
      yield next.value.flatMap(entryOf)
    }
  } finally {
    await batches.return({ exitCode: 0, stderr: '' })
  }
}

function requireRead({ exitCode, stderr }: CommandEnd, machine: Machine): void {
  if (/not seeing messages|insufficient permissions/i.test(stderr)) {
    throw unreadable(machine, 'the user may not see all of it', stderr, 'Add the user to the group `systemd-journal`.')
  }
  if (/no journal files were/i.test(stderr)) throw unreadable(machine, 'there is none', stderr)
  if (exitCode !== 0) throw unreadable(machine, `\`journalctl\` ended with ${exitCode}`, stderr)
}

function unreadable(machine: Machine, why: string, stderr: string, hint?: string): CheckError {
  return new CheckError({
    code: 'log-unreadable',
    message: `The journal of ${machine.label} cannot be read: ${why}.`,
    hint: hint ?? 'Is systemd running there, and does it keep a journal?',
    details: stderr.trim() === '' ? {} : { stderr: stderr.trim() },
  })
}

/** A line that is no entry, such as `-- No entries --`, gives none. */
function entryOf(line: string): readonly JournalEntry[] {
  if (!line.startsWith('{')) return []
  let fields: Readonly<Record<string, unknown>>
  try {
    fields = JSON.parse(line)
  } catch {
    // Cut at the longest line there may be: better seen than not.
    return [{ message: line, receivedAt: undefined, priority: undefined }]
  }
  const at = Number(fields.__REALTIME_TIMESTAMP)
  const priority = typeof fields.PRIORITY === 'string' ? Number(fields.PRIORITY) : undefined
  return [{ message: messageOf(fields.MESSAGE), receivedAt: Number.isNaN(at) ? undefined : at / 1_000, priority }]
}

/** Text; a list of bytes where it holds control characters or no UTF-8; a list of texts where a program gave several. */
function messageOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return ''
  if (value.every(byte => typeof byte === 'number')) return Buffer.from(value).toString('utf8')
  return value.map(messageOf).join('\n')
}
