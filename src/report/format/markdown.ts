import { formatSize } from '../../model/duration.ts'
import type { Evidence } from '../../model/result.ts'
import { oneLine, visible } from '../../model/visible.ts'

/** A zero-width space: what stands on both sides of it is no longer one mention, reference or address. */
const BREAK = '&#8203;'

/**
 * One line of outside text for any place in GitHub's Markdown: a paragraph, a heading, a list item, a table cell and also
 * raw HTML such as `<summary>`. Entities keep every character from being structure (CommonMark §2.5), and a break keeps
 * GitHub from linking mentions, references, commits, addresses and emoji names (of which the last colon may be ours).
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[&<>\\`*[\]|~$^]/g, entity)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '&#95;')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, (_, digits: string, mark: string) => digits + entity(mark))
    .replace(/^(?:[-+=]|#(?=#*(?:\s|$)))/, entity)
    .replace(/@(?=[\p{L}\p{N}])/gu, `@${BREAK}`)
    .replace(/(?<!&)#(?=\d)/g, `#${BREAK}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/\b(www)\./gi, `$1${BREAK}.`)
    .replace(/\b(mailto|xmpp):/gi, `$1:${BREAK}`)
    .replace(/:(?=(?:[a-z+-][\w+-]*|100|1234|8ball|[123](?:st|nd|rd)_place_medal)(?::|$))/gi, `:${BREAK}`)
    .replace(/\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)([0-9a-f]{4})([0-9a-f]{3,36})\b/gi, `$1${BREAK}$2`)
}

/** A fenced block, its fence longer than any run of backticks inside, so that nothing in it can end it. */
export function fence(text: string, language = ''): string {
  const shown = visible(text).trimEnd()
  const ticks = '`'.repeat(Math.max(3, longestRun(shown) + 1))
  return `${ticks}${language}\n${shown}\n${ticks}`
}

/**
 * A sentence of outside text for a paragraph or a list item, not for HTML: what stands between backticks becomes code,
 * the rest is escaped.
 */
export function proseMarkdown(text: string): string {
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, at) => (at % 2 === 1 ? codeSpan(part.slice(1, -1)) : betweenCode(part)))
    .join('')
}

/** Escapes a part and keeps the spaces around it. */
function betweenCode(text: string): string {
  const [, before = '', middle = '', after = ''] = /^( *)(.*?)( *)$/.exec(text) ?? []
  return before + escapeMarkdown(middle) + after
}

/**
 * Outside text as code within a table cell, where a pipe ends the cell even inside code (GFM, tables). A backslash before
 * it would escape that of the pipe, and code knows no entities: there a zero-width space itself stands between the two.
 */
export function codeCell(text: string): string {
  return codeSpan(text)
    .replace(/\\(?=\|)/g, '\\\u200b')
    .replaceAll('|', '\\|')
}

/** Outside text as code within a line, its fence longer than any run of backticks inside. */
export function codeSpan(text: string): string {
  const shown = oneLine(text)
  const ticks = '`'.repeat(longestRun(shown) + 1)
  // A backtick at an edge would join the fence.
  const padded = /^`|`$/.test(shown) || shown === '' ? ` ${shown} ` : shown
  return `${ticks}${padded}${ticks}`
}

/** A fold, closed unless said otherwise. `title` is outside text, `body` is Markdown. */
export function fold(title: string, body: string, open = false): string {
  return `<details${open ? ' open' : ''}><summary>${escapeMarkdown(title)}</summary>\n\n${body}\n\n</details>`
}

/** Evidence behind a fold, at most so many characters of it; the fold is open where nothing else says what failed. */
export function evidenceFold(evidence: Evidence, limit: number): string {
  const { title, text, language, telling, fullLength } = evidence
  const shown = text.length <= limit ? text : text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')
  const full = fullLength ?? text.length
  const size = shown.length < full ? `first ${shown.length} of ${full} characters` : formatSize(Buffer.byteLength(text))
  return fold(`${title} · ${size}`, fence(shown, language === 'text' ? '' : language), telling)
}

/** A table, whole; the cells are Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => ':---')), ...rows.map(line)].join('\n')
}

function longestRun(text: string): number {
  return text.match(/`+/g)?.reduce((longest, run) => Math.max(longest, run.length), 0) ?? 0
}

function entity(character: string): string {
  const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
  return named[character] ?? `&#${character.charCodeAt(0)};`
}
