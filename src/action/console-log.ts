import { exchangeLines, finishedLines } from '../edge/progress-text.ts'
import type { ProgressObserver } from '../model/progress.ts'
import { oneLine } from '../model/visible.ts'
import { type Paint, plain } from '../report/format/paint.ts'
import type { Runner } from './runner.ts'

/**
 * The run as the workflow log shows it: one foldable group a top-level section, headings for the sections inside it
 * (groups do not nest), a line a check. Secrets are handed to the runner the moment they are known.
 */
export function createConsoleLog(runner: Runner, paint: Paint = plain): ProgressObserver & { finish(): void } {
  let open = false
  const close = (): void => {
    if (open) runner.closeGroup()
    open = false
  }
  const group = (name: string): void => {
    close()
    runner.openGroup(oneLine(name))
    open = true
  }
  return {
    runStarted: ({ checklist, total }) => runner.print(`${oneLine(checklist)}: ${total} ${plural(total)}`),
    sectionStarted: ({ name, depth }) =>
      depth === 0 ? group(name) : runner.print(`${'  '.repeat(depth)}${paint('bold', oneLine(name))}`),
    checkFinished(check, sections) {
      // A check at the top level belongs to no group, so it must not fall into the one of the section before it.
      if (sections.length === 0) close()
      const indent = '  '.repeat(sections.length)
      runner.print(
        finishedLines(check, paint)
          .map(line => `${indent}${line}`)
          .join('\n'),
      )
    },
    attemptFailed: ({ name, attempt, message }) =>
      runner.print(paint('dim', `  … ${oneLine(name)}, attempt ${attempt}: ${oneLine(message)}`)),
    cleanupStarted(count) {
      if (count > 0) group(`Cleanup (${count} ${count === 1 ? 'step' : 'steps'})`)
    },
    exchange: (check, evidence, reproduce) => runner.print(exchangeLines(check.name, evidence, reproduce).join('\n')),
    secret: value => runner.mask(value),
    finish: close,
  }
}

function plural(total: number): string {
  return total === 1 ? 'check' : 'checks'
}
