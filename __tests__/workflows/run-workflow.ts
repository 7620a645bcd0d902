import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Event, isFromFork, starts } from './event.ts'
import { fill, holds, type Status } from './expressions.ts'
import { contextsOf, type EndedJob, type JobPlace, runJob } from './run-job.ts'
import { type Job, type Permissions, readWorkflow, type Workflow } from './workflow-file.ts'
import type { World } from './world.ts'

export interface RunOptions {
  /** Environments with required reviewers, and whether these approve. */
  readonly reviewed?: Readonly<Record<string, boolean>>
  /** Aborted when somebody cancels the run. */
  readonly cancel?: AbortSignal
}

export interface Run {
  readonly id: number
  readonly conclusion: EndedJob['result']
  readonly jobs: Readonly<Record<string, EndedJob>>
}

/** The text of an example. */
export function example(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../examples/workflows', name), 'utf8')
}

/** Lets an event happen to a workflow. Undefined when it does not start it. Jobs run one after the other. */
export async function runWorkflow(
  text: string,
  event: Event,
  world: World,
  options: RunOptions = {},
): Promise<Run | undefined> {
  const workflow = readWorkflow(text)
  if (!starts(workflow, event)) return undefined
  world.runs += 1
  const id = world.runs
  const cancel = options.cancel ?? new AbortController().signal
  const ended: Record<string, EndedJob> = {}
  for (const [name, job] of inOrder(workflow)) {
    const needs = Object.fromEntries(job.needs.map(need => [need, endedJob(ended, need)]))
    const before = ancestors(name, workflow).map(need => endedJob(ended, need).result)
    const status: Status = {
      success: !cancel.aborted && before.every(result => result === 'success'),
      failure: !cancel.aborted && before.includes('failure'),
      cancelled: cancel.aborted,
    }
    const place: JobPlace = { world, event, run: id, workflow: workflow.name, needs, cancel }
    world.permissions = permissionsOf(job, workflow, event)
    ended[name] = await runOne(job, status, place, options)
  }
  const results = Object.values(ended).map(({ result }) => result)
  const conclusion = (['cancelled', 'failure', 'success'] as const).find(result => results.includes(result))
  return { id, conclusion: conclusion ?? 'skipped', jobs: ended }
}

async function runOne(job: Job, status: Status, place: JobPlace, { reviewed = {} }: RunOptions): Promise<EndedJob> {
  const scope = { contexts: contextsOf(job, place), status }
  const notRun = (result: EndedJob['result']): EndedJob => ({ result, outputs: {}, summary: '', log: '' })
  if (!holds(job.if, scope)) return notRun('skipped')
  // Only that it can be evaluated: runs of the tests never wait for one another.
  if (job.concurrency !== undefined) fill(job.concurrency.group, scope)
  const approved = reviewed[job.environment ?? '']
  if (approved !== undefined) {
    await place.world.note(`${job.environment}: ${approved ? 'approved' : 'refused'}`)
    if (!approved) return notRun('failure')
  }
  return runJob(job, place)
}

/** A job comes after those it needs. Throws when there is no such order. */
function inOrder({ jobs }: Workflow): readonly (readonly [string, Job])[] {
  const ordered: [string, Job][] = []
  const has = (name: string): boolean => ordered.some(([done]) => done === name)
  while (ordered.length < Object.keys(jobs).length) {
    const next = Object.entries(jobs).find(([name, { needs }]) => !has(name) && needs.every(has))
    if (next === undefined) throw new Error('jobs that need one another')
    ordered.push(next)
  }
  return ordered
}

/** All that a job needs, and what that needs: `success()` and `failure()` of a job look at all of it. */
function ancestors(name: string, workflow: Workflow): readonly string[] {
  const needs = workflow.jobs[name]?.needs ?? []
  return [...new Set([...needs, ...needs.flatMap(need => ancestors(need, workflow))])]
}

function endedJob(ended: Readonly<Record<string, EndedJob>>, name: string): EndedJob {
  const job = ended[name]
  if (job === undefined) throw new Error(`no job ${name}`)
  return job
}

/** What stands at the job counts alone; of a fork's run nothing may be written. */
function permissionsOf(job: Job, workflow: Workflow, event: Event): Permissions {
  const given = job.permissions ?? workflow.permissions
  if (given === undefined) throw new Error('permissions that depend on the settings of the repository')
  if (!isFromFork(event)) return given
  return Object.fromEntries(Object.keys(given).map(name => [name, 'read']))
}
