import type { Engine } from '../expression/engine.ts'
import { fill } from '../expression/fill.ts'
import { createScope, type Scope, type ScopeEntry, usesSecret } from '../expression/scope.ts'
import { CheckError } from '../model/check-error.ts'
import { type Checklist, SHORTEST_SECRET, type Variable } from '../model/checklist.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type Json, parseJson } from '../model/json.ts'
import type { RunFacts } from '../model/result.ts'
import type { Settings } from '../model/settings.ts'
import { isTemplate, type JsonTemplate, programsIn } from '../model/template.ts'
import { registerTexts } from './programs.ts'
import type { Redactor } from './redact.ts'
import { runVariable } from './run-facts.ts'
import { isTooShort } from './secret-forms.ts'
import { tokensInText } from './token-scan.ts'

export interface ResolvedVariables {
  /** Every variable and `$run`: what captures join in the run. */
  readonly scope: Scope
  /** Names of the secret variables; their values are registered with the redactor. */
  readonly secrets: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

interface VariablePorts {
  readonly engine: Engine
  readonly redactor: Redactor
  readonly facts: RunFacts
}

/**
 * Gives every variable its value, in order: what the run was asked to set (`--var`), the environment, the default, the
 * value written down. Nothing is sent yet, so whatever is wrong is a diagnostic.
 */
export async function resolveVariables(
  checklist: Checklist,
  settings: Pick<Settings, 'variables' | 'environment'>,
  ports: VariablePorts,
): Promise<ResolvedVariables> {
  const entries = new Map<string, ScopeEntry>([['run', { value: runVariable(ports.facts), secret: false }]])
  const scope = createScope(entries)
  const diagnostics: Diagnostic[] = []
  const unknown = new Set<string>()
  for (const variable of checklist.variables) {
    const faults: Diagnostic[] = []
    const entry = await resolveVariable(variable, settings, {
      ...ports,
      scope,
      unknown,
      fault: fault => faults.push(fault),
    })
    if (entry === undefined) unknown.add(variable.name)
    else entries.set(variable.name, entry)
    diagnostics.push(...faults)
  }
  const secrets = [...entries].filter(([, { secret }]) => secret).map(([name]) => name)
  return { scope, secrets, diagnostics }
}

interface Resolving extends VariablePorts {
  readonly scope: Scope
  /** Variables that have no value because of a fault, told already. */
  readonly unknown: ReadonlySet<string>
  fault(diagnostic: Diagnostic): void
}

async function resolveVariable(
  variable: Variable,
  settings: Pick<Settings, 'variables' | 'environment'>,
  resolving: Resolving,
): Promise<ScopeEntry | undefined> {
  const given = Object.hasOwn(settings.variables, variable.name) ? settings.variables[variable.name] : undefined
  const found = await findValue(variable, given, settings, resolving)
  if (found === undefined) return undefined
  const secret = variable.secret || found.derived
  if (variable.secret && isTooShort(found.value)) {
    resolving.fault(shortSecret(variable))
    return undefined
  }
  if (secret) register(variable, found.value, resolving.redactor)
  return { value: found.value, secret }
}

interface Found {
  readonly value: Json
  /** Made from a secret. */
  readonly derived: boolean
}

async function findValue(
  variable: Variable,
  given: string | undefined,
  { environment }: Pick<Settings, 'environment'>,
  resolving: Resolving,
): Promise<Found | undefined> {
  if (given !== undefined) return overridden(variable, given, resolving)
  if (variable.environment === undefined) {
    return variable.value === undefined
      ? { value: null, derived: false }
      : fillValue(variable, variable.value, resolving)
  }
  const read = environment[variable.environment]
  if (read !== undefined && read !== '') return { value: read, derived: false }
  if (variable.default !== undefined) return fillValue(variable, variable.default, resolving)
  resolving.fault({
    code: 'missing-environment',
    severity: 'error',
    span: variable.span,
    message: `${calledOf(variable)} is read from the environment variable \`${variable.environment}\`, which is ${read === undefined ? 'not set' : 'empty'}.`,
    hint: `Set \`${variable.environment}\`, in a workflow under \`env\` of the step${variable.secret ? '' : '; or write a `default` beside it'}.`,
  })
  return undefined
}

function calledOf({ name, place }: Variable): string {
  return `\`${place ?? `$${name}`}\``
}

/** What is given from outside is text, and JSON where the declared value is something else. */
function overridden(variable: Variable, given: string, { fault }: Resolving): Found | undefined {
  if (isText(variable)) return { value: given, derived: false }
  try {
    return { value: parseJson(given), derived: false }
  } catch {
    fault({
      code: 'variable-not-json',
      severity: 'error',
      span: variable.span,
      message: `\`$${variable.name}\` is declared with a value that is not text, so the value given for it must be JSON.`,
      hint: 'Give a number, true, false, null, or a list or an object in JSON.',
    })
    return undefined
  }
}

function isText({ value, environment }: Variable): boolean {
  if (environment !== undefined || value === undefined) return true
  return value.node === 'template' && (value.literal === undefined || typeof value.literal === 'string')
}

async function fillValue(variable: Variable, value: JsonTemplate, resolving: Resolving): Promise<Found | undefined> {
  const { scope, engine, redactor, unknown, fault } = resolving
  if (programsIn(value).some(({ uses }) => uses.some(name => unknown.has(name)))) return undefined
  let derived = false
  const onSecret = (text: string): void => {
    derived = true
    redactor.add(text)
  }
  try {
    const filled: Json = await fill(value, { scope, engine, onSecret })
    return { value: filled, derived: derived || programsIn(value).some(program => usesSecret(program, scope)) }
  } catch (error) {
    if (!(error instanceof CheckError)) throw error
    const { code, message, hint, span = variable.span } = error
    fault({ code, severity: 'error', span, message, hint })
    return undefined
  }
}

function shortSecret({ name, span, environment }: Variable): Diagnostic {
  const where = environment === undefined ? 'its value' : `the value of \`${environment}\``
  return {
    code: 'short-secret',
    severity: 'error',
    span,
    message: `\`$${name}\` is marked secret, but ${where} is shorter than ${SHORTEST_SECRET} characters: masking it would mask ordinary words.`,
    hint: 'Use a longer value, or leave out `secret: true` if it is none.',
  }
}

/** The words around the holes of a secret text stand in the checklist for everybody to read: they stay readable. */
function register({ name, value, environment }: Variable, resolved: Json, redactor: Redactor): void {
  if (typeof resolved !== 'string') {
    registerTexts(resolved, redactor, name)
    return
  }
  const open =
    environment === undefined &&
    value !== undefined &&
    isTemplate(value) &&
    value.parts.some(part => typeof part !== 'string')
  redactor.add(resolved, { name, open: open ? value.parts.filter(part => typeof part === 'string') : [] })
  for (const password of tokensInText(resolved)) redactor.add(password, { name })
}
