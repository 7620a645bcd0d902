import { makeProgram } from '../expression/template.ts'
import type { Diagnostic, ReportFault } from '../model/diagnostic.ts'
import type { MappedText } from '../model/source.ts'
import type { Program } from '../model/template.ts'
import { mended } from './mended-line.ts'
import { otherWord } from './other-words.ts'
import { found, type SyntaxMap, type SyntaxNode } from './syntax.ts'
import { code, listed, named, sentence, suggestion } from './wording.ts'

/** Where reading happens: what it is called in messages, and who takes the faults. */
export interface Reading {
  /** The key the value stands under, or what it is: `timeout`, `a check`. */
  readonly subject: string
  readonly report: ReportFault
  /** Says what to write instead of a key that is unknown here, when that is known better than by its letters. */
  readonly instead?: (key: string) => string | undefined
  /** Says where a key that is unknown here would be allowed. */
  readonly elsewhere?: (key: string) => string | undefined
}

/** Reports that a value of another type was expected. */
export function reportType(node: SyntaxNode, expected: string, reading: Reading, hint?: string): undefined {
  const [first] = node.node === 'map' ? node.entries : []
  if (first !== undefined && /^-\S/.test(first.key.text)) return reportDash(first.key, reading)
  reading.report({
    code: 'wrong-type',
    span: node.span,
    message: sentence(`${named(reading.subject)} takes ${expected}, and this is ${found(node)}.`),
    hint: hint ?? typeHint(node, expected),
  })
}

/** `-name: x` is a key that begins with a dash. */
function reportDash(key: MappedText, reading: Reading): undefined {
  const at = key.span.start + 1
  reading.report({
    code: 'missing-space',
    span: { ...key.span, end: at },
    message: 'After `-` a space is needed.',
    hint: `Write ${mended(key.span.source, at, at, () => ' ')}.`,
  })
}

function typeHint(node: SyntaxNode, expected: string): string {
  if (node.node === 'scalar' && node.value === null) return 'Write a value, or remove the key.'
  if (/`true` or `false`/.test(expected)) return 'Write `true` or `false`, without quotes.'
  if (node.node === 'scalar' && /number/.test(expected) && /^\d+$/.test(node.text.text)) {
    return `Write ${node.text.text} without quotes.`
  }
  return (node.node === 'map' ? fromEnvironment(node) : undefined) ?? `Write ${expected}.`
}

/** `bearer: { env: TOKEN }`: the environment is read in one place only. */
function fromEnvironment({ entries }: SyntaxMap): string | undefined {
  const value = entries.find(({ key }) => key.text === 'env')?.value
  if (value?.node !== 'scalar' || entries.some(({ key }) => !['env', 'secret', 'default'].includes(key.text))) return
  const name = value.text.text
  const variable = /^\w+$/.test(name) ? name.toLowerCase() : 'name'
  return `Declare it under \`vars\`, as \`${variable}: { env: ${name}, secret: true }\`, and write \`"{{ $${variable} }}"\`.`
}

export function reportUnknownKey(key: MappedText, known: readonly string[], reading: Reading): void {
  // The letters come last of what is guessed: `jsonpath` begins like `json`, and is none.
  const meant = reading.instead?.(key.text) ?? otherWord(key.text, known) ?? suggestion(key.text, known)
  const elsewhere = meant ?? reading.elsewhere?.(key.text)
  const all = known.length === 0 ? 'No keys are known here.' : `Known here: ${listed(known.map(code), 'and')}.`
  reading.report({
    code: 'unknown-key',
    span: key.span,
    message: `\`${key.text}\` is no key of ${named(reading.subject)}.`,
    hint: elsewhere ?? all,
  })
}

/**
 * Reports each key of a map that is not known; says whether all are. One whose value is reported already is passed over,
 * and so are those right below a key without a value: they belong to it and are only not indented.
 */
export function knownKeys(map: SyntaxMap, known: readonly string[], reading: Reading): boolean {
  let all = true
  let belowBroken = false
  for (const { key, value } of map.entries) {
    const stranger = !known.includes(key.text)
    belowBroken = value.node === 'broken' || (stranger && belowBroken)
    if (stranger && !belowBroken) reportUnknownKey(key, known, reading)
    all &&= !stranger
  }
  return all
}

export function readProgram(text: MappedText, reading: Reading): Program | undefined {
  if (text.text.trim() === '') {
    reading.report({
      code: 'empty-program',
      span: text.span,
      message: `The jq program of ${named(reading.subject)} is empty.`,
      hint: 'Write a program, such as `.id`, or remove the key.',
    })
    return undefined
  }
  const { program, diagnostics } = makeProgram(text)
  passOn(diagnostics, reading)
  return diagnostics.some(({ severity }) => severity === 'error') ? undefined : program
}

export function passOn(diagnostics: readonly Diagnostic[], reading: Reading): void {
  for (const { severity, ...fault } of diagnostics) {
    reading.report(severity === 'warning' ? { ...fault, severity } : fault)
  }
}
