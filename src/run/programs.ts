import type { Engine } from '../expression/engine.ts'
import { SECRET_ERROR } from '../expression/fill.ts'
import { type Scope, usesSecret } from '../expression/scope.ts'
import { CheckError } from '../model/check-error.ts'
import { type Json, textsIn } from '../model/json.ts'
import type { ObservedDocument } from '../model/observation.ts'
import type { JqOutcome, Program } from '../model/template.ts'
import { shorten } from '../model/visible.ts'
import type { Redactor } from './redact.ts'

/** What jq needs to run programs for a check. */
export interface ProgramContext {
  readonly scope: Scope
  readonly engine: Engine
  readonly redactor: Redactor
  readonly signal: AbortSignal
  /** Set where the check's `timeout` gives jq more than its second. */
  readonly timeoutMs?: number
}

/** One outcome a program, in order; or why there is no document to run them over. */
export type ProgramOutcomes =
  | { readonly outcomes: readonly JqOutcome[]; readonly missing?: never }
  | { readonly outcomes?: never; readonly missing: string; readonly unreadable?: true }

/**
 * Runs all programs over one document in one call, which costs little more than one of them. What a program makes of a
 * secret is secret as well, so its texts are registered before anybody can show them.
 */
export async function evaluatePrograms(
  programs: readonly Program[],
  document: ObservedDocument,
  context: ProgramContext,
): Promise<ProgramOutcomes> {
  if (programs.length === 0) return { outcomes: [] }
  if ('missing' in document) return document
  const text = 'text' in document ? document.text : JSON.stringify(document.json)
  const { variables, tainted } = variablesOf(programs, context.scope)
  const outcomes = await context.engine.evaluate({
    programs: programs.map(({ source }) => source.text),
    document: text,
    variables,
    signal: context.signal,
    ...(context.timeoutMs === undefined ? {} : { timeoutMs: context.timeoutMs }),
  })
  return {
    outcomes: tainted ? outcomes.map((outcome, index) => withoutSecrets(outcome, programs[index], context)) : outcomes,
  }
}

function withoutSecrets(outcome: JqOutcome, program: Program | undefined, context: ProgramContext): JqOutcome {
  if (program === undefined || !usesSecret(program, context.scope)) return outcome
  if (outcome.values === undefined) return { error: SECRET_ERROR }
  registerTexts(outcome.values, context.redactor)
  return outcome
}

function variablesOf(programs: readonly Program[], scope: Scope) {
  const variables: Record<string, Json> = {}
  let tainted = false
  for (const name of new Set(programs.flatMap(({ uses }) => uses))) {
    const entry = scope.lookup(name)
    if (entry === undefined) throw unknownVariable(name)
    variables[name] = entry.value
    tainted ||= entry.secret
  }
  return { variables, tainted }
}

function unknownVariable(name: string): CheckError {
  return new CheckError({
    code: 'variable-not-set',
    message: `\`$${name}\` has no value: the check that captures it did not get that far.`,
    hint: 'Look at that check first, or read it as `$captured` where it may be missing.',
  })
}

/** Registers every text in a value that is a secret; so is a number long enough to be one. */
export function registerTexts(value: Json, redactor: Redactor, name?: string): void {
  for (const text of textsIn(value)) redactor.add(text, name === undefined ? {} : { name })
}

/** A program as messages show it: on one line, not too long. */
export function showProgram(program: Program): string {
  return shorten(program.source.text.replace(/\s+/g, ' ').trim(), 80)
}
