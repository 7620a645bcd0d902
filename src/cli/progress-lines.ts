import { exchangeLines, finishedLines, pathOf } from '../edge/progress-text.ts'
import type { ProgressObserver } from '../model/progress.ts'
import type { CheckResult } from '../model/result.ts'
import { inertLine, oneLine } from '../model/visible.ts'
import type { Paint } from '../report/format/paint.ts'

/** Progress where nothing can be redrawn, which may be the log of a workflow: a line when something is done. */
export function createProgressLines(write: (line: string) => void, paint: Paint): ProgressObserver {
  const print = (line: string): void => write(inertLine(line))
  const printAll = (lines: readonly string[]): void => {
    for (const line of lines) print(line)
  }
  return {
    runStarted: ({ checklist, total }) => print(`${oneLine(checklist)}: ${total} ${total === 1 ? 'check' : 'checks'}`),
    attemptFailed: ({ name, attempt, message }) =>
      print(paint('dim', `… ${oneLine(name)}, attempt ${attempt}: ${oneLine(message)}`)),
    checkFinished: (check, sections) => printAll(resultLines(check, sections, paint)),
    cleanupStarted(count) {
      if (count > 0) print(`Cleanup: ${count} ${count === 1 ? 'step' : 'steps'}`)
    },
    exchange: (check, evidence, reproduce) => printAll(exchangeLines(check.name, evidence, reproduce)),
  }
}

function resultLines(check: CheckResult, sections: readonly string[], paint: Paint): readonly string[] {
  return finishedLines(check, paint, pathOf(sections, check.name))
}
