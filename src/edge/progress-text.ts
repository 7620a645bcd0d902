import { formatDuration } from '../model/duration.ts'
import type { CheckResult, Evidence } from '../model/result.ts'
import { oneLine, shorten, visible } from '../model/visible.ts'
import { outcomeLine, outcomeWords } from '../report/format/failure.ts'
import type { Paint } from '../report/format/paint.ts'
import { markOf } from '../report/terminal/tree.ts'

const LONGEST_REASON = 300

/**
 * A finished check as lines of a log: its mark, its name on one line, how it ended, how long it took and, unless it
 * passed, why.
 */
export function finishedLines(check: CheckResult, paint: Paint, name = oneLine(check.name)): readonly string[] {
  const words = outcomeWords(check)
  const took = check.startedAt === undefined ? '' : paint('dim', formatDuration(check.durationMs))
  const line = [markOf(check, paint), name, words, took].filter(part => part !== '').join(' ')
  const reason = outcomeLine(check)
  return reason === '' ? [line] : [line, `  ${shorten(reason, LONGEST_REASON)}`]
}

/** What went over the wire, for `verbose`: each piece under its title, and the command that repeats the request. */
export function exchangeLines(name: string, evidence: readonly Evidence[], reproduce: string | undefined): string[] {
  const lines = [`── ${oneLine(name)}`]
  for (const { title, text, fullLength } of evidence) {
    lines.push(
      `  ${oneLine(title)}`,
      ...visible(text)
        .split('\n')
        .map(line => `    ${line}`),
    )
    if (fullLength !== undefined) lines.push(`    … ${fullLength} characters in all`)
  }
  if (reproduce !== undefined) lines.push(`  ${oneLine(reproduce)}`)
  return lines
}

/** How a section's path is written before the name of a check. */
export function pathOf(sections: readonly string[], name: string): string {
  return [...sections, name].map(oneLine).join(' › ')
}
