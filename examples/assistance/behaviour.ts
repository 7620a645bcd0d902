/** What happens to an account, as the table `auth_events` names it. */
export type AuthEvent = 'register' | 'login' | 'login_failed' | 'refresh' | 'logout'

/**
 * Everything about the service that a deployment can get wrong, as data. The healthy values stand below; each fault of
 * `faults.ts` replaces one of them, so the code of the service itself knows nothing of faults.
 */
export interface Behaviour {
  /** What `/openapi.json` gives as its version. */
  readonly version: string
  /** `status` in the answer of `/health`. */
  readonly health: string
  /** How long after its start `/health` still answers 503. */
  readonly startsUpForMs: number
  /** How long after its start everything is answered with 502, as a proxy does whose backend is not up yet. */
  readonly badGatewayForMs: number
  readonly docsStatus: number
  readonly title: string
  /** Whether the OpenAPI document describes the bodies that operations take. */
  readonly describesBodies: boolean
  readonly permanentCategories: number
  readonly temporaryCategories: number
  /** What an answer shows of an account that was just made. */
  readonly registerShows: readonly ('id' | 'email' | 'full_name')[]
  /** False: the answer is as always, but nothing is written. */
  readonly registerWrites: boolean
  readonly registerRefusesTakenEmails: boolean
  readonly registerValidates: boolean
  /** False: `access_token` is empty. */
  readonly issuesAccessTokens: boolean
  readonly refreshCookie: 'http-only' | 'readable' | 'none'
  readonly meShows: 'the caller' | 'the first user'
  readonly meAsksForToken: boolean
  /** False: every refresh token is refused. */
  readonly refreshAccepts: boolean
  /** True: each refresh revokes the token it was given and hands out a new one. */
  readonly refreshRotates: boolean
  readonly logoutStatus: number
  readonly logoutRevokes: boolean
  readonly recordedEvents: readonly AuthEvent[]
  /** `null`: no limit. */
  readonly loginsPerMinute: number | null
  readonly limiterSaysWhen: boolean
  readonly socketAsksForToken: boolean
  readonly socketWelcomes: boolean
  readonly socketEchoes: boolean
  /** Lines written to the log, besides the usual ones, each time the categories are asked for. */
  readonly complaint: 'none' | 'error' | 'stack trace'
}

export const healthy: Behaviour = {
  version: '2.2.1',
  health: 'ok',
  startsUpForMs: 0,
  badGatewayForMs: 0,
  docsStatus: 200,
  title: 'Assistance',
  describesBodies: true,
  permanentCategories: 35,
  temporaryCategories: 25,
  registerShows: ['id', 'email', 'full_name'],
  registerWrites: true,
  registerRefusesTakenEmails: true,
  registerValidates: true,
  issuesAccessTokens: true,
  refreshCookie: 'http-only',
  meShows: 'the caller',
  meAsksForToken: true,
  refreshAccepts: true,
  refreshRotates: true,
  logoutStatus: 200,
  logoutRevokes: true,
  recordedEvents: ['register', 'login', 'login_failed', 'refresh', 'logout'],
  loginsPerMinute: 5,
  limiterSaysWhen: true,
  socketAsksForToken: true,
  socketWelcomes: true,
  socketEchoes: true,
  complaint: 'none',
}
