import type { Engine } from '../expression/engine.ts'
import type { Checklist } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import { spanOf } from '../model/source.ts'
import { type Program, programsIn } from '../model/template.ts'
import { captureMakers, everyEntry, programsOf } from '../model/uses.ts'
import { isPlainProgram } from './plain-program.ts'
import { suggestion } from './wording.ts'

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
    const { start, end } = stretch(source.text, fault.offset)
    const message = fault.message.replace(/^jq: (error: )?|\.$/g, '')
    const unknown = /^(\w+)\/\d+ is not defined/.exec(message)?.[1]
    report({
      code: 'jq-syntax',
      span: spanOf(source, start, end),
      message: `This is not a jq program: ${message}.`,
      hint:
        hintFor(source.text, unknown, checklists) ??
        quoteHint(message) ??
        'Mend the program; its language is that of jq 1.8.',
    })
  }
}

function hintFor(program: string, unknown: string | undefined, checklists: readonly Checklist[]): string | undefined {
  if (/^\s*jq\s/.test(program)) {
    return 'Write the program alone: no `jq` and no options before it, and none of the quotes that a shell needs around it.'
  }
  if (/^\s*\$(?=[.[])/.test(program)) return `A path begins with the dot: \`${program.trim().replace(/^\$\.?/, '.')}\`.`
  if (unknown === undefined) return undefined
  if (unknown === 'github')
    return 'What is known of a workflow run stands in `$run`: `$run.ref`, `$run.sha`, `$run.actor`.'
  if (unknown === 'secrets' || unknown === 'inputs') {
    return 'Hand the value over by the environment of the step, and declare it under `vars`: `name: { env: NAME }`.'
  }
  if (checklists.some(each => isVariableOf(each, unknown))) return `Did you mean \`$${unknown}\`?`
  return suggestion(unknown, KNOWN_FUNCTIONS) ?? `A field begins with a dot: \`.${unknown}\`.`
}

function quoteHint(message: string): string | undefined {
  return /^The character ' /.test(message) ? 'In jq text stands in `"`; `\'` belongs to the shell.' : undefined
}

function isVariableOf(checklist: Checklist, name: string): boolean {
  return checklist.variables.some(variable => variable.name === name) || captureMakers(checklist).has(name)
}

/** The word at an offset, the last character where the text ends, or all of it. */
function stretch(text: string, offset: number | undefined): { readonly start: number; readonly end: number } {
  if (offset === undefined) return { start: 0, end: text.length }
  const start = Math.min(offset, Math.max(0, text.length - 1))
  const word = /^\w+/.exec(text.slice(start))?.[0].length ?? 1
  return { start, end: Math.min(start + word, text.length) }
}

/** The functions authors use most, for suggestions. */
const KNOWN_FUNCTIONS =
  'length keys values type first last add any all not select map map_values sort sort_by unique unique_by group_by min max min_by max_by reverse flatten range floor round tostring tonumber to_entries from_entries with_entries contains inside startswith endswith ltrimstr rtrimstr split join test match capture scan sub gsub ascii_downcase ascii_upcase has in index rindex indices tojson fromjson todate fromdate now empty error recurse paths path del limit until splits'.split(
    ' ',
  )

function programsOfChecklist(checklist: Checklist): readonly Program[] {
  const { variables, hosts, databases } = checklist
  return [...programsIn([variables, hosts, databases]), ...everyEntry(checklist).flatMap(programsOf)]
}
