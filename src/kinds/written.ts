import { suggest } from '../model/suggest.ts'
import { type Template, templateText } from '../model/template.ts'
import { shorten } from '../model/visible.ts'
import type { ReviewContext } from './kind.ts'

/** A template as its author wrote it, in one line, for descriptions: a hole shows its program and never a value. */
export function asWritten(template: Template<unknown>): string {
  return templateText(template).replace(/\s+/g, ' ').trim()
}

/** The text of a template without holes; undefined when its text is only known in the run. */
export function literalText(template: Template<unknown>): string | undefined {
  const texts = template.parts.filter(part => typeof part === 'string')
  return texts.length === template.parts.length ? texts.join('') : undefined
}

/** A description that fits a line of a report. */
export function inShort(text: string): string {
  return shorten(text, 80)
}

/** Reports a `host`, `via` or `database` that the checklist does not declare. */
export function reviewReference(
  template: Template<string> | undefined,
  to: 'host' | 'database',
  context: ReviewContext,
): void {
  const name = template === undefined ? undefined : literalText(template)
  if (template === undefined || name === undefined) return
  const known = to === 'host' ? context.hosts : context.databases
  if (known.includes(name)) return
  const near = suggest(name, known)
  context.report({
    code: `unknown-${to}`,
    span: template.span,
    message: `There is no ${to} \`${name}\`.`,
    hint: near === undefined ? `Declare it under \`${to}s\`${declared(known)}.` : `Did you mean \`${near}\`?`,
  })
}

/** The names that there are, if they are few. */
function declared(known: readonly string[]): string {
  return known.length === 0 || known.length > 5 ? '' : `, or name one of these: ${known.join(', ')}`
}
