import { execFile, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { renderComment } from '../../src/report/comment.ts'
import { BOT, REPOSITORY, type StandIn, startGitHub, TOKEN } from '../action/github-stand-in.ts'
import { commentFacts } from '../report/comment-facts.ts'
import { scenarios } from '../report/scenarios.ts'

const SHA = 'b'.repeat(40)

/** `gh api` as far as the recipe needs it. */
const GH = `#!/usr/bin/env node
import { readFileSync } from 'node:fs'
const [, ...words] = process.argv.slice(2)
let method, path
const fields = {}
while (words.length > 0) {
  const word = words.shift()
  if (word === '-X') method = words.shift()
  else if (word === '-f' || word === '-F') {
    const [name, ...rest] = words.shift().split('=')
    const value = rest.join('=')
    fields[name] = word === '-F' && value.startsWith('@') ? readFileSync(value.slice(1), 'utf8') : value
  } else if (word !== '--paginate') path = word
}
const given = Object.keys(fields).length > 0
method ??= given ? 'POST' : 'GET'
const query = method === 'GET' ? '?' + new URLSearchParams(fields) : ''
const body = method === 'GET' ? undefined : JSON.stringify(fields)
const headers = { authorization: 'token ' + process.env.GH_TOKEN }
const response = await fetch(process.env.API + '/' + path + query, { method, headers, body })
process.stdout.write(await response.text())
process.exitCode = response.ok ? 0 : 1
`

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>
}

/** The script of the second workflow as the documentation shows it. */
async function recipe(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../docs/reports.md'), 'utf8')
  const workflows = [...text.matchAll(/^```yaml workflow\n([\s\S]*?)^```/gm)].map(
    ([, body = '']) => parse(body) as Workflow,
  )
  const scripts = workflows.flatMap(({ jobs }) => Object.values(jobs)).flatMap(({ steps }) => steps)
  return scripts.find(({ run }) => run?.includes('comment.md'))?.run ?? ''
}

/** Runs it as a step does. */
async function run(github: StandIn, comment: string, conclusion: string) {
  const folder = await mkdtemp(join(tmpdir(), 'recipe-'))
  await mkdir(join(folder, 'verify-report'))
  await mkdir(join(folder, 'bin'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'bin/gh'), GH, { mode: 0o755 })
  await writeFile(join(folder, 'verify-report/comment.md'), comment)
  await writeFile(join(folder, 'script'), await recipe())
  const environment = { API: github.url, GH_TOKEN: TOKEN, REPOSITORY, HEAD: 'mona:fix', SHA, CONCLUSION: conclusion }
  const { PATH = '' } = process.env
  return promisify(execFile)('bash', ['-e', 'script'], {
    cwd: folder,
    env: { ...environment, PATH: `${join(folder, 'bin')}:${PATH}` },
  })
}

function commentOn(scenario: string): string {
  const report = scenarios[scenario]
  return report === undefined ? '' : renderComment(report, commentFacts(report))
}
const pulls = { 'mona:fix': [{ number: 7, state: 'open', merged_at: null, head: { sha: SHA } }] }

const hasJq = spawnSync('jq', ['--version']).status === 0

describe.skipIf(!hasJq && process.env.CI !== 'true')('the second workflow for pull requests from forks', () => {
  it('writes a comment after a failure and updates it afterwards', async () => {
    await using github = await startGitHub({ pulls })
    github.say('mallory', commentOn('one-status'))
    await run(github, commentOn('one-status'), 'failure')
    await run(github, commentOn('all-passed'), 'success')
    expect(github.comments).toMatchObject([{ user: { login: 'mallory' } }, { user: { login: BOT } }])
    expect(github.comments.map(({ body }) => body)).toEqual([commentOn('one-status'), commentOn('all-passed')])
  })

  it('writes none when a run passed and there was none', async () => {
    await using github = await startGitHub({ pulls })
    await run(github, commentOn('all-passed'), 'success')
    expect(github.comments).toEqual([])
  })

  it('writes nowhere when the branch has moved on', async () => {
    await using github = await startGitHub({ pulls: { 'mona:fix': [{ number: 7, head: { sha: 'c' } }] } })
    await run(github, commentOn('one-status'), 'failure')
    expect(github.comments).toEqual([])
  })

  it('writes nothing that is no comment of ours', async () => {
    await using github = await startGitHub({ pulls })
    await expect(run(github, '@everyone\n', 'failure')).rejects.toMatchObject({ code: 1 })
    expect(github.asked).toEqual([])
  })
})
