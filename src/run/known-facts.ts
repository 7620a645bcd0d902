import type { Scope } from '../expression/scope.ts'
import { CheckError } from '../model/check-error.ts'
import { isObject, type Json } from '../model/json.ts'
import type { Program } from '../model/template.ts'

/** `== $run.sha`, or the other way round but for a comparison with a text: that one is false of null, as it should be. */
const COMPARED = /==\s*\$run\.([a-z_]+)|\$run\.([a-z_]+)(?:\[[\d:]*\])?\s*==(?!\s*")/g
/** Whoever thinks of null knows what happens then. */
const THOUGHT_OF = /\bnull\b|\/\/|\?/

/**
 * Rejects a program of an expectation that is true because two things are not known: outside of a workflow `$run.sha` is
 * null, and so is the `commit` that a service has forgotten. Throws a CheckError with the program's span.
 */
export function requireKnownFacts(programs: readonly { readonly program: Program }[], scope: Scope): void {
  for (const { program } of programs) {
    if (!program.uses.includes('run') || THOUGHT_OF.test(program.source.text)) continue
    const facts = scope.lookup('run')?.value
    const compared = [...program.source.text.matchAll(COMPARED)].map(([, after, before]) => after ?? before ?? '')
    const unknown = compared.find(name => isNull(facts, name))
    if (unknown === undefined) continue
    throw new CheckError({
      code: 'run-fact-unknown',
      message: `\`$run.${unknown}\` is null in this run, and null equals whatever is not there.`,
      hint: `It is known in a workflow only. Outside of one leave the check out: \`if: $run.${unknown} != null\`.`,
      span: program.source.span,
    })
  }
}

function isNull(facts: Json | undefined, name: string): boolean {
  return isObject(facts) && Object.hasOwn(facts, name) && facts[name] === null
}
