/** East Asian wide and fullwidth ranges (UAX #11) and emoji, near enough for alignment. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const NONE = /\p{Mn}|\p{Me}|\u200c|\u200d/u

/** How many terminal columns one character takes. */
export function characterWidth(character: string): number {
  if (character >= ' ' && character <= '~') return 1
  if (NONE.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}

/** How many terminal columns a line takes; it must hold no control characters. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** A line cut to so many columns, the last an ellipsis when something was cut. */
export function cutToWidth(line: string, width: number): string {
  if (displayWidth(line) <= width) return line
  let kept = ''
  let used = 1
  for (const character of line) {
    used += characterWidth(character)
    if (used > width) break
    kept += character
  }
  return `${kept}…`
}

/** Prose broken at spaces to lines of at most so many columns. A longer word keeps a line of its own: it may be a URL. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
