import type { Checklist } from '../model/checklist.ts'
import type { ReportFault } from '../model/diagnostic.ts'
import { isProgram, isTemplate, type Template } from '../model/template.ts'
import { captureMakers, everyEntry } from '../model/uses.ts'

/** The way a shell and Compose name a variable of the environment, when that is all of a text. */
const FROM_ENVIRONMENT = /^\$(?:\{([A-Z][A-Z0-9_]*)\}|([A-Z][A-Z0-9_]*))$/

/**
 * Text that is just a variable's name with its `$` is sent as it is, and hardly ever meant to be. A shell has variables
 * of its own.
 */
export function reviewLiterals(checklist: Checklist, report: ReportFault): void {
  for (const { name, value } of checklist.variables) {
    for (const template of templatesIn(value)) reviewEnvironment(template, report, name)
  }
  const names = new Set([...checklist.variables.map(({ name }) => name), ...captureMakers(checklist).keys()])
  for (const entry of everyEntry(checklist)) {
    if (entry.entry === 'section') continue
    for (const template of templatesIn([entry.spec, entry.expect])) {
      const text = wholeText(template)
      if (template.place === 'shell' || !text.startsWith('$')) continue
      if (!names.has(text.slice(1))) {
        reviewEnvironment(template, report)
        continue
      }
      report({
        code: 'literal-variable',
        severity: 'warning',
        span: template.span,
        message: `This is the text \`${text}\`, not the value of the variable.`,
        hint: `Write \`"{{ ${text} }}"\`.`,
      })
    }
  }
}

function wholeText({ parts: [text, ...more] }: Template<unknown>): string {
  return more.length === 0 && typeof text === 'string' ? text : ''
}

function reviewEnvironment(template: Template<unknown>, report: ReportFault, variable?: string): void {
  const text = wholeText(template)
  const [, braced, bare] = FROM_ENVIRONMENT.exec(text) ?? []
  const name = braced ?? bare
  if (name === undefined) return
  const own = variable ?? name.toLowerCase()
  const use = variable === undefined ? `, and here \`"{{ $${own} }}"\`` : ''
  report({
    code: 'literal-variable',
    severity: 'warning',
    span: template.span,
    message: `This is the text \`${text}\`, not what the environment gives.`,
    hint: `Under \`vars\` write \`${own}: { env: ${name} }\`${use}.`,
  })
}

function templatesIn(value: unknown): readonly Template<unknown>[] {
  if (typeof value !== 'object' || value === null || isProgram(value)) return []
  if (isTemplate(value)) return [value]
  return 'source' in value && 'start' in value ? [] : Object.values(value).flatMap(templatesIn)
}
