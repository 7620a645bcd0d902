/** Longer patterns and texts go to the worker, where a time limit holds. */
const MAX_SAFE_SOURCE = 100
const MAX_SAFE_TEXT = 256 * 1024
/** In UTF-16 units, so a line beyond ASCII may be longer in bytes. */
const MAX_LINE = 64 * 1024

export interface PatternJob {
  readonly source: string
  readonly flags: string
  readonly texts: readonly string[]
}

/**
 * Whether a pattern can be matched on the main thread: without quantifiers, groups and back references there is nothing
 * to backtrack into, so the work is at most its length times the text's. `error|exception` is such a pattern.
 */
export function isSafePattern({ source, texts }: PatternJob): boolean {
  const size = texts.reduce((sum, text) => sum + text.length, 0)
  return source.length <= MAX_SAFE_SOURCE && size <= MAX_SAFE_TEXT && !/[*+?{(]|\\[1-9k]/.test(source)
}

/** For each text the first match with its groups (index 0 the whole), or null. Every line is cut at 64 KiB. */
export function matchAll({ source, flags, texts }: PatternJob): readonly (readonly (string | null)[] | null)[] {
  return texts.map(text => {
    const found = new RegExp(source, flags).exec(cutLines(text))
    return found === null ? null : Array.from(found, group => group ?? null)
  })
}

function cutLines(text: string): string {
  if (text.length <= MAX_LINE) return text
  return text
    .split('\n')
    .map(line => line.slice(0, MAX_LINE))
    .join('\n')
}
