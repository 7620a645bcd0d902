import type { Report } from '../../src/model/result.ts'
import {
  at,
  attempts,
  check,
  cleanupOf,
  diagnostic,
  errored,
  evidence,
  failed,
  failure,
  finished,
  invalid,
  open,
  PAGE,
  section,
  skipped,
} from './builders.ts'
import { badGateway, wrongVersion } from './faults.ts'

const needsLogin = {
  because: 'needs',
  message: 'It needs login, which failed.',
  check: 'Log in',
  blocked: true,
} as const
const notReady = { because: 'not ready', message: 'The deployment was not ready after 3 m 00 s and 8 rounds.' } as const

/** Runs that did not go as planned: skipped, not ready, flaky, cancelled, invalid. */
export const troubled: Readonly<Record<string, Report>> = {
  'skipped-by-needs': finished([
    section('Authentication', [
      failed('Log in', [{ ...badGateway, byDefault: true, location: at(40, '        request: POST /auth/login') }], {
        durationMs: 95,
      }),
      skipped('Own profile', needsLogin),
      skipped('Refresh', needsLogin),
      skipped('Log out', needsLogin),
      skipped('Only on Mondays', { because: 'condition', message: '`$run.target == "staging"` is false.' }),
    ]),
    check('Categories'),
  ]),

  'not-ready': finished(
    [
      section('Authentication', [
        skipped('Register a user', notReady),
        skipped('Log in', notReady),
        skipped('Own profile', notReady),
      ]),
      skipped('No errors in the logs', notReady, { kind: 'logs' }),
    ],
    {
      ready: section(
        'Ready',
        [
          check('Health', { durationMs: 20 }),
          failed('The new release answers', [wrongVersion], {
            durationMs: 180_000,
            fix: 'Set the version in backend/config.py, rebuild and restart the backend.',
            attempts: attempts(Array.from({ length: 8 }, () => '.info.version is "2.2.0", expected "2.2.1".')),
          }),
        ],
        { rounds: { count: 8, held: false } },
      ),
      stopped: {
        reason: 'not-ready',
        message: 'The deployment was not ready after 3 m 00 s and 8 rounds. The new release answers: no.',
      },
    },
  ),

  flaky: finished(
    [
      check('Health', {
        durationMs: 5_160,
        attempts: attempts(['The status is 502, expected 200.', '', 'The status is 502, expected 200.', '', '']),
      }),
      check('Slow to start', { durationMs: 1_080, attempts: attempts(['The status is 503, expected 200.', '']) }),
    ],
    {
      ready: section('Ready', [check('Version')], { rounds: { count: 3, held: true } }),
    },
  ),

  'log-errors': finished([
    failed(
      'No errors in the logs',
      [
        failure({
          subject: 'count',
          expected: '0',
          actual: '7',
          message: 'count is 7, expected 0.',
          location: at(60, '    logs: { host: prod, services: [backend] }', 'logs'),
          byDefault: true,
        }),
      ],
      {
        kind: 'logs',
        evidence: [
          evidence('7 events in 420 lines of backend on prod', 'ERROR: boom\nTraceback: …\n\n… 6 more', {
            telling: true,
          }),
          evidence('Events 2 to 7', 'ERROR: boom again'),
        ],
      },
    ),
    errored('Proxy', {
      message: 'proxy.example:80 refused the connection.',
      endpoint: 'proxy.example:80',
      details: { code: 'ECONNREFUSED', addresses: '192.0.2.1, 192.0.2.2' },
      location: at(70, '    request: GET /', 'request'),
    }),
  ]),

  'manual-open': finished([
    check('Front page'),
    section('By hand', [
      open('The personal page looks right', 'Open https://assistance.example, log in, open the personal page.'),
      open('Send yourself a message and read it on a phone', 'Send yourself a message and read it on a phone'),
    ]),
  ]),

  'cleanup-failed': finished([check('Register a user', { durationMs: 212 })], {
    cleanup: [
      cleanupOf(
        'Register a user',
        failed('Delete the user', [
          failure({
            subject: 'row_count',
            expected: '1',
            actual: '0',
            location: at(
              44,
              '          query: { sql: "DELETE FROM users WHERE id = {{ $user_id }}", write: true }',
              'sql',
            ),
          }),
        ]),
      ),
      cleanupOf('Register a user', check('Delete the tokens', { durationMs: 4 })),
      cleanupOf(
        'Log in',
        skipped('Log out', {
          because: 'nothing to undo',
          message: 'Nothing to undo is known: `$token` was never captured.',
        }),
      ),
    ],
    notices: ['The TLS certificate of assistance.example is not verified (insecure: true).'],
  }),

  cancelled: finished(
    [
      check('Register a user', { durationMs: 212 }),
      skipped('Log in', { because: 'cancelled', message: 'The run was cancelled while it ran.' }, { durationMs: 600 }),
      failed('Front page', [badGateway]),
      skipped('Own profile', { because: 'cancelled', message: 'The run was cancelled by SIGTERM.' }),
    ],
    { stopped: { reason: 'cancelled', message: 'The run was cancelled by SIGTERM.' } },
  ),

  'cancelled-early': finished(
    [
      check('Register a user', { durationMs: 212 }),
      skipped('Own profile', { because: 'cancelled', message: 'The run was cancelled by SIGTERM.' }),
    ],
    { stopped: { reason: 'cancelled', message: 'The run was cancelled by SIGINT.' } },
  ),

  'timed-out': finished(
    [
      check('Register a user', { durationMs: 212 }),
      skipped('Own profile', { because: 'cancelled', message: 'The run took longer than its timeout of 15 m 00 s.' }),
    ],
    {
      durationMs: 900_000,
      stopped: { reason: 'timeout', message: 'The run took longer than its timeout of 15 m 00 s.' },
    },
  ),

  'nothing-ran': finished([
    open('Look at the page', 'Look at the page.'),
    skipped('Health', { because: 'not selected', message: 'It was not selected.' }),
  ]),

  'invalid-checklist': invalid(
    [
      diagnostic(),
      diagnostic({
        code: 'undefined-variable',
        message: '`$tokn` is defined nowhere.',
        hint: 'Did you mean `$token`, which "Log in" captures?',
        location: at(17, '\t\t\tbearer: "{{ $tokn }}"', '$tokn'),
      }),
      diagnostic({
        code: 'secret-too-short',
        severity: 'warning',
        message: 'The secret `pin` has fewer than 6 characters.',
        hint: '',
        location: at(5, '  pin: { value: "1234", secret: true } # 密码', '密码'),
      }),
    ],
    PAGE,
  ),
}
