/** What went wrong between us and GitHub. */
export type ApiFaultKind =
  /** 401: the token is none, or no longer. */
  | 'unauthorized'
  /** 403: the token may not do this. */
  | 'forbidden'
  /** 403: nobody may write there now. */
  | 'locked'
  /** 404, 410: not there, or not to be seen by this token. */
  | 'missing'
  /** 422 and other answers of the kind *your fault*. */
  | 'refused'
  /** 429, or 403 of a rate limit: too many requests, ours or other people's with the same token. */
  | 'limited'
  /** 5xx. */
  | 'server'
  /** No answer within the time a request has. */
  | 'timeout'
  /** No connection. */
  | 'unreachable'
  /** An answer that is none of GitHub's, such as the page of a proxy. */
  | 'strange'

/** Kinds that time may heal. */
const PASSING: readonly ApiFaultKind[] = ['limited', 'server', 'timeout', 'unreachable', 'strange']

/** GitHub asks for a minute's rest where it says nothing else of a secondary limit. */
const LIMIT_REST_MS = 60_000

export class ApiFault extends Error {
  override readonly name = 'ApiFault'
  readonly kind: ApiFaultKind
  /** Of the answer; undefined when there was none. */
  readonly status: number | undefined
  /** How long GitHub asks to wait, in milliseconds. */
  readonly waitMs: number | undefined

  constructor(
    kind: ApiFaultKind,
    message: string,
    more: { readonly status?: number | undefined; readonly waitMs?: number | undefined } = {},
  ) {
    super(message)
    this.kind = kind
    this.status = more.status
    this.waitMs = more.waitMs
  }

  /** Whether the same request may succeed a little later. */
  get passes(): boolean {
    return PASSING.includes(this.kind)
  }
}

/** Makes a fault of what octokit rejects with. `now` is the time in milliseconds since 1970. */
export function apiFaultOf(error: unknown, now: number): ApiFault {
  if (error instanceof ApiFault) return error
  const { status, response, message, name, cause } = (error ?? {}) as Rejection
  if (response === undefined) {
    const timedOut = [name, cause?.name].some(word => word === 'TimeoutError' || word === 'AbortError')
    if (timedOut) return new ApiFault('timeout', 'GitHub did not answer in time.')
    const code = cause?.code ?? cause?.cause?.code
    const told = [message, code].filter(word => word !== undefined && word !== '')
    return new ApiFault('unreachable', told.join(', ') || String(error))
  }
  const { headers = {}, data } = response
  const said = data?.message ?? message ?? ''
  const kind = kindOf(status ?? 0, said, headers)
  return new ApiFault(kind, said, { status, waitMs: kind === 'limited' ? restOf(headers, now) : askedOf(headers) })
}

interface Rejection {
  readonly name?: string
  readonly message?: string
  readonly status?: number
  readonly response?: { readonly headers?: Headers; readonly data?: { readonly message?: string } }
  readonly cause?: { readonly name?: string; readonly code?: string; readonly cause?: { readonly code?: string } }
}

type Headers = Readonly<Record<string, string | number | undefined>>

function kindOf(status: number, said: string, headers: Headers): ApiFaultKind {
  if (status === 401) return 'unauthorized'
  if (status === 429) return 'limited'
  if (status === 403) {
    const limited = headers['retry-after'] !== undefined || String(headers['x-ratelimit-remaining']) === '0'
    if (limited || /rate limit|abuse detection/i.test(said)) return 'limited'
    return /\blocked\b/i.test(said) ? 'locked' : 'forbidden'
  }
  if (status === 404 || status === 410) return 'missing'
  return status >= 500 ? 'server' : 'refused'
}

/** `Retry-After` in seconds, the only form GitHub uses. */
function askedOf(headers: Headers): number | undefined {
  const asked = String(headers['retry-after'] ?? '')
  return /^\d{1,6}$/.test(asked) ? Number(asked) * 1_000 : undefined
}

function restOf(headers: Headers, now: number): number {
  const reset = Number(headers['x-ratelimit-reset'])
  const untilReset = String(headers['x-ratelimit-remaining']) === '0' && reset > 0 ? reset * 1_000 - now : undefined
  return askedOf(headers) ?? (untilReset === undefined ? LIMIT_REST_MS : Math.max(0, untilReset))
}
