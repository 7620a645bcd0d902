import type { Checklist } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import { isProgram, isTemplate, type Template } from '../model/template.ts'
import { captureMakers, everyEntry } from '../model/uses.ts'

/** Text that is just a variable's name with its `$` is sent as it is, and hardly ever meant to be. A shell has variables of its own. */
export function reviewLiterals(checklist: Checklist, report: ReportFault): void {
  const names = new Set([...checklist.variables.map(({ name }) => name), ...captureMakers(checklist).keys()])
  for (const entry of everyEntry(checklist)) {
    if (entry.entry === 'section') continue
    for (const { span, parts, place } of templatesIn([entry.spec, entry.expect])) {
      const [text = ''] = parts.length === 1 && typeof parts[0] === 'string' ? [parts[0]] : []
      if (place === 'shell' || !text.startsWith('$') || !names.has(text.slice(1))) continue
      report({
        code: 'literal-variable',
        severity: 'warning',
        span,
        message: `This is the text \`${text}\`, not the value of the variable.`,
        hint: `Write \`"{{ ${text} }}"\`.`,
      })
    }
  }
}

function templatesIn(value: unknown): readonly Template<unknown>[] {
  if (typeof value !== 'object' || value === null || isProgram(value)) return []
  if (isTemplate(value)) return [value]
  return 'source' in value && 'start' in value ? [] : Object.values(value).flatMap(templatesIn)
}
