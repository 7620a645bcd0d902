import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dockerEnvironment } from '../../scripts/real-stack/engine.ts'
import type { DatabaseSpec } from '../../src/model/connections.ts'
import type { Filled } from '../../src/model/template.ts'
import type { ComposeProject } from '../../src/transport/compose.ts'
import { localMachine } from '../../src/transport/local-machine.ts'
import type { Machine } from '../../src/transport/machine.ts'
import { observeContext, type TestContext } from './builders.ts'

/** A context whose host `prod` is the given machine, with the given Compose project on it. */
export function contextThrough(
  database: () => Filled<DatabaseSpec>,
  through: { readonly machine?: Machine; readonly project?: ComposeProject },
  signal?: AbortSignal,
): TestContext {
  const context = observeContext({
    database: async () => database(),
    host: async () => ({ ssh: { host: 'prod.example' } }),
    ...(signal === undefined ? {} : { signal }),
  })
  const given: Readonly<Record<string, unknown>> = { 'host prod': through.machine, 'compose prod': through.project }
  return {
    ...context,
    resource: <R extends AsyncDisposable>(key: string, open: () => R | Promise<R>) =>
      given[key] === undefined ? context.resource(key, open) : Promise.resolve(given[key] as R),
  }
}

/** A machine that reaches what this one reaches, and tells what it was asked for. */
export function standInMachine(): Machine & { readonly asked: readonly unknown[] } {
  const local = localMachine(process.env)
  const asked: unknown[] = []
  return {
    ...local,
    asked,
    label: 'prod',
    remote: true,
    connect: (to, signal) => {
      asked.push(to)
      return local.connect(to, signal)
    },
  }
}

/** A project whose services are this machine, with nothing on the PATH but what is in a folder. */
export function standInProject(folder: string, machine: Machine = localMachine({})): ComposeProject {
  return {
    machine,
    engine: ['docker'],
    services: async () => [],
    containers: async () => [],
    inService: async (_service, command) => ({ ...command, environment: { ...command.environment, PATH: folder } }),
  }
}

/** A project whose services are containers, as the engine names them. */
export function dockerProject(name: string, path?: string): ComposeProject {
  const own = path === undefined ? [] : ['--env', `PATH=${path}`]
  return {
    machine: localMachine(process.env),
    engine: ['docker'],
    services: async () => [],
    containers: async () => [],
    inService: async (_service, { run }) => {
      if (!('words' in run)) throw new Error('Only words.')
      return { run: { words: ['docker', 'exec', '-i', ...own, name, ...run.words] }, environment: dockerEnvironment() }
    },
  }
}

/** Where a program of this machine really is: a launcher would need more programs than itself. Undefined: there is none. */
export function programPath(name: string): string | undefined {
  const words = name === 'python3' ? ['-c', 'import sys; print(sys.executable)'] : undefined
  const { stdout, status } =
    words === undefined
      ? spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
      : spawnSync(name, words, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/** A folder with a shell and these programs of this machine in it. */
export function programFolder(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'verify-deploy-programs-'))
  for (const name of ['sh', ...names]) {
    const path = programPath(name)
    if (path !== undefined) symlinkSync(path, join(folder, name))
  }
  return folder
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
