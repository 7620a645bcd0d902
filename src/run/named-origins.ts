import { type FillContext, fill } from '../expression/fill.ts'
import type { Scope } from '../expression/scope.ts'
import { CheckError } from '../model/check-error.ts'
import type { Checklist } from '../model/checklist.ts'
import { textsIn } from '../model/json.ts'
import { isProgram, type Program, type Template, templatesIn } from '../model/template.ts'
import { everyEntry } from '../model/uses.ts'

/** What a server answered may not choose where requests and their credentials go: only to origins that the checklist names. */
export interface NamedOrigins {
  /** The origins to which a check is held; undefined when no URL of its specification begins with a captured value. */
  heldTo(spec: unknown): Promise<ReadonlySet<string>> | undefined
}

/** `context` sees the variables and no captures: what it does not know is captured. */
export function createNamedOrigins(checklist: Checklist, context: FillContext): NamedOrigins {
  // Most checklists capture no URL, and looking for one in every check would cost them.
  const captures = everyEntry(checklist).some(entry => entry.entry === 'check' && entry.captures.length > 0)
  let named: Promise<ReadonlySet<string>> | undefined
  return {
    heldTo(spec) {
      if (!captures || !templatesIn(spec).some(template => beginsWithCapture(template, context.scope))) return undefined
      named ??= originsNamedIn(checklist, context)
      return named
    },
  }
}

function beginsWithCapture({ place, parts: [begin] }: Template<unknown>, scope: Scope): boolean {
  return place === 'url' && isProgram(begin) && isCaptured(begin, scope)
}

function isCaptured(program: Program, scope: Scope): boolean {
  return program.uses.some(name => scope.lookup(name) === undefined)
}

/** Of every URL in what the checks do, in hosts and in variables. */
async function originsNamedIn(checklist: Checklist, context: FillContext): Promise<ReadonlySet<string>> {
  const origins = new Set<string>()
  const specs = everyEntry(checklist).flatMap(entry => (entry.entry === 'check' ? [entry.spec] : []))
  for (const template of templatesIn([specs, checklist.hosts])) addOrigin(await knownUrl(template, context), origins)
  for (const { name } of checklist.variables) {
    for (const text of textsIn(context.scope.lookup(name)?.value ?? null)) addOrigin(text, origins)
  }
  return origins
}

/** A URL as far as it is known before anything is captured, if its whole origin is. */
async function knownUrl(template: Template<unknown>, context: FillContext): Promise<string> {
  const { place, parts, span } = template
  const [begin] = parts
  if (typeof begin === 'string' ? !URL_BEGINS.test(begin) : place !== 'url') return ''
  const end = parts.findIndex(part => isProgram(part) && isCaptured(part, context.scope))
  const known: Template<string> = {
    node: 'template',
    place: 'url',
    span,
    parts: end === -1 ? parts : parts.slice(0, end),
  }
  try {
    const text = await fill(known, context)
    return end === -1 || ORIGIN_ENDS.test(text) ? text : ''
  } catch (error) {
    // The check that it belongs to will say so.
    if (error instanceof CheckError) return ''
    throw error
  }
}

const URL_BEGINS = /^(?:http|ws)s?:\/\//i
const ORIGIN_ENDS = /^\w+:\/\/[^/?#]+[/?#]/

/** A WebSocket begins as a request to the same place, and both are named by either. */
function addOrigin(text: string, origins: Set<string>): void {
  const url = URL_BEGINS.test(text) ? URL.parse(text) : null
  if (url !== null) origins.add(url.origin.replace(/^ws/, 'http'))
}
