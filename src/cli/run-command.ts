import { basename, relative, resolve } from 'node:path'
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
import { openReport } from './open-report.ts'
import { createProgressLines } from './progress-lines.ts'
import { settingsOf } from './run-settings.ts'
import type { Terminal } from './terminal.ts'

const DEFAULT_REPORT_DIR = 'verify-report'
const PAGE = 'report.html'
const NOTHING_TO_OPEN = {
  message: '--open opens report.html, but --report-dir "" writes no report.',
  hint: 'Leave one of them out.',
}
const REDRAW_MS = 100

/** `run [FILE]`: the run with its progress on stderr, the report on stdout and in files. */
export async function runCommand(given: Arguments, context: CliContext): Promise<number> {
  const { terminal, directory } = context
  const { settings, faults } = settingsOf(given, context)
  const reportDir = given.one('report-dir') ?? DEFAULT_REPORT_DIR
  const slips = given.has('open') && reportDir === '' ? [...faults, NOTHING_TO_OPEN] : faults
  if (slips.length > 0) return refuse(slips, terminal)
  const progress = startProgress(terminal, given.has('quiet'))
  const stop = createStopSignal(name => progress.note(`${name}: cancelling, cleaning up …`))
  try {
    const ports = { signal: stop.signal, verbose: given.has('verbose') }
    const report = await withThriftyHeap(progress.observer, observer => verify(settings, { ...ports, observer }))
    progress.finish()
    const options = { color: terminal.colorOut, width: terminal.widthOut(), quiet: given.has('quiet') }
    terminal.out(`${renderTerminal(report, options).trimEnd()}\n`)
    if (reportDir !== '') await deliverFiles(report, resolve(directory, reportDir), given, context)
    return exitCodeOf(report)
  } finally {
    progress.finish()
    stop.dispose()
  }
}

async function deliverFiles(report: Report, folder: string, given: Arguments, context: CliContext): Promise<void> {
  const { terminal, environment } = context
  const { files, faults } = await writeReports(report, folder)
  for (const fault of faults) terminal.err(`verify-deploy: ${fault}\n`)
  if (files.length > 0 && !given.has('quiet')) {
    terminal.out(`\nReports are in ${relative(context.directory, folder) || '.'}\n`)
  }
  const page = files.find(path => basename(path) === PAGE)
  if (!given.has('open') || page === undefined) return
  // Nobody sits before the desktop of a runner, if it has one.
  const fault = environment.CI ? `--open does nothing where CI is set.` : await openReport(page)
  if (fault !== undefined) terminal.err(`verify-deploy: ${fault}\n`)
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
