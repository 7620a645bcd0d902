/** Functions of jq 1.8 without arguments that plain programs are made of. */
const FUNCTIONS =
  'length|keys|values|type|first|last|add|any|all|not|tostring|tonumber|sort|unique|min|max|reverse|flatten|floor|round|ascii_downcase|ascii_upcase|to_entries|from_entries|tojson|fromjson|empty|null|true|false'

const STEP = String.raw`(?:\.?\[(?:-?\d+|"[^"\\]*")?\]|\.[A-Za-z_]\w*|\."[^"\\]*")`
const PATH = String.raw`(?:\.[A-Za-z_]\w*|\."[^"\\]*"|\.(?=\[)|\$[A-Za-z_]\w*)${STEP}*\??`
const TERM = String.raw`(?:${PATH}|\.(?![\w"[.])|-?\d+(?:\.\d+)?(?![\w.])|"[^"\\]*"|(?:${FUNCTIONS})(?![\w(:]))`
const COMPARISON = String.raw`${TERM}(?:\s*(?:==|!=|<=|>=|<|>)\s*${TERM})?`
const CONDITION = String.raw`${COMPARISON}(?:\s+(?:and|or)\s+${COMPARISON})*`
const PLAIN = new RegExp(String.raw`^\s*${CONDITION}(?:\s*\|\s*${CONDITION})*\s*$`)

/**
 * Whether a program is certainly sound, seen without the engine: paths, a few functions, comparisons and pipes, such as
 * `.a.b[0]`, `.items | length`, `$token` or `.total == 3 and .page >= 1`. False means only that the engine must be asked.
 */
export function isPlainProgram(text: string): boolean {
  return text.length <= 400 && PLAIN.test(text)
}
