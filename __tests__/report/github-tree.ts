import { githubTree } from '../../scripts/github-markdown.ts'

type Child = ReturnType<typeof githubTree>['children'][number]
export type TreeElement = Extract<Child, { type: 'element' }>

export interface TreeText {
  readonly value: string
  /** The elements around it, the outermost first. */
  readonly within: readonly string[]
}

/** What a reader of a page is shown: elements and texts in their order. */
export interface ShownPage {
  readonly elements: readonly TreeElement[]
  readonly texts: readonly TreeText[]
  all(name: string): readonly TreeElement[]
}

/** Markdown as GitHub shows it. */
export function shownPage(markdown: string): ShownPage {
  const elements: TreeElement[] = []
  const texts: TreeText[] = []
  const visit = (children: readonly Child[], within: readonly string[]): void => {
    for (const child of children) {
      if (child.type === 'text') texts.push({ value: child.value, within })
      if (child.type !== 'element') continue
      elements.push(child)
      visit(child.children, [...within, child.tagName])
    }
  }
  visit(
    githubTree(markdown).children.flatMap(child => (child.type === 'doctype' ? [] : [child])),
    [],
  )
  return { elements, texts, all: name => elements.filter(({ tagName }) => tagName === name) }
}

export function textOf({ children }: TreeElement): string {
  return children
    .map(child => (child.type === 'element' ? textOf(child) : child.type === 'text' ? child.value : ''))
    .join('')
}

/** Its children that are elements. */
export function elementsOf({ children }: TreeElement): readonly TreeElement[] {
  return children.filter(child => child.type === 'element')
}

/** All elements of a name below one. */
export function below(element: TreeElement, name: string): readonly TreeElement[] {
  return elementsOf(element).flatMap(child => [...(child.tagName === name ? [child] : []), ...below(child, name)])
}
