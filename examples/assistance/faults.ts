import { type Behaviour, healthy } from './behaviour.ts'

/** One way in which a deployment can be wrong: a line for people, and what it changes. */
export interface Fault {
  readonly about: string
  readonly changes: Partial<Behaviour>
}

/** Switched on one at a time, by `FAULT=name` or `--fault name`. */
export const faults: Readonly<Record<string, Fault>> = {
  version: {
    about: 'The release before this one still answers.',
    changes: { version: '2.2.0' },
  },
  health: {
    about: 'The health check does not say ok.',
    changes: { health: 'degraded' },
  },
  'slow-start': {
    about: 'The service needs a moment before it is healthy. Nothing is wrong with that.',
    changes: { startsUpForMs: 400 },
  },
  'bad-gateway': {
    about: 'The proxy answers 502 until the backend is up. Nothing is wrong with that.',
    changes: { badGatewayForMs: 400 },
  },
  'request-body': {
    about: 'The OpenAPI document does not describe request bodies.',
    changes: { describesBodies: false },
  },
  docs: {
    about: 'The API documentation page fails with 500.',
    changes: { docsStatus: 500 },
  },
  title: {
    about: 'The front page is that of the web server, not ours.',
    changes: { title: 'Welcome to nginx!' },
  },
  categories: {
    about: 'A permanent category is missing.',
    changes: { permanentCategories: 34 },
  },
  'temporary-categories': {
    about: 'There are no temporary categories.',
    changes: { temporaryCategories: 0 },
  },
  'register-field': {
    about: 'The answer to a registration lacks the full name.',
    changes: { registerShows: ['id', 'email'] },
  },
  'register-lost': {
    about: 'A registration is answered well but never written to the database.',
    changes: { registerWrites: false },
  },
  'register-twice': {
    about: 'An e-mail address that is taken can be registered again.',
    changes: { registerRefusesTakenEmails: false },
  },
  'register-anything': {
    about: 'Registrations are not validated.',
    changes: { registerValidates: false },
  },
  'empty-token': {
    about: 'A login gives an empty access token.',
    changes: { issuesAccessTokens: false },
  },
  'no-cookie': {
    about: 'A login sets no refresh token cookie.',
    changes: { refreshCookie: 'none' },
  },
  'readable-cookie': {
    about: 'Scripts in the page can read the refresh token: its cookie is not HttpOnly.',
    changes: { refreshCookie: 'readable' },
  },
  'other-profile': {
    about: 'Everybody is shown the profile of the first user.',
    changes: { meShows: 'the first user' },
  },
  'open-profile': {
    about: 'A profile is shown without an access token.',
    changes: { meAsksForToken: false },
  },
  'refresh-refused': {
    about: 'Good refresh tokens are refused.',
    changes: { refreshAccepts: false },
  },
  'refresh-same-token': {
    about: 'A refresh does not replace the refresh token.',
    changes: { refreshRotates: false },
  },
  'logout-fails': {
    about: 'A logout does its work and then answers 500.',
    changes: { logoutStatus: 500 },
  },
  'logout-keeps-token': {
    about: 'Logging out leaves the refresh token usable.',
    changes: { logoutRevokes: false },
  },
  'missing-event': {
    about: 'Logouts are not recorded in auth_events.',
    changes: { recordedEvents: healthy.recordedEvents.filter(event => event !== 'logout') },
  },
  'no-events': {
    about: 'Nothing at all is recorded in auth_events.',
    changes: { recordedEvents: [] },
  },
  'no-limiter': {
    about: 'Passwords can be guessed without limit.',
    changes: { loginsPerMinute: null },
  },
  'limiter-silent': {
    about: 'The limiter does not say when to come back.',
    changes: { limiterSaysWhen: false },
  },
  'open-websocket': {
    about: 'The exchange lets strangers in.',
    changes: { socketAsksForToken: false },
  },
  'websocket-no-welcome': {
    about: 'The exchange does not greet who enters.',
    changes: { socketWelcomes: false },
  },
  'websocket-no-echo': {
    about: 'The exchange takes messages and passes none on.',
    changes: { socketEchoes: false },
  },
  'log-error': {
    about: 'A line of level ERROR in the log, while every answer is fine.',
    changes: { complaint: 'error' },
  },
  'log-stack-trace': {
    about: 'A stack trace in the log, while every answer is fine.',
    changes: { complaint: 'stack trace' },
  },
}

/** How the service behaves with a fault, or without one. Undefined: there is no fault of that name. */
export function behaviourWith(fault: string | null): Behaviour | undefined {
  if (fault === null) return healthy
  const found = Object.hasOwn(faults, fault) ? faults[fault] : undefined
  return found && { ...healthy, ...found.changes }
}
