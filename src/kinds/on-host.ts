import { CheckError } from '../model/check-error.ts'
import type { ComposeProject } from '../transport/compose.ts'
import { localMachine } from '../transport/local-machine.ts'
import type { Machine } from '../transport/machine.ts'
import type { ObserveContext } from './kind.ts'

/** The machine that `host` or `via` names; without a name, the runner. One a run, closed at its end. */
export async function machineOf(name: string | undefined, context: ObserveContext): Promise<Machine> {
  if (name === undefined) return context.resource('host', () => localMachine(context.environment))
  const { ssh } = await context.host(name)
  if (ssh === undefined) return machineOf(undefined, context)
  return context.resource(`host ${name}`, () => {
    throw new CheckError({ code: 'not-supported', message: 'Not yet.' })
  })
}

/** The Compose project on a host, as its `compose` block describes it. */
export async function composeOf(host: string, context: ObserveContext): Promise<ComposeProject> {
  return context.resource(`compose ${host}`, () => {
    throw new CheckError({ code: 'not-supported', message: 'Not yet.' })
  })
}
