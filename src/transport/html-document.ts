import { compile, selectAll } from 'css-select'
import { DomHandler, ElementType, Parser } from 'htmlparser2'
import { CheckError } from '../model/check-error.ts'
import type { JsonObject } from '../model/json.ts'

type Node = DomHandler['root']['children'][number]
type Element = Extract<Node, { attribs: object }>

/** A page that can be asked with CSS selectors. The only owner of the HTML packages, loaded with the first page. */
export interface HtmlDocument {
  /** The text of `<title>`, if there is one. */
  readonly title: string | undefined
  /** What a selector finds: `count`, and of the first element `text` (white space as shown: runs are one space) and `attribute`. Throws a CheckError for a selector that is none. */
  find(selector: string): JsonObject
}

/** The parser's work grows with the square of the depth; browsers stop at 512. */
const DEEPEST = 2_000

/** A page that is nested too deeply has no title, and finding something in it throws a CheckError. */
export function parseHtml(text: string): HtmlDocument {
  const handler = new DepthLimit()
  try {
    new Parser(handler).end(text)
  } catch (error) {
    if (!(error instanceof CheckError)) throw error
    const refuse = (): never => {
      throw error
    }
    return { title: undefined, find: refuse }
  }
  const { root } = handler
  return {
    get title() {
      const found = query(root, 'title')[0]
      return found === undefined ? undefined : textOf(found)
    },
    find: selector => {
      const elements = query(root, selector)
      const [first] = elements
      if (first === undefined) return { count: 0 }
      return { text: textOf(first), count: elements.length, attribute: { ...first.attribs } }
    },
  }
}

class DepthLimit extends DomHandler {
  #depth = 0

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#depth += 1
    if (this.#depth > DEEPEST) {
      throw new CheckError({
        code: 'html-too-deep',
        message: `The elements of the page are nested more than ${DEEPEST} deep.`,
        hint: 'The page may be damaged; look at `body` with a pattern instead.',
      })
    }
    super.onopentag(name, attributes)
  }

  override onclosetag(): void {
    this.#depth -= 1
    super.onclosetag()
  }
}

function query(root: DomHandler['root'], selector: string): Element[] {
  try {
    if (selector.trim() === '') throw new SyntaxError('it is empty')
    // Of the document itself, not of its children: the library compares those with each other.
    return selectAll<Node, Element>(compile<Node, Element>(selector), root as unknown as Node)
  } catch (error) {
    throw new CheckError({
      code: 'selector-invalid',
      message: `\`${selector}\` is not a CSS selector (${error instanceof Error ? error.message : String(error)}).`,
      hint: 'Write a CSS selector in quotes, such as "main h1" or "#login input[name=email]".',
      cause: error,
    })
  }
}

/** Text as a reader sees it: without scripts and styles, white space collapsed. Not recursive, so that no page is too deep. */
function textOf(element: Element): string {
  const pieces: string[] = []
  const pending: (Node | ' ')[] = [...element.children].reverse()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === ' ') pieces.push(node)
    else if (node.type === ElementType.Text) pieces.push(node.data)
    else if (node.type === ElementType.Tag || node.type === ElementType.CDATA) {
      for (const child of inside(node).reverse()) pending.push(child)
    }
  }
  return pieces.join('').replace(/\s+/g, ' ').trim()
}

function inside(node: Extract<Node, { children: Node[] }>): (Node | ' ')[] {
  return 'name' in node && BLOCKS.has(node.name) ? [' ', ...node.children, ' '] : [...node.children]
}

/** Elements that stand on lines of their own: words on both sides of their edges do not touch. */
const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)
