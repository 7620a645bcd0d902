import { type FillContext, fill } from '../expression/fill.ts'
import type { CheckKind } from '../kinds/kind.ts'
import type { Check } from '../model/checklist.ts'
import type { Expectation, FilledMatcher, Matcher, PartShape } from '../model/expectation.ts'
import type { Span } from '../model/source.ts'
import type { Program } from '../model/template.ts'

/** What is expected of one observation, its holes filled and the kind's own expectations merged in. */
export interface PreparedExpectation {
  readonly parts: readonly PreparedPart[]
  readonly programs: readonly PreparedProgram[]
}

export interface PreparedPart {
  readonly part: string
  readonly shape: PartShape
  readonly matcher: FilledMatcher
  readonly byDefault: boolean
}

export interface PreparedProgram {
  readonly program: Program
  readonly matcher?: FilledMatcher
}

const NOTHING: PreparedExpectation = { parts: [], programs: [] }
export const JSON_SHAPE: PartShape = { doc: 'any value', lists: 'each', scalars: 'json' }

/**
 * Merges part by part: naming a part replaces the kind's expectation of that part only, `any` lifts it, `jq` replaces
 * none. A kind that expects something inside a part (`json.errors`) is told which of its fields are named.
 */
export async function prepareExpectation(
  check: Check,
  kind: CheckKind,
  context: FillContext,
): Promise<PreparedExpectation> {
  const written = await prepareWritten(check.expect, kind, context)
  const { named, lifted } = namedParts(check.expect)
  const defaults = Object.entries(kind.defaults(check.spec, named)).filter(([part]) => !lifted.has(part))
  if (defaults.length === 0) return written
  const matchers = await fill(
    defaults.map(([, matcher]) => at(matcher, check.kindSpan)),
    context,
  )
  const parts = defaults.flatMap(([part], index): PreparedPart[] => {
    const matcher = matchers[index]
    return matcher === undefined ? [] : [{ part, shape: shapeOf(kind, part), matcher, byDefault: true }]
  })
  return { parts: [...parts, ...written.parts], programs: written.programs }
}

/** Only what the author wrote, as under `repeat`, where there are no defaults. */
export async function prepareWritten(
  expectation: Expectation | undefined,
  kind: CheckKind,
  context: FillContext,
): Promise<PreparedExpectation> {
  if (expectation === undefined) return NOTHING
  const written = expectation.parts.filter(({ matcher }) => matcher.op !== 'anything')
  const matchers = await fill(
    written.map(({ matcher }) => matcher),
    context,
  )
  const parts = written.flatMap(({ part }, index): PreparedPart[] => {
    const matcher = matchers[index]
    return matcher === undefined ? [] : [{ part, shape: shapeOf(kind, part), matcher, byDefault: false }]
  })
  const programs: PreparedProgram[] = []
  for (const { program, matcher } of expectation.programs) {
    programs.push(matcher === undefined ? { program } : { program, matcher: await fill(matcher, context) })
  }
  return { parts, programs }
}

function at(matcher: Omit<Matcher, 'span'>, span: Span): Matcher {
  return { ...matcher, span } as Matcher
}

function shapeOf(kind: CheckKind, part: string): PartShape {
  return kind.parts[part] ?? JSON_SHAPE
}

function namedParts(expectation: Expectation | undefined): {
  readonly named: ReadonlySet<string>
  readonly lifted: ReadonlySet<string>
} {
  const named = new Set<string>()
  const lifted = new Set<string>()
  for (const { part, matcher } of expectation?.parts ?? []) {
    named.add(part)
    for (const field of fieldsNamed(matcher)) named.add(`${part}.${field}`)
    if (matcher.op === 'anything') lifted.add(part)
  }
  return { named, lifted }
}

function fieldsNamed(matcher: Matcher): readonly string[] {
  if (matcher.op === 'fields') return matcher.fields.map(({ name }) => name)
  return matcher.op === 'and' || matcher.op === 'or' ? matcher.matchers.flatMap(fieldsNamed) : []
}
