import { CheckError } from '../model/check-error.ts'
import { type CommandEnd, commandLines } from './command-lines.ts'
import { entryOf, type JournalEntry, MOST_CHARACTERS } from './journal-entry.ts'
import type { Machine } from './machine.ts'

export type { JournalEntry }

export interface JournalUnit {
  /** When its present process was started, in milliseconds since 1970; undefined when there was none since the boot. */
  readonly startedAt: number | undefined
  /** Whether it runs. */
  readonly active: boolean
}

/**
 * Asked for JSON, `journalctl` keeps quiet (as with `--quiet`) of there being no journal and of what the user may not see:
 * it is asked for no line in its usual format, too.
 */
const UNIT = `command -v journalctl >/dev/null 2>&1 || { echo NoJournal=yes; exit 0; }
export TZ=UTC LC_ALL=C
journalctl --no-pager --lines=0 >/dev/null
systemctl show --property=LoadState --property=ActiveState --property=ExecMainStartTimestamp -- "$1"`

/** What systemd knows of a unit. Rejects with a CheckError when it has none of that name, or no journal that can be read. */
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
  requireSeen(stderr, machine)
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
  period: Period,
  signal: AbortSignal,
): AsyncGenerator<readonly JournalEntry[]> {
  const words = [...timeWord('since', period.since), ...timeWord('until', period.until)]
  yield* readJournal(machine, { unit, words, since: period.since }, signal)
}

interface Period {
  readonly since?: number | undefined
  readonly until?: number | undefined
}

/** Whether the journal has anything at all of a unit. */
export async function hasJournal(machine: Machine, unit: string, signal: AbortSignal): Promise<boolean> {
  for await (const entries of readJournal(machine, { unit, words: ['--lines=1'] }, signal)) {
    if (entries.length > 0) return true
  }
  return false
}

function timeWord(name: string, ms: number | undefined): readonly string[] {
  return ms === undefined ? [] : [`--${name}=@${(ms / 1_000).toFixed(3)}`]
}

interface Reading {
  readonly unit: string
  readonly words: readonly string[]
  readonly since?: number | undefined
}

/** `--all`: else JSON has null for a message of more than 4096 bytes. The format is that of systemd's Journal JSON Format. */
async function* readJournal(
  machine: Machine,
  { unit, words, since }: Reading,
  signal: AbortSignal,
): AsyncGenerator<readonly JournalEntry[]> {
  const fixed = ['--no-pager', '--output=json', '--all', '--output-fields=MESSAGE,PRIORITY']
  const run = { words: ['journalctl', `--unit=${unit}`, ...fixed, ...words] }
  const command = { run, environment: { LC_ALL: 'C' } }
  const batches = commandLines(machine, command, signal, { most: MOST_CHARACTERS })
  try {
    for (let next = await batches.next(); ; next = await batches.next()) {
      if (next.done === true) return requireRead(next.value, machine, since)
      yield next.value.flatMap(entryOf)
    }
  } finally {
    await batches.return({ exitCode: 0, stderr: '' })
  }
}

function requireRead({ exitCode, stderr }: CommandEnd, machine: Machine, since: number | undefined): void {
  requireSeen(stderr, machine)
  if (exitCode !== 0) throw unreadable(machine, `\`journalctl\` ended with ${exitCode}`, stderr)
  // systemd 252, journal-internal.c: a damaged file is left out, and the exit code is 0.
  const ignored = stderr.matchAll(/^Journal file (\S+) .*ignoring file/gm)
  for (const [, path = ''] of ignored) {
    if (isOlder(path, since)) continue
    const hint = '`journalctl --verify` shows what is wrong with it. Move it away when nothing in it is needed.'
    throw unreadable(machine, `its file ${path} is broken`, stderr, hint)
  }
}

/** Whether a file that was found broken and put away then (`…@TIME-RANDOM.journal~`, in µs, hexadecimal) is from before. */
function isOlder(path: string, since: number | undefined): boolean {
  const [, micros] = /@([\da-f]{16})-[\da-f]{16}\.journal~$/.exec(path) ?? []
  return micros !== undefined && since !== undefined && Number.parseInt(micros, 16) / 1_000 < since
}

function requireSeen(stderr: string, machine: Machine): void {
  if (/not seeing messages|insufficient permissions/i.test(stderr)) {
    throw unreadable(machine, 'the user may not see all of it', stderr, 'Add the user to the group `systemd-journal`.')
  }
  if (/no journal files were/i.test(stderr)) throw unreadable(machine, 'there is none', stderr)
}

function unreadable(machine: Machine, why: string, stderr: string, hint?: string): CheckError {
  return new CheckError({
    code: 'log-unreadable',
    message: `The journal of ${machine.label} cannot be read: ${why}.`,
    hint: hint ?? 'Is systemd running there, and does it keep a journal?',
    details: stderr.trim() === '' ? {} : { stderr: stderr.trim() },
  })
}
