import type { Checklist } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import { programsIn } from '../model/template.ts'
import { everyEntry, programsOf } from '../model/uses.ts'
import { isLifted } from './lift-environment.ts'
import { code, suggestion } from './wording.ts'

/**
 * A variable that only a target declares, that nothing reads and whose name is nearly that of another: what it was to
 * replace keeps its value, and another place than the target would quietly be verified. Without a near name it is of no
 * use, but does no harm.
 */
export function reviewTargets(checklist: Checklist, report: ReportFault): void {
  const { target, targetVariables = [], variables, hosts, databases } = checklist
  if (target === null || targetVariables.length === 0 || checklist.namesLost === true) return
  const programs = [...programsIn([variables, hosts, databases]), ...everyEntry(checklist).flatMap(programsOf)]
  const common = variables.map(({ name }) => name).filter(name => !targetVariables.includes(name) && !isLifted(name))
  for (const { name, nameSpan } of variables) {
    if (!targetVariables.includes(name) || programs.some(({ uses }) => uses.includes(name))) continue
    const near = suggestion(name, common)
    if (near === undefined) continue
    report({
      code: 'unused-target-variable',
      span: nameSpan,
      message: `The target ${code(target)} sets ${code(name)}, which nothing reads.`,
      hint: near,
    })
  }
}
