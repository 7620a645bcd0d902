import type { Engine } from '../../src/expression/engine.ts'
import { kinds } from '../../src/kinds/index.ts'
import { parseChecklist } from '../../src/language/parse.ts'
import { validateChecklist } from '../../src/language/validate.ts'
import type { Checklist } from '../../src/model/checklist.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { locate } from '../../src/model/source.ts'

export interface Diagnosed {
  readonly checklist: Checklist | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads and validates a text as the program does. */
export async function diagnose(
  text: string,
  engine: Engine,
  options: { readonly target?: string | null; readonly overrides?: Readonly<Record<string, string>> } = {},
): Promise<Diagnosed> {
  const { target = null, overrides = {} } = options
  const { checklist, diagnostics } = parseChecklist({ path: 'checklist.yml', text }, { kinds, target })
  if (checklist === undefined) return { checklist, diagnostics }
  return {
    checklist,
    diagnostics: [...diagnostics, ...(await validateChecklist(checklist, { kinds, engine, overrides }))],
  }
}

/** The checklist of a text without faults. */
export function parsed(text: string, target: string | null = null): Checklist {
  const { checklist, diagnostics } = parseChecklist({ path: 'checklist.yml', text }, { kinds, target })
  if (checklist === undefined || diagnostics.length > 0)
    throw new Error(`Not a sound checklist:\n${render(diagnostics)}`)
  return checklist
}

/** Diagnostics as text: code, place, the stretch meant, message, hint. */
export function render(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(renderOne).join('\n')
}

function renderOne({ code, severity, span, message, hint }: Diagnostic): string {
  const { line, column, endLine, endColumn, lineText } = locate(span)
  const end = line === endLine ? endColumn : lineText.length + 1
  const caret = `${' '.repeat(column - 1)}${'^'.repeat(Math.max(1, end - column))}`
  return [
    `${severity} ${code} ${line}:${column}`,
    `  | ${lineText}`,
    `  | ${caret}`,
    `  ${message}`,
    `  Hint: ${hint}`,
    '',
  ].join('\n')
}
