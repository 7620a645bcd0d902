import type { Waiting } from '../model/checklist.ts'
import { duration, integer } from '../model/shape.ts'
import { type MappedText, sliceMapped } from '../model/source.ts'
import type { Template } from '../model/template.ts'
import { readShape, readTemplate } from './read-shape.ts'
import { type Reading, reportType } from './reading.ts'
import { entryOf, type SyntaxMap, type SyntaxNode } from './syntax.ts'
import { given } from './wording.ts'

/** `within`, `every` and `consecutive` of a map in which what is inherited is merged already. */
export function readWaiting(map: SyntaxMap, reading: Reading): Waiting | undefined {
  const within = entryOf(map, 'within')
  const every = readEvery(entryOf(map, 'every')?.value, reading)
  const consecutive = entryOf(map, 'consecutive')
  const count = consecutive && readShape(consecutive.value, integer(1, 1_000), { ...reading, subject: 'consecutive' })
  const limit = within && readShape(within.value, duration(), { ...reading, subject: 'within' })
  return limit && { within: limit, ...given('every', every), consecutive: count ?? 1 }
}

/** A pause, or a range that doubles from one to the other: `1s..30s`. */
function readEvery(node: SyntaxNode | undefined, reading: Reading): Waiting['every'] | undefined {
  if (node === undefined || node.node === 'broken') return undefined
  const every = { ...reading, subject: 'every' }
  if (node.node !== 'scalar' || node.value === null) {
    return reportType(node, 'a duration such as 2s, or a range such as 1s..30s', every)
  }
  const dots = rangeDots(node.text)
  const parts =
    dots === -1
      ? [node.text]
      : [sliceMapped(node.text, 0, dots), sliceMapped(node.text, dots + 2, node.text.text.length)]
  const [from, to] = parts.map(text => {
    const value = dots === -1 ? node.value : text.text
    return readTemplate({ node: 'scalar', span: text.span, text, value }, 'duration', every) as
      | Template<number>
      | undefined
  })
  return from && { from, ...given('to', to) }
}

/** Where `..` stands outside of holes, in which it is jq's own. */
function rangeDots({ text }: MappedText): number {
  return text.replace(/\{\{.*?\}\}/gs, hole => '_'.repeat(hole.length)).indexOf('..')
}
