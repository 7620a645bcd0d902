import type { CheckResult, Evidence, Failure, Fault } from '../../model/result.ts'
import { oneLine, shorten, visible } from '../../model/visible.ts'
import { attemptLines } from './attempts.ts'
import { codeFrame } from './code-frame.ts'
import { byDefaultText, expectedText, faultFacts, isAtSamePlace } from './failure.ts'
import type { Paint } from './paint.ts'
import { cutToWidth, wrap } from './width.ts'

/** How a block is drawn. `width` is in columns; of evidence so many lines are shown. */
export interface Look {
  readonly paint: Paint
  readonly width: number
  readonly evidenceLines: number
}

const LABEL = 11

/** The longest of three lengths: everything known of a failed or errored check, as lines without indentation. */
export function failureBlock(check: CheckResult, look: Look): readonly string[] {
  const { outcome } = check
  if (outcome.status !== 'failed' && outcome.status !== 'errored') return []
  const parts =
    outcome.status === 'failed'
      ? outcome.failures.map((failure, index) => failureLines(failure, outcome.failures[index - 1], { check, look }))
      : [faultLines(outcome.fault, look)]
  const actions = [
    ...labelled('fix', check.fix, look),
    ...(outcome.reproduce === undefined
      ? []
      : [`${look.paint('bold', label('reproduce'))}${oneLine(outcome.reproduce)}`]),
  ]
  const evidence = outcome.evidence.map(piece => evidenceLines(piece, look))
  return joined([...parts, attemptLines(check).map(line => cutToWidth(line, look.width)), actions, ...evidence])
}

/** What stands below the message; the place and the reason only when they are not those of the failure before. */
function failureLines(
  failure: Failure,
  before: Failure | undefined,
  { check, look }: { readonly check: CheckResult; readonly look: Look },
): readonly string[] {
  const again = isAtSamePlace(failure, before)
  return [
    ...wrap(oneLine(failure.message), look.width),
    ...(again ? [] : codeFrame(failure.location, look)),
    `${look.paint('green', label('expected'))}${valueText(expectedText(failure), look)}`,
    `${look.paint('red', label('actual'))}${valueText(failure.actual, look)}`,
    ...(failure.byDefault && !(again && before?.byDefault) ? [look.paint('dim', byDefaultText(check))] : []),
  ]
}

function faultLines(fault: Fault, look: Look): readonly string[] {
  return [
    ...wrap(oneLine(fault.message), look.width),
    ...codeFrame(fault.location, look),
    ...faultFacts(fault).flatMap(([name, value]) => labelled(shorten(oneLine(name), 40), value, look)),
    ...labelled('hint', fault.hint === '' ? undefined : fault.hint, look),
  ]
}

function evidenceLines(evidence: Evidence, look: Look): readonly string[] {
  const lines = visible(evidence.text).replaceAll('\t', '  ').trimEnd().split('\n')
  const shown = lines.slice(0, look.evidenceLines)
  const notes = [
    shown.length < lines.length ? `first ${shown.length} of ${lines.length} lines` : '',
    evidence.fullLength === undefined ? '' : `cut from ${evidence.fullLength} characters`,
  ].filter(note => note !== '')
  const title = `${shorten(oneLine(evidence.title), 200)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
  // The bar keeps what the deployment said from passing for a line of this report, or for a workflow command.
  return [title, ...shown.map(line => `${look.paint('dim', '│')} ${cutToWidth(line, look.width - 2)}`.trimEnd())]
}

function labelled(name: string, text: string | undefined, look: Look): readonly string[] {
  if (text === undefined) return []
  const [first = '', ...rest] = wrap(oneLine(text), look.width - LABEL)
  return [`${look.paint('bold', label(name))}${first}`, ...rest.map(line => `${' '.repeat(LABEL)}${line}`)]
}

function label(name: string): string {
  return name.length < LABEL ? name.padEnd(LABEL) : `${name}  `
}

/** Two full lines at most: a value longer than that is read in the evidence or in the report files. */
function valueText(value: string, look: Look): string {
  return shorten(oneLine(value), Math.max(20, (look.width - LABEL) * 2))
}

function joined(parts: readonly (readonly string[])[]): readonly string[] {
  const lines: string[] = []
  for (const part of parts) {
    if (part.length === 0) continue
    if (lines.length > 0) lines.push('')
    lines.push(...part)
  }
  return lines
}
