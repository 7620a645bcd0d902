import { type HollowForm, hollowForm, steadyPath } from '../expression/hollow-program.ts'
import type { Check, Checklist } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import type { Expectation, Matcher, Operand, PartExpectation, PartShape } from '../model/expectation.ts'
import type { Span } from '../model/source.ts'
import type { Program } from '../model/template.ts'
import { everyEntry } from '../model/uses.ts'
import type { Kinds } from './entry-keys.ts'
import { code } from './wording.ts'

/** Checks that would pass whatever comes: nothing expected, or programs that hold of nothing. */
export function reviewAssertions(checklist: Checklist, kinds: Kinds, report: ReportFault): void {
  for (const entry of everyEntry(checklist)) {
    if (entry.entry === 'section') continue
    if (entry.expect !== undefined) reviewHollow(entry.expect, report)
    const isCleanup = entry.key.includes('.cleanup.')
    if (isCleanup || entry.unread === true || entry.captures.length > 0 || couldFail(entry, kinds)) continue
    report({
      code: 'no-assertion',
      span: entry.kindSpan,
      message: `Nothing is expected of this ${code(entry.kind)}, so it could not fail.`,
      hint: hintFor(entry),
    })
  }
}

function hintFor({ kind, repeat, expect }: Check): string {
  if (repeat !== undefined) return 'Say what must hold under `expect`, such as `all: { status: 200 }`.'
  if (expect !== undefined) return '`any` lifts what is expected by default: expect something of another part.'
  return `Add \`expect\`${kind === 'query' ? ', such as `expect: { value: { gte: 1 } }`' : ''}, or \`capture\` something.`
}

function couldFail(check: Check, kinds: Kinds): boolean {
  const kind = kinds.get(check.kind)
  if (kind === undefined || kind.instruction !== undefined) return true
  if (check.expect !== undefined && asserts(check.expect, kind.parts)) return true
  if (check.repeat !== undefined) return false
  const named = new Set(check.expect?.parts.map(({ part }) => part))
  if (kind.judges?.some(part => !named.has(part)) === true) return true
  return Object.keys(kind.defaults(check.spec, named)).length > 0
}

type Parts = Readonly<Record<string, PartShape>>

function asserts({ parts, programs, repeat }: Expectation, shapes: Parts): boolean {
  const forms = [repeat?.all, repeat?.any, repeat?.first, repeat?.last].filter(form => form !== undefined)
  return (
    programs.length > 0 ||
    parts.some(part => assertsSomething(part, shapes)) ||
    (repeat?.statusCounts.length ?? 0) > 0 ||
    forms.some(form => asserts(form, shapes))
  )
}

/** `any` lifts, and an empty map of headers or cookies names none: there is always a map of them. */
function assertsSomething({ part, matcher }: PartExpectation, shapes: Parts): boolean {
  if (matcher.op === 'anything') return false
  const shape = shapes[part]
  const isMap = shape?.any !== undefined || shape?.fields !== undefined
  return !(isMap && matcher.op === 'fields' && matcher.fields.length === 0)
}

const HOLLOW: Readonly<Record<HollowForm['kind'], string>> = {
  all: 'This holds of an empty list as well: `all` is true of nothing.',
  'less-than': 'This holds when nothing is there as well: jq orders `null` below every number.',
  unequal: 'This holds when nothing is there as well: jq makes `null` of it, which differs from every value.',
}

function reviewHollow(expect: Expectation, report: ReportFault): void {
  const { all, any, first, last } = expect.repeat ?? {}
  for (const form of [all, any, first, last]) if (form !== undefined) reviewHollow(form, report)
  for (const { program, matcher } of expect.programs) {
    if (matcher?.op === 'exists') reviewExists(program, matcher, report)
    if (matcher?.op === 'ne') reviewUnequal(program, matcher.operand, matcher.span, report)
    const hollow = matcher === undefined ? hollowForm(program.source.text) : undefined
    if (hollow === undefined) continue
    report({
      code: 'hollow-program',
      span: program.source.span,
      message: HOLLOW[hollow.kind],
      hint: `Write a matcher: \`jq: { ${hollow.suggestion} }\`.`,
    })
  }
}

/** Who asks of a field whether it exists means the document, and jq makes `null` of what is not in it. */
function reviewExists({ source }: Program, { exists, span }: Extract<Matcher, { op: 'exists' }>, report: ReportFault) {
  const path = steadyPath(source.text)
  if (path === undefined) return
  report({
    code: 'hollow-program',
    span,
    message: `\`exists: ${exists}\` ${exists ? 'always' : 'never'} holds here: of what is not there jq makes \`null\`, and that is a value.`,
    hint: `Write \`jq: { ${path}: ${exists ? '{ ne: null }' : 'null'} }\`, or ask for the field under \`json\`.`,
  })
}

/** The same for whoever expects anything but one value. Of the document itself there is always one. */
function reviewUnequal({ source }: Program, operand: Operand, span: Span, report: ReportFault): void {
  const path = steadyPath(source.text)
  const type = typeOf(operand)
  if (path === undefined || path === '"."' || type === 'null') return
  report({
    code: 'hollow-program',
    span,
    message: '`ne` holds here when nothing is there as well: jq makes `null` of it, which differs from every value.',
    hint:
      type === undefined
        ? 'Ask for the field under `json`, or write `{ and: [{ ne: null }, { ne: … }] }`.'
        : `Say its type as well: \`jq: { ${path}: { is: ${type}, ne: … } }\`. Where nothing may be there, write \`not\` instead of \`ne\`.`,
  })
}

/** The type of what stands there, where no hole gives it and it is no list or map. */
function typeOf(operand: Operand): 'null' | 'string' | 'number' | 'boolean' | undefined {
  if (operand.node !== 'template' || operand.parts.some(part => typeof part !== 'string')) return undefined
  const { literal = '' } = operand
  if (literal === null) return 'null'
  if (typeof literal === 'string') return 'string'
  return typeof literal === 'boolean' ? 'boolean' : 'number'
}
