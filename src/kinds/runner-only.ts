import { CheckError } from '../model/check-error.ts'
import type { ObserveContext } from './kind.ts'

/** A host without `ssh` is the runner itself, which `host` and `via` may name; another one cannot be reached yet. */
export async function requireRunner(name: string | undefined, context: ObserveContext): Promise<void> {
  if (name === undefined) return
  const host = await context.host(name)
  if (host.ssh !== undefined) throw notSupported(`The host \`${name}\` is reached over SSH, which`)
}

export function requireNoService(service: unknown): void {
  if (service !== undefined) throw notSupported('Looking into a Compose service')
}

function notSupported(what: string): CheckError {
  return new CheckError({
    code: 'not-supported',
    message: `${what} is not supported yet in this version.`,
    hint: 'Run it on the machine itself, or leave this check to a person with `manual`.',
  })
}
