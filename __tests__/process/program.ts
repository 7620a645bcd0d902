import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll } from 'vitest'
import { bundle } from '../../scripts/bundle.ts'

const ROOT = join(import.meta.dirname, '../..')
const folders: string[] = []
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true }))))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  readonly ended: Promise<Ended>
}

/** The entries as they are shipped: built into a folder from which no `node_modules` can be reached. */
export async function buildElsewhere(): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, contents] of await bundle()) await writeFile(join(folder, name), contents)
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  return folder
}

export const FROM_SOURCE = { cli: join(ROOT, 'src/cli.ts'), main: join(ROOT, 'src/main.ts') }

/** A folder that goes when the tests of this file have ended. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-deploy-'))
  folders.push(folder)
  return folder
}

/** Starts Node with just the given environment and the way to its own tools. */
export function start(
  words: readonly string[],
  options: { readonly cwd: string; readonly environment?: Readonly<Record<string, string>> },
): Started {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, words, {
    cwd: options.cwd,
    env: { PATH, HOME, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  const ended = once(child, 'close').then(([code]) => ({ code, stdout, stderr }))
  return { child, ended }
}

export interface Site extends AsyncDisposable {
  readonly url: string
  /** Paths asked for so far, in order. */
  readonly asked: readonly string[]
  /** Resolves when a path has been asked for. */
  waitFor(path: string): Promise<void>
}

/** A server that answers `{"ok":true}`, after `answer` if that wants to answer itself; `/hangs…` is never answered. */
export async function startSite(
  answer: (path: string, response: ServerResponse) => boolean = () => false,
): Promise<Site> {
  const asked: string[] = []
  const waiting = new Map<string, () => void>()
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    waiting.get(path)?.()
    if (path.startsWith('/hangs') || answer(path, response)) return
    response.setHeader('content-type', 'application/json')
    response.end('{"ok":true}')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    waitFor: path => (asked.includes(path) ? Promise.resolve() : new Promise(resolve => waiting.set(path, resolve))),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}

/** A folder with a checklist in it. */
export async function folderWith(checklist: string): Promise<string> {
  const folder = join(await temporaryFolder(), 'work')
  await mkdir(folder)
  await writeFile(join(folder, 'checklist.yml'), checklist)
  return folder
}
