import { type FillContext, fill } from '../expression/fill.ts'
import type { CheckKind } from '../kinds/kind.ts'
import type { Check } from '../model/checklist.ts'
import type { Expectation, FilledMatcher, Matcher, PartShape } from '../model/expectation.ts'
import type { Filled, Program } from '../model/template.ts'
import { requireKnownFacts } from './known-facts.ts'

/** What is expected of one observation, its holes filled and the kind's own expectations merged in. */
export interface PreparedExpectation {
  readonly parts: readonly PreparedPart[]
  readonly programs: readonly PreparedProgram[]
  /** Of a kind that judges by itself: which of its own expectations stand. */
  readonly own?: OwnExpectation
}

/** Parts, and as `states.redis` fields of them, that are named; parts that are lifted; absent where nothing holds by default. */
export interface OwnExpectation {
  readonly named: ReadonlySet<string>
  readonly lifted: ReadonlySet<string>
  /** How many parts it expects something of. */
  readonly count: number
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
export function prepareExpectation(
  check: Check,
  kind: CheckKind,
  context: FillContext,
): PreparedExpectation | Promise<PreparedExpectation> {
  const { named, lifted } = namedParts(check.expect)
  const defaults: Part[] = []
  for (const [part, matcher] of Object.entries(kind.defaults(check.spec, named))) {
    if (!lifted.has(part))
      defaults.push({ part, matcher: { ...matcher, span: check.kindSpan } as Matcher, byDefault: true })
  }
  const prepared = prepare(defaults, check.expect, kind, context)
  if (kind.judges === undefined) return prepared
  const count = kind.judges.filter(part => !named.has(part)).length
  return Promise.resolve(prepared).then(parts => ({ ...parts, own: { named, lifted, count } }))
}

/** Only what the author wrote, as under `repeat`, where there are no defaults. */
export function prepareWritten(
  expectation: Expectation | undefined,
  kind: CheckKind,
  context: FillContext,
): PreparedExpectation | Promise<PreparedExpectation> {
  return prepare([], expectation, kind, context)
}

interface Part {
  readonly part: string
  readonly matcher: Matcher
  readonly byDefault: boolean
}

/** Fills all matchers at once: for most checks, which have no holes, what this costs is the number of calls. */
function prepare(
  defaults: readonly Part[],
  expectation: Expectation | undefined,
  kind: CheckKind,
  context: FillContext,
): PreparedExpectation | Promise<PreparedExpectation> {
  const parts = [...defaults]
  for (const { part, matcher } of expectation?.parts ?? []) {
    if (matcher.op !== 'anything') parts.push({ part, matcher, byDefault: false })
  }
  const programs = expectation?.programs ?? []
  if (parts.length === 0 && programs.length === 0) return NOTHING
  const written = { parts, programs: programs.map(({ matcher }) => matcher) }
  const withShapes = (filled: Filled<typeof written>): PreparedExpectation => ({
    parts: filled.parts.map(({ part, matcher, byDefault }) => {
      return { part, shape: kind.parts[part] ?? JSON_SHAPE, matcher, byDefault }
    }),
    programs: programs.map(({ program }, index) => {
      const matcher = filled.programs[index]
      return matcher === undefined ? { program } : { program, matcher }
    }),
  })
  requireKnownFacts(programs, context.scope)
  const filled = fill(written, { ...context, refuseNull: true })
  return filled instanceof Promise ? filled.then(withShapes) : withShapes(filled)
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

/** The fields that a matcher names one level below its part. */
export function fieldsNamed(matcher: Matcher | FilledMatcher): readonly string[] {
  if (matcher.op === 'fields') return matcher.fields.map(({ name }) => name)
  return matcher.op === 'and' || matcher.op === 'or' ? matcher.matchers.flatMap(fieldsNamed) : []
}
