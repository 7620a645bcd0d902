/** What the runtime or a library calls an error (`ENOENT`, `ERR_INVALID_URL`); undefined where it has no name for it. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
