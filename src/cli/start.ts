import { messageOf } from '../edge/report-files.ts'
import { runCli } from './run-cli.ts'
import { openTerminal } from './terminal.ts'

const EXIT_OWN_FAULT = 70

/** Runs the command line of this process and ends it: nothing left open may hold it up. */
export async function start(): Promise<void> {
  // Reading process.env itself asks the system each time, and lets it change under a run.
  const environment = Object.freeze({ ...process.env })
  const terminal = openTerminal(environment)
  let code: number
  try {
    const context = { terminal, directory: process.cwd(), environment }
    code = await runCli(process.argv.slice(2), context)
  } catch (error) {
    code = EXIT_OWN_FAULT
    const stack = error instanceof Error ? error.stack : messageOf(error)
    terminal.err(`verify-deploy: this is a fault of verify-deploy itself; please report it.\n${stack}\n`)
  }
  await terminal.flush()
  process.exit(code)
}
