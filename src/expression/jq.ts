import { CheckError } from '../model/check-error.ts'
import { formatDuration } from '../model/duration.ts'
import type { JqOutcome } from '../model/template.ts'
import type { Engine, JqFault } from './engine.ts'
import { scanProgram } from './free-variables.ts'
import { composeCheck, composeCheckAlone } from './jq-compose.ts'
import { type Evaluation, errorOf, prepareEvaluation, runEvaluations } from './jq-evaluation.ts'
import { compileFault, isCompileError, scanFault } from './jq-faults.ts'
import { WorkerHost } from './jq-host.ts'
import { isSafePattern, matchAll } from './pattern-match.ts'

/** Compiling is quick whatever the program is; this only bounds a machine that is very busy. */
const CHECK_TIMEOUT_MS = 10_000
const PATTERN_TIMEOUT_MS = 1_000
/** A group shares one time limit, so it is kept small: many little documents, or a large one by itself. */
const GROUP_SIZE = 32
const GROUP_TEXT = 256 * 1024

/** jq 1.8.2 and regular expressions in one worker thread, started by the first call that needs it. */
export function createJqEngine(): Engine {
  const host = new WorkerHost()
  const tasks: (() => Promise<void>)[] = []
  const evaluations: Evaluation[] = []
  let pumping = false
  /** What the worker is busy with, and how it is told that nobody waits for it any more. */
  let running: { readonly group: readonly Evaluation[]; readonly unwanted: AbortController } | undefined

  const runNext = async (): Promise<void> => {
    const group = takeGroup(evaluations)
    running = { group, unwanted: new AbortController() }
    await runGroup(host, group, running.unwanted.signal)
    running = undefined
  }
  const onAborted = (): void => {
    if (running?.group.every(({ done }) => done()) === true) running.unwanted.abort()
  }
  const pump = async (): Promise<void> => {
    if (pumping) return
    pumping = true
    // Calls made in the same turn, such as all expectations of a check, join one group.
    await Promise.resolve()
    while (tasks.length > 0 || evaluations.length > 0) {
      const task = tasks.shift()
      if (task !== undefined) await task()
      else await runNext()
    }
    pumping = false
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      tasks.push(() => work().then(resolve, reject))
      void pump()
    })

  return {
    check: programs => inTurn(() => checkPrograms(host, programs)),
    evaluate: request =>
      new Promise((resolve, reject) => {
        evaluations.push(createEvaluation(request, { resolve, reject, onAborted }))
        void pump()
      }),
    match: request => {
      const { timeoutMs = PATTERN_TIMEOUT_MS, signal } = request
      const job = { source: request.source, flags: request.flags.replace('g', ''), texts: request.texts }
      if (isSafePattern(job)) return Promise.resolve().then(() => matchAll(job))
      return inTurn(() => matchInWorker(host, job, { timeoutMs, signal }))
    },
    warm: () => host.warm(),
    close: () => host.close(),
  }
}

function createEvaluation(
  request: Parameters<Engine['evaluate']>[0],
  {
    resolve,
    reject,
    onAborted,
  }: {
    readonly resolve: (outcomes: readonly JqOutcome[]) => void
    readonly reject: (error: unknown) => void
    readonly onAborted: () => void
  },
): Evaluation {
  let done = false
  const finish = (answer: () => void): void => {
    if (done) return
    done = true
    request.signal?.removeEventListener('abort', onAbort)
    answer()
  }
  const onAbort = (): void => {
    finish(() => reject(request.signal?.reason))
    onAborted()
  }
  const evaluation = prepareEvaluation(
    request,
    error =>
      finish(() => (error === undefined ? resolve(evaluation.outcomes.filter(o => o !== undefined)) : reject(error))),
    () => done,
  )
  if (request.signal?.aborted === true) onAbort()
  else request.signal?.addEventListener('abort', onAbort)
  if (evaluation.programs.length === 0) evaluation.settle()
  return evaluation
}

function takeGroup(waiting: Evaluation[]): readonly Evaluation[] {
  const group: Evaluation[] = []
  const texts = new Set<string>()
  let size = 0
  for (let next = waiting[0]; next !== undefined && group.length < GROUP_SIZE; next = waiting[0]) {
    const known = texts.has(next.document)
    const fits = group.length === 0 || (!next.alone && (known || size + next.document.length <= GROUP_TEXT))
    if (!fits || group[0]?.alone === true) break
    texts.add(next.document)
    if (!known) size += next.document.length
    group.push(next)
    waiting.shift()
  }
  return group
}

/** A fault of our own must reach those who wait, and not end the queue. */
async function runGroup(host: WorkerHost, group: readonly Evaluation[], unwanted: AbortSignal): Promise<void> {
  try {
    await runEvaluations(host, group, unwanted)
  } catch (error) {
    for (const evaluation of group) evaluation.settle(error instanceof Error ? error : new Error(String(error)))
  }
}

async function matchInWorker(
  host: WorkerHost,
  job: { readonly source: string; readonly flags: string; readonly texts: readonly string[] },
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
): Promise<readonly (readonly (string | null)[] | null)[]> {
  signal?.throwIfAborted()
  const answer = await host.run({ job: 'match', ...job }, timeoutMs, signal)
  signal?.throwIfAborted()
  if (answer.answer === 'matched') return answer.matches
  const ended = answer.answer === 'timeout'
  const what = ended ? `did not end within ${formatDuration(timeoutMs)} and was stopped` : 'could not be matched'
  throw new CheckError({
    code: ended ? 'pattern-timeout' : 'pattern-failed',
    message: `The pattern /${job.source}/${job.flags} ${what}.`,
    hint: 'Avoid repetitions inside repetitions, such as `(a+)+`, and anchor the pattern.',
    details: answer.answer === 'trapped' ? { engine: answer.message } : {},
  })
}

type CheckedProgram = Parameters<Engine['check']>[0][number]

async function checkPrograms(
  host: WorkerHost,
  programs: readonly CheckedProgram[],
): Promise<readonly (JqFault | undefined)[]> {
  const scans = programs.map(({ text }) => scanProgram(text))
  const faults = scans.map((scan, index) => {
    const { text, variables } = programs[index] ?? { text: '', variables: [] }
    return scanFault(scan, text, name => variables.includes(name))
  })
  const sound = scans.flatMap((scan, index) => (faults[index] === undefined ? [{ index, scan }] : []))
  if (sound.length === 0) return faults
  const names = new Set(sound.flatMap(({ scan }) => scan.reads.map(read => read.name)))
  const together = composeCheck(
    sound.map(({ scan }) => scan.bare),
    [...names],
  )
  if (await compiles(host, together)) return faults
  for (const { index, scan } of sound) {
    const job = composeCheckAlone(scan.bare, [...names])
    const answer = await host.run(job, CHECK_TIMEOUT_MS)
    if (answer.answer !== 'ran') throw errorOf(answer, CHECK_TIMEOUT_MS)
    if (isCompileError(answer.stderr)) faults[index] = compileFault(answer.stderr, scan.bare, job.prelude)
  }
  return faults
}

async function compiles(host: WorkerHost, job: ReturnType<typeof composeCheck>): Promise<boolean> {
  const answer = await host.run(job, CHECK_TIMEOUT_MS)
  return answer.answer === 'ran' && answer.exitCode === 0
}
