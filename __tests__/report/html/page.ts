import { createHash } from 'node:crypto'
import { Parser } from 'htmlparser2'
import type { Report } from '../../../src/model/result.ts'
import { renderHtml } from '../../../src/report/html.ts'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: Element | undefined
  text: string
}

export interface Page {
  readonly source: string
  readonly elements: readonly Element[]
  /** Elements that were not closed, or closed where they were not open. */
  readonly slips: readonly string[]
  all(name: string, attributes?: Readonly<Record<string, string>>): readonly Element[]
}

const VOID = new Set(['meta', 'input', 'br', 'link'])

/** The page of a report, read as a browser would but without its forgiveness. */
export function pageOf(report: Report): Page {
  return readPage([...renderHtml(report)].join(''))
}

export function readPage(source: string): Page {
  const elements: Element[] = []
  const slips: string[] = []
  const open: Element[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, parent: open.at(-1), text: '' }
      elements.push(element)
      open.push(element)
    },
    ontext(text) {
      for (const element of open) element.text += text
    },
    onclosetag(name, implied) {
      if (open.at(-1)?.name === name) open.pop()
      else slips.push(`</${name}> within ${open.at(-1)?.name}`)
      if (implied && !VOID.has(name)) slips.push(`<${name}> is never closed`)
    },
  })
  parser.end(source)
  slips.push(...open.map(({ name }) => `<${name}> is never closed`))
  const all = (name: string, attributes: Readonly<Record<string, string>> = {}): readonly Element[] =>
    elements.filter(
      element =>
        element.name === name && Object.entries(attributes).every(([key, value]) => element.attributes[key] === value),
    )
  return { source, elements, slips, all }
}

/** As a policy names it. */
export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

export function isWithin(element: Element, name: string): boolean {
  for (let at = element.parent; at !== undefined; at = at.parent) if (at.name === name) return true
  return false
}
