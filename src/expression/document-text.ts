/** jq holds about five times the text, and 256 MiB in all. */
const MAX_DOCUMENT = 50 * 1024 * 1024
const MAX_DEPTH = 500

export type DocumentFault = 'size' | 'depth' | 'syntax'

/** Why a text is not given to jq: too large (over 50 MB), nested too deeply (over 500 levels), or not one JSON value. */
export function documentFault(text: string): DocumentFault | undefined {
  if (text.length > MAX_DOCUMENT) return 'size'
  if (nestingExceeds(text, MAX_DEPTH)) return 'depth'
  try {
    // jq itself would take two documents in a row, and `NaN`.
    JSON.parse(text)
    return undefined
  } catch {
    // The parser's message quotes the document, which may hold secrets.
    return 'syntax'
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_MAP = 0x7b
const CLOSE_MAP = 0x7d

/** Counts brackets outside strings. Text shorter than two brackets a level cannot be nested so deeply. */
function nestingExceeds(text: string, limit: number): boolean {
  if (text.length <= 2 * limit) return false
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === BACKSLASH) at += 1
      else inString = code !== QUOTE
    } else if (code === QUOTE) inString = true
    else if (code === OPEN_LIST || code === OPEN_MAP) {
      depth += 1
      if (depth > limit) return true
    } else if (code === CLOSE_LIST || code === CLOSE_MAP) depth -= 1
  }
  return false
}

/** jq refuses the escape of half a surrogate pair: it becomes U+FFFD, as a bare half does when the text is encoded. */
export function withoutLoneSurrogates(text: string): string {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return text
  const escapes = /\\(?:u[dD][89abAB][\da-fA-F]{2}(?:\\u[dD][c-fC-F][\da-fA-F]{2})?|u[dD][c-fC-F][\da-fA-F]{2}|[\s\S])/g
  const loneLength = '\\udddd'.length
  return text.replace(escapes, found => (found.length === loneLength ? '\\ufffd' : found))
}
