/**
 * What a reader cannot see but a terminal or a page obeys: controls (ANSI sequences begin with one), bidirectional and
 * line-separating marks, invisible fillers. Line feeds and tabs are not among them.
 */
const HIDDEN =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu

/** Text from outside with every hidden character written as an escape: `\x1b`, `\u202e`. CRLF becomes LF. */
export function visible(text: string): string {
  // Nearly every text is plain, and finding that out is cheaper than replacing nothing.
  if (!/[^\n\t -~]/.test(text)) return text
  return text.replace(/\r\n/g, '\n').replace(HIDDEN, escapeOf)
}

/** The same on one line. */
export function visibleLine(text: string): string {
  if (/^[!-~](?:[ -~]*[!-~])?$/.test(text)) return text
  return visible(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

/** At most `limit` UTF-16 units, the last an ellipsis when something was cut; no character is cut in half. */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

function escapeOf(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const digits = point.toString(16)
  if (point <= 0xff) return `\\x${digits.padStart(2, '0')}`
  return point <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`
}
