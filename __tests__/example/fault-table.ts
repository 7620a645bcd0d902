/** An expectation that must not hold: subject, expected and actual as the report shows them. */
export type Finding = readonly [subject: string | RegExp, expected: string | RegExp, actual: string | RegExp]

/** What a fault leads to. Checks that are neither found nor skipped pass. */
export interface Finds {
  /** By the id of the check: every failure it has, in order. */
  readonly failed: Readonly<Record<string, readonly Finding[]>>
  /** By the id of the check: the code of why it could not be found out. */
  readonly errored?: Readonly<Record<string, string>>
  /** Checks that are skipped because of it; `all`: the ready gate did not open. */
  readonly skipped?: readonly string[] | 'all'
  /** Variables of the checklist that are set for this fault: what would be waited for in vain is not waited for long. */
  readonly variables?: Readonly<Record<string, string>>
}

const NOT_READY = { skipped: 'all', variables: { comes_up_within: '500ms' } } as const
const silentSocket = (until: string): Finds => ({
  failed: {
    websocket: [
      ['websocket-until', until, 'no message'],
      ['`.[-1].text`', /^"hello from /, 'null'],
    ],
  },
  variables: { answers_within: '700ms' },
})

const AFTER_LOGIN = [
  'profile',
  'websocket',
  'refresh',
  'refresh-once',
  'logout',
  'refresh-after-logout',
  'tables',
  'refresh-tokens',
  'events',
]

/** Every fault of `examples/assistance/faults.ts`, and exactly what the checklist finds of it. */
export const faultTable: Readonly<Record<string, Finds>> = {
  version: { failed: { release: [['`.info.version`', '"2.2.1"', '"2.2.0"']] }, ...NOT_READY },
  health: { failed: { health: [['json.status', '"ok"', '"degraded"']] }, ...NOT_READY },
  'slow-start': { failed: {} },
  'bad-gateway': { failed: {} },
  'request-body': {
    failed: {
      'request-bodies': [
        ['`.paths["/auth/register"].post.requestBody.content["application/json"]`', 'object', 'null'],
        [
          /^`\.paths\["\/auth\/login"\]\.post\.requestBody\.content\["application\/x-www-form-urlencod/,
          'object',
          'null',
        ],
      ],
    },
  },
  docs: { failed: { docs: [['status', '2xx', '500']] } },
  title: { failed: { 'front-page': [['html.title.text', '"Assistance"', '"Welcome to nginx!"']] } },
  categories: { failed: { categories: [['`.categories.permanent | length`', '35', '34']] } },
  'temporary-categories': { failed: { categories: [['`.categories.temporary | length`', '25', '0']] } },
  'register-field': {
    failed: { register: [['json.full_name', '"Test User"', 'absent']] },
    skipped: ['register-again', 'login', ...AFTER_LOGIN, 'users-after'],
  },
  'register-lost': {
    failed: {
      'register-again': [['status', '400', '200']],
      login: [
        ['status', '200', '401'],
        ['cookies.refresh_token', 'an object with http_only', 'absent'],
        ['jq', 'true', 'false'],
        ['capture token', 'a value', 'nothing'],
        ['capture first_refresh_token', 'a value', 'nothing'],
      ],
      'users-after': [['value', /./, /./]],
    },
    skipped: AFTER_LOGIN,
  },
  'register-twice': { failed: { 'register-again': [['status', '400', '200']] } },
  'register-anything': { failed: { 'register-nonsense': [['status', '422', '200']] } },
  // A secret too short to be masked is told only where nothing worse is.
  'empty-token': { failed: { login: [['jq', 'true', 'false']] }, skipped: AFTER_LOGIN },
  'no-cookie': {
    failed: {
      login: [
        ['cookies.refresh_token', 'an object with http_only', 'absent'],
        ['capture first_refresh_token', 'a value', 'nothing'],
      ],
    },
    skipped: AFTER_LOGIN,
  },
  'readable-cookie': {
    failed: { login: [['cookies.refresh_token.http_only', 'true', 'false']] },
    skipped: AFTER_LOGIN,
  },
  'other-profile': {
    failed: {
      profile: [
        ['json.id', /^\d+$/, '1'],
        ['json.email', /^"verify\+.*@example\.com"$/, '"admin@assistance-kz.ru"'],
        ['json.full_name', '"Test User"', '"Administrator"'],
      ],
    },
  },
  'open-profile': { failed: { 'profile-of-strangers': [['status', '401', '200']] } },
  'refresh-refused': {
    failed: {
      refresh: [
        ['status', '200', '401'],
        ['cookies.refresh_token', 'an object with http_only', 'absent'],
        ['jq', 'true', 'false'],
        ['capture second_refresh_token', 'a value', 'nothing'],
      ],
    },
    skipped: ['refresh-once', 'logout', 'refresh-after-logout', 'refresh-tokens', 'events'],
  },
  'refresh-same-token': {
    failed: {
      'refresh-once': [['status', '401', '200']],
      'refresh-tokens': [['row.total', '2', '1']],
      events: [['rows[2].count', '1', '2']],
    },
  },
  'logout-fails': {
    failed: { logout: [['status', '200', '500']] },
    skipped: ['refresh-after-logout', 'refresh-tokens', 'events'],
  },
  'logout-keeps-token': {
    failed: {
      'refresh-after-logout': [['status', '401', '200']],
      'refresh-tokens': [
        ['row.total', '2', '3'],
        ['row.active', '0', '1'],
      ],
      events: [['rows[2].count', '1', '2']],
    },
  },
  'missing-event': {
    failed: {
      events: [
        ['rows', 'a list of 4', 'a list of 3'],
        ['rows[1].event_type', '"logout"', '"refresh"'],
        ['rows[2].event_type', '"refresh"', '"register"'],
      ],
    },
  },
  'no-events': {
    failed: { tables: [['row.auth_events', '1', '0']], events: [['rows', 'a list of 4', 'a list of 0']] },
  },
  'no-limiter': {
    failed: {
      'login-limit': [
        ['last.status', '429', '401'],
        ['last.headers["retry-after"]', 'a value', 'absent'],
      ],
    },
  },
  'limiter-silent': { failed: { 'login-limit': [['last.headers["retry-after"]', 'a value', 'absent']] } },
  'open-websocket': { failed: { 'websocket-stranger': [['status', /403/, '101']] } },
  'websocket-no-welcome': silentSocket('.type == "welcome"'),
  'websocket-no-echo': silentSocket('.type == "message"'),
  'log-error': { failed: { log: [['count', '0', '1']] } },
  'log-stack-trace': { failed: { log: [['count', '0', '1']] } },
}
