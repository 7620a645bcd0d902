import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from '../../scripts/demo/postgres.ts'
import { reporters } from '../../src/report/index.ts'
import { BOT, PULL, REPOSITORY, startGitHub, TOKEN } from '../action/github-stand-in.ts'
import { SECRETS } from './canaries.ts'
import { startEchoService } from './echo-service.ts'
import { leaksIn } from './secret-forms.ts'

const root = join(import.meta.dirname, '../..')

interface Run {
  readonly code: number | null
  readonly output: string
}

function run(args: readonly string[], environment: Record<string, string>, cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env.PATH ?? '', ...environment } })
    const chunks: string[] = []
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', chunk => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', code => resolve({ code, output: chunks.join('') }))
  })
}

function filesIn(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .map(path => ({ path, text: readFileSync(path, 'utf8') }))
}

describe('a run in which every secret is planted everywhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'canary-'))
  const stop: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  let environment: Record<string, string> = {}

  beforeAll(async () => {
    const service = await startEchoService(SECRETS)
    const postgres = await startPostgres()
    stop.push(
      () => service[Symbol.asyncDispose](),
      () => postgres.stop(),
    )
    const database = new URL(postgres.url)
    const { Client } = await import('pg')
    const client = new Client({ connectionString: postgres.url })
    await client.connect()
    await client.query(`CREATE ROLE canary LOGIN PASSWORD '${SECRETS.databasePassword}'`)
    await client.end()
    const log = join(folder, 'service.log')
    writeFileSync(
      log,
      Object.values(SECRETS)
        .map(secret => `ERROR said ${secret}\n`)
        .join(''),
    )
    environment = {
      CANARY_URL: service.url,
      CANARY_LOG: log,
      CANARY_PASSWORD: SECRETS.password,
      CANARY_KEY: SECRETS.key,
      CANARY_DATABASE: database.host,
      CANARY_DATABASE_PASSWORD: SECRETS.databasePassword,
    }
    writeFileSync(join(folder, 'checklist.yml'), readFileSync(join(import.meta.dirname, 'canary.yml')))
  }, 120_000)

  afterAll(async () => {
    for (const end of stop.reverse()) await end()
  })

  it('shows none of them on the command line or in a file', async () => {
    const reports = join(folder, 'cli-reports')
    const args = [join(root, 'src/cli.ts'), 'run', 'checklist.yml', '--verbose', '--report-dir', reports]
    const { code, output } = await run(args, environment, folder)
    expect(output).toContain('Bodies')
    expect(code).toBe(1)
    expect(leaksIn(output, SECRETS)).toEqual([])
    const files = filesIn(reports)
    expect(files.map(({ path }) => relative(reports, path)).toSorted()).toEqual(
      reporters.map(({ file }) => file).toSorted(),
    )
    for (const { path, text } of files) expect(leaksIn(text, SECRETS), path).toEqual([])
    expect(JSON.parse(readFileSync(join(reports, 'report.json'), 'utf8')).results.summary.tests).toBe(23)
  })

  it('shows none of them in what the Action gives the runner, but to have them masked', async () => {
    const runner = join(folder, 'runner')
    mkdirSync(runner)
    const names = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH']
    const files = Object.fromEntries(names.map(name => [name, join(runner, name)]))
    for (const path of Object.values(files)) writeFileSync(path, '')
    const event = join(folder, 'event.json')
    writeFileSync(event, JSON.stringify({ issue: { number: PULL, pull_request: {} } }))
    await using github = await startGitHub()
    const secrets = { ...SECRETS, workflowToken: TOKEN }
    const inputs = {
      ...environment,
      ...files,
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_PATH: event,
      GITHUB_REPOSITORY: REPOSITORY,
      'INPUT_GITHUB-TOKEN': TOKEN,
      GITHUB_WORKSPACE: folder,
      INPUT_CHECKLIST: 'checklist.yml',
      'INPUT_REPORT-DIR': 'action-reports',
      RUNNER_DEBUG: '1',
    }
    const { code, output } = await run([join(root, 'src/main.ts')], inputs, folder)
    expect(code).toBe(1)
    const masks = output.split('\n').filter(line => line.startsWith('::add-mask::'))
    expect(masks.length).toBeGreaterThan(0)
    const shown = output.split('\n').filter(line => !line.startsWith('::add-mask::'))
    const annotations = shown.filter(line => /^::(error|warning|notice) /.test(line))
    expect(annotations.length).toBeGreaterThan(5)
    expect(leaksIn(shown.join('\n'), secrets)).toEqual([])
    const written = [...filesIn(runner), ...filesIn(join(folder, 'action-reports'))]
    for (const { path, text } of written) expect(leaksIn(text, secrets), path).toEqual([])
    expect(readFileSync(files.GITHUB_STEP_SUMMARY ?? '', 'utf8')).toContain('Bodies')
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]?.body).toContain('Bodies')
    expect(written.map(({ path }) => basename(path))).toEqual(expect.arrayContaining(['comment.md', 'report.html']))

    // Once more, for an event that names no pull request: it is asked for by the commit, and the comment is updated. Now
    // rows, logs and bodies are wanted in it.
    const commit = 'c'.repeat(40)
    writeFileSync(event, JSON.stringify({ deployment: { sha: commit } }))
    await using again = await startGitHub({
      pulls: { [commit]: [{ number: PULL, state: 'open', head: { sha: commit } }] },
    })
    again.say(BOT, github.comments[0]?.body ?? '')
    const open = { ...inputs, GITHUB_API_URL: again.url, INPUT_EVIDENCE: 'full' }
    const full = await run([join(root, 'src/main.ts')], open, folder)
    expect(again.comments[0]?.body).toContain('<summary>Body')
    expect(leaksIn(full.output.replace(/^::add-mask::.*$/gm, ''), secrets)).toEqual([])
    expect(again.asked).toEqual(expect.arrayContaining([`GET /commits/${commit}/pulls`, 'PATCH /issues/comments/1']))
    for (const { requests } of [github, again]) {
      expect(requests.length).toBeGreaterThan(2)
      for (const { url, headers, body } of requests) {
        const { authorization, ...others } = headers
        // Where the token belongs it stands, and nowhere else.
        expect(authorization).toBe(`token ${TOKEN}`)
        expect(leaksIn([url, JSON.stringify(others), body].join('\n'), secrets), url).toEqual([])
      }
    }
  })
})
