import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { REPOSITORY, TOKEN } from '../action/github-stand-in.ts'
import { type Ended, FROM_SOURCE, folderWith, start } from './program.ts'

export const PASSING_CHECK = 'true'
/** What it prints stands nowhere in the checklist. */
export const FAILING_CHECK = 'printf Jane%sRoe -; false'

export const HEAD = 'b'.repeat(40)

/** An event of a pull request, from this repository unless told otherwise. */
export const pullRequestEvent = (number: number, from = REPOSITORY): object => ({
  pull_request: {
    number,
    head: { sha: HEAD, repo: { full_name: from } },
    base: { repo: { full_name: REPOSITORY } },
  },
})

export interface StepOptions {
  /** Where GitHub's API is. */
  readonly api: string
  /** What the only check of the checklist runs. */
  readonly check: string
  readonly event: object
  /** The number of the run, its id as well. */
  readonly number?: number
  readonly environment?: Readonly<Record<string, string>>
  readonly main?: string
}

export interface EndedStep extends Ended {
  readonly verdict: string | undefined
  readonly summary: string
  /** The file `comment.md`; undefined when there is none. */
  readonly file: string | undefined
  /** Every report file, the summary and the outputs together. */
  readonly written: string
}

/** A step of a workflow, as the runner starts it. */
export async function runStep(options: StepOptions): Promise<EndedStep> {
  const { api, check, event, number = 17, environment = {}, main = FROM_SOURCE.main } = options
  const cwd = await folderWith(`name: Shop\nchecks:\n  - name: Answers\n    run: ${JSON.stringify(check)}\n`)
  const place = (name: string): string => join(dirname(cwd), name)
  await writeFile(place('output'), '')
  await writeFile(place('summary'), '')
  await writeFile(place('event.json'), JSON.stringify(event))
  const ended = await start([main], {
    cwd,
    environment: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: api,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: place('event.json'),
      GITHUB_OUTPUT: place('output'),
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: String(number),
      GITHUB_RUN_NUMBER: String(number),
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_STEP_SUMMARY: place('summary'),
      GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/verify.yml@refs/heads/main`,
      GITHUB_WORKSPACE: cwd,
      'INPUT_GITHUB-TOKEN': TOKEN,
      ...environment,
    },
  }).ended
  const read = (path: string): Promise<string> => readFile(path, 'utf8')
  const report = (name: string): Promise<string> => read(join(cwd, 'verify-report', name))
  const file = await report('comment.md').catch(() => undefined)
  const [output, summary] = await Promise.all([read(place('output')), read(place('summary'))])
  const files = await Promise.all(['report.json', 'junit.xml', 'summary.md'].map(report))
  const verdict = /^verdict<<.*\n(.*)/m.exec(output)?.[1]
  return { ...ended, verdict, summary, file, written: [output, summary, file, ...files].join('\n') }
}
