import type { TimeWindow } from './event-counter.ts'
import type { LineOptions } from './log-line.ts'
import type { LogScan, ScanOptions } from './log-scan.ts'

/** What the author asked for, by the clock of the log's machine. */
export interface ScanSettings {
  readonly line: LineOptions
  readonly window: TimeWindow
}

/** Begins to scan a log of its own. All scans of a check count together. */
export type OpenScan = (options: Pick<ScanOptions, 'window' | 'initialTime'>) => LogScan
