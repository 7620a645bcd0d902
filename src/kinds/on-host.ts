import { resolve } from 'node:path'
import { CheckError } from '../model/check-error.ts'
import type { HostSpec } from '../model/connections.ts'
import type { Filled } from '../model/template.ts'
import { EngineProject } from '../transport/compose/compose-project.ts'
import type { ComposeSettings } from '../transport/compose/engine-words.ts'
import type { DeployedProject } from '../transport/compose.ts'
import { localMachine } from '../transport/local-machine.ts'
import type { Machine } from '../transport/machine.ts'
import type { ObserveContext } from './kind.ts'

type ComposeSpec = NonNullable<Filled<HostSpec>['compose']>

/** The machine that `host` or `via` names; without a name, the runner. One a run, closed at its end. */
export async function machineOf(name: string | undefined, context: ObserveContext): Promise<Machine> {
  if (name === undefined) return context.resource('host', () => localMachine(context.environment))
  const { ssh } = await context.host(name)
  if (ssh === undefined) return machineOf(undefined, context)
  return context.resource(`host ${name}`, () => {
    throw new CheckError({ code: 'not-supported', message: 'Not yet.' })
  })
}

/** The Compose project on a host, as its `compose` block describes it; without one, what Compose finds there by itself. */
export async function composeOf(host: string, context: ObserveContext): Promise<DeployedProject> {
  const machine = await machineOf(host, context)
  const { compose = {} } = await context.host(host)
  return context.resource(
    `compose ${host}`,
    () => new EngineProject(machine, settingsOf(compose, machine, context.folder), context.notice),
  )
}

/** On the runner paths start from the checklist's folder, on a server from the home directory. */
function settingsOf(
  { file, files = [], directory, project, command, env_file: envFile, profiles = [] }: ComposeSpec,
  { remote }: Machine,
  folder: string,
): ComposeSettings {
  const place = remote ? directory : resolve(folder, directory ?? '.')
  return {
    files: file === undefined ? files : [file, ...files],
    profiles,
    ...(place === undefined ? {} : { directory: place }),
    ...(project === undefined ? {} : { project }),
    ...(command === undefined ? {} : { command }),
    ...(envFile === undefined ? {} : { envFile }),
  }
}
