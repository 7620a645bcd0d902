import { CheckError } from '../model/check-error.ts'
import type { ObserveContext } from './kind.ts'

/** What a server sent may not send the checklist's requests, credentials included, to a place the checklist does not know. */
export function requireNamedOrigin(url: URL, { allowedOrigins }: ObserveContext): void {
  // A WebSocket begins as a request to the same place.
  if (allowedOrigins?.has(url.origin.replace(/^ws/, 'http')) ?? true) return
  throw new CheckError({
    code: 'origin-not-named',
    message: `The captured URL leads to ${url.origin}, which the checklist does not name.`,
    hint: 'Name the origin in a variable and write `{{ $origin }}/path`, or make sure the service answers with its own address.',
    endpoint: url.host,
  })
}
