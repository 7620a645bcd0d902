import { CheckError } from '../model/check-error.ts'

/**
 * A connection that leads through another machine broke because the way to that machine did, so that nothing is known of
 * its other end. To whatever reads the socket it looks like a reset.
 */
export class WayLost extends Error {
  readonly code = 'ECONNRESET'

  constructor(cause: CheckError) {
    super('The way is lost', { cause })
  }
}

/** What to say of an error of a socket that came of its way; undefined when it is the other side's. */
export function wayLostIn(error: unknown): CheckError | undefined {
  return error instanceof WayLost && error.cause instanceof CheckError ? error.cause : undefined
}
