import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BASE_IMAGE, docker, dockerEnvironment } from '../../real-stack.ts'

export interface Project extends AsyncDisposable {
  readonly folder: string
  compose(...words: readonly string[]): Promise<string>
}

/** A project of its own in a folder of its own; taken down with all it has. */
export async function composeProject(name: string, file: string): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'compose-'))
  await writeFile(join(folder, 'compose.yml'), `name: ${name}\n${file.replaceAll('IMAGE', BASE_IMAGE)}`)
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
  const { PATH, HOME } = process.env
  return { PATH, HOME, ...dockerEnvironment() }
}
