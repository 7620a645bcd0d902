import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createEmulator } from 'emulate'
import { deployExample } from '../demo/deployment.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const REPOSITORY = 'octo/assistance'
const TOKEN = 'token-of-the-workflow'
const HEADS = ['3f9a1c27d04be8815c6a2f90b7d3e14468fa0c52', '8c41d7e09b25fa3617de50c4a8b96f1e02c7d385']

/** What the Action made of a run, as Markdown and HTML. */
export interface Made {
  readonly summary: string
  /** The comment as it stands under the pull request. */
  readonly comment: string
  readonly html: string
}

/**
 * Runs the Action as the runner starts it, under a pull request of a GitHub API of its own: once against the example
 * deployment as it should be, then against one with the fault, so that the comment has something to remember.
 */
export async function runAction(fault: string): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-deploy-pictures-'))
  const users = [{ login: 'octo' }, { login: 'bot' }]
  const github = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { [TOKEN]: { login: 'bot', scopes: ['repo'] } },
      github: { users, repos: [{ owner: 'octo', name: 'assistance' }] },
    },
  })
  const ask = async <V>(path: string, body?: object): Promise<V> => {
    const headers = { authorization: `token ${TOKEN}`, 'content-type': 'application/json' }
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(`${github.url}/repos/${REPOSITORY}/${path}`, { headers, ...sent })
    return (await response.json()) as V
  }
  try {
    const { number } = await ask<{ readonly number: number }>('issues', { title: 'Release 2.2.1' })
    const about = { api: github.url, pull: number, folder }
    await runStep(null, { ...about, head: HEADS[0] ?? '', run: 41 })
    await runStep(fault, { ...about, head: HEADS[1] ?? '', run: 42 })
    const [comment] = await ask<readonly { readonly body: string }[]>(`issues/${number}/comments`)
    const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
    const [summary, html] = await Promise.all([read('summary.md'), read('work/verify-report/report.html')])
    const made = { summary, comment: comment?.body ?? '', html }
    expectNothingOfThisMachine(Object.values(made).join('\n'), folder)
    return made
  } finally {
    await github.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Pictures are public. Throws when the texts that they are made of show where they were made. */
function expectNothingOfThisMachine(text: string, folder: string): void {
  const telling = [folder, ROOT, homedir(), hostname()].filter(word => word.length > 5 && text.includes(word))
  if (telling.length > 0) throw new Error(`The reports show ${telling.join(', ')}.`)
}

interface Step {
  readonly api: string
  readonly pull: number
  readonly folder: string
  readonly head: string
  readonly run: number
}

async function runStep(fault: string | null, step: Step): Promise<void> {
  const work = join(step.folder, 'work')
  const place = (name: string): string => join(step.folder, name)
  await rm(work, { recursive: true, force: true })
  await mkdir(work)
  await copyFile(join(ROOT, 'checklist.yml'), join(work, 'checklist.yml'))
  const repo = { full_name: REPOSITORY }
  const event = { pull_request: { number: step.pull, head: { sha: step.head, repo }, base: { repo } } }
  await writeFile(place('event.json'), JSON.stringify(event))
  await writeFile(place('summary.md'), '')
  await writeFile(place('output'), '')
  await using deployment = await deployExample(fault, join(work, 'assistance.log'))
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [join(ROOT, 'dist/main.js')], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH,
      HOME,
      ...deployment.environment,
      // Relative to the checklist, so that no path of this machine gets into a picture.
      LOG_FILE: 'assistance.log',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: 'octocat',
      GITHUB_API_URL: step.api,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: place('event.json'),
      GITHUB_OUTPUT: place('output'),
      GITHUB_REF: `refs/pull/${step.pull}/merge`,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: String(step.run),
      GITHUB_RUN_NUMBER: String(step.run),
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: step.head,
      GITHUB_STEP_SUMMARY: place('summary.md'),
      GITHUB_WORKFLOW_REF: `${REPOSITORY}/.github/workflows/deploy.yml@refs/heads/main`,
      GITHUB_WORKSPACE: work,
      INPUT_COMMENT: 'always',
      'INPUT_GITHUB-TOKEN': TOKEN,
      INPUT_TARGET: 'demo',
    },
  })
  const [code] = await once(child, 'close')
  const expected = fault === null ? 0 : 1
  if (code !== expected) throw new Error(`The Action ended with ${code} instead of ${expected}.`)
}
