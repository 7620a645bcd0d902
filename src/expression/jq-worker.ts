/**
 * The worker thread's own entry, started by `jq-host.ts` and imported (but for its types) by nothing. Only here is
 * `jq-wasm`: the real jq 1.8.2, which sees neither the disk, the network nor the process's environment.
 */
import { parentPort } from 'node:worker_threads'
import type { Jq } from 'jq-wasm/inline'
import { type DocumentFault, documentFault, withoutLoneSurrogates } from './document-text.ts'
import { matchAll, type PatternJob } from './pattern-match.ts'

export type WorkerJob =
  | { readonly job: 'load'; readonly jq: boolean }
  | JqJob
  | (PatternJob & { readonly job: 'match' })

/** A program and the stream of JSON texts it reads; texts that came from outside are checked first. */
export interface JqJob {
  readonly job: 'jq'
  readonly program: string
  readonly stream: readonly { readonly text: string; readonly outside: boolean }[]
}

export type WorkerAnswer =
  | { readonly answer: 'loaded' }
  | { readonly answer: 'ran'; readonly stdout: string; readonly stderr: string; readonly exitCode: number }
  | { readonly answer: 'matched'; readonly matches: ReturnType<typeof matchAll> }
  /** A document that jq is not given: `index` in the stream. */
  | { readonly answer: 'refused'; readonly index: number; readonly fault: DocumentFault }
  | { readonly answer: 'too-large' }
  /** The engine died; the next job gets a new one. */
  | { readonly answer: 'trapped'; readonly message: string }

/** jq leaks a little with each run (`halt` a descriptor), and its memory never shrinks. */
const RUNS_PER_INSTANCE = 1_000
const LARGE_INPUT = 8 * 1024 * 1024
const MAX_OUTPUT = 64 * 1024 * 1024

/** Answers jobs, one at a time, until the port closes. The jq instance is replaced when it is worn, swollen or dead. */
function serveJobs(port: NonNullable<typeof parentPort>): void {
  let instance: Promise<Jq> | undefined
  let runs = 0
  const load = (): Promise<Jq> => {
    silence(console)
    instance ??= import('jq-wasm/inline').then(async ({ loadJq }) => {
      const jq = await loadJq()
      // The first run compiles most of jq: while starting, not within a program's time limit.
      jq.raw('null', '.', ['-c', '--'])
      return jq
    })
    return instance
  }
  const discard = (): void => {
    instance = undefined
    runs = 0
  }
  const run = async ({ program, stream }: JqJob): Promise<WorkerAnswer> => {
    for (const [index, { text, outside }] of stream.entries()) {
      const fault = outside ? documentFault(text) : undefined
      if (fault !== undefined) return { answer: 'refused', index, fault }
    }
    const input = stream.map(({ text }) => withoutLoneSurrogates(text)).join('\n')
    const jq = await load()
    runs += 1
    try {
      const result = jq.raw(input, program, ['-c', '--'])
      if (runs >= RUNS_PER_INSTANCE || input.length > LARGE_INPUT) discard()
      return result.stdout.length > MAX_OUTPUT ? { answer: 'too-large' } : { answer: 'ran', ...result }
    } catch (error) {
      discard()
      return { answer: 'trapped', message: String(error) }
    }
  }
  const perform = async (job: WorkerJob): Promise<WorkerAnswer> => {
    if (job.job === 'match') return { answer: 'matched', matches: matchAll(job) }
    if (job.job === 'jq') return await run(job)
    if (job.jq) await load()
    return { answer: 'loaded' }
  }
  port.on('message', (job: WorkerJob) => {
    void perform(job)
      .catch((error: unknown): WorkerAnswer => ({ answer: 'trapped', message: String(error) }))
      .then(answer => port.postMessage(answer))
  })
}

/** What jq's runtime prints when it dies goes nowhere; written to a stream it would also keep the process alive. */
function silence(target: Console): void {
  const nothing = (): void => undefined
  Object.assign(target, { log: nothing, info: nothing, warn: nothing, error: nothing })
}

if (parentPort !== null) serveJobs(parentPort)
