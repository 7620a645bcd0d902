import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe } from 'vitest'

const exec = promisify(execFile)
export const IMAGE = 'vd-base:1'

/** An engine with Compose 2 and the base image. With CI=true it must be there, else its tests are skipped, loudly. */
export async function describeWithDocker(name: string, body: () => void): Promise<void> {
  const there = await docker('compose', 'version')
    .then(() => docker('image', 'inspect', IMAGE))
    .then(
      () => true,
      () => false,
    )
  if (there || process.env.CI === 'true') return void describe(name, body)
  process.stderr.write(`\n!!! SKIPPED: ${name}. There is no Docker Engine with Compose 2 and ${IMAGE}.\n`)
  describe.skip(name, body)
}

export async function docker(...words: readonly string[]): Promise<string> {
  const { stdout } = await exec('docker', [...words], { maxBuffer: 1 << 26 })
  return stdout
}

export interface Project extends AsyncDisposable {
  readonly folder: string
  compose(...words: readonly string[]): Promise<string>
}

/** A project of its own in a folder of its own; taken down with all it has. */
export async function composeProject(name: string, file: string): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'compose-'))
  await writeFile(join(folder, 'compose.yml'), `name: ${name}\n${file.replaceAll('IMAGE', IMAGE)}`)
  const compose = (...words: readonly string[]): Promise<string> =>
    docker('compose', '-f', join(folder, 'compose.yml'), ...words)
  return {
    folder,
    compose,
    async [Symbol.asyncDispose]() {
      await compose('--profile', '*', 'down', '--timeout', '0', '--volumes', '--remove-orphans')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** This program's environment, as the settings of a run have it. */
export function ownEnvironment(): Readonly<Record<string, string | undefined>> {
  const { PATH, HOME, DOCKER_HOST, DOCKER_CONFIG } = process.env
  return { PATH, HOME, DOCKER_HOST, DOCKER_CONFIG }
}
