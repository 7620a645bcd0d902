import { REPOSITORY } from '../action/github-stand-in.ts'
import type { Trigger, Workflow } from './workflow-file.ts'

/** What happened in the repository. */
export interface Event {
  readonly name: 'push' | 'pull_request' | 'workflow_dispatch' | 'workflow_run' | 'deployment_status'
  readonly payload: Payload
  /** The commit of the run. */
  readonly sha: string
  readonly branch: string
}

export interface Payload {
  readonly action?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly workflow_run?: { readonly name: string }
  readonly pull_request?: { readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } } }
  readonly [other: string]: unknown
}

const PULL_REQUEST_TYPES = ['opened', 'synchronize', 'reopened']

/** Whether an event starts a workflow. Throws at a filter nobody taught it, and at inputs that GitHub would refuse. */
export function starts(workflow: Workflow, event: Event): boolean {
  const trigger = workflow.on[event.name]
  if (trigger === undefined) return false
  const { branches, types, workflows, inputs, ...others } = trigger
  if (Object.keys(others).length > 0) throw new Error(`filters ${Object.keys(others)}`)
  if (branches?.some(branch => /[*?![\]+]/.test(branch))) throw new Error('patterns of branches')
  if (branches !== undefined && event.name !== 'push') throw new Error(`branches of ${event.name}`)
  if (event.name === 'workflow_dispatch') checkInputs(inputs ?? {}, event.payload.inputs ?? {})
  const wanted = types ?? (event.name === 'pull_request' ? PULL_REQUEST_TYPES : undefined)
  return (
    (branches?.includes(event.branch) ?? true) &&
    (wanted?.includes(event.payload.action ?? '') ?? true) &&
    (workflows?.includes(event.payload.workflow_run?.name ?? '') ?? true)
  )
}

function checkInputs(declared: NonNullable<Trigger['inputs']>, given: Readonly<Record<string, string>>): void {
  for (const [name, { options }] of Object.entries(declared)) {
    const value = given[name]
    if (value === undefined) throw new Error(`The input ${name} is required.`)
    if (options !== undefined && !options.includes(value)) throw new Error(`${value} is none of ${options.join(', ')}.`)
  }
  for (const name of Object.keys(given)) if (declared[name] === undefined) throw new Error(`There is no input ${name}.`)
}

/** A pull request of another repository: GitHub gives such a run no secrets, and a token that only reads. */
export function isFromFork({ name, payload }: Event): boolean {
  return name === 'pull_request' && payload.pull_request?.head.repo.full_name !== REPOSITORY
}
