import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { REPOSITORY, TOKEN } from '../action/github-stand-in.ts'
import { type Event, isFromFork } from './event.ts'
import { fill, holds, type Scope } from './expressions.ts'
import { runStep, type StepPlace } from './run-step.ts'
import type { Job } from './workflow-file.ts'
import type { World } from './world.ts'

export interface EndedJob {
  readonly result: 'success' | 'failure' | 'cancelled' | 'skipped'
  readonly outputs: Readonly<Record<string, string>>
  /** Of all its steps; of all its legs, where it is a matrix. */
  readonly summary: string
  readonly log: string
}

export interface JobPlace {
  readonly world: World
  readonly event: Event
  readonly run: number
  readonly workflow: string
  readonly needs: Readonly<Record<string, EndedJob>>
  readonly cancel: AbortSignal
}

type Contexts = Scope['contexts']

/** The contexts that the whole job sees. */
export function contextsOf(job: Job, { world, event, run, workflow, needs }: JobPlace): Contexts {
  const github = {
    event: event.payload,
    event_name: event.name,
    repository: REPOSITORY,
    run_id: String(run),
    sha: event.sha,
    token: TOKEN,
    workflow,
  }
  const results = Object.entries(needs).map(([name, { result, outputs }]) => [name, { result, outputs }])
  const inputs = event.payload.inputs ?? {}
  const secrets = isFromFork(event) ? {} : world.secrets
  // Each environment may have variables of its own, which go before those of the repository.
  const own = world.environments[job.environment ?? ''] ?? {}
  return { github, inputs, secrets, vars: { ...world.variables, ...own }, needs: Object.fromEntries(results) }
}

/** Runs a job whose `if` held: every leg of its matrix, one after the other. */
export async function runJob(job: Job, place: JobPlace): Promise<EndedJob> {
  const legs: EndedJob[] = []
  for (const matrix of combinations(job.strategy?.matrix ?? {})) {
    const given = legs.some(({ result }) => result === 'failure') && job.strategy?.['fail-fast'] !== false
    const leg = given
      ? { result: 'cancelled' as const, outputs: {}, summary: '', log: '' }
      : await runLeg(job, matrix, place)
    legs.push(leg)
  }
  const results = legs.map(({ result }) => result)
  const result = (['failure', 'cancelled'] as const).find(bad => results.includes(bad)) ?? 'success'
  const [summary, log] = (['summary', 'log'] as const).map(key => legs.map(leg => leg[key]).join(''))
  return {
    result,
    outputs: Object.assign({}, ...legs.map(({ outputs }) => outputs)),
    summary: summary ?? '',
    log: log ?? '',
  }
}

function combinations(matrix: Readonly<Record<string, readonly string[]>>): Record<string, string>[] {
  return Object.entries(matrix).reduce<Record<string, string>[]>(
    (legs, [key, values]) => legs.flatMap(leg => values.map(value => ({ ...leg, [key]: value }))),
    [{}],
  )
}

async function runLeg(job: Job, matrix: Readonly<Record<string, string>>, place: JobPlace): Promise<EndedJob> {
  const { world, run, event, cancel } = place
  const folder = join(world.folder, 'jobs', String(world.nextNumber()))
  const workspace = join(folder, 'workspace')
  const temporary = join(folder, 'runner')
  for (const path of [workspace, temporary]) await mkdir(path, { recursive: true })
  const stepPlace: StepPlace = { ...place, workspace, temporary, sha: event.sha, run }
  const steps: Record<string, { readonly outputs: object; readonly outcome: string }> = {}
  const ended = { failed: false, log: '', summary: '' }
  const scope = (): Scope => ({
    contexts: { ...contextsOf(job, place), matrix, steps },
    status: {
      success: !ended.failed && !cancel.aborted,
      failure: ended.failed && !cancel.aborted,
      cancelled: cancel.aborted,
    },
  })
  for (const step of job.steps) {
    if (!holds(step.if, scope())) {
      if (step.id !== undefined) steps[step.id] = { outputs: {}, outcome: 'skipped' }
      continue
    }
    const { success, outputs, log, summary } = await runStep(step, scope(), stepPlace)
    if (step.id !== undefined) steps[step.id] = { outputs, outcome: success ? 'success' : 'failure' }
    ended.failed ||= !success
    ended.log += log
    ended.summary += summary
  }
  const result = cancel.aborted ? 'cancelled' : ended.failed ? 'failure' : 'success'
  return { result, outputs: outputsOf(job, scope(), world), summary: ended.summary, log: ended.log }
}

/** GitHub drops an output in which a secret stands. */
function outputsOf(job: Job, scope: Scope, { secrets }: World): Record<string, string> {
  const filled = Object.entries(job.outputs ?? {}).map(([name, value]) => [name, fill(value, scope)] as const)
  return Object.fromEntries(
    filled.filter(([, value]) => !Object.values(secrets).some(secret => value.includes(secret))),
  )
}
