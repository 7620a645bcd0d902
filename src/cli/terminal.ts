/** The two streams of the process, and what they can show. */
export interface Terminal {
  /** The result: the report, the help. */
  out(text: string): void
  /** What is told on the way: progress, faults of usage. */
  err(text: string): void
  /** Whether progress may be redrawn in place. */
  readonly interactive: boolean
  readonly colorOut: boolean
  readonly colorErr: boolean
  /** Columns. */
  widthOut(): number
  widthErr(): number
  /** Resolves when everything written has left the process, or cannot any more. */
  flush(): Promise<void>
}

type Environment = Readonly<Record<string, string | undefined>>

const WIDTH_WITHOUT_TERMINAL = 100
const WIDEST = 120

/**
 * The terminal of this process. A reader that has gone away (EPIPE: `verify-deploy run | head`) is no fault: the run goes
 * on, its cleanup and reports matter more than who listens.
 */
export function openTerminal(environment: Environment): Terminal {
  const streams = [process.stdout, process.stderr]
  const closed = new Set<NodeJS.WriteStream>()
  for (const stream of streams) stream.on('error', () => closed.add(stream))
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    if (!closed.has(stream)) stream.write(text)
  }
  return {
    out: text => write(process.stdout, text),
    err: text => write(process.stderr, text),
    interactive: process.stderr.isTTY === true && environment.TERM !== 'dumb' && !environment.CI,
    colorOut: wantsColor(process.stdout, environment),
    colorErr: wantsColor(process.stderr, environment),
    widthOut: () => widthOf(process.stdout),
    widthErr: () => widthOf(process.stderr),
    async flush() {
      for (const stream of streams) await drained(stream, closed)
    },
  }
}

/** The terminal as it is after `--no-color`. */
export function withoutColor(terminal: Terminal): Terminal {
  return { ...terminal, colorOut: false, colorErr: false }
}

/** NO_COLOR (no-color.org) wins over FORCE_COLOR (force-color.org); each counts when it is set and not empty. */
function wantsColor(stream: NodeJS.WriteStream, environment: Environment): boolean {
  if (environment.NO_COLOR) return false
  const forced = environment.FORCE_COLOR
  if (forced) return forced !== '0' && forced !== 'false'
  return stream.isTTY === true && environment.TERM !== 'dumb'
}

function widthOf(stream: NodeJS.WriteStream): number {
  const columns = stream.isTTY === true ? stream.columns : 0
  return columns > 0 ? Math.min(columns, WIDEST) : WIDTH_WITHOUT_TERMINAL
}

async function drained(stream: NodeJS.WriteStream, closed: ReadonlySet<NodeJS.WriteStream>): Promise<void> {
  if (closed.has(stream) || stream.writableLength === 0) return
  await new Promise<void>(resolve => {
    stream.once('error', () => resolve())
    stream.write('', () => resolve())
  })
}
