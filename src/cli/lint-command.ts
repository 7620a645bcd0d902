import { EXIT } from '../edge/exit-code.ts'
import { oneLine } from '../model/visible.ts'
import { renderDiagnostics } from '../report/diagnostics-text.ts'
import { count } from '../report/format/totals.ts'
import { lint } from '../verify.ts'
import type { Arguments } from './arguments.ts'
import { type CliContext, refuse } from './context.ts'
import { settingsOf } from './run-settings.ts'

/** `lint [FILE]`: every fault of a checklist at once. Nothing is sent and no variable is read from the environment. */
export async function lintCommand(given: Arguments, context: CliContext): Promise<number> {
  const { terminal } = context
  const { settings, faults } = settingsOf(given, context)
  if (faults.length > 0) return refuse(faults, terminal)
  const { checklist, diagnostics } = await lint(settings)
  const errors = diagnostics.filter(diagnostic => diagnostic.severity === 'error').length
  const warnings = diagnostics.length - errors
  if (diagnostics.length > 0) {
    terminal.out(`${renderDiagnostics(diagnostics, { color: terminal.colorOut, width: terminal.widthOut() })}\n`)
  }
  const found = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : '']
  const told = found.filter(part => part !== '').join(' and ')
  if (errors > 0 || !given.has('quiet')) {
    terminal.out(`${oneLine(checklist.file)}: ${told === '' ? 'no faults' : told}. Nothing was sent.\n`)
  }
  return errors > 0 ? EXIT.invalid : EXIT.passed
}
