import { CheckError } from '../model/check-error.ts'
import type { Json } from '../model/json.ts'
import type { BoundPattern, Program, ShellLine, SqlStatement, Template } from '../model/template.ts'
import type { Engine } from './engine.ts'
import { beginningOfUrl, encodeForUrl, type HoleValue, holeText, shellWord } from './hole-value.ts'
import { type MeasureFault, type MeasurePlace, readMeasure } from './measures.ts'
import { escapePattern, escapeSyntax, readPattern } from './pattern-text.ts'
import { scanShell } from './shell-holes.ts'
import { textsAround } from './template.ts'

/** What the holes of a template gave, by their programs. */
export type HoleValues = ReadonlyMap<Program, Json>

/** What a pattern is matched with, and until when. */
interface Matching {
  readonly engine: Engine
  readonly signal?: AbortSignal
}

/** Puts the values into a template, each by the rule of its place, and reads the whole as what the place wants. */
export function fillTemplate(template: Template<unknown>, values: HoleValues, matching: Matching): unknown {
  const { place, literal } = template
  switch (place) {
    case 'json':
      return literal !== undefined ? literal : fillJson(template, values)
    case 'text':
      return fillText(template, values, holeText)
    case 'header':
      return fillHeader(template, values)
    case 'url':
      return fillText(template, values, (hole, index) => (index === 0 ? beginningOfUrl(hole) : encodeForUrl(hole)))
    case 'sql':
      return fillSql(template, values)
    case 'shell':
      return fillShell(template, values)
    case 'pattern':
      return fillPattern(template, values, matching)
    case 'duration':
    case 'size':
    case 'time':
      return fillMeasure(place, template, values)
  }
}

function holeAt(program: Program, values: HoleValues): HoleValue {
  const value = values.get(program)
  if (value === undefined) throw new Error(`The hole was not evaluated: ${program.source.text}`)
  return { program, value }
}

/** `put` is given the index of the part, so that 0 is the very beginning. */
function fillText(
  { parts }: Template<unknown>,
  values: HoleValues,
  put: (hole: HoleValue, index: number) => string,
): string {
  return parts.map((part, index) => (typeof part === 'string' ? part : put(holeAt(part, values), index))).join('')
}

/** A text that is one hole and nothing else keeps the type of what the hole gives. */
function fillJson(template: Template<unknown>, values: HoleValues): Json {
  const [only, ...others] = template.parts
  if (only !== undefined && typeof only !== 'string' && others.length === 0) return holeAt(only, values).value
  return fillText(template, values, holeText)
}

function fillHeader(template: Template<unknown>, values: HoleValues): string {
  const text = fillText(template, values, holeText)
  if (!/[\r\n\0]/.test(text)) return text
  throw new CheckError({
    code: 'header-line-break',
    message: 'A hole gives a line break, which a header cannot hold.',
    hint: 'Remove it in the hole: `{{ $value | rtrimstr("\\n") }}`, or encode it: `{{ $value | @base64 }}`.',
    span: template.span,
  })
}

function fillSql({ parts, span }: Template<unknown>, values: HoleValues): SqlStatement {
  const bound: Json[] = []
  let text = ''
  for (const part of parts) {
    if (typeof part === 'string') text += part
    else {
      const hole = holeAt(part, values)
      // Refuses null, lists and objects, as in any longer text.
      holeText(hole)
      bound.push(hole.value)
      text += `$${bound.length}`
    }
  }
  return { text, values: bound, span }
}

function fillShell({ parts }: Template<unknown>, values: HoleValues): ShellLine {
  const holes = parts.length > 1 ? scanShell(textsAround(parts)) : []
  const environment: Record<string, string> = {}
  let count = 0
  let line = ''
  for (const part of parts) {
    if (typeof part === 'string') line += part
    else {
      const optionLike = parts.length === 1 || holes[count]?.optionLike !== false
      count += 1
      environment[`VERIFY_DEPLOY_${count}`] = shellWord(holeAt(part, values), optionLike)
      line += `"\${VERIFY_DEPLOY_${count}}"`
    }
  }
  return { line, environment }
}

function fillPattern(template: Template<unknown>, values: HoleValues, { engine, signal }: Matching): BoundPattern {
  const read = readPattern(fillText(template, values, hole => escapePattern(holeText(hole))))
  if ('fault' in read) throw faultError(read.fault, template)
  const { source, flags } = read.pattern
  const display = fillText(template, values, hole => escapeSyntax(holeText(hole)))
  const limit = signal === undefined ? {} : { signal }
  return { display, match: texts => engine.match({ source, flags, texts, ...limit }) }
}

function fillMeasure(place: MeasurePlace, template: Template<unknown>, values: HoleValues): unknown {
  const read = readMeasure(place, fillText(template, values, holeText))
  if (read.value === undefined) throw faultError(read.fault, template)
  return read.value
}

function faultError({ code, message, hint }: MeasureFault, { span }: Template<unknown>): CheckError {
  return new CheckError({ code, message, hint, span })
}
