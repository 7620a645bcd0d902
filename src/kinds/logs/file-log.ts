import { resolve } from 'node:path'
import { CheckError } from '../../model/check-error.ts'
import { type LogFile, localLogFile } from '../../transport/log-file.ts'
import type { Machine } from '../../transport/machine.ts'
import { remoteLogFile } from '../../transport/remote-log-file.ts'
import type { ObserveContext } from '../kind.ts'
import type { TimeWindow } from './event-counter.ts'
import { type LineOptions, type LogLine, readLine } from './log-line.ts'
import type { OpenScan, ScanSettings } from './scan-settings.ts'

/** Scans a file of a machine. */
export async function scanFile(
  path: string,
  machine: Machine,
  { settings, open, context }: { settings: ScanSettings; open: OpenScan; context: ObserveContext },
): Promise<void> {
  const { signal } = context
  const { window } = settings
  const file = machine.remote ? await remoteLogFile(machine, path, signal) : localLogFile(resolve(context.folder, path))
  const line: LineOptions = { ...settings.line, zone: file.zone }
  const initialTime = await firstTime(file, window, line, signal)
  await requireWhole(file, window, initialTime, signal)
  const scan = open({ window, initialTime })
  for await (const lines of file.lines(signal)) await scan.take(lines.map(written => readLine(written, line)))
  await scan.finish()
}

/**
 * The first time a log states, which the lines above it share. Asked for only when times matter; a log that has none then
 * cannot be cut to a window, and to count all of it or nothing of it would both be wrong.
 */
async function firstTime(
  file: LogFile,
  window: TimeWindow,
  options: LineOptions,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (window.since === undefined && window.until === undefined) return undefined
  let empty = true
  for await (const lines of file.lines(signal)) {
    for (const written of lines) {
      const line = readLine(written, options)
      if (timeOf(line) !== undefined) return timeOf(line)
      if (line.raw.trim() !== '') empty = false
    }
  }
  if (empty) return undefined
  throw new CheckError({
    code: 'log-without-times',
    message: `No line of \`${file.path}\` begins with a time, so \`since\` and \`until\` cannot be applied.`,
    hint: 'Let the logger write times, name their field with `json: { time: … }`, or leave `since` and `until` out.',
  })
}

function timeOf({ time, receivedAt }: LogLine): number | undefined {
  return receivedAt ?? time
}

/** What was written since then and has been rotated away would be missing without a word. */
async function requireWhole(
  file: LogFile,
  { since }: TimeWindow,
  begin: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (since === undefined || (begin !== undefined && begin <= since)) return
  const rotated = await file.rotatedSince(since, signal)
  if (rotated === undefined) return
  throw new CheckError({
    code: 'log-rotated',
    message: `\`${file.path}\` begins after \`since\`: what was written before is in \`${rotated}\`.`,
    hint: 'Look at both files, each with a check of its own, or rotate the log at another time.',
  })
}
