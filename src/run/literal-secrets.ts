import type { Checklist } from '../model/checklist.ts'
import { isTemplate } from '../model/template.ts'

/**
 * The secrets that a checklist holds as they are, of every target: a code frame may show the line they stand in before
 * any variable was resolved. Secret values and defaults without holes; short ones too.
 */
export function literalSecrets(checklist: Checklist): readonly string[] {
  const variables = [checklist, ...(checklist.alternatives ?? [])].flatMap(each => each.variables)
  const secret = variables.filter(variable => variable.secret)
  return [...new Set(secret.flatMap(({ value, default: otherwise }) => textsIn([value, otherwise])))]
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if (!isTemplate(value)) return Object.values(value).flatMap(textsIn)
  if (value.literal === null || typeof value.literal === 'boolean') return []
  return value.parts.filter(part => typeof part === 'string').filter(part => part.trim() !== '')
}
