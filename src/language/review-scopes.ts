import { scanProgram } from '../expression/free-variables.ts'
import type { Check, Checklist } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import type { Expectation } from '../model/expectation.ts'
import { type Span, spanOf } from '../model/source.ts'
import { type Program, programsIn } from '../model/template.ts'
import { captureMakers, programsOf } from '../model/uses.ts'
import { isLifted } from './lift-environment.ts'
import { type Relation, relation, type Standing } from './order.ts'
import { BUILT_IN } from './review-names.ts'
import { code, suggestion } from './wording.ts'

/** Everything that decides whether a name is known at a place. */
export interface Names {
  readonly checklist: Checklist
  readonly variables: ReadonlySet<string>
  readonly makers: ReadonlyMap<string, Check>
  readonly standings: ReadonlyMap<string, Standing>
  readonly report: ReportFault
  /** Names that nothing gives, with where they are read. */
  readonly unknown: Map<string, Span[]>
}

/** Fields that say where to look, which must be known before anything runs. */
const KNOWN_BEFORE = ['host', 'via', 'database', 'service', 'session']

/** Every name a program reads must be given: by a variable above, a capture made before, or a built-in that is known there. */
export function reviewScopes(checklist: Checklist, standings: Names['standings'], report: ReportFault): void {
  const variables = new Set(checklist.variables.map(({ name }) => name))
  const names: Names = { checklist, variables, makers: captureMakers(checklist), standings, report, unknown: new Map() }
  reviewVariables(names)
  for (const program of programsIn([checklist.hosts, checklist.databases])) reviewKnownBefore(program, names)
  for (const standing of standings.values()) reviewEntry(standing, names)
  for (const [name, places] of names.unknown) reportUnknown(name, places, names)
}

/** A variable reads those above it and `$run`. */
function reviewVariables(names: Names): void {
  const above = new Set<string>()
  for (const variable of names.checklist.variables) {
    for (const program of programsIn([variable.value, variable.default])) {
      eachRead(program, (name, at) => {
        if (above.has(name) || name === 'run') return
        if (names.variables.has(name)) {
          names.report({
            code: 'variable-below',
            span: at,
            message:
              name === variable.name
                ? `\`$${name}\` would be made from itself.`
                : `\`$${name}\` is declared below, and a variable reads only those above it.`,
            hint: name === variable.name ? 'Give it a value.' : `Move ${code(name)} above ${code(variable.name)}.`,
          })
        } else reportBefore(name, at, names)
      })
    }
    above.add(variable.name)
  }
}

/** What is needed before the first check: variables and `$run`. */
function reviewKnownBefore(program: Program, names: Names): void {
  eachRead(program, (name, at) => {
    if (!names.variables.has(name) && name !== 'run') reportBefore(name, at, names)
  })
}

function reportBefore(name: string, span: Span, names: Names): void {
  if (!names.makers.has(name) && !BUILT_IN.includes(name)) {
    reportUndefined(name, span, names)
    return
  }
  names.report({
    code: 'not-known-before',
    span,
    message: `This must be known before anything runs, and \`$${name}\` is not.`,
    hint: 'Use variables and `$run` here.',
  })
}

function reviewEntry(standing: Standing, names: Names): void {
  const { entry } = standing
  const overObservation = new Set(entry.entry === 'check' ? observationPrograms(entry) : [])
  const before = new Set(entry.entry === 'check' ? programsIn(fieldsKnownBefore(entry.spec)) : [])
  for (const program of programsOf(entry)) {
    if (before.has(program)) reviewKnownBefore(program, names)
    else
      eachRead(program, (name, at) => reviewRead(name, at, { standing, names, observed: overObservation.has(program) }))
  }
}

function fieldsKnownBefore(spec: unknown): readonly unknown[] {
  if (typeof spec !== 'object' || spec === null) return []
  return Object.entries(spec).flatMap(([key, value]) => (KNOWN_BEFORE.includes(key) ? [value as unknown] : []))
}

/** The programs that run over what was observed and may read `$observation`. */
function observationPrograms(check: Check): readonly Program[] {
  const captured = check.captures.flatMap(({ from }) => (from.source === 'jq' ? [from.program] : []))
  return [...captured, ...(check.expect === undefined ? [] : expectedPrograms(check.expect))]
}

function expectedPrograms(expect: Expectation): readonly Program[] {
  const { all, any, first, last } = expect.repeat ?? {}
  const nested = [all, any, first, last].filter(form => form !== undefined)
  return [...expect.programs.map(({ program }) => program), ...nested.flatMap(expectedPrograms)]
}

interface Reader {
  readonly standing: Standing
  readonly names: Names
  readonly observed: boolean
}

function reviewRead(name: string, at: Span, reader: Reader): void {
  const { names, standing, observed } = reader
  if (names.variables.has(name) || ['run', 'captured', 'outcome'].includes(name)) return
  if (name === 'observation') {
    if (!observed) reportObservation(at, names)
    return
  }
  const maker = names.makers.get(name)
  const made = maker && names.standings.get(maker.key)
  if (made === undefined) {
    reportUndefined(name, at, names)
    return
  }
  // Cleanup runs when everything else is over and sees every capture of the run.
  if (standing.cleanupOf !== undefined) return
  const order = relation(standing, made)
  if (order !== 'before') reportOrder(name, at, order, names)
}

function reportObservation(span: Span, names: Names): void {
  names.report({
    code: 'observation-not-here',
    span,
    message:
      '`$observation` is what the check saw, which only the programs of `capture` and of `jq` under `expect` can read.',
    hint: 'Capture what is needed, and use the capture in a later check.',
  })
}

function reportOrder(name: string, span: Span, order: Relation, names: Names): void {
  if (order === 'parallel') {
    names.report({
      code: 'parallel-sibling',
      span,
      message: `\`$${name}\` is captured by an entry that runs at the same time.`,
      hint: 'Remove `parallel: true`, or move one of both out of the section.',
    })
    return
  }
  names.report({
    code: 'capture-later',
    span,
    message:
      order === 'self'
        ? `\`$${name}\` is captured by this check itself, when everything else of it is over.`
        : `\`$${name}\` is captured by a check that runs later.`,
    hint: order === 'self' ? 'Use it in a later check, or in `cleanup`.' : 'Move that check above this one.',
  })
}

/** Every place where a name is read that nothing gives is told of at the first one: it is one slip, most often of the declaration. */
function reportUndefined(name: string, span: Span, names: Names): void {
  const places = names.unknown.get(name)
  if (places === undefined) names.unknown.set(name, [span])
  else places.push(span)
}

function reportUnknown(name: string, places: readonly Span[], { checklist, variables, makers, report }: Names): void {
  const [span] = places.toSorted((a, b) => a.start - b.start)
  const distinct = new Set(places.map(({ start }) => start)).size
  if (span === undefined || checklist.namesLost === true) return
  const more =
    distinct === 1 ? '' : `, here and in ${distinct === 2 ? 'another place' : `${distinct - 1} other places`}`
  const targets = (checklist.alternatives ?? []).filter(other =>
    other.variables.some(variable => variable.name === name),
  )
  if (checklist.target === null && targets.length > 0) {
    const all = targets.map(({ target }) => code(target ?? '')).join(', ')
    report({
      code: 'target-needed',
      span,
      message: `\`$${name}\` is declared only by ${targets.length === 1 ? 'the target' : 'the targets'} ${all}.`,
      hint: 'Choose a target, or declare the variable under `vars` as well.',
    })
    return
  }
  const copies = name === 'item' || name === 'index'
  const known = [...variables, ...makers.keys(), ...BUILT_IN].filter(each => !isLifted(each))
  const near = suggestion(name, known)?.replace(/`(.*)`/, '`$$$1`')
  report({
    code: 'undefined-variable',
    span,
    message: copies
      ? `\`$${name}\` is known only inside of an entry with \`each\`.`
      : `Nothing gives \`$${name}\`${more}.`,
    hint: copies
      ? 'Use a variable.'
      : ['env', 'ENV', 'secrets'].includes(name)
        ? 'What the environment gives is declared under `vars`, as `name: { env: NAME }`, and written `"{{ $name }}"`.'
        : name === 'vars'
          ? `A variable is read by its own name: \`$${fieldBehind(span) ?? 'name'}\`.`
          : (near ?? `Declare ${code(name)} under \`vars\`, or \`capture\` it in an earlier check.`),
  })
}

/** `base_url` of `$vars.base_url`. */
function fieldBehind({ source, end }: Span): string | undefined {
  return /^\.(\w+)/.exec(source.text.slice(end, end + 100))?.[1]
}

/** Each name a program reads, once, at its first place. */
function eachRead(program: Program, visit: (name: string, at: Span) => void): void {
  const seen = new Set<string>()
  for (const { name, offset } of scanProgram(program.source.text).reads) {
    if (seen.has(name) || name.startsWith('__')) continue
    seen.add(name)
    visit(name, spanOf(program.source, offset, offset + name.length + 1))
  }
}
