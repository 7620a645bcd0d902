import { CheckError } from '../model/check-error.ts'
import { EXIT } from './exit-code.ts'

export interface StopSignal {
  /** Aborted by the first of {@link STOPPING}: running checks end, cleanup runs, reports are written. */
  readonly signal: AbortSignal
  dispose(): void
}

/** SIGHUP comes when the terminal is closed or its SSH session breaks: test data must not stay behind then either. */
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A runner sends SIGINT and, 7.5 s later, SIGTERM; `npm run` passes on a SIGINT that the terminal has sent as well. */
const SAME_KEYSTROKE_MS = 500

/**
 * Turns the process's signals into an abort. A second SIGINT, half a second or more after the first, ends the process
 * at once; another signal after the first changes nothing, because cleanup is under way by then.
 */
export function createStopSignal(onStop: (signal: NodeJS.Signals) => void): StopSignal {
  const controller = new AbortController()
  let stoppedAt: number | undefined
  const handle = (name: NodeJS.Signals): void => {
    const now = performance.now()
    if (stoppedAt === undefined) {
      stoppedAt = now
      onStop(name)
      controller.abort(new CheckError({ code: 'cancelled', message: `The run was cancelled by ${name}.` }))
    } else if (name === 'SIGINT' && now - stoppedAt >= SAME_KEYSTROKE_MS) {
      process.exit(EXIT.cancelled)
    }
  }
  for (const name of STOPPING) process.on(name, handle)
  return {
    signal: controller.signal,
    dispose() {
      for (const name of STOPPING) process.off(name, handle)
    },
  }
}
