import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { buildElsewhere } from '../process/program.ts'

/*
 * The quick start of README.md as somebody follows it: its checklist with another address, its lines of a shell, and the step
 * of its workflow as a runner starts it, against a stand-in of the shop.
 */

const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
const [, QUICK_START = ''] = README.split('## Quick start\n')
const PASSWORD = 'correct-horse-battery'

function block(fence: string): string {
  return new RegExp(`^\`\`\`${fence}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(QUICK_START)?.[1] ?? ''
}

interface Workflow {
  readonly jobs: {
    readonly verify: {
      readonly steps: readonly {
        readonly uses: string
        readonly env?: Readonly<Record<string, string>>
        readonly with?: Readonly<Record<string, string>>
      }[]
    }
  }
}

let dist: string
const folders: string[] = []
beforeAll(async () => {
  dist = await buildElsewhere()
})
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true }))))

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  return body
}

/** Just as much of the shop as the checklist asks for. */
async function openShop({ version = '2.2.1', products = 100 }: { version?: string; products?: number } = {}) {
  const token = 'token-of-the-user'
  const answers: Readonly<Record<string, (request: IncomingMessage) => unknown>> = {
    'GET /health': () => ({ status: 'ok', version }),
    'GET /v1/products': () => ({ products: Array.from({ length: products }, (_, id) => ({ id })) }),
    'POST /auth/login': async request =>
      new URLSearchParams(await bodyOf(request)).get('password') === PASSWORD ? { access_token: token } : undefined,
    'GET /v1/orders': ({ headers }) => (headers.authorization === `Bearer ${token}` ? { orders: [] } : undefined),
  }
  const server = createServer(async (request, response) => {
    const answer = await answers[`${request.method} ${request.url}`]?.(request)
    response.writeHead(answer === undefined ? 403 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? {}))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}

/** A folder with the checklist, its address changed as the text says; beside it the clone with its `dist`. */
async function follow(url: string, change: (checklist: string) => string = text => text): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'quick-start-'))
  folders.push(parent)
  const [folder, clone] = [join(parent, 'shop'), join(parent, 'verify-deploy')]
  await Promise.all([mkdir(folder), mkdir(clone)])
  const checklist = block('yaml checklist')
  expect(checklist.split('https://shop.example.com')).toHaveLength(2)
  await writeFile(join(folder, 'checklist.yml'), change(checklist.replace('https://shop.example.com', url)))
  await symlink(dist, join(clone, 'dist'))
  return folder
}

interface Ended {
  readonly code: number
  readonly output: string
}

function run(
  words: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const [program = '', ...rest] = words
  const { PATH = '', HOME = '' } = process.env
  return new Promise(resolve => {
    execFile(program, rest, { cwd, env: { PATH, HOME, ...environment } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr })
    })
  })
}

/** The lines for a terminal: a clone, which is there already, then `lint` and `run`. */
function shellLines(): readonly string[] {
  const [clone, ...lines] = block('sh').trim().split('\n')
  expect(clone).toMatch(/^git clone \S+ \.\.\/verify-deploy$/)
  expect(lines).toHaveLength(2)
  return lines.map(line => line.replace('VERIFY_PASSWORD=…', `VERIFY_PASSWORD=${PASSWORD}`))
}

async function onTerminal(folder: string): Promise<readonly Ended[]> {
  const [lint = '', start = ''] = shellLines()
  return [await run(['bash', '-c', lint], folder), await run(['bash', '-c', start], folder)]
}

/** The step of the workflow, with `secrets` and inputs as a runner hands them over. */
async function inWorkflow(folder: string): Promise<Ended & { readonly verdict: string | undefined }> {
  const { jobs } = parse(block('yaml workflow')) as Workflow
  const step = jobs.verify.steps.find(({ uses }) => uses.includes('verify-deploy'))
  const secret = '\u0024{{ secrets.VERIFY_PASSWORD }}'
  const given = Object.entries(step?.env ?? {}).map(([name, value]) => [name, value.replace(secret, PASSWORD)])
  const inputs = Object.entries(step?.with ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, String(value)])
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')]
  await Promise.all([writeFile(output, ''), writeFile(summary, '')])
  const ended = await run(['node', '../verify-deploy/dist/main.js'], folder, {
    ...Object.fromEntries([...given, ...inputs]),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_WORKSPACE: folder,
  })
  return { ...ended, verdict: /^verdict<<.*\n(.*)/m.exec(await readFile(output, 'utf8'))?.[1] }
}

/** The patience of the gate, which a test does not have. */
const hurried = (checklist: string): string => {
  expect(checklist).toContain('within: 3m')
  return checklist.replace('within: 3m', 'within: 300ms')
}

describe('the quick start', () => {
  it('passes as it is written, on a terminal and in the workflow', async () => {
    await using shop = await openShop()
    const folder = await follow(shop.url)
    const [[lint, started], step] = await Promise.all([onTerminal(folder), inWorkflow(folder)])
    expect(lint, lint?.output).toMatchObject({ code: 0 })
    expect(started, started?.output).toMatchObject({ code: 0 })
    expect(started?.output).toContain('✓ passed · 4 checks: 4 passed')
    expect(step, step.output).toMatchObject({ code: 0, verdict: 'passed' })
  })

  it('fails while the old release answers', async () => {
    await using shop = await openShop({ version: '2.2.0' })
    const folder = await follow(shop.url, hurried)
    const [[lint, started], step] = await Promise.all([onTerminal(folder), inWorkflow(folder)])
    expect([lint?.code, started?.code, step.code, step.verdict]).toEqual([0, 1, 1, 'failed'])
    expect(started?.output).toContain('json.version is "2.2.0", expected "2.2.1".')
  })

  it('fails when the catalogue is not complete', async () => {
    await using shop = await openShop({ products: 99 })
    const [, started] = await onTerminal(await follow(shop.url))
    expect(started).toMatchObject({ code: 1, output: expect.stringContaining('4 checks: 3 passed, 1 failed') })
  })

  it('sends nothing without the password, and says what to set', async () => {
    const [, start = ''] = shellLines()
    const folder = await follow('http://127.0.0.1:9')
    const { code, output } = await run(['bash', '-c', start.replace(PASSWORD, '')], folder)
    expect([code, output]).toEqual([2, expect.stringContaining('`VERIFY_PASSWORD`')])
  })
})
