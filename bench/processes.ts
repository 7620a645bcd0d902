import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Finished {
  /** From the start of the process to its end, in milliseconds. */
  readonly ms: number
  readonly stdout: string
  /** The high-water mark of resident memory in bytes, where /proc tells it; 0 elsewhere. */
  readonly peakBytes: number
}

const POLL_MS = 20

/** Runs Node once; rejects when the exit code is none of those expected. */
export async function runNode(words: readonly string[], codes: readonly number[] = [0]): Promise<Finished> {
  const began = performance.now()
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'], env: quietEnvironment() })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  let peakBytes = 0
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, highWaterMark(child))
  }, POLL_MS)
  const [code] = await once(child, 'close')
  clearInterval(timer)
  if (!codes.includes(code)) throw new Error(`node ${words.join(' ')} ended with ${code}\n${stdout}\n${stderr}`)
  return { ms: performance.now() - began, stdout, peakBytes }
}

export interface Server extends AsyncDisposable {
  readonly url: string
}

/** The server of the measurements, on a free port. */
export async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = await once(child.stdout.setEncoding('utf8'), 'data')
  return {
    url: `http://127.0.0.1:${String(port).trim()}`,
    async [Symbol.asyncDispose]() {
      child.kill()
      await once(child, 'close')
    },
  }
}

/** Neither a runner's variables nor colours may differ between the two sides. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, DOCKER_HOST } = process.env
  const docker = DOCKER_HOST ? { DOCKER_HOST } : {}
  return { ...(PATH && { PATH }), ...(HOME && { HOME }), ...(TMPDIR && { TMPDIR }), ...docker, NO_COLOR: '1' }
}

function highWaterMark({ pid }: ChildProcess): number {
  try {
    const [, kibibytes = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kibibytes) * 1024
  } catch {
    return 0
  }
}
