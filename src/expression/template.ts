import type { Diagnostic } from '../model/diagnostic.ts'
import type { Json } from '../model/json.ts'
import { type MappedText, sliceMapped, spanOf } from '../model/source.ts'
import type { Place, Program, Template } from '../model/template.ts'
import { freeVariables } from './free-variables.ts'
import { reviewPlace } from './hole-places.ts'
import { tokenize } from './jq-tokens.ts'
import { isMeasure, type MeasureFault, readMeasure } from './measures.ts'
import { readPattern } from './pattern-text.ts'

interface Hole {
  /** From `{{` to behind `}}`. */
  readonly start: number
  readonly end: number
  readonly program: Program
}

interface Parts {
  readonly parts: readonly (string | Program)[]
  readonly holes: readonly Hole[]
  readonly diagnostics: readonly Diagnostic[]
}

const OPENING = '{{'
const CLOSING = '}}'
/** Writes `{{` itself. */
const LITERAL_OPENING = '{{{{'

/**
 * Reads a text with holes for its place. Holes that stand where their value could not be put in safely, and texts
 * without holes that are wrong for their place, are diagnostics. `literal` is a YAML number, boolean or null; `json` keeps it.
 */
export function parseTemplate<V>(
  place: Place,
  text: MappedText,
  literal?: Json,
): { readonly template: Template<V>; readonly diagnostics: readonly Diagnostic[] } {
  const base = { node: 'template', place, span: text.span } as const
  if (place === 'json' && literal !== undefined)
    return { template: { ...base, parts: [text.text], literal }, diagnostics: [] }
  const { parts, holes, diagnostics } = readParts(text)
  const found = diagnostics.length > 0 ? diagnostics : reviewParts(place, text, parts, holes)
  return { template: { ...base, parts }, diagnostics: found }
}

/** Reads a field that holds a program. It is no template: `{{ … }}` anywhere in it, also in its strings, is a diagnostic. */
export function makeProgram(text: MappedText): {
  readonly program: Program
  readonly diagnostics: readonly Diagnostic[]
} {
  const program: Program = { node: 'program', source: text, uses: freeVariables(text.text) }
  const hole = /\{\{\s*([\s\S]*?)\s*\}\}/.exec(text.text)
  if (hole === null) return { program, diagnostics: [] }
  const inner = hole[1] ?? ''
  const inText = /^\$\w+$/.test(inner) ? `; inside a jq string write \`\\(${inner})\`` : ''
  const fault = {
    code: 'hole-in-program',
    message: 'This is a jq program, which reads variables by itself and takes no `{{ … }}`.',
    hint: `Write ${inner === '' ? 'the program' : `\`${inner}\``} without the braces${inText}.`,
  }
  return { program, diagnostics: [diagnostic(fault, text, hole.index, hole.index + hole[0].length)] }
}

function diagnostic(fault: MeasureFault, text: MappedText, start: number, end: number): Diagnostic {
  return { ...fault, severity: 'error', span: spanOf(text, start, end) }
}

function readParts(text: MappedText): Parts {
  const parts: (string | Program)[] = []
  const holes: Hole[] = []
  const diagnostics: Diagnostic[] = []
  let plain = ''
  let at = 0
  const content = text.text
  for (let start = content.indexOf(OPENING); start !== -1; start = content.indexOf(OPENING, at)) {
    plain += content.slice(at, start)
    if (content.startsWith(LITERAL_OPENING, start)) {
      plain += OPENING
      at = start + LITERAL_OPENING.length
      continue
    }
    const hole = readHole(text, start)
    if ('fault' in hole) {
      diagnostics.push(diagnostic(hole.fault, text, start, hole.end))
      at = hole.end
      continue
    }
    holes.push(hole)
    if (content.charAt(start - 1) === '$') diagnostics.push(diagnostic(GITHUB, text, start - 1, hole.end))
    if (plain !== '') parts.push(plain)
    parts.push(hole.program)
    plain = ''
    at = hole.end
  }
  plain += content.slice(at)
  if (plain !== '' || parts.length === 0) parts.push(plain)
  return { parts, holes, diagnostics }
}

const GITHUB: MeasureFault = {
  code: 'github-expression',
  message: 'A dollar sign and two braces are an expression of GitHub workflows, which a checklist does not know.',
  hint: 'Remove the `$`; declare what comes from the workflow under `vars`, as `{ env: NAME }`.',
}

function readHole(text: MappedText, start: number): Hole | { readonly fault: MeasureFault; readonly end: number } {
  const from = start + OPENING.length
  const close = holeEnd(text.text, from)
  if (close === undefined) {
    const lineEnd = text.text.indexOf('\n', start)
    const fault = {
      code: 'hole-unclosed',
      message: 'This hole is not closed: `}}` is missing, or a bracket or a string inside it is still open.',
      hint: 'Close it with `}}`. To write two braces, write `{{{{`.',
    }
    return { fault, end: lineEnd === -1 ? text.text.length : lineEnd }
  }
  const inner = text.text.slice(from, close)
  const end = close + CLOSING.length
  const trimmed = inner.trim()
  if (trimmed === '') {
    const hint = 'Write a program between the braces, such as `{{ $version }}`.'
    return { fault: { code: 'hole-empty', message: 'This hole is empty.', hint }, end }
  }
  const programStart = from + inner.indexOf(trimmed)
  const source = sliceMapped(text, programStart, programStart + trimmed.length)
  return { start, end, program: { node: 'program', source, uses: freeVariables(trimmed) } }
}

/** Where the first `}}` stands that is outside jq strings and with every bracket closed. */
function holeEnd(text: string, from: number): number | undefined {
  let depth = 0
  for (const token of tokenize(text, from, true)) {
    depth += Number(token.kind === 'open') - Number(token.kind === 'close')
    // A `}` that closes nothing is a fault to jq, so the string state needs no looking at.
    const closes = token.kind === 'fault' && text.startsWith(CLOSING, token.start)
    if (closes && depth === 0) return token.start
  }
  return undefined
}

function reviewParts(
  place: Place,
  text: MappedText,
  parts: readonly (string | Program)[],
  holes: readonly Hole[],
): readonly Diagnostic[] {
  const whole = (fault: MeasureFault): readonly Diagnostic[] => [diagnostic(fault, text, 0, text.text.length)]
  if (place === 'pattern') {
    // What a hole gives is escaped, so any word in its place shows whether the rest compiles.
    const read = readPattern(parts.map(part => (typeof part === 'string' ? part : 'x')).join(''))
    return 'fault' in read ? whole(read.fault) : []
  }
  if (holes.length === 0 && isMeasure(place)) {
    const read = readMeasure(place, parts.join(''))
    return read.value === undefined ? whole(read.fault) : []
  }
  const review = reviewPlace(place, textsAround(parts))
  const found = review.text === undefined ? [] : [...whole(review.text)]
  for (const [index, fault] of review.holes.entries()) {
    const hole = holes[index]
    if (fault !== undefined && hole !== undefined) found.push(diagnostic(fault, text, hole.start, hole.end))
  }
  return found
}

/** The text before the first hole, between each two, and after the last: one more than there are holes. */
export function textsAround(parts: readonly (string | Program)[]): readonly string[] {
  const texts = ['']
  for (const part of parts) {
    if (typeof part === 'string') texts[texts.length - 1] += part
    else texts.push('')
  }
  return texts
}
