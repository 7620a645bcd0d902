import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ObserveContext } from '../../../src/kinds/kind.ts'
import type { ComposeContainer, ComposeProject } from '../../../src/transport/compose.ts'
import { localMachine } from '../../../src/transport/local-machine.ts'
import type { Machine } from '../../../src/transport/machine.ts'
import { observeContext, type TestContext } from '../builders.ts'

/** This machine, dressed as a server. */
export function server(given: Partial<Machine> = {}, environment: NodeJS.ProcessEnv = process.env): Machine {
  return { ...localMachine(environment), label: 'prod (deploy@example.com)', remote: true, ...given }
}

export function container(given: Partial<ComposeContainer> = {}): ComposeContainer {
  return {
    id: 'c1',
    service: 'backend',
    number: 1,
    state: 'running',
    startedAt: '2026-01-14T04:00:00.5Z',
    logDriver: 'json-file',
    tty: false,
    ...given,
  }
}

/** A project whose containers are known. Its engine is a program of the test, or the real one. */
export function project(
  containers: readonly ComposeContainer[],
  { engine, machine = server(), services }: { engine: string; machine?: Machine; services?: readonly string[] },
): ComposeProject {
  const names = services ?? [...new Set(containers.map(({ service }) => service))]
  return {
    machine,
    engine: [engine],
    services: async () => names.map(name => ({ name, replicas: 1, completes: false })),
    containers: async () => containers,
    inService: async () => {
      throw new Error('No log is read inside a container.')
    },
  }
}

/** A context in which the host `prod` is this machine or carries this project. */
export function contextOn(
  { machine, compose }: { machine?: Machine; compose?: ComposeProject },
  given: Partial<ObserveContext> = {},
): TestContext {
  const held: Readonly<Record<string, unknown>> = { 'host prod': machine ?? compose?.machine, 'compose prod': compose }
  return observeContext({
    host: async () => ({ ssh: { host: 'example.com' } }),
    resource: async <R extends AsyncDisposable>(key: string, open: () => R | Promise<R>) =>
      key in held ? (held[key] as R) : open(),
    ...given,
  })
}

/** Writes a program for the shell; gives its path. */
export async function program(folder: string, name: string, script: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return path
}
