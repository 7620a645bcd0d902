import { CheckError } from '../../model/check-error.ts'
import { suggest } from '../../model/suggest.ts'
import type { ComposeService } from '../compose.ts'

/** Rejects the name of a service that the compose files do not have, or not with the active profiles. */
export function requireService(name: string, services: readonly ComposeService[]): void {
  if (services.some(service => service.name === name)) return
  const names = services.map(service => service.name)
  const near = suggest(name, names)
  throw new CheckError({
    code: 'service-unknown',
    message: `The compose files have no service \`${name}\`.`,
    hint:
      near === undefined
        ? `There are: ${names.join(', ')}. One of another profile needs \`profiles\` in the \`compose\` block of the host.`
        : `Did you mean \`${near}\`?`,
  })
}
