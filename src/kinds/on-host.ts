import { resolve } from 'node:path'
import { CheckError } from '../model/check-error.ts'
import type { HostSpec } from '../model/connections.ts'
import type { Filled } from '../model/template.ts'
import { EngineProject } from '../transport/compose/compose-project.ts'
import type { ComposeSettings } from '../transport/compose/engine-words.ts'
import type { DeployedProject } from '../transport/compose.ts'
import { type Dial, dialThrough } from '../transport/dial-through.ts'
import { localMachine } from '../transport/local-machine.ts'
import type { Machine } from '../transport/machine.ts'
import type { ObserveContext } from './kind.ts'
import { sshTarget } from './ssh-target.ts'

type ComposeSpec = NonNullable<Filled<HostSpec>['compose']>

/** The machine that `host` or `via` names; without a name, the runner. One a run, closed at its end. */
export async function machineOf(name: string | undefined, context: ObserveContext): Promise<Machine> {
  if (name === undefined) return context.resource('host', () => localMachine(context.environment))
  const { ssh } = await context.host(name)
  if (ssh === undefined) return machineOf(undefined, context)
  await requireEnd(name, context)
  return context.resource(`host ${name}`, async () => {
    // Opened before and therefore closed after what goes through it.
    const jump = ssh.jump === undefined ? undefined : await machineOf(ssh.jump, context)
    const { SshMachine } = await import('../transport/ssh/ssh-machine.ts')
    const { clock, environment } = context
    return new SshMachine({ target: sshTarget(name, ssh), jump, environment, now: () => clock.now() })
  })
}

/** How connections are opened by way of the machine that `via` names; undefined: directly. */
export async function dialVia(via: string | undefined, context: ObserveContext): Promise<Dial | undefined> {
  if (via === undefined) return undefined
  const machine = await machineOf(via, context)
  return machine.remote ? dialThrough(machine) : undefined
}

/** Hosts that lead to each other by `jump` would wait for each other forever. */
async function requireEnd(name: string, context: ObserveContext): Promise<void> {
  const way = [name]
  for (let next = name; ; ) {
    const { ssh } = await context.host(next)
    if (ssh?.jump === undefined) return
    next = ssh.jump
    way.push(next)
    if (way.indexOf(next) < way.length - 1) {
      throw new CheckError({
        code: 'jump-circle',
        message: `The way to the host \`${name}\` leads in a circle: ${way.join(' → ')}.`,
        hint: 'Let one of them be reached without `jump`.',
      })
    }
  }
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
