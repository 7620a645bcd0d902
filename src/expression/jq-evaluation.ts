import { CheckError } from '../model/check-error.ts'
import { formatDuration } from '../model/duration.ts'
import { isList, isObject, type Json, parseJson } from '../model/json.ts'
import type { JqOutcome } from '../model/template.ts'
import type { DocumentFault } from './document-text.ts'
import type { Engine } from './engine.ts'
import { scanProgram } from './free-variables.ts'
import { composeAlone, composeGroup } from './jq-compose.ts'
import { compileFault, isCompileError, runtimeMessage, scanFault } from './jq-faults.ts'
import type { HostAnswer, WorkerHost } from './jq-host.ts'

/** A request waiting for the worker. Settling twice does nothing. */
export interface Evaluation {
  readonly programs: readonly string[]
  readonly document: string
  readonly variables: readonly (readonly [name: string, value: Json])[]
  readonly timeoutMs: number
  /** Programs that must run by themselves: `halt` would end the others, `$__loc__` tells their line. */
  readonly alone: boolean
  /** Places of the programs in the request; the others were answered without running. */
  readonly indexes: readonly number[]
  readonly outcomes: (JqOutcome | undefined)[]
  readonly done: () => boolean
  settle(error?: Error): void
}

type EvaluateRequest = Parameters<Engine['evaluate']>[0]

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/
const DEFAULT_TIMEOUT_MS = 1_000
/** About 30 ms on an idle machine. */
const READING_MS_PER_MB = 200

/** Reads a request's programs; what is unfit is answered at once, and only the variables that are read go along. */
export function prepareEvaluation(
  request: EvaluateRequest,
  settle: Evaluation['settle'],
  done: () => boolean,
): Evaluation {
  const outcomes: (JqOutcome | undefined)[] = []
  const programs: string[] = []
  const indexes: number[] = []
  const used = new Map<string, Json>()
  const known = (name: string): boolean => NAME.test(name) && Object.hasOwn(request.variables, name)
  let alone = false
  for (const [index, program] of request.programs.entries()) {
    const scan = scanProgram(program)
    const fault = scanFault(scan, program, known)
    outcomes.push(fault === undefined ? undefined : { error: fault.message })
    if (fault !== undefined) continue
    programs.push(scan.bare)
    indexes.push(index)
    for (const { name } of scan.reads) used.set(name, request.variables[name] ?? null)
    alone ||= program.includes('$__loc__') || scan.words.some(word => word.name.startsWith('halt'))
  }
  const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS
  return {
    programs,
    document: request.document,
    variables: [...used],
    timeoutMs,
    alone,
    indexes,
    outcomes,
    done,
    settle,
  }
}

/**
 * Runs a group as one jq program. When that fails, whatever the reason, each evaluation gets a run of its own, and when
 * that fails each of its programs: one bad program never spoils another's answer. `unwanted` is aborted once nobody waits.
 */
export async function runEvaluations(
  host: WorkerHost,
  evaluations: readonly Evaluation[],
  unwanted: AbortSignal,
): Promise<void> {
  const waiting = evaluations.filter(evaluation => !evaluation.done())
  const [first, ...others] = waiting
  if (first === undefined) return
  if (others.length === 0 && first.alone) return await runOneByOne(host, first, unwanted)
  const group = composeGroup(waiting)
  const answer = await host.run(group, Math.max(...waiting.map(timeLimit)), unwanted)
  const lines = answer.answer === 'ran' && answer.exitCode === 0 ? answer.stdout.split('\n') : []
  if (lines.length === waiting.length && lines[0] !== '') {
    for (const [line, index] of group.order.entries()) settleGroupLine(waiting[index], lines[line] ?? '')
  } else if (others.length > 0) {
    for (const evaluation of waiting) await runEvaluations(host, [evaluation], unwanted)
  } else if (answer.answer === 'ran') await runOneByOne(host, first, unwanted)
  else first.settle(errorOf(answer, first.timeoutMs))
}

/** The limit is the program's: what it takes to read a large document is granted on top. */
function timeLimit({ timeoutMs, document }: Evaluation): number {
  return timeoutMs + (document.length / 1e6) * READING_MS_PER_MB
}

function settleGroupLine(evaluation: Evaluation | undefined, line: string): void {
  const results = parseJson(line)
  if (!isList(results) || evaluation === undefined) throw new TypeError('jq answered with something that is no list.')
  for (const [at, result] of results.entries()) {
    const index = evaluation.indexes[at] ?? 0
    evaluation.outcomes[index] = isList(result) ? { values: result } : { error: messageOf(result) }
  }
  evaluation.settle()
}

/** What `try … catch` caught: a message, or any value given to `error`, which jq then calls "not a string". */
function messageOf(caught: Json): string {
  const error = isObject(caught) ? (caught.error ?? null) : caught
  return typeof error === 'string' ? error : `${JSON.stringify(error)} (not a string)`
}

async function runOneByOne(host: WorkerHost, evaluation: Evaluation, unwanted: AbortSignal): Promise<void> {
  for (const [at, program] of evaluation.programs.entries()) {
    const answer = await host.run(composeAlone(program, evaluation), timeLimit(evaluation), unwanted)
    if (answer.answer !== 'ran') return evaluation.settle(errorOf(answer, evaluation.timeoutMs))
    evaluation.outcomes[evaluation.indexes[at] ?? 0] = outcomeAlone(answer)
  }
  evaluation.settle()
}

function outcomeAlone(answer: Extract<HostAnswer, { answer: 'ran' }>): JqOutcome {
  const { stdout, stderr, exitCode } = answer
  if (isCompileError(stderr)) return { error: compileFault(stderr, '', 0).message }
  if (exitCode !== 0) {
    const notText = /^jq: error \(at [^)]*\) \(not a string\)/.test(stderr) ? ' (not a string)' : ''
    return {
      error: stderr === '' ? `The program ended itself with status ${exitCode}.` : runtimeMessage(stderr) + notText,
    }
  }
  return { values: stdout === '' ? [] : stdout.split('\n').map(parseJson) }
}

const REFUSALS: Readonly<Record<DocumentFault, readonly [code: string, message: string]>> = {
  size: ['document-too-large', 'The document is larger than 50 MB, which is more than jq is given.'],
  depth: ['document-too-deep', 'The document is nested more than 500 levels deep, which is more than jq is given.'],
  syntax: ['document-not-json', 'The document is not valid JSON.'],
}

/** What an answer without a result means for the check. */
export function errorOf(answer: Exclude<HostAnswer, { answer: 'ran' }>, timeoutMs: number): Error {
  switch (answer.answer) {
    case 'timeout':
      return new CheckError({
        code: 'jq-timeout',
        message: `The jq program did not end within ${formatDuration(timeoutMs)} and was stopped.`,
        hint: 'Look for an endless `repeat`, `range` or recursion, or give the check a longer `timeout`.',
      })
    case 'too-large':
      return new CheckError({
        code: 'jq-output-too-large',
        message: 'The result of the jq program is larger than 64 MiB.',
        hint: 'Select less of the document.',
      })
    case 'trapped':
      return new CheckError({
        code: 'jq-aborted',
        message: 'jq gave up: the program needs more than 256 MiB of memory, or it calls itself too deeply.',
        hint: 'Select less of the document, or look for a recursion without an end.',
        details: { engine: answer.message },
      })
    case 'refused': {
      const [code, message] = REFUSALS[answer.fault]
      const hint = 'jq reads exactly one JSON value of a bounded size.'
      if (answer.fault !== 'syntax') return new CheckError({ code, message, hint })
      const finding = { expected: 'one JSON value', actual: 'text that is none' }
      return new CheckError({ code, message, hint, verdict: 'failed', finding })
    }
    case 'loaded':
    case 'matched':
      return new Error(`The worker for jq answered another question: ${answer.answer}`)
  }
}
