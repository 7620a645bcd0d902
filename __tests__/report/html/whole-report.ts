import type { FinishedReport } from '../../../src/model/result.ts'
import {
  at,
  attempts,
  check,
  cleanupOf,
  errored,
  evidence,
  failed,
  failure,
  finished,
  open,
  section,
  skipped,
} from '../builders.ts'
import { badGateway } from '../faults.ts'

const gate = section(
  'Ready',
  [check('Health answers', { durationMs: 820, attempts: attempts(['The status is 503, expected 200.', '']) })],
  {
    rounds: { count: 2, held: true },
  },
)

const authentication = section('Authentication', [
  check('Register a user', { durationMs: 212, captured: ['user_id'], id: 'register', expectations: 4 }),
  failed('Log in', [badGateway], {
    id: 'login',
    tags: ['smoke', 'auth'],
    durationMs: 1_240,
    expectations: 3,
    description: 'POST /auth/login',
    fix: 'Restart the backend; then look at its log with `docker compose logs backend`.',
    evidence: [
      evidence('Request', 'POST /auth/login HTTP/1.1\nhost: assistance.example\nauthorization: ***\n', {
        language: 'http',
      }),
      evidence('Response', 'HTTP/1.1 502 Bad Gateway\r\nserver: nginx\r\n\r\n<html>\n\t<title>502</title>\n</html>', {
        language: 'http',
        fullLength: 48_211,
      }),
    ],
    reproduce: 'curl -sS -X POST https://assistance.example/auth/login -d \'password=\'"$PASSWORD"',
  }),
  skipped('Own profile', {
    because: 'needs',
    message: 'It needs `login`, which failed.',
    check: 'Log in',
    blocked: true,
  }),
  skipped('Only on Mondays', { because: 'condition', message: '`$run.target == "staging"` is false.' }),
])

const publicApi = section('Public API', [
  failed(
    'Categories',
    [
      failure({
        subject: 'jq',
        expected: '35',
        actual: '34',
        message: '`.categories.permanent | length` is 34, expected 35.',
        location: at(71, '            .categories.permanent | length: 35'),
      }),
      failure({
        subject: 'jq',
        matcher: 'at least',
        expected: '25',
        actual: '24',
        message: '`.categories.temporary | length` is 24, expected at least 25.',
        location: at(72, '            .categories.temporary | length: { gte: 25 }'),
      }),
    ],
    { durationMs: 93, evidence: [evidence('Body', '{"categories":{"permanent":[]}}', { language: 'json' })] },
  ),
  check('Version', { durationMs: 51 }),
  check('Opening hours', { durationMs: 77 }),
  section('Pages', [
    check('Documentation', { durationMs: 310 }),
    check('Front page', { durationMs: 1_204 }),
    check('Search', {
      durationMs: 2_160,
      attempts: attempts(['', 'The status is 502, expected 200.', '']),
    }),
    failed(
      'Fast enough',
      [
        failure({
          subject: 'duration',
          matcher: 'less than',
          expected: '1s',
          actual: '1.4s',
          message: 'The duration is 1.4 s, expected less than 1 s.',
          location: at(18, '    expect: { duration: { lt: 1s } }', 'lt: 1s'),
        }),
      ],
      { severity: 'warning', durationMs: 1_402, fix: 'Look at the slow query log.' },
    ),
  ]),
])

const database = section('Database', [
  errored(
    'Users',
    {
      code: 'query-failed',
      message: 'PostgreSQL refused the statement: relation "usrs" does not exist.',
      hint: 'Look for a slip in the name of the table, or for a migration that did not run.',
      endpoint: 'postgres://db.example:5432/assistance',
      details: { sqlstate: '42P01', position: '22' },
      location: at(30, '    query: SELECT count(*) FROM usrs', 'usrs'),
    },
    { kind: 'query', durationMs: 8, description: 'SELECT count(*) FROM usrs' },
  ),
])

/** A run in which everything occurs that a page can show: every standing, a gate, attempts, flaky ones, cleanup, notes. */
export function wholeReport(): FinishedReport {
  return finished(
    [
      authentication,
      publicApi,
      database,
      check('No errors in the log', { kind: 'logs', durationMs: 310, description: 'backend, since the run began' }),
      section('By hand', [open('The page looks right', 'Open https://assistance.example and log in.')]),
    ],
    {
      ready: gate,
      facts: {
        sha: '4f1c2d3e4f5061728394a5b6c7d8e9f001122334',
        ref: 'refs/heads/main',
        actor: 'aliya',
        repository: 'example/assistance',
        url: 'https://github.com/example/assistance/actions/runs/101',
        target: 'production',
      },
      cleanup: [cleanupOf('Register a user', check('Delete the user', { kind: 'query', durationMs: 12 }))],
      notices: ['The TLS certificate of assistance.example is not verified (`insecure: true`).'],
    },
  )
}
