import type { Report } from '../../src/model/result.ts'
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
  PAGE,
  section,
} from './builders.ts'
import { badGateway, wrongVersion } from './faults.ts'
import { hostileReport } from './hostile.ts'
import { troubled } from './troubled-scenarios.ts'

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
        check('Register a user', { durationMs: 212, captured: ['user_id'], id: 'register', expectations: 4 }),
        check('Log in', { durationMs: 187, captured: ['token'], id: 'login', tags: ['smoke', 'auth'] }),
        check('Own profile', { durationMs: 64 }),
      ]),
      section('Public API', [
        check('Categories', { durationMs: 93 }),
        section('Pages', [check('Front page', { durationMs: 1_204 }), check('Documentation', { durationMs: 310 })]),
      ]),
      check('Users are in the database', { kind: 'query', durationMs: 9 }),
    ],
    { facts: FACTS, page: PAGE, cleanup: [cleanupOf('Register a user', deleteUser)] },
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
    { facts: FACTS, page: PAGE },
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

  ...troubled,

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

  hostile: hostileReport(),
}
