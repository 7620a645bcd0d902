import type { Engine } from '../expression/engine.ts'
import type { CheckKind } from '../kinds/kind.ts'
import type { Checklist } from '../model/checklist.ts'
import type { Diagnostic, ReportFault } from '../model/diagnostic.ts'
import { isLifted } from './lift-environment.ts'
import { standingsOf } from './order.ts'
import { reviewAssertions } from './review-assertions.ts'
import { reviewBuiltIns } from './review-built-ins.ts'
import { reviewDatabases } from './review-databases.ts'
import { reviewEnvironment } from './review-environment.ts'
import { reviewHosts } from './review-hosts.ts'
import { reviewLiterals } from './review-literals.ts'
import { reviewNames } from './review-names.ts'
import { reviewNeeds } from './review-needs.ts'
import { reviewPrograms } from './review-programs.ts'
import { reviewScopes } from './review-scopes.ts'
import { reviewSecrets } from './review-secrets.ts'
import { reviewTargets } from './review-targets.ts'
import { collector, inOrder } from './syntax.ts'
import { code, suggestion } from './wording.ts'

/**
 * Everything that can be said of a checklist before it runs and that reading alone does not show: names, order, needs,
 * programs, secrets, checks that assert nothing. Its other targets are looked at as well. `overrides` are the values
 * given for variables from outside, by name.
 */
export async function validateChecklist(
  checklist: Checklist,
  options: {
    readonly kinds: ReadonlyMap<string, CheckKind>
    readonly engine: Engine
    readonly overrides: Readonly<Record<string, string>>
  },
): Promise<readonly Diagnostic[]> {
  const { report, diagnostics } = collector()
  const checklists = [checklist, ...(checklist.alternatives ?? [])]
  for (const each of checklists) {
    const standings = standingsOf(each)
    reviewNames(each, report)
    reviewScopes(each, standings, report)
    reviewBuiltIns(each, options.kinds, report)
    reviewNeeds(each, standings, options.kinds, report)
    reviewAssertions(each, options.kinds, report)
    reviewSecrets(each, report)
    reviewHosts(each, report)
    reviewDatabases(each, report)
    reviewLiterals(each, report)
    reviewEnvironment(each, report)
    reviewTargets(each, report)
  }
  reviewOverrides(checklist, options.overrides, report)
  await reviewPrograms(checklists, options.engine, report)
  return inOrder(diagnostics)
}

/** A value from outside sets a variable that the checklist declares; anything else is a slip. */
function reviewOverrides(checklist: Checklist, given: Readonly<Record<string, string>>, report: ReportFault): void {
  const declared = checklist.variables.map(({ name }) => name).filter(name => !isLifted(name))
  for (const [name, value] of Object.entries(given)) {
    // Only the name is shown: the value may be secret.
    const text = `${name}=…`
    const span = { source: { path: 'vars', text }, start: 0, end: name.length }
    if (declared.includes(name)) {
      const second = [...value.matchAll(/[\s,;](\w+)=/g)]
        .map(match => match[1] ?? '')
        .find(each => declared.includes(each))
      if (second !== undefined) report({ ...severalVariables(name, second), span })
      else if (/^\s|\s$|^(["']).*\1$/s.test(value))
        report({ ...literalValue(name, /\s/.test(value.slice(0, 1) + value.slice(-1))), span })
      continue
    }
    report({
      code: 'undeclared-variable',
      span,
      message: `The checklist declares no variable ${code(name)}, so it cannot be set.`,
      hint: suggestion(name, declared) ?? `Declare it under \`vars\`, or leave it out.`,
    })
  }
}

/** `version="2.2.1"`, `version = 2.2.1`: no shell has read it. A warning, since it may be meant so. */
function literalValue(name: string, spaces: boolean) {
  return {
    code: 'literal-value',
    severity: 'warning' as const,
    message: `The value of ${code(name)} ${spaces ? 'begins or ends with white space, which is' : 'stands in quotes, which are'} part of it.`,
    hint: spaces
      ? 'Write `name=value`, without spaces around the sign.'
      : 'Write `name=value`, without quotes: the value is taken as it is.',
  }
}

/** `version=2.2.1,base_url=…` on one line is one value with all of it; a warning, since a value may hold anything. */
function severalVariables(name: string, second: string) {
  return {
    code: 'several-variables',
    severity: 'warning' as const,
    message: `The value of ${code(name)} holds ${code(`${second}=`)}, which looks like a second variable.`,
    hint: 'Each variable has a line of its own under `vars`, or on the command line a `--var` of its own.',
  }
}
