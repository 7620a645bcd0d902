import { appendFileSync } from 'node:fs'

/** The service's log: a line an event, as Python's `logging` and uvicorn write them. */
export interface Log {
  info(logger: string, message: string): void
  /** `trace` is written below the line, as it is. */
  error(logger: string, message: string, trace?: string): void
}

/**
 * Opens the log at a file, or on standard output. Lines look like `2026-01-14 04:30:00,000Z INFO [uvicorn.error] Started`.
 * A trap for whoever looks for "error" in it: uvicorn's general logger is really called `uvicorn.error`.
 */
export function openLog(file: string | null): Log {
  // Written at once, so that a line is in the file before the answer it tells of has arrived.
  const append = (text: string): void => {
    if (file === null) process.stdout.write(text)
    else appendFileSync(file, text)
  }
  const write = (level: string, logger: string, message: string): void =>
    append(`${new Date().toISOString().replace('T', ' ').replace('.', ',')} ${level} [${logger}] ${message}\n`)
  return {
    info: (logger, message) => write('INFO', logger, message),
    error(logger, message, trace) {
      write('ERROR', logger, message)
      if (trace !== undefined) append(`${trace}\n`)
    },
  }
}
