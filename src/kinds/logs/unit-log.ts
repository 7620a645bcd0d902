import { CheckError } from '../../model/check-error.ts'
import { hasJournal, type JournalEntry, journalEntries, journalUnit } from '../../transport/journal.ts'
import type { Machine } from '../../transport/machine.ts'
import type { ObserveContext } from '../kind.ts'
import { type Level, levelOfNumber } from './level.ts'
import { type LogLine, readReceived } from './log-line.ts'
import { askedFor, requireOrder } from './period.ts'
import type { OpenScan, ScanSettings } from './scan-settings.ts'

/** From here on (RFC 5424 §6.2.1: notice) a priority says only that nobody gave one. */
const NOTICE = 5

/** Scans what the journal of a machine has of a systemd unit, since its process was started unless the author says. */
export async function scanUnit(
  unit: string,
  machine: Machine,
  { settings, open, context }: { settings: ScanSettings; open: OpenScan; context: ObserveContext },
): Promise<void> {
  const { signal } = context
  const { startedAt, active } = await journalUnit(machine, unit, signal)
  const window = { ...settings.window, since: settings.window.since ?? startedAt }
  requireOrder(window, `the start of \`${unit}\`, where its log begins without \`since\``)
  const scan = open({ window })
  let empty = true
  for await (const entries of journalEntries(machine, unit, askedFor(window), signal)) {
    empty = false
    await scan.take(entries.flatMap(entry => linesOf(entry, settings)))
  }
  await scan.finish()
  if (!empty || !active || (await hasJournal(machine, unit, signal))) return
  throw new CheckError({
    code: 'log-empty',
    message: `The unit \`${unit}\` runs on ${machine.label}, and the journal has not a line of it.`,
    hint: 'Does it write its log to a file? Name that with `file`. Was the journal vacuumed?',
  })
}

function linesOf({ lines, receivedAt, priority }: JournalEntry, { line }: ScanSettings): readonly LogLine[] {
  const origin = { service: undefined, receivedAt, priority: levelOf(priority) }
  return lines.map(written => readReceived(written, origin, line))
}

function levelOf(priority: number | undefined): Level | undefined {
  return priority === undefined || priority >= NOTICE ? undefined : levelOfNumber(priority)
}
