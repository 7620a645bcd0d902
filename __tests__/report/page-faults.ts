import { below, elementsOf, type ShownPage, type TreeElement, textOf } from './github-tree.ts'

const KNOWN = new Set(
  'h2 h3 h4 h5 h6 p strong code pre details summary ul li input table thead tbody tr th td a blockquote'.split(' '),
)
/** Where a link may lead: our own pages of the repository that was verified. */
const OWN =
  /^https:\/\/github\.com\/example\/assistance(?:\/(?:actions\/runs\/\d+|commit\/[0-9a-f]{40}|blob\/[0-9a-f]{40}\/checklist\.yml(?:#L\d+)?))?$/

/** What is wrong with a page: something that is open, cut, foreign, or that GitHub would act on. Empty when all is well. */
export function pageFaults(page: ShownPage): readonly string[] {
  return [
    ...page.elements.flatMap(({ tagName }) => (KNOWN.has(tagName) ? [] : [`There is a <${tagName}>.`])),
    ...page.all('a').flatMap(linkFaults),
    ...page.all('details').flatMap(foldFaults),
    ...page.all('table').flatMap(tableFaults),
    ...page.all('pre').flatMap(fenceFaults),
    ...headingFaults(page),
    ...page.texts.flatMap(({ value, within }) => (isActive(within) ? textFaults(value) : [])),
    ...lineFaults(page),
  ]
}

/** What stands in a page as text although it was meant as Markdown. Text from outside may look like that as well. */
export function leftovers(page: ShownPage): readonly string[] {
  return page.texts
    .filter(({ within }) => isActive(within))
    .flatMap(
      ({ value }) => value.match(/<\/?\w+[^>]*>|<!--|```|~~~|\|\s*:?---|\*\*|\]\(|^- \[|^#+ |&#?\w+;|%%\{/gm) ?? [],
    )
}

function linkFaults(link: TreeElement): readonly string[] {
  const { href, ...others } = link.properties
  const faults = Object.keys(others).map(name => `A link has ${name}.`)
  return typeof href === 'string' && OWN.test(href) ? faults : [...faults, `A link leads to ${String(href)}.`]
}

function foldFaults(fold: TreeElement): readonly string[] {
  const [first, ...others] = elementsOf(fold)
  const faults = first?.tagName === 'summary' ? [] : ['A fold has no title.']
  if (others.length !== 1 || others[0]?.tagName !== 'pre') faults.push('A fold holds something else than a fence.')
  if (below(fold, 'details').length > 0) faults.push('A fold is within a fold.')
  // Only what nothing else tells stands unfolded.
  const more = Object.keys(fold.properties).filter(name => name !== 'open')
  if (more.length > 0) faults.push(`A fold has ${more.join(', ')}.`)
  return faults
}

function tableFaults(table: TreeElement): readonly string[] {
  const [head, ...rows] = below(table, 'tr').map(row => elementsOf(row).length)
  const faults = rows.filter(cells => cells !== head).map(cells => `A row of ${cells} cells is in a table of ${head}.`)
  return rows.length === 0 ? [...faults, 'A table has no rows.'] : faults
}

function fenceFaults(fence: TreeElement): readonly string[] {
  const [code, ...others] = elementsOf(fence)
  return code?.tagName === 'code' && others.length === 0 ? [] : ['A fence is no code.']
}

function headingFaults({ elements }: ShownPage): readonly string[] {
  const levels = elements.flatMap(({ tagName }) => (/^h\d$/.test(tagName) ? [Number(tagName.slice(1))] : []))
  return levels.flatMap((level, at) => {
    const before = levels[at - 1] ?? 1
    return level > before + 1 ? [`A heading of level ${level} follows one of level ${before}.`] : []
  })
}

/** Mentions, references, addresses, pictures of names and formulas, as GitHub finds them in text. */
function textFaults(text: string): readonly string[] {
  const found = text.match(
    /@[\p{L}\p{N}]|#\d|\bGH-\d|:\/\/|\bwww\.|:(?:[a-z][\w+-]*|[+-]1):|[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]/giu,
  )
  return (found ?? []).map(
    what => `GitHub would act on ${JSON.stringify(what)} in ${JSON.stringify(text.slice(0, 80))}.`,
  )
}

/** A line break within a paragraph is a space here and a line break there, so nothing may depend on it. */
function lineFaults({ elements }: ShownPage): readonly string[] {
  return elements.flatMap(element =>
    /^(?:p|h\d|td|th|summary)$/.test(element.tagName) && textOf(element).includes('\n')
      ? [`A line is broken in ${JSON.stringify(textOf(element).slice(0, 80))}.`]
      : [],
  )
}

function isActive(within: readonly string[]): boolean {
  return !within.includes('code') && !within.includes('pre') && !within.includes('a')
}
