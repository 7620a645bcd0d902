/**
 * A piece of Markdown that is whole in itself: a heading, a paragraph, a fence, a fold, a table, or one item of a list.
 * A document is cut only between blocks, so that nothing is ever left open.
 */
export interface Block {
  readonly text: string
  /** Follows the block before it without an empty line: the next item of the same list. */
  readonly item: boolean
}

export function block(text: string): Block {
  return { text, item: false }
}

/** A list, one block an item. */
export function list(items: readonly string[]): readonly Block[] {
  return items.map((text, at) => ({ text: `- ${text}`, item: at > 0 }))
}

export function joinBlocks(blocks: readonly Block[]): string {
  return `${blocks.map(({ text, item }, at) => (at === 0 ? '' : item ? '\n' : '\n\n') + text).join('')}\n`
}

/** How long a text is, in the unit that a limit is given in. */
export type Measure = (text: string) => number

/** As many blocks as fit within a limit, in bytes of UTF-8 unless measured otherwise, with `note(left out)` at the end. */
export function cutBlocks(
  blocks: readonly Block[],
  limit: number,
  note: (leftOut: number) => string,
  measure: Measure = Buffer.byteLength,
): string {
  const room = limit - measure(note(blocks.length)) - 4
  let used = 0
  let kept = 0
  for (const { text } of blocks) {
    used += measure(text) + 2
    if (used > room) break
    kept += 1
  }
  return joinBlocks([...blocks.slice(0, kept), block(note(blocks.length - kept))])
}
