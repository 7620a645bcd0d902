import { CheckError } from '../model/check-error.ts'
import type { Failure, Fault } from '../model/result.ts'
import type { Span } from '../model/source.ts'
import { shorten } from '../model/visible.ts'
import type { Locator } from './locator.ts'

/** Anything thrown inside a check as what the report can say. Our own mistakes must not lose the report of a run. */
export function asCheckError(error: unknown): CheckError {
  if (error instanceof CheckError) return error
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return new CheckError({
    code: 'internal',
    message: `Something is wrong in verify-deploy itself: ${message}`,
    hint: 'Please report it, with the stack that stands below.',
    details: { stack },
    cause: error,
  })
}

export function faultOf(error: CheckError, span: Span, locate: Locator): Fault {
  const { code, message, hint, endpoint, details } = error
  return {
    code,
    message,
    hint,
    ...(endpoint === undefined ? {} : { endpoint }),
    details,
    location: locate(error.span ?? span),
  }
}

/** How much of expected and actual a failure keeps, in UTF-16 units. */
const VALUE_LENGTH = 400

/** What was asked about did not happen, and the kind could observe no more: the check has failed. */
export function failureOfError(
  error: CheckError,
  span: Span,
  { locate, redact }: { readonly locate: Locator; readonly redact: (text: string) => string },
): Failure {
  const { expected = '', actual = '' } = error.finding ?? {}
  return {
    subject: error.code,
    matcher: '',
    expected: shorten(redact(expected), VALUE_LENGTH),
    actual: shorten(redact(actual), VALUE_LENGTH),
    message: error.message,
    location: locate(error.span ?? span),
    byDefault: false,
  }
}
