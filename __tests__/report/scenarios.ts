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
  section,
  skipped,
} from './builders.ts'

const FACTS = {
  sha: '4f1c2d3e4f5061728394a5b6c7d8e9f001122334',
  ref: 'refs/heads/main',
  actor: 'aliya',
  repository: 'example/assistance',
  url: 'https://github.com/example/assistance/actions/runs/101',
  number: '17',
  attempt: '1',
  target: 'production',
}

const badGateway = failure({
  expected: '200',
  actual: '502',
  message: 'The status is 502, expected 200.',
  location: at(41, '          expect: { status: 200, json: { id: { is: integer } } }', 'status: 200'),
})

const needsLogin = { because: 'needs', message: 'It needs login, which failed.', check: 'Log in' } as const
const notReady = { because: 'not ready', message: 'The deployment was not ready after 3 m 00 s and 8 rounds.' } as const
const wrongVersion = failure({
  subject: 'jq',
  expected: '"2.2.1"',
  actual: '"2.2.0"',
  message: '`.info.version` is "2.2.0", expected "2.2.1".',
  location: at(22, '          .info.version: "{{ $version }}"', '.info.version: "{{ $version }}"'),
})

const deleteUser = check('Delete the user', {
  kind: 'query',
  description: 'DELETE FROM users WHERE id = …',
  durationMs: 12,
})

/** Every kind of run the reports must tell well, one golden folder each. */
export const scenarios: Readonly<Record<string, Report>> = {
  'all-passed': finished(
    [
      section('Authentication', [
        check('Register a user', { durationMs: 212, captured: ['user_id'], id: 'register' }),
        check('Log in', { durationMs: 187, captured: ['token'], id: 'login', tags: ['smoke', 'auth'] }),
        check('Own profile', { durationMs: 64 }),
      ]),
      section('Public API', [
        check('Categories', { durationMs: 93 }),
        section('Pages', [check('Front page', { durationMs: 1_204 }), check('Documentation', { durationMs: 310 })]),
      ]),
      check('Users are in the database', { kind: 'query', durationMs: 9 }),
    ],
    { facts: FACTS, cleanup: [cleanupOf('Register a user', deleteUser)] },
  ),

  'one-status': finished(
    [
      section('Authentication', [
        check('Register a user', { durationMs: 212 }),
        failed('Log in', [badGateway], {
          durationMs: 1_240,
          fix: 'Restart the backend; then look at its log.',
          evidence: [
            evidence('Request', 'POST /auth/login HTTP/1.1\nhost: assistance.example\nauthorization: ***\n', {
              language: 'http',
              outside: false,
            }),
            evidence(
              'Response',
              'HTTP/1.1 502 Bad Gateway\r\nserver: nginx\r\n\r\n<html>\n\t<title>502</title>\n</html>',
              { language: 'http' },
            ),
          ],
          reproduce: 'curl -sS -X POST https://assistance.example/auth/login -d \'password=\'"$PASSWORD"',
        }),
      ]),
    ],
    { facts: FACTS },
  ),

  'jq-failures': finished([
    section('Public API', [
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
          failure({
            subject: 'jq',
            matcher: 'yields true',
            expected: 'true',
            actual: 'null',
            message: '`all(.items[]; .price > 0)` yields null instead of true.',
            location: at(73, '            "all(.items[]; .price > 0)": true', '"all(.items[]; .price > 0)"'),
          }),
        ],
        { evidence: [evidence('Body', '{"categories":{"permanent":[]}}', { language: 'json', fullLength: 48_211 })] },
      ),
      failed('The new release answers', [wrongVersion], {
        fix: 'Set the version in backend/config.py, rebuild and restart the backend.',
      }),
    ]),
  ]),

  'errored-connection': finished([
    errored(
      'Health',
      {
        message: 'assistance.example:443 refused the connection.',
        hint: 'Check that the service is started and that the port is open to this machine.',
        endpoint: 'https://assistance.example/health',
        location: at(12, '    request: GET /health', 'GET /health'),
      },
      { durationMs: 3_021 },
    ),
    errored(
      'Users',
      {
        code: 'query-failed',
        message: 'PostgreSQL refused the statement: relation "usrs" does not exist.',
        details: { sqlstate: '42P01', position: '22' },
        location: at(30, '    query: SELECT count(*) FROM usrs', 'usrs'),
      },
      { kind: 'query', durationMs: 8 },
    ),
  ]),

  'warning-only': finished([
    check('Health'),
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

  'warning-counts': finished(
    [check('Health'), failed('Fast enough', [badGateway], { severity: 'warning', durationMs: 1_402 })],
    { failOn: 'warning' },
  ),

  'reported-only': finished([check('Health'), failed('Log in', [badGateway])], { failOn: 'never' }),

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

  'invalid-checklist': invalid([
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
  ]),

  'rate-limit': finished([
    failed(
      'The sixth login in a minute is refused',
      [
        failure({
          subject: 'last.status',
          expected: '429',
          actual: '401',
          message: 'last.status is 401, expected 429.',
          location: at(90, '      last: { status: 429 }', 'status: 429'),
        }),
      ],
      {
        repeated: true,
        durationMs: 480,
        attempts: attempts(['', '', '', '', '', 'last.status is 401, expected 429.'], 80).map((attempt, index) => ({
          ...attempt,
          offsetMs: index * 80,
        })),
      },
    ),
    check('A burst of reads is served', { repeated: true, attempts: attempts(['', '', '']), durationMs: 120 }),
  ]),

  hostile: hostile(),
}

/** Text that would break out of, or act in, every place where a report puts it. */
function hostile(): Report {
  const nasty = [
    '</details></summary>',
    '<img src=x onerror=alert(1)>',
    '@octocat #1 owner/repo#1 GH-1 https://evil.example www.evil.example a@b.example',
    '```\n# not a heading\n~~~',
    '**bold** [link](https://evil.example) ![i](https://evil.example/i.png) | cell | $x$ :bomb:',
    '\u001b[31mred\u001b[0m\u0007\u0000\u009b2J',
    '\u202egnp.exe\u2066 \u2028 \ud800 \uffff \ufeff',
    '::error::forged\n##[error]forged\n::set-output name=x::y',
    ']]> <!-- --> &amp; "quoted"',
  ].join('\n')
  const long = `${'x'.repeat(9_000)}@octocat${'y'.repeat(1_000)}`
  return finished(
    [
      section(`Section </details> @octocat\n## heading`, [
        failed(
          `1. ${nasty}`,
          [
            failure({
              subject: 'body',
              expected: long,
              actual: nasty,
              message: `The body is ${nasty}`,
              location: { ...at(7, `${'y'.repeat(5_000)} expect: x ${'z'.repeat(5_000)}`, 'expect: x'), file: nasty },
            }),
          ],
          {
            fix: nasty,
            tags: [nasty],
            evidence: [
              evidence(nasty, nasty, { language: 'http' }),
              evidence('Ten thousand characters', long, { fullLength: 999_999 }),
              evidence('Backticks', '`````\n</details>\n````````', { language: 'json' }),
            ],
            reproduce: `curl ${nasty}`,
            attempts: attempts([nasty, nasty]),
          },
        ),
        errored(nasty, { message: nasty, hint: nasty, endpoint: nasty, details: { [nasty]: nasty } }),
        skipped(`- ${nasty}`, { because: 'condition', message: nasty }),
        open(`# ${nasty}`, nasty),
        check(`= ${nasty}`, { attempts: attempts(['', nasty, '']) }),
      ]),
    ],
    {
      name: nasty,
      facts: { ref: nasty, actor: '@octocat', target: '| a | b |' },
      notices: [nasty],
      cleanup: [cleanupOf(nasty, failed(nasty, [failure({ expected: nasty, actual: long, message: nasty })]))],
      diagnostics: [diagnostic({ severity: 'warning', message: nasty, hint: nasty })],
    },
  )
}
