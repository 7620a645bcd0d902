import type { Location } from '../../model/source.ts'
import { oneLine, shorten, visible } from '../../model/visible.ts'
import { type Paint, plain } from './paint.ts'
import { characterWidth, displayWidth } from './width.ts'

interface Cell {
  readonly text: string
  readonly width: number
  readonly marked: boolean
}

/** `checklist.yml:41:9`, as editors and terminals make it a link. */
export function placeOf(location: Location): string {
  return `${shorten(oneLine(location.file), 200)}:${location.line}:${location.column}`
}

/**
 * The line of the checklist with a caret under what is meant, as lines: where, the text, the caret. The indentation is
 * left out, and a long line is shown around the caret only. `width` is in columns.
 */
export function codeFrame(
  location: Location,
  options: { readonly width: number; readonly paint?: Paint },
): readonly string[] {
  const gutter = ' '.repeat(String(location.line).length)
  return [`${gutter} ${(options.paint ?? plain)('cyan', placeOf(location))}`, ...lineOf(location, options)]
}

/** The same without the place: the text and the caret, nothing of an empty line. */
export function lineOf(
  location: Location,
  options: { readonly width: number; readonly paint?: Paint },
): readonly string[] {
  if (location.lineText.trim() === '') return []
  const paint = options.paint ?? plain
  const number = String(location.line)
  const gutter = ' '.repeat(number.length)
  const shown = shownCells(location, options.width - number.length - 3)
  const first = shown.findIndex(cell => cell.marked)
  const before = shown.slice(0, first === -1 ? shown.length : first)
  const carets = '^'.repeat(Math.max(1, widthOf(shown.filter(cell => cell.marked))))
  return [
    `${paint('dim', `${number} │`)} ${shown.map(cell => cell.text).join('')}`.trimEnd(),
    `${paint('dim', `${gutter} │`)} ${' '.repeat(widthOf(before))}${paint('red', carets)}`,
  ]
}

/** The same line for a place that can mark text: what is meant stands between what is before and after it. */
export function markedLine(
  location: Location,
  width: number,
): { readonly before: string; readonly marked: string; readonly after: string } {
  const shown = shownCells(location, width)
  const first = shown.findIndex(cell => cell.marked)
  const start = first === -1 ? shown.length : first
  const end = shown.findLastIndex(cell => cell.marked) + 1
  const text = (from: number, to: number): string =>
    shown
      .slice(from, to)
      .map(cell => cell.text)
      .join('')
  return { before: text(0, start), marked: text(start, end), after: text(Math.max(start, end), shown.length) }
}

function shownCells(location: Location, width: number): readonly Cell[] {
  return around(cellsOf(location), Math.max(20, width))
}

function cellsOf(location: Location): readonly Cell[] {
  const line = location.lineText.trimEnd()
  const from = location.column - 1
  const to = location.endLine > location.line ? line.length : Math.max(location.endColumn - 1, from + 1)
  const cells: Cell[] = []
  let offset = 0
  let indentation = true
  for (const character of line) {
    indentation &&= offset < from && /\s/.test(character)
    const text = character === '\t' ? '  ' : visible(character)
    const width = text === character ? characterWidth(character) : displayWidth(text)
    if (!indentation) cells.push({ text, width, marked: offset >= from && offset < to })
    offset += character.length
  }
  return cells
}

/** As many cells as fit, with what is marked among them and an ellipsis where something is left out. */
function around(cells: readonly Cell[], width: number): readonly Cell[] {
  if (widthOf(cells) <= width) return cells
  const ellipsis: Cell = { text: '…', width: 1, marked: false }
  const first = cells.findIndex(cell => cell.marked)
  let start = first === -1 ? cells.length : first
  for (let room = Math.floor(width / 3); start > 0 && room > 0; start -= 1) room -= cells[start - 1]?.width ?? 0
  if (start <= 1) start = 0
  let end = start
  for (let room = width - 2; end < cells.length; end += 1) {
    room -= cells[end]?.width ?? 0
    if (room < 0) break
  }
  return [...(start > 0 ? [ellipsis] : []), ...cells.slice(start, end), ...(end < cells.length ? [ellipsis] : [])]
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0)
}
