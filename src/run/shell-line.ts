import { inSingleQuotes } from '../model/single-quotes.ts'
import type { RedactedPiece } from './redact.ts'

/**
 * A line for bash that runs exactly these arguments: each in single quotes where it needs quoting, its secrets as
 * variables in double quotes, `'Authorization: Bearer '"$TOKEN"`.
 */
export function shellLine(argv: readonly (readonly RedactedPiece[])[]): string {
  return argv.map(quoteArgument).join(' ')
}

function quoteArgument(pieces: readonly RedactedPiece[]): string {
  if (pieces.length === 0) return "''"
  return pieces.map(piece => (piece.text === undefined ? `"$${piece.variable}"` : quote(piece.text))).join('')
}

/** Hidden characters are written as escapes of `$'…'`, so that the line can be shown and copied. */
function quote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text
  if (!/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) return inSingleQuotes(text)
  const escaped = text.replace(/[\\'\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeOf)
  return `$'${escaped}'`
}

function escapeOf(character: string): string {
  if (character === '\\' || character === "'") return `\\${character}`
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  const point = character.codePointAt(0) ?? 0
  return point <= 0xff ? `\\x${point.toString(16).padStart(2, '0')}` : `\\U${point.toString(16).padStart(8, '0')}`
}
