import { type Check, type Checklist, SHORTEST_SECRET } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import { type JsonTemplate, programsIn } from '../model/template.ts'
import { everyEntry } from '../model/uses.ts'
import { code } from './wording.ts'

/** Secrets that cannot be kept: too short to be masked, or handed to a process where every user of the machine sees them. */
export function reviewSecrets(checklist: Checklist, report: ReportFault): void {
  for (const variable of checklist.variables) {
    if (!variable.secret) continue
    for (const value of [variable.value, variable.default]) reviewLength(variable.name, value, report)
  }
  const secrets = secretsOf(checklist)
  for (const entry of everyEntry(checklist)) {
    if (entry.entry === 'check') reviewArguments(entry, secrets, report)
  }
}

function reviewLength(name: string, value: JsonTemplate | undefined, report: ReportFault): void {
  // Null says that there is no secret.
  if (value?.node !== 'template' || value.literal === null) return
  const text = value.parts.length === 0 ? '' : value.parts.length === 1 ? value.parts[0] : undefined
  if (typeof text !== 'string' || text.length >= SHORTEST_SECRET) return
  report({
    code: 'short-secret',
    span: value.span,
    message: `The secret ${code(name)} has ${text.length} characters; with less than ${SHORTEST_SECRET} it cannot be kept out of reports.`,
    hint: 'Use a longer one, or remove `secret: true` if it is none.',
  })
}

/** The names whose values are secret: marked so, or made from one that is. */
function secretsOf(checklist: Checklist): ReadonlySet<string> {
  const secrets = new Set<string>()
  const usesOne = (value: unknown): boolean =>
    programsIn(value).some(({ uses }) => uses.some(name => secrets.has(name)))
  for (const { name, secret, value, default: fallback } of checklist.variables) {
    if (secret || usesOne([value, fallback])) secrets.add(name)
  }
  for (const entry of everyEntry(checklist)) {
    if (entry.entry === 'section') continue
    for (const { name, secret, from } of entry.captures) if (secret || usesOne(from)) secrets.add(name)
  }
  return secrets
}

function reviewArguments({ spec }: Check, secrets: ReadonlySet<string>, report: ReportFault): void {
  const words = typeof spec === 'object' && spec !== null && 'command' in spec ? spec.command : undefined
  if (!Array.isArray(words)) return
  for (const program of programsIn(words)) {
    const name = program.uses.find(used => secrets.has(used))
    if (name === undefined) continue
    report({
      code: 'secret-in-arguments',
      span: program.source.span,
      message: `\`$${name}\` is secret, and the arguments of a process are seen by every user of the machine.`,
      hint: 'Hand it over by `env` or `stdin`, or use a shell line, which does so by itself.',
    })
  }
}
