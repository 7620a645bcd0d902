/**
 * Everything a reader cannot see but a terminal or a page obeys: controls, lone surrogates, non-characters, bidirectional
 * and line-separating marks (UAX #9, UAX #14), invisible filling and tag characters. The joiners U+200C and U+200D stay:
 * languages and emoji need them.
 */
const HIDDEN =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}\p{Cs}]/gu

/** Text with every hidden character written as an escape (`\x1b`, `\u202e`). Line feeds and tabs stay; CRLF becomes LF. */
export function visible(text: string): string {
  // Nearly every text is plain, and finding that out is cheaper than replacing nothing.
  if (!/[^\n\t -~]/.test(text)) return text
  return text.replace(/\r\n/g, '\n').replace(HIDDEN, escapeOf)
}

/** The same on a single line: line breaks and runs of white space become one space. */
export function oneLine(text: string): string {
  if (/^(?:[!-~]| (?! ))*$/.test(text)) return text.trim()
  return visible(text).replace(/\s+/g, ' ').trim()
}

/** At most so many UTF-16 units, the last an ellipsis when something was cut; no character is cut in half. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1)).replace(/[\ud800-\udbff]$/, '')}…`
}

/** JSON text whose hidden characters are escapes: the same data, and nothing acts on who prints it. */
export function visibleJson(json: string): string {
  return json.replace(HIDDEN, character =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}

/**
 * A finished line that no workflow log takes for a command: GitHub's runner reads `::name::` at the start of a line,
 * white space aside, and `##[name]` anywhere in it.
 */
export function inertLine(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\\:').replace(/##(?=\[)/g, '#\\#')
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`
}
