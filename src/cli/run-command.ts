import { relative, resolve } from 'node:path'
import { exitCodeOf } from '../edge/exit-code.ts'
import { withThriftyHeap } from '../edge/heap-thrift.ts'
import { writeReports } from '../edge/report-files.ts'
import { createStopSignal } from '../edge/stop-signal.ts'
import type { ProgressObserver } from '../model/progress.ts'
import type { Report } from '../model/result.ts'
import { painter } from '../report/format/paint.ts'
import { renderTerminal } from '../report/terminal.ts'
import { verify } from '../verify.ts'
import type { Arguments } from './arguments.ts'
import { type CliContext, refuse } from './context.ts'
import { createLineBuffer } from './line-buffer.ts'
import { createLiveProgress } from './live-progress.ts'
import { createProgressLines } from './progress-lines.ts'
import { settingsOf } from './run-settings.ts'
import type { Terminal } from './terminal.ts'

const DEFAULT_REPORT_DIR = 'verify-report'
const REDRAW_MS = 100

/** `run [FILE]`: the run with its progress on stderr, the report on stdout and in files. */
export async function runCommand(given: Arguments, context: CliContext): Promise<number> {
  const { terminal, directory } = context
  const { settings, faults } = settingsOf(given, context)
  if (faults.length > 0) return refuse(faults, terminal)
  const progress = startProgress(terminal, given.has('quiet'))
  const stop = createStopSignal(name => progress.note(`${name}: cancelling, cleaning up …`))
  try {
    const ports = { signal: stop.signal, verbose: given.has('verbose') }
    const report = await withThriftyHeap(progress.observer, observer => verify(settings, { ...ports, observer }))
    progress.finish()
    const options = { color: terminal.colorOut, width: terminal.widthOut(), quiet: given.has('quiet') }
    terminal.out(`${renderTerminal(report, options).trimEnd()}\n`)
    const reportDir = given.one('report-dir') ?? DEFAULT_REPORT_DIR
    if (reportDir !== '') await deliverFiles(report, resolve(directory, reportDir), given.has('quiet'), context)
    return exitCodeOf(report)
  } finally {
    progress.finish()
    stop.dispose()
  }
}

async function deliverFiles(report: Report, folder: string, quiet: boolean, context: CliContext): Promise<void> {
  const { files, faults } = await writeReports(report, folder)
  for (const fault of faults) context.terminal.err(`verify-deploy: ${fault}\n`)
  if (files.length === 0 || quiet) return
  context.terminal.out(`\nReports are in ${relative(context.directory, folder) || '.'}\n`)
}

interface Progress {
  readonly observer: ProgressObserver
  note(line: string): void
  finish(): void
}

function startProgress(terminal: Terminal, quiet: boolean): Progress {
  if (quiet) return { observer: {}, note: () => undefined, finish: () => undefined }
  const paint = painter(terminal.colorErr)
  if (!terminal.interactive) {
    const lines = createLineBuffer(terminal.err)
    const note = (line: string): void => {
      lines.add(line)
      lines.flush()
    }
    return { observer: createProgressLines(lines.add, paint), note, finish: lines.flush }
  }
  const screen = { write: terminal.err, width: terminal.widthErr }
  const live = createLiveProgress(screen, { paint, now: () => performance.now() })
  const timer = setInterval(live.draw, REDRAW_MS)
  timer.unref()
  return {
    observer: live.observer,
    note: live.note,
    finish() {
      clearInterval(timer)
      live.finish()
    },
  }
}
