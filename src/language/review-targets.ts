import type { Checklist, TargetOnly } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import { isProgram, isTemplate, programsIn } from '../model/template.ts'
import { everyEntry, programsOf } from '../model/uses.ts'
import { isLifted } from './lift-environment.ts'
import { code, suggestion } from './wording.ts'

/**
 * What only a target declares, nothing reads, and is named almost like another: what it was to replace keeps its value,
 * and another place than the target would quietly be verified. Without a near name it is of no use, but does no harm.
 */
export function reviewTargets(checklist: Checklist, report: ReportFault): void {
  const { target, targetOnly = [] } = checklist
  if (target === null || targetOnly.length === 0 || checklist.namesLost === true || checklist.hostsLost === true) return
  for (const only of targetOnly) {
    const near = suggestion(only.name, commonNames(checklist, only.under))
    if (near === undefined || isUsed(checklist, only)) continue
    report({
      code: 'unused-in-target',
      span: only.nameSpan,
      message: `The target ${code(target)} sets ${code(only.name)} under ${code(only.under)}, which nothing reads.`,
      hint: near,
    })
  }
}

function commonNames(checklist: Checklist, under: TargetOnly['under']): readonly string[] {
  const { variables, hosts, databases, targetOnly = [] } = checklist
  const all = { vars: variables.map(({ name }) => name), hosts: Object.keys(hosts), databases: Object.keys(databases) }
  const own = targetOnly.filter(only => only.under === under).map(({ name }) => name)
  return all[under].filter(name => !own.includes(name) && !isLifted(name))
}

function isUsed(checklist: Checklist, { under, name }: TargetOnly): boolean {
  const { variables, hosts, databases } = checklist
  const entries = everyEntry(checklist)
  if (under === 'vars') {
    const programs = [...programsIn([variables, hosts, databases]), ...entries.flatMap(programsOf)]
    return programs.some(({ uses }) => uses.includes(name))
  }
  const specs = entries.flatMap(entry => (entry.entry === 'section' ? [] : [entry.spec]))
  // A host's own `host` is an address.
  const jumps = Object.values(hosts).map(({ ssh }) => ({ jump: ssh?.jump }))
  return [...specs, jumps, databases].some(value => refers(value, name))
}

/** The fields that name a host or a database. */
const REFERENCES = ['host', 'via', 'jump', 'database']

/** Whether something refers to a name, or might: what a hole there gives only the run knows. */
function refers(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null || isTemplate(value) || isProgram(value)) return false
  if ('source' in value && 'start' in value) return false
  return Object.entries(value).some(([field, child]) => {
    if (!REFERENCES.includes(field) || !isTemplate(child)) return refers(child, name)
    return child.parts.some(isProgram) || child.parts.join('') === name
  })
}
