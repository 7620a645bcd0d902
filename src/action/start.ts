import { createStopSignal } from '../edge/stop-signal.ts'
import { runAction } from './run-action.ts'
import { createRunner, logLines } from './runner.ts'

const EXIT_OWN_FAULT = 70

/**
 * Runs the Action in this process and ends it: nothing left open may hold up the step. `cancelledBy` gives the signal that
 * came before anybody here could hear it.
 */
export async function start(cancelledBy: () => NodeJS.Signals | undefined): Promise<void> {
  await run(cancelledBy)
  process.exit()
}

/**
 * Runs the Action and sets the exit code of this process, which goes on: `@github/local-action` calls it and prints the
 * outputs afterwards.
 */
export async function run(cancelledBy: () => NodeJS.Signals | undefined = () => undefined): Promise<void> {
  // Reading process.env itself asks the system each time, and lets it change under a run.
  const environment = Object.freeze({ ...process.env })
  // Nobody reads the log any more: cleanup, report files and outputs matter all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const runner = createRunner(environment)
  const stop = createStopSignal(name => runner.print(`${name}: cancelling, cleaning up …`))
  const early = cancelledBy()
  if (early !== undefined) process.emit(early, early)
  try {
    process.exitCode = await runAction({ environment, runner, signal: stop.signal })
  } catch (error) {
    process.exitCode = EXIT_OWN_FAULT
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`${logLines(`This is a fault of verify-deploy itself; please report it.\n${stack}`)}\n`)
  }
  // A write to a pipe may still be under way where pipes are asynchronous; its callback comes after it.
  await new Promise<void>(resolve => process.stdout.write('', () => resolve()))
  stop.dispose()
}
