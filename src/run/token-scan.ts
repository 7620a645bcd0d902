import { isList, isObject, type Json } from '../model/json.ts'

const WORDS =
  'token|secret|passw(?:or)?d|passphrase|pwd|api[-_]?key|access[-_]?key|private[-_]?key|signing[-_]?key|authorization|credential|session|jwt|cookie|csrf|xsrf|bearer|signature'
const TOKEN_KEY = new RegExp(WORDS, 'i')
/** Words that end a key's business with tokens: `token_type`, `session_timeout`, `tokens_used`. */
const ABOUT_TOKENS =
  /(?:type|endpoint|url|uri|expires(?:_?in|_?at)?|timeout|policy|method|count|used|length|supported)$/i
const SHORTEST = 16

/** Whether a name promises a token: `access_token`, `x-api-key`, `sessionId`. */
export function isTokenName(name: string): boolean {
  return TOKEN_KEY.test(name) && !ABOUT_TOKENS.test(name)
}

/** What looks like a token under a token-like name: at least sixteen characters, no white space, no plain address; or a private key. */
export function isTokenValue(value: string): boolean {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY/.test(value)) return true
  // Three stars stand where a secret was taken out; what is left around them is none.
  if (value.includes('***')) return false
  return value.length >= SHORTEST && !/\s/.test(value) && !/^[a-z][a-z0-9+.-]*:\/\//i.test(value)
}

/** Finds the values that look like tokens under token-like names anywhere in a JSON value, texts that hold JSON, URLs or headers included. */
export function tokensIn(value: Json | undefined): ReadonlySet<string> {
  const found = new Set<string>()
  visit(value, '', found)
  return found
}

function visit(value: Json | undefined, name: string, found: Set<string>): void {
  if (typeof value === 'string') {
    if (isTokenName(name)) for (const part of credentialsIn(value)) found.add(part)
    findTokens(value, found)
  } else if (isList(value)) {
    for (const item of value) visit(item, name, found)
  } else if (isObject(value)) {
    // `cookies.refresh_token.value` is the token; other keys of such a map have names of their own.
    for (const [key, item] of Object.entries(value)) visit(item, key === 'value' ? name : key, found)
  }
}

/** The tokens in a header's or field's value: itself, what follows the scheme, or the values of a cookie header. */
function credentialsIn(value: string): readonly string[] {
  const scheme = /^\s*[A-Za-z][\w-]{1,20}\s+(\S+)\s*$/.exec(value)
  const pairs = value.split(/[;,]\s*/).map(withoutName)
  return [...(pairs[0] === value ? [value] : pairs), scheme?.[1] ?? ''].filter(isTokenValue)
}

/** `session=abc` of a cookie is named by itself, and its name is no secret; `abc==` is base64. */
function withoutName(pair: string): string {
  return /^[\w.-]{1,64}=(?!=*$)(.*)$/s.exec(pair)?.[1] ?? pair
}

/**
 * Starts at the word, not at the beginning of the key, and bounds every repetition: on ten megabytes without a match the
 * search must stay linear.
 */
const ASSIGNED = new RegExp(
  `(?:${WORDS})([\\w.-]{0,40})\\\\*["']?\\s{0,3}(?:=|:|%3D)\\s{0,3}\\\\*["']?(?:(?:Bearer|Basic|Token)\\s+)?([^\\s"'\`&;,<>(){}\\\\]{${SHORTEST},})`,
  'gi',
)
/** A shell's `PWD=/srv/app` is no password, and masking the path would take it out of every place of the report. */
const WORKING_DIRECTORY = /^PWD=\//
const USER_INFO = /:\/\/[^\s/@:"']{0,256}:([^\s/@"']{1,1024})@/g
const JSON_WEB_TOKEN = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g

/** The same in text: `"token": "…"`, `access_token=…`, `Authorization: Bearer …`, the password of a URL, JSON Web Tokens. */
export function tokensInText(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  findTokens(text, found)
  return found
}

/** A document has thousands of little texts: what a pattern cannot do without is looked for first, which costs nothing. */
function findTokens(text: string, found: Set<string>): void {
  if (text.length < SHORTEST) return
  if (text.includes('=') || text.includes(':') || /%3D/i.test(text)) {
    for (const [whole, rest = '', assigned = ''] of text.matchAll(ASSIGNED)) {
      const value = withoutName(assigned)
      if (!ABOUT_TOKENS.test(rest) && isTokenValue(value) && !WORKING_DIRECTORY.test(whole)) found.add(value)
    }
  }
  if (text.includes('://') && text.includes('@')) {
    for (const [, password = ''] of text.matchAll(USER_INFO)) {
      found.add(password)
      found.add(decoded(password))
    }
  }
  if (text.includes('eyJ')) for (const [token] of text.matchAll(JSON_WEB_TOKEN)) found.add(token)
}

/** Percent-encoding undone, where it can be. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
