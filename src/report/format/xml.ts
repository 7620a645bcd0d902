import { visible } from '../../model/visible.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Text between tags. What XML 1.0 §2.2 does not allow at all, even escaped, is made visible first. */
export function escapeXml(text: string): string {
  return visible(text).replace(/[&<>]/g, character => ENTITIES[character] ?? character)
}

/** An element with its attributes (undefined ones left out) and its children, which are XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children = '',
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
  )
  return children === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${children}</${name}>`
}

/** Without the numeric forms a parser turns line feeds and tabs of attributes into spaces (XML 1.0 §3.3.3). */
function escapeAttribute(text: string): string {
  return visible(text).replace(/[&<>"\n\t]/g, character => ENTITIES[character] ?? character)
}
