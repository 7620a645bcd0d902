import type { Engine } from '../expression/engine.ts'
import type { Checklist } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import { spanOf } from '../model/source.ts'
import { type Program, programsIn } from '../model/template.ts'
import { everyEntry, programsOf } from '../model/uses.ts'
import { isPlainProgram } from './plain-program.ts'

/**
 * Asks the engine whether every program compiles, all at once. Those that certainly do are not asked about, so that a
 * plain checklist begins without waiting for the engine.
 */
export async function reviewPrograms(
  checklists: readonly Checklist[],
  engine: Engine,
  report: ReportFault,
): Promise<void> {
  const programs = new Map<string, Program>()
  for (const program of checklists.flatMap(programsOfChecklist)) {
    const { span, text } = program.source
    if (!isPlainProgram(text)) programs.set(`${span.start} ${span.end} ${text}`, program)
  }
  if (programs.size === 0) return
  const doubtful = [...programs.values()]
  // Names are another stage's business, so all that are used are given here.
  const faults = await engine.check(doubtful.map(({ source, uses }) => ({ text: source.text, variables: uses })))
  for (const [index, fault] of faults.entries()) {
    const source = doubtful[index]?.source
    if (fault === undefined || source === undefined) continue
    const { offset = 0 } = fault
    const end = fault.offset === undefined ? source.text.length : Math.min(offset + 1, source.text.length)
    report({
      code: 'jq-syntax',
      span: spanOf(source, Math.min(offset, Math.max(0, end - 1)), end),
      message: `This is not a jq program: ${fault.message.replace(/\.$/, '')}.`,
      hint: 'Mend it; `jq` on a terminal says the same of it.',
    })
  }
}

function programsOfChecklist(checklist: Checklist): readonly Program[] {
  const { variables, hosts, databases } = checklist
  return [...programsIn([variables, hosts, databases]), ...everyEntry(checklist).flatMap(programsOf)]
}
