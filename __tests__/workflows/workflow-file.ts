import { parse } from 'yaml'

/** As much of a workflow as the examples use. What else stands in one is refused, not overlooked. */
export interface Workflow {
  readonly name: string
  readonly on: Readonly<Record<string, Trigger>>
  readonly permissions?: Permissions
  readonly concurrency?: Concurrency
  readonly jobs: Readonly<Record<string, Job>>
}

export interface Trigger {
  readonly branches?: readonly string[]
  readonly types?: readonly string[]
  readonly workflows?: readonly string[]
  readonly inputs?: Readonly<Record<string, DispatchInput>>
}

export interface DispatchInput {
  readonly description: string
  readonly type: 'choice' | 'string'
  readonly options?: readonly string[]
  readonly required: true
}

export type Permissions = Readonly<Record<string, 'read' | 'write'>>

interface Concurrency {
  readonly group: string
  readonly 'cancel-in-progress': boolean
}

export interface Job {
  readonly name?: string
  readonly needs: readonly string[]
  readonly if?: string
  readonly 'runs-on': string
  readonly 'timeout-minutes': number
  readonly permissions?: Permissions
  readonly concurrency?: Concurrency
  readonly environment?: string
  readonly strategy?: { readonly 'fail-fast'?: boolean; readonly matrix: Readonly<Record<string, readonly string[]>> }
  readonly outputs?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

export interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly 'timeout-minutes'?: number
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
  readonly run?: string
  readonly shell?: 'bash'
  readonly env?: Readonly<Record<string, string>>
}

const KEYS = {
  workflow: ['name', 'on', 'permissions', 'concurrency', 'jobs'],
  trigger: ['branches', 'types', 'workflows', 'inputs'],
  job: 'name needs if runs-on timeout-minutes permissions concurrency environment strategy outputs steps'.split(' '),
  strategy: ['fail-fast', 'matrix'],
  // Nothing takes long here, so that the time of a step is read and never over.
  step: ['id', 'name', 'if', 'timeout-minutes', 'uses', 'with', 'run', 'shell', 'env'],
}

/** Reads a workflow, short forms spelt out. Throws at what the stand-in for GitHub would not obey. */
export function readWorkflow(text: string): Workflow {
  const workflow = parse(text) as Omit<Workflow, 'on'> & {
    readonly on: string | Readonly<Record<string, Trigger | null>>
  }
  only(workflow, KEYS.workflow)
  const given = typeof workflow.on === 'string' ? { [workflow.on]: null } : workflow.on
  const on = mapValues(given, trigger => only(trigger ?? {}, KEYS.trigger))
  return { ...workflow, on, jobs: mapValues(workflow.jobs, readJob) }
}

function readJob(job: Job): Job {
  only(job, KEYS.job)
  only(job.strategy ?? {}, KEYS.strategy)
  for (const values of Object.values(job.strategy?.matrix ?? {})) {
    if (!Array.isArray(values) || !values.every(value => typeof value === 'string'))
      throw new Error('matrix: not a list')
  }
  for (const step of job.steps) {
    only(step, KEYS.step)
    if ((step.shell ?? 'bash') !== 'bash') throw new Error(`shell ${step.shell}`)
    if ((step.run === undefined) === (step.uses === undefined)) throw new Error('a step either runs or uses something')
  }
  return { ...job, needs: [job.needs ?? []].flat() }
}

function only<T extends object>(value: T, keys: readonly string[]): T {
  const odd = Object.keys(value).filter(key => !keys.includes(key))
  if (odd.length > 0) throw new Error(`The stand-in does not know ${odd.join(', ')}.`)
  return value
}

function mapValues<T, U>(values: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
}
