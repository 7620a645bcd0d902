import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { REPOSITORY } from '../action/github-stand-in.ts'
import type { Event } from './event.ts'
import { fill, type Scope } from './expressions.ts'
import { type Place, useForeign } from './foreign-actions.ts'
import type { Step } from './workflow-file.ts'

export interface StepPlace extends Place {
  readonly event: Event
  readonly workflow: string
  /** A folder of the job beside the workspace: `RUNNER_TEMP`, and the files that steps hand on. */
  readonly temporary: string
  /** Ends what runs, as GitHub does when somebody cancels the run. */
  readonly cancel: AbortSignal
}

export interface EndedStep {
  readonly success: boolean
  readonly outputs: Readonly<Record<string, string>>
  /** Standard output and error of the process, where there was one. */
  readonly log: string
  readonly summary: string
}

const OURS = /^<owner>\/verify-deploy@v\d+$/
const FOREIGN = /^([\w-]+\/[\w-]+)@[0-9a-f]{40}$/

const action = parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
}

/** Runs a step whose `if` held. */
export async function runStep(step: Step, scope: Scope, place: StepPlace): Promise<EndedStep> {
  const given = filled(step.with ?? {}, scope)
  const environment = filled(step.env ?? {}, scope)
  if (step.run !== undefined) {
    // With `shell: bash` the runner asks for pipefail, without it does not.
    const options = step.shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e']
    const script = join(place.temporary, 'script.sh')
    await writeFile(script, fill(step.run, scope))
    return start('bash', [...options, script], environment, place)
  }
  const uses = step.uses ?? ''
  if (OURS.test(uses)) {
    const defaults = Object.entries(action.inputs).map(([name, input]) => [name, fill(input.default, scope)])
    const inputs = { ...Object.fromEntries(defaults), ...given }
    const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    const ended = await start(
      process.execPath,
      [place.world.main],
      { ...environment, ...Object.fromEntries(variables) },
      place,
    )
    await place.world.note(`verify ${inputs.target || 'the deployment'}: ${ended.outputs.verdict}`)
    return ended
  }
  const [, foreign] = FOREIGN.exec(uses) ?? []
  if (foreign === undefined) throw new Error(`neither ours nor pinned: ${uses}`)
  return { success: await useForeign(foreign, given, place), outputs: {}, log: '', summary: '' }
}

function filled(values: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fill(value, scope)]))
}

async function start(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  place: StepPlace,
): Promise<EndedStep> {
  const { world, workspace, temporary, cancel } = place
  const files = { output: join(temporary, 'output'), summary: join(temporary, 'summary') }
  for (const path of Object.values(files)) await writeFile(path, '')
  const { PATH = '' } = process.env
  const fixed = { PATH: `${join(world.folder, 'bin')}:${PATH}`, HOME: temporary, WORLD: world.folder }
  const env = { ...fixed, ...(await runnerEnvironment(place, files)), ...environment }
  const child = spawn(program, words, { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const interrupt = (): boolean => child.kill('SIGINT')
  cancel.addEventListener('abort', interrupt)
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      log += text
    })
  }
  const [code] = await once(child, 'close')
  cancel.removeEventListener('abort', interrupt)
  const [outputs, summary] = await Promise.all([readFile(files.output, 'utf8'), readFile(files.summary, 'utf8')])
  return { success: code === 0, outputs: readOutputs(outputs), log, summary }
}

async function runnerEnvironment(
  { world, workspace, temporary, event, run, sha, workflow }: StepPlace,
  files: { readonly output: string; readonly summary: string },
): Promise<Record<string, string>> {
  const payload = join(temporary, 'event.json')
  await mkdir(join(temporary, 'temp'), { recursive: true })
  await writeFile(payload, JSON.stringify(event.payload))
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: world.github.url,
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: payload,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: String(run),
    GITHUB_RUN_NUMBER: String(run),
    GITHUB_SHA: sha,
    GITHUB_WORKFLOW: workflow,
    GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/verify.yml@refs/heads/main`,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: join(temporary, 'temp'),
  }
}

/** `NAME=value`, or `NAME<<DELIMITER`, lines and the delimiter. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const form = /(?:^|\n)([\w-]+)(?:<<(.+)\n([\s\S]*?)\n\2|=(.*))(?=\n|$)/y
  for (let found = form.exec(text); found !== null; found = form.exec(text)) {
    outputs[found[1] ?? ''] = found[3] ?? found[4] ?? ''
  }
  return outputs
}
