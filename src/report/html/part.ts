import { type Content, html } from './markup.ts'

/** A part of the page that a link of its navigation leads to, with its heading; nothing without content. */
export function part(id: string, title: string, content: Content): Content {
  if (Array.isArray(content) && content.length === 0) return []
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${content}</section>
`
}
