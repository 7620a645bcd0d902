import type { MeasureFault } from './measures.ts'

const FLAGS = /^[gimsuy]*$/

export interface PatternText {
  readonly source: string
  readonly flags: string
}

/**
 * Reads `/source/flags` and compiles it, as JavaScript does (ECMAScript regular expressions). `g` means nothing here and
 * is dropped: only the first match is looked for.
 */
export function readPattern(text: string): { readonly pattern: PatternText } | { readonly fault: MeasureFault } {
  const match = /^\/([\s\S]+)\/([A-Za-z]*)$/.exec(text)
  const [, source = '', written = ''] = match ?? []
  if (match === null) {
    const hint =
      text.startsWith('/') && !text.slice(1).includes('/')
        ? `Write "${text}/".`
        : 'Write it as "/…/", or "/…/i" to ignore case.'
    return { fault: { code: 'pattern-form', message: 'A pattern stands between two slashes.', hint } }
  }
  if (!FLAGS.test(written) || new Set(written).size < written.length) {
    const hint = 'Use any of `i` (ignore case), `m`, `s`, `u` and `y`, each once.'
    return { fault: { code: 'pattern-flags', message: `\`${written}\` are no flags of a pattern.`, hint } }
  }
  const flags = written.replace('g', '')
  try {
    new RegExp(source, flags)
    return { pattern: { source, flags } }
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^Invalid regular expression: [\s\S]*: (?=[^:]*$)/, '') : ''
    const message = `The pattern does not compile: ${reason.replace(/\.?$/, '.')}`
    return {
      fault: { code: 'pattern-syntax', message, hint: 'A character that is meant literally needs `\\` before it.' },
    }
  }
}

/**
 * A value as a pattern that matches just it, wherever it stands: in a character class, after `\\1` or `(?`, between the
 * braces of a repetition. What needs no escape of its own is written by its code, which is right with and without `u`.
 */
export function escapePattern(text: string): string {
  return escapeSyntax(text).replace(/^[A-Za-z0-9]|[-,=<>#&!%:;@~'"`]/g, byCode)
}

/** The same for people to read. */
export function escapeSyntax(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function byCode(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}
