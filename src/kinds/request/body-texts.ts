import { isTemplate, type Template } from '../../model/template.ts'
import type { ReviewContext } from '../kind.ts'
import { literalText } from '../written.ts'
import type { RequestSpec } from './shape.ts'

/** What only curl reads as more than text: `-F file=@logo.png`, and JSON in the quotes that a shell needed. */
export function reviewBodyTexts({ body, multipart, json }: RequestSpec, context: ReviewContext): void {
  const parts = (multipart ?? []).flatMap(({ value }) => value)
  for (const text of [body, ...parts]) if (isTemplate(text)) reviewFile(text, context)
  const written = isTemplate(json) ? literalText(json) : undefined
  if (!isTemplate(json) || written === undefined || !holdsJson(written)) return
  context.report({
    code: 'literal-body',
    severity: 'warning',
    span: json.span,
    message: 'This is sent as a text that holds JSON, not as the object or list in it.',
    hint: 'Remove the quotes around it: JSON is YAML. A body that is text already stands under `body`.',
  })
}

function reviewFile(template: Template<unknown>, context: ReviewContext): void {
  const path = /^@([\w./-]+\.\w+)$/.exec(literalText(template) ?? '')?.[1]
  if (path === undefined) return
  context.report({
    code: 'literal-body',
    severity: 'warning',
    span: template.span,
    message: `This sends the text \`@${path}\`, not the file.`,
    hint: `Write \`{ file: ${path} }\`.`,
  })
}

function holdsJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
