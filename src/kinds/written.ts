import { suggest } from '../model/suggest.ts'
import type { Template } from '../model/template.ts'
import type { ReviewContext } from './kind.ts'

/** A template as its author wrote it, in one line, for descriptions: a hole shows its program and never a value. */
export function asWritten(template: Template<unknown>): string {
  return template.parts
    .map(part => (typeof part === 'string' ? part : `{{ ${part.source.text.trim()} }}`))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The text of a template without holes; undefined when its text is only known in the run. */
export function literalText(template: Template<unknown>): string | undefined {
  const texts = template.parts.filter(part => typeof part === 'string')
  return texts.length === template.parts.length ? texts.join('') : undefined
}

/** Cuts a description at a length that fits a line of a report. */
export function shorten(text: string, limit = 80): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`
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
    hint: near === undefined ? `Declare it under \`${to}s\`.` : `Did you mean \`${near}\`?`,
  })
}
