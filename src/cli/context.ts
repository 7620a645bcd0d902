import { EXIT } from '../edge/exit-code.ts'
import type { UsageFault } from './arguments.ts'
import type { Terminal } from './terminal.ts'

export interface CliContext {
  readonly terminal: Terminal
  /** Absolute: what a relative FILE starts from, and what a checklist may not leave. */
  readonly directory: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Prints what is wrong with the arguments; nothing was read or sent. */
export function refuse(faults: readonly UsageFault[], terminal: Terminal): number {
  for (const { message, hint } of faults) terminal.err(`verify-deploy: ${message} ${hint}\n`)
  return EXIT.invalid
}
