import { visible } from '../../model/visible.ts'

/** HTML that may stand in a page as it is. Only {@link html}, {@link prose} and {@link own} make it. */
export interface Markup {
  readonly markup: string
}

/** What may be put into a template: text is escaped, markup is not, and nothing is nothing. */
export type Content = string | number | Markup | readonly Content[] | undefined

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * A template whose holes are escaped, so that no text can get into a page any other way. Holes stand between tags or
 * in a quoted attribute; what a reader could not see is made visible in both.
 */
export function html(parts: TemplateStringsArray, ...holes: readonly Content[]): Markup {
  let markup = parts[0] ?? ''
  holes.forEach((hole, at) => {
    markup += written(hole) + (parts[at + 1] ?? '')
  })
  return { markup }
}

/** Our own sentences and those of a checklist, in which backticks mark what is quoted. */
export function prose(text: string): Markup {
  return { markup: escapeHtml(text).replace(/`([^`\n]+)`/g, '<code>$1</code>') }
}

/** A style or a script of ours: never anything from outside, since it is not escaped. */
export function own(text: string): Markup {
  return { markup: text }
}

function written(content: Content): string {
  if (content === undefined) return ''
  if (typeof content === 'number') return String(content)
  if (typeof content === 'string') return escapeHtml(content)
  return 'markup' in content ? content.markup : content.map(written).join('')
}

function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? character)
}
