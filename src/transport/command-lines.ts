import { CheckError } from '../model/check-error.ts'
import { errorCode } from '../model/error-code.ts'
import { type LineReading, lineBatches } from './line-batches.ts'
import type { Machine } from './machine.ts'
import type { Command } from './shell.ts'

/** How a command ended: its exit code, and the last 64 KiB of its standard error. */
export interface CommandEnd {
  readonly exitCode: number
  readonly stderr: string
}

/**
 * The lines a command prints, in batches as it prints them; what is not read holds it up. Returns how it ended. Who reads
 * no further ends it. Rejects as `Machine.start` does.
 */
export async function* commandLines(
  machine: Machine,
  command: Command,
  signal: AbortSignal,
  reading?: LineReading,
): AsyncGenerator<readonly string[], CommandEnd> {
  const stop = new AbortController()
  const running = await machine.start(command, AbortSignal.any([signal, stop.signal]))
  running.ended.catch(() => undefined)
  running.stdin.end()
  try {
    yield* lineBatches(running.stdout, reading)
    return await running.ended
  } catch (error) {
    // Where the stream broke because the command was lost, its end says why.
    const broke = errorCode(error) === 'ERR_STREAM_PREMATURE_CLOSE'
    if (!broke) stop.abort(error)
    await running.ended
    throw broke ? cutOff(machine) : error
  } finally {
    stop.abort()
  }
}

/** A process it left behind kept its output open and silent, so that the end of it was never seen. */
function cutOff({ label }: Machine): CheckError {
  return new CheckError({
    code: 'log-unreadable',
    message: `What was read on ${label} broke off before its end.`,
    hint: 'Try it again; does the command leave a process in the background?',
  })
}
