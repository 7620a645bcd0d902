import { EXIT } from '../edge/exit-code.ts'
import { VERSION } from '../model/version.ts'
import { type Arguments, readArguments } from './arguments.ts'
import { type CliContext, refuse } from './context.ts'
import { withoutColor } from './terminal.ts'

/** Runs the command the words name and gives the exit code. Commands are loaded when asked for: help must be quick. */
export async function runCli(words: readonly string[], context: CliContext): Promise<number> {
  const read = readArguments(words)
  if ('faults' in read) return refuse(read.faults, context.terminal)
  const terminal = read.arguments.has('no-color') ? withoutColor(context.terminal) : context.terminal
  return dispatch(read.arguments, { ...context, terminal })
}

async function dispatch(given: Arguments, context: CliContext): Promise<number> {
  if (given.has('version')) {
    context.terminal.out(`${VERSION}\n`)
    return EXIT.passed
  }
  if (given.has('help') || given.command === 'help') {
    const { helpText } = await import('./help.ts')
    context.terminal.out(helpText())
    return EXIT.passed
  }
  if (given.command === 'lint') {
    const { lintCommand } = await import('./lint-command.ts')
    return lintCommand(given, context)
  }
  const { runCommand } = await import('./run-command.ts')
  return runCommand(given, context)
}
