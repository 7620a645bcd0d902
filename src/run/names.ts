import { type FillContext, fill } from '../expression/fill.ts'
import { type Template, templateText } from '../model/template.ts'

/**
 * The text of a name, an instruction or a `fix`. It must never keep a check from its outcome, so a text whose holes cannot
 * be filled (yet) is shown as it was written.
 */
export async function showTemplate(template: Template<string>, context: FillContext): Promise<string> {
  if (template.parts.every(part => typeof part === 'string')) return template.parts.join('')
  try {
    return await fill(template, context)
  } catch {
    return templateText(template)
  }
}
