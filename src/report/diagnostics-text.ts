import type { DiagnosticReport } from '../model/diagnostic.ts'
import { inertLine, oneLine } from '../model/visible.ts'
import { codeFrame } from './format/code-frame.ts'
import { painter } from './format/paint.ts'
import { wrap } from './format/width.ts'

/** What is wrong with a checklist: for each fault the message, its line with a caret, what to do, and its code. Ends with a line feed unless empty. */
export function renderDiagnostics(
  diagnostics: readonly DiagnosticReport[],
  options: { readonly color: boolean; readonly width?: number },
): string {
  const paint = painter(options.color)
  const width = Math.max(40, options.width ?? 100)
  const blocks = diagnostics.map(({ severity, code, message, hint, location }) => {
    const [first = '', ...rest] = wrap(`${severity}: ${oneLine(message)}`, width - 2)
    const head = paint(severity === 'error' ? 'red' : 'yellow', `${severity}:`) + first.slice(severity.length + 1)
    return [
      head,
      ...rest.map(line => `  ${line}`),
      ...codeFrame(location, { width: width - 2, paint }).map(line => `  ${line}`),
      ...(hint === '' ? [] : wrap(`hint: ${oneLine(hint)}`, width - 2).map(line => `  ${line}`)),
      `  ${paint('dim', `code: ${code}`)}`,
      '',
    ]
  })
  return blocks.flat().map(inertLine).join('\n')
}
