import { Worker } from 'node:worker_threads'
import type { WorkerAnswer, WorkerJob } from './jq-worker.ts'

export type HostAnswer = WorkerAnswer | { readonly answer: 'timeout' }

/**
 * Owns the worker thread: starts it with the first job, ends it when a job runs over its time (nothing else stops an
 * endless program) and starts another for the next. While idle it keeps no process alive. One job at a time.
 */
export class WorkerHost {
  #worker: Worker | undefined
  #loaded: 'no' | 'patterns' | 'jq' = 'no'
  #loading: Promise<void> | undefined
  #settle: ((answer: HostAnswer) => void) | undefined
  #fail: ((error: Error) => void) | undefined

  /** Begins to load jq, unless that has begun. */
  warm(): void {
    if (this.#settle === undefined && this.#loaded !== 'jq') void this.#load(true).catch(() => undefined)
  }

  /**
   * Rejects only when the worker cannot be started: our own mistake. Time to start does not count. Once nobody wants the
   * answer, it is a `timeout` at once, and the worker is free for the next job.
   */
  async run(job: WorkerJob, timeoutMs: number, unwanted?: AbortSignal): Promise<HostAnswer> {
    await this.#loading?.catch(() => undefined)
    if (this.#loaded === 'no' || (job.job === 'jq' && this.#loaded !== 'jq')) await this.#load(job.job === 'jq')
    if (unwanted?.aborted === true) return { answer: 'timeout' }
    return await this.#post(job, timeoutMs, unwanted)
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#forget()
    this.#settle?.({ answer: 'trapped', message: 'The engine was closed.' })
    await worker?.terminate()
  }

  #load(jq: boolean): Promise<void> {
    this.#loading ??= this.#post({ job: 'load', jq })
      .then(answer => {
        if (answer.answer !== 'loaded') throw new Error(`The worker for jq did not start: ${JSON.stringify(answer)}`)
        this.#loaded = jq ? 'jq' : 'patterns'
      })
      .finally(() => {
        this.#loading = undefined
      })
    return this.#loading
  }

  #post(job: WorkerJob, timeoutMs?: number, unwanted?: AbortSignal): Promise<HostAnswer> {
    const worker = this.#start()
    worker.ref()
    return new Promise<HostAnswer>((resolve, reject) => {
      const abandon = (): void => this.#abandon()
      const timer = timeoutMs === undefined ? undefined : setTimeout(abandon, timeoutMs)
      unwanted?.addEventListener('abort', abandon)
      const end = (): void => {
        clearTimeout(timer)
        unwanted?.removeEventListener('abort', abandon)
        worker.unref()
        this.#settle = undefined
        this.#fail = undefined
      }
      this.#settle = answer => {
        end()
        resolve(answer)
      }
      this.#fail = error => {
        end()
        reject(error)
      }
      worker.postMessage(job)
    })
  }

  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker
    // In a bundle the entry stands beside the chunks; from source it is a file Node strips the types of.
    // A loader may have put a query behind our own address.
    const entry = new URL(import.meta.url).pathname.endsWith('.ts') ? './jq-worker.ts' : './jq-worker.js'
    const worker = new Worker(new URL(entry, import.meta.url), {
      name: 'jq',
      env: {},
      execArgv: [],
    })
    worker.on('message', (answer: WorkerAnswer) => this.#settle?.(answer))
    worker.on('error', (error: Error) => this.#lost(worker, error))
    worker.on('exit', () => this.#lost(worker, new Error('The worker for jq ended by itself.')))
    this.#worker = worker
    return worker
  }

  /** The worker ended unasked: while loading that is a broken build; later jq took too much memory. */
  #lost(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return
    const wasLoading = this.#loading !== undefined
    this.#forget()
    if (wasLoading) this.#fail?.(error)
    else this.#settle?.({ answer: 'trapped', message: error.message })
  }

  #abandon(): void {
    void this.#worker?.terminate()
    this.#forget()
    this.#settle?.({ answer: 'timeout' })
  }

  #forget(): void {
    this.#worker = undefined
    this.#loaded = 'no'
  }
}
