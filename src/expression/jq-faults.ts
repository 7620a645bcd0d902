import type { JqFault } from './engine.ts'
import type { ProgramScan } from './free-variables.ts'

/** jq functions that would read the host or other documents, or write beside the result. */
const REFUSED: Readonly<Record<string, string>> = {
  input: 'A program reads one document',
  inputs: 'A program reads one document',
  input_filename: 'The document has no file name',
  debug: 'There is nowhere to write to',
  stderr: 'There is nowhere to write to',
  import: 'There are no modules',
  include: 'There are no modules',
  modulemeta: 'There are no modules',
}

/** What makes a program unfit before jq sees it: open brackets, refused functions, variables that nothing gives. */
export function scanFault(scan: ProgramScan, program: string, known: (name: string) => boolean): JqFault | undefined {
  if (scan.fault !== undefined) return bracketFault(scan.fault.name, scan.fault.offset)
  if (scan.bare.trim() === '') return { message: 'The jq program is empty.', offset: program.length }
  const refused = scan.words.find(word => Object.hasOwn(REFUSED, word.name))
  if (refused !== undefined)
    return { message: `\`${refused.name}\` cannot be used here. ${REFUSED[refused.name]}.`, offset: refused.offset }
  const unknown = scan.reads.find(read => !known(read.name))
  return unknown === undefined
    ? undefined
    : { message: `The variable $${unknown.name} is not defined.`, offset: unknown.offset }
}

function bracketFault(text: string, offset: number): JqFault {
  const message =
    text === ''
      ? 'A bracket or a string in the jq program is not closed.'
      : `The character ${text} in the jq program closes nothing or does not belong there.`
  return { message, offset }
}

/** Whether jq refused to compile. The exit status alone does not tell: `halt_error(3)` gives the same. */
export function isCompileError(stderr: string): boolean {
  return /^jq: \d+ compile errors?$/m.test(stderr)
}

/**
 * jq's first compile error. `prelude` is what stood before the program on its first line, in bytes; jq counts lines
 * from 1 and columns in bytes from 1.
 */
export function compileFault(stderr: string, program: string, prelude: number): JqFault {
  const match = /^jq: error: ([\s\S]*?) at <top-level>, line (\d+), column (\d+):$/m.exec(stderr)
  if (match === null) return { message: sentence(runtimeMessage(stderr)), offset: undefined }
  const [, reason = '', line = '1', column = '1'] = match
  const bytes = Number(column) - 1 - (line === '1' ? prelude : 0)
  return { message: sentence(readable(reason)), offset: offsetOf(program, Number(line), bytes) }
}

/** jq's words for its tokens say nothing to an author. */
function readable(reason: string): string {
  return reason
    .replace('unexpected INVALID_CHARACTER', 'a character that does not belong here')
    .replace(/^syntax error, unexpected/, 'syntax error: did not expect')
    .replace('QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END', 'the end of the string')
}

function sentence(text: string): string {
  return `jq: ${text.replace(/\.?$/, '.')}`
}

function offsetOf(program: string, line: number, bytes: number): number {
  const lines = program.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0)
  const encoded = new TextEncoder().encode(lines[line - 1] ?? '')
  const within = new TextDecoder().decode(encoded.subarray(0, Math.max(0, bytes))).length
  return Math.min(program.length, before + within)
}

/** jq's message of a run-time error without its own place, which speaks of standard input. */
export function runtimeMessage(stderr: string): string {
  return stderr
    .trim()
    .replace(/^jq: error(?: \(at [^)]*\))?:? ?/, '')
    .replace(/^\(not a string\): /, '')
    .replace(/^jq: /, '')
}
