import type { ScopeEntry } from '../expression/scope.ts'
import type { CheckKind } from '../kinds/kind.ts'
import { CheckError } from '../model/check-error.ts'
import { type Capture, SHORTEST_SECRET } from '../model/checklist.ts'
import { isList, isObject, type Json } from '../model/json.ts'
import type { Observation } from '../model/observation.ts'
import type { Failure } from '../model/result.ts'
import type { BoundPattern, Filled, JqOutcome, Program } from '../model/template.ts'
import { showYield } from './expectations.ts'
import type { Locator } from './locator.ts'
import { type ProgramOutcomes, registerTexts, showProgram } from './programs.ts'
import type { Redactor } from './redact.ts'
import { isTooShort } from './secret-forms.ts'
import { isTokenName, isTokenValue } from './token-scan.ts'

/** A capture with its holes filled. */
export interface PreparedCapture {
  readonly capture: Capture
  readonly fallback?: Json
  /** Where the value stands; absent where jq finds it. */
  readonly place?: Filled<Exclude<Capture['from'], { readonly source: 'jq' }>>
  /** Its program reads a secret variable, so what it yields is secret too. */
  readonly derived: boolean
}

export interface Captured {
  readonly made: ReadonlyMap<string, ScopeEntry>
  readonly failures: readonly Failure[]
  /** A capture that cannot be used although it was found: the check could not be found out, unless it has failed anyway. */
  readonly fault?: CheckError
}

export interface CaptureContext {
  readonly kind: CheckKind
  readonly redactor: Redactor
  readonly locate: Locator
}

/** Found is a value, or why there is none. `faulty` means that a default does not help. */
type Found =
  | { readonly value: Json; readonly nothing?: never; readonly faulty?: never }
  | { readonly value?: never; readonly nothing: string; readonly faulty?: true }

/** The programs of the captures that jq makes, in order. */
export function programsOf(captures: readonly PreparedCapture[]): readonly Program[] {
  return captures.flatMap(({ capture: { from } }) => (from.source === 'jq' ? [from.program] : []))
}

/** Takes every capture from an observation, whatever became of its expectations, and registers those that are secret. */
export async function takeCaptures(
  captures: readonly PreparedCapture[],
  observation: Observation,
  outcomes: ProgramOutcomes,
  context: CaptureContext,
): Promise<Captured> {
  const made = new Map<string, ScopeEntry>()
  const failures: Failure[] = []
  let fault: CheckError | undefined
  let program = 0
  for (const prepared of captures) {
    const { from } = prepared.capture
    const found =
      from.source === 'jq'
        ? foundByProgram(from.program, outcomes.outcomes?.[program++] ?? outcomes, context.redactor)
        : await findAt(prepared, observation, context.kind)
    const value = found.value ?? (found.faulty === true ? undefined : prepared.fallback)
    if (value === undefined) failures.push(missing(prepared, found.nothing ?? '', context.locate))
    else if (prepared.capture.secret && isTooShort(value)) fault ??= shortSecret(prepared.capture)
    else made.set(prepared.capture.name, { value, secret: registerSecret(prepared, value, context.redactor) })
  }
  return fault === undefined ? { made, failures } : { made, failures, fault }
}

async function findAt({ capture, place }: PreparedCapture, observation: Observation, kind: CheckKind): Promise<Found> {
  switch (place?.source) {
    case 'header':
      return foundInPart(observation, kind, 'headers', place.name)
    case 'cookie':
      return foundInPart(observation, kind, 'cookies', place.name)
    case 'html':
      return foundInPage(observation, place.selector, place.attribute)
    case 'regex':
      return foundInText(observation, place.pattern)
    case undefined:
      throw new Error(`The capture ${capture.name} stands nowhere.`)
  }
}

async function foundInText({ text }: Observation, pattern: BoundPattern): Promise<Found> {
  if (text === undefined) return { nothing: 'There is no text to search.' }
  const [match] = await pattern.match([text])
  const group = match?.[1]
  if (typeof group === 'string') return { value: group }
  return { nothing: match ? `Group 1 of ${pattern.display} took no part.` : `${pattern.display} is nowhere.` }
}

function foundByProgram(program: Program, outcome: JqOutcome | ProgramOutcomes, { redact }: Redactor): Found {
  const shown = `\`${showProgram(program)}\``
  if ('missing' in outcome && outcome.missing !== undefined) {
    // A default stands for what is not there, not for a page that a proxy answers instead of the document.
    return { nothing: outcome.missing, ...(outcome.unreadable === true ? { faulty: true } : {}) }
  }
  if (!('values' in outcome || 'error' in outcome)) return { nothing: 'There is no document.' }
  const { values } = outcome
  if (values === undefined) return { nothing: `${shown} ends with an error: ${outcome.error}`, faulty: true }
  const [value] = values
  if (values.length > 1)
    return { nothing: `${shown} yields ${showYield(values, redact)} instead of one value.`, faulty: true }
  if (value === undefined || value === null) return { nothing: `${shown} yields ${showYield(values, redact)}.` }
  return { value }
}

function foundInPart(observation: Observation, kind: CheckKind, part: string, name: string): Found {
  const value = lookUp(observation, part, name)
  const main = kind.parts[part]?.any?.main
  const inner = main !== undefined && isObject(value) ? value[main] : value
  if (inner !== undefined && inner !== null) return { value: inner }
  return { nothing: `The observation has no \`${name}\` in its ${part}.` }
}

function foundInPage(observation: Observation, selector: string, attribute: string | undefined): Found {
  const element = lookUp(observation, 'html', selector)
  if (element === undefined || element === null) return { nothing: `No element matches \`${selector}\`.` }
  if (!isObject(element))
    return attribute === undefined ? { value: element } : { nothing: `\`${selector}\` has no attributes.` }
  if (attribute === undefined)
    return typeof element.text === 'string'
      ? { value: element.text }
      : { nothing: `No element matches \`${selector}\`.` }
  const { attribute: attributes } = element
  const value = isObject(attributes) ? attributes[attribute] : undefined
  return value === undefined || value === null
    ? { nothing: `\`${selector}\` has no attribute \`${attribute}\`.` }
    : { value }
}

function lookUp(observation: Observation, part: string, key: string): Json | undefined {
  if (observation.lookup !== undefined) return observation.lookup(part, key)
  const value = observation.parts[part]
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** Whether the captured value is secret; if so it is registered at once. */
function registerSecret({ capture, derived }: PreparedCapture, value: Json, redactor: Redactor): boolean {
  const { name } = capture
  if (capture.secret) {
    registerTexts(value, redactor, name)
    return true
  }
  const secret = derived || holdsKnown(value, redactor) || looksSecret(capture, value)
  if (secret) registerTexts(value, redactor, name)
  return secret
}

function shortSecret({ name, span }: Capture): CheckError {
  return new CheckError({
    code: 'short-secret',
    message: `What was captured as \`$${name}\` is marked secret, but it is shorter than ${SHORTEST_SECRET} characters and cannot be masked.`,
    hint: 'Capture a longer value, or leave out `secret: true` if it is none.',
    span,
  })
}

/** A value that was found to be secret where it stood (a cookie, a token in the body) stays secret under its new name. */
function holdsKnown(value: Json, redactor: Redactor): boolean {
  if (typeof value === 'string') return redactor.knows(value)
  if (isList(value)) return value.some(item => holdsKnown(item, redactor))
  return isObject(value) && Object.values(value).some(item => holdsKnown(item, redactor))
}

function looksSecret({ name, from }: Capture, value: Json): boolean {
  if (typeof value !== 'string' || !isTokenValue(value)) return false
  if (isTokenName(name)) return true
  if (from.source === 'jq') return (from.program.source.text.match(/[\w-]+/g) ?? []).some(isTokenName)
  return from.source === 'header' && isTokenName(from.name.parts.join(''))
}

function missing({ capture }: PreparedCapture, nothing: string, locate: Locator): Failure {
  return {
    subject: `capture ${capture.name}`,
    matcher: 'finds a value',
    expected: 'a value',
    actual: 'nothing',
    message: `There is nothing to capture as \`$${capture.name}\`. ${nothing}`.trim(),
    location: locate(capture.span),
    byDefault: false,
  }
}
