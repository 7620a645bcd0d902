import type { ReportedChecklist } from '../../model/result.ts'
import type { Location } from '../../model/source.ts'
import { oneLine, shorten } from '../../model/visible.ts'
import { type Block, block } from '../format/blocks.ts'
import { lineOf } from '../format/code-frame.ts'
import { lineUrl } from '../format/github-pages.ts'
import { codeSpan, fence } from '../format/markdown.ts'

const FRAME_WIDTH = 120
const NAME_LIMIT = 200

/** `checklist.yml:41`, which leads to the line at the commit where its page is known. */
export function place(location: Location, checklist: ReportedChecklist): string {
  const words = codeSpan(`${shorten(oneLine(location.file), NAME_LIMIT)}:${location.line}`)
  const url = lineUrl(location, checklist)
  return url === undefined ? words : `[${words}](${url})`
}

/** The line of the checklist with a caret under what is meant, and other lines below; nothing where there is neither. */
export function placedLine(location: Location | undefined, below: readonly string[]): readonly Block[] {
  const lines = [...(location === undefined ? [] : lineOf(location, { width: FRAME_WIDTH })), ...below]
  return lines.length === 0 ? [] : [block(fence(lines.join('\n')))]
}
