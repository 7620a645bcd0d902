import { formatDuration } from '../model/duration.ts'
import type { CheckResult, Evidence } from '../model/result.ts'
import { standingOf } from '../model/verdict.ts'
import type { Paint, Style } from '../report/format/paint.ts'
import { oneLine, shorten, visible } from '../report/format/visible.ts'

type Standing = ReturnType<typeof standingOf>

const MARKS: Readonly<Record<Standing, { readonly mark: string; readonly style: Style }>> = {
  passed: { mark: '✓', style: 'green' },
  failed: { mark: '✗', style: 'red' },
  errored: { mark: '!', style: 'red' },
  warning: { mark: '▲', style: 'yellow' },
  skipped: { mark: '○', style: 'dim' },
  open: { mark: '□', style: 'cyan' },
}
const LONGEST_REASON = 300

/** A finished check as lines of a log: its mark, its name, how long it took and, unless it passed, why. */
export function finishedLines(check: CheckResult, paint: Paint): readonly string[] {
  const standing = standingOf(check)
  const { mark, style } = MARKS[standing]
  const took = check.startedAt === undefined ? '' : ` ${paint('dim', formatDuration(check.durationMs))}`
  const line = `${paint(style, mark)} ${oneLine(check.name)}${standing === 'passed' ? '' : ` ${paint(style, standing)}`}${took}`
  const reason = reasonOf(check)
  return reason === '' ? [line] : [line, `  ${shorten(oneLine(reason), LONGEST_REASON)}`]
}

/** Why a check is not passed, in a line; empty when it is, or when it waits for a person. */
export function reasonOf({ outcome }: CheckResult): string {
  switch (outcome.status) {
    case 'failed':
      return outcome.failures.map(failure => failure.message).join(' ')
    case 'errored':
      return outcome.fault.message
    case 'skipped':
      return outcome.reason.message
    case 'passed':
    case 'open':
      return ''
  }
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
