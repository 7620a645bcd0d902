import { compile, selectAll } from 'css-select'
import { ElementType, parseDocument } from 'htmlparser2'
import { CheckError } from '../model/check-error.ts'
import type { JsonObject } from '../model/json.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { attribs: object }>

/** A page that can be asked with CSS selectors. The only owner of the HTML packages, loaded with the first page. */
export interface HtmlDocument {
  /** The text of `<title>`, if there is one. */
  readonly title: string | undefined
  /** What a selector finds: `count`, and of the first element `text` (white space as shown: runs are one space) and `attribute`. Throws a CheckError for a selector that is none. */
  find(selector: string): JsonObject
}

export function parseHtml(text: string): HtmlDocument {
  const document = parseDocument(text)
  return {
    get title() {
      const found = query(document.children, 'title')[0]
      return found === undefined ? undefined : textOf(found)
    },
    find: selector => {
      const elements = query(document.children, selector)
      const [first] = elements
      if (first === undefined) return { count: 0 }
      return { text: textOf(first), count: elements.length, attribute: { ...first.attribs } }
    },
  }
}

function query(nodes: Node[], selector: string): Element[] {
  try {
    return selectAll<Node, Element>(compile<Node, Element>(selector), nodes)
  } catch (error) {
    throw new CheckError(
      error instanceof RangeError
        ? {
            code: 'html-too-deep',
            message: 'The elements of the page are nested too deeply to be searched.',
            hint: 'Look at `body` with a pattern instead.',
            cause: error,
          }
        : {
            code: 'selector-invalid',
            message: `\`${selector}\` is not a CSS selector (${error instanceof Error ? error.message : String(error)}).`,
            hint: 'Write a CSS selector in quotes, such as "main h1" or "#login input[name=email]".',
            cause: error,
          },
    )
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
