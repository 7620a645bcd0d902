/** Lines that are written together. */
export interface LineBuffer {
  add(line: string): void
  /** Writes what there is now. */
  flush(): void
}

/** Later than this nobody's line is shown; a write a line would take a tenth of the time of a large run. */
const FLUSH_MS = 50

/** Gathers lines and hands them on a few times a second. It keeps no process alive: flush it at the end. */
export function createLineBuffer(write: (text: string) => void): LineBuffer {
  let pending = ''
  let timer: NodeJS.Timeout | undefined
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (pending !== '') write(pending)
    pending = ''
  }
  return {
    add(line) {
      pending += `${line}\n`
      timer ??= setTimeout(flush, FLUSH_MS).unref()
    },
    flush,
  }
}
