import { CheckError } from '../model/check-error.ts'
import { isObject, type Json, textsIn } from '../model/json.ts'
import { suggest } from '../model/suggest.ts'
import { type BoundProgram, type Filled, isProgram, isTemplate, type Program } from '../model/template.ts'
import type { Engine } from './engine.ts'
import { fillTemplate } from './fill-template.ts'
import { holeError } from './hole-value.ts'
import { type Scope, usesSecret } from './scope.ts'

/** Stands for what jq says of an error: its text may hold a piece of anything that the program made of a secret. */
export const SECRET_ERROR = 'its text is not shown, because the program reads a secret'

export interface FillContext {
  readonly scope: Scope
  readonly engine: Engine
  /** How long jq may take, in milliseconds; 1,000 unless given. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
  /** In an expectation a hole that gives null says nothing: it would match whatever is null as well. */
  readonly refuseNull?: boolean
  /** Called for each text that came of a secret variable: it is secret as well. */
  onSecret(value: string): void
}

/**
 * Fills every hole and binds every program of a specification, however deep; everything else stays as it is. Values are
 * never read again as templates. Throws or rejects with a CheckError that has the hole's span. Most specifications have no
 * holes: they are filled at once, without a promise.
 */
export function fill<T>(specification: T, context: FillContext): Filled<T> | Promise<Filled<T>> {
  const holes = holesIn(specification, [])
  return holes.length === 0
    ? (replace(specification, NOTHING, context) as Filled<T>)
    : fillHoles(specification, holes, context)
}

const NOTHING: ReadonlyMap<Program, Json> = new Map()

async function fillHoles<T>(specification: T, holes: readonly Program[], context: FillContext): Promise<Filled<T>> {
  const values = new Map<Program, Json>()
  const computed: Program[] = []
  for (const program of holes) {
    const value = readPlainly(program, context)
    if (value === undefined) computed.push(program)
    else values.set(program, value)
  }
  if (computed.length > 0) await computeHoles(computed, values, context)
  if (context.refuseNull === true) requireValues(values)
  for (const [program, value] of values) if (usesSecret(program, context.scope)) tellTexts(value, context.onSecret)
  return replace(specification, values, context) as Filled<T>
}

function requireValues(values: ReadonlyMap<Program, Json>): void {
  for (const [program, value] of values) {
    if (value !== null) continue
    throw holeError(program, 'hole-null', 'gives null, so what is expected is not known.', {
      hint: 'Where does it come from? `$run.sha` and its like are known in a workflow only. To expect null, write `null`.',
    })
  }
}

/** Not spans, not instances of classes: what a specification is made of. */
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  return Object.getPrototypeOf(value) === Object.prototype && !('source' in value && 'start' in value)
}

/** Collects into one list: every check is walked here, and a generator would be most of what that costs. */
function holesIn(value: unknown, found: Program[]): readonly Program[] {
  if (typeof value !== 'object' || value === null) return found
  if (isTemplate(value)) {
    for (const part of value.parts) if (isProgram(part)) found.push(part)
  } else if (Array.isArray(value)) for (const item of value) holesIn(item, found)
  else if (isPlain(value) && !isProgram(value)) for (const name in value) holesIn(value[name], found)
  return found
}

function replace(value: unknown, values: ReadonlyMap<Program, Json>, context: FillContext): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isTemplate(value)) return fillTemplate(value, values, context)
  if (Array.isArray(value)) return replaceItems(value, values, context)
  if (!isPlain(value)) return value
  if (isProgram(value)) return bindProgram(value, context)
  if (value.node === 'list' && 'items' in value) return replace(value.items, values, context)
  if (value.node === 'map' && 'entries' in value) {
    const entries = value.entries as readonly { readonly name: string; readonly value: unknown }[]
    return Object.fromEntries(entries.map(entry => [entry.name, replace(entry.value, values, context)]))
  }
  let copy: Record<string, unknown> | undefined
  for (const name in value) {
    const replaced = replace(value[name], values, context)
    if (replaced === value[name]) continue
    copy ??= { ...value }
    copy[name] = replaced
  }
  return copy ?? value
}

/** Like an object, a list in which nothing is to be filled stays itself. */
function replaceItems(
  list: readonly unknown[],
  values: ReadonlyMap<Program, Json>,
  context: FillContext,
): readonly unknown[] {
  const items = list.map(item => replace(item, values, context))
  return items.every((item, index) => item === list[index]) ? list : items
}

const PLAIN = /^\$([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)*)$/

/** `$token` and `$run.id` need no engine. Undefined: jq must say, also what is wrong with it. */
function readPlainly(program: Program, { scope }: FillContext): Json | undefined {
  const [, name, path = ''] = PLAIN.exec(program.source.text) ?? []
  if (name === undefined || name === 'ENV' || name === '__loc__') return undefined
  let value: Json | undefined = variable(name, program, scope)
  for (const step of path.split('.').slice(1)) {
    if (value === null) return null
    if (!isObject(value)) return undefined
    value = Object.hasOwn(value, step) ? (value[step] ?? null) : null
  }
  return value
}

function variable(name: string, program: Program, scope: Scope): Json {
  const entry = scope.lookup(name)
  if (entry !== undefined) return entry.value
  const near = suggest(name, scope.names())
  const hint = near === undefined ? 'Look at the check that should have captured it.' : `Did you mean \`$${near}\`?`
  throw new CheckError({
    code: 'variable-not-set',
    message: `The variable $${name} has no value here.`,
    hint,
    span: program.source.span,
  })
}

function variablesOf(programs: readonly Program[], scope: Scope): Record<string, Json> {
  const variables: Record<string, Json> = {}
  for (const program of programs) for (const name of program.uses) variables[name] = variable(name, program, scope)
  return variables
}

/** All remaining holes in one evaluation, over null. */
async function computeHoles(
  programs: readonly Program[],
  values: Map<Program, Json>,
  context: FillContext,
): Promise<void> {
  const request = {
    programs: programs.map(program => program.source.text),
    document: 'null',
    variables: variablesOf(programs, context.scope),
    ...limits(context),
  }
  const outcomes = await context.engine.evaluate(request).catch((error: unknown) => {
    throw error instanceof CheckError ? located(error, programs) : error
  })
  for (const [index, program] of programs.entries()) {
    const outcome = outcomes[index]
    if (outcome?.values === undefined) {
      const secret = usesSecret(program, context.scope)
      const why = secret ? `; ${SECRET_ERROR}.` : `: ${outcome?.error ?? 'no result'}`
      throw holeError(program, 'hole-failed', `ends with an error${why}`)
    }
    const [value, ...others] = outcome.values
    if (value === undefined || others.length > 0) throw resultsError(program, outcome.values.length)
    values.set(program, value)
  }
}

/** A time limit concerns all holes together: the first one stands for them. */
function located(cause: CheckError, [first]: readonly Program[]): CheckError {
  const { code, message, hint, details } = cause
  return new CheckError({
    code,
    message,
    hint,
    details,
    cause,
    ...(first === undefined ? {} : { span: first.source.span }),
  })
}

function resultsError(program: Program, count: number): CheckError {
  const found = count === 0 ? 'no result' : `${count} results`
  const hint =
    count === 0
      ? 'Give a default: `{{ … // "none" }}`.'
      : 'Take one of them with `first( … )`, or collect them: `[ … ]`.'
  return holeError(program, 'hole-results', `gives ${found}, and exactly one is needed.`, { hint })
}

function limits({ timeoutMs, signal }: FillContext): { readonly timeoutMs?: number; readonly signal?: AbortSignal } {
  return { ...(timeoutMs === undefined ? {} : { timeoutMs }), ...(signal === undefined ? {} : { signal }) }
}

/** A jq field with its variables as they are now. What it makes of a secret is told as soon as it is made. */
function bindProgram(program: Program, context: FillContext): BoundProgram {
  const variables = variablesOf([program], context.scope)
  const secret = usesSecret(program, context.scope)
  return {
    display: program.source.text,
    evaluate: async document => {
      const request = { programs: [program.source.text], document, variables, ...limits(context) }
      const [outcome = { error: 'no result' }] = await context.engine.evaluate(request)
      if (!secret) return outcome
      if (outcome.values === undefined) return { error: SECRET_ERROR }
      tellTexts(outcome.values, context.onSecret)
      return outcome
    },
  }
}

function tellTexts(value: Json, onSecret: (text: string) => void): void {
  for (const text of textsIn(value)) if (text !== '') onSecret(text)
}
