import { describe, expect, it } from 'vitest'
import { ApiFault, apiFaultOf } from '../../../src/action/deliver/api-fault.ts'
import { commentFaultText } from '../../../src/action/deliver/comment-fault.ts'

const NOW = Date.parse('2026-01-14T04:30:00.000Z')
const answer = (status: number, message = '', headers = {}): unknown => ({
  status,
  message,
  response: { headers, data: { message } },
})

describe('a fault of the API', () => {
  it.each([
    [answer(401, 'Bad credentials'), { kind: 'unauthorized', passes: false }],
    [answer(403, 'Resource not accessible by integration'), { kind: 'forbidden', passes: false }],
    [answer(403, 'Unable to create comment because issue is locked.'), { kind: 'locked', passes: false }],
    [answer(403, 'You have exceeded a secondary rate limit.'), { kind: 'limited', waitMs: 60_000, passes: true }],
    [answer(403, 'slow down', { 'retry-after': '7' }), { kind: 'limited', waitMs: 7_000 }],
    [
      answer(403, 'API rate limit exceeded', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / 1_000 + 90),
      }),
      { kind: 'limited', waitMs: 90_000 },
    ],
    [answer(429, '', { 'retry-after': 'soon' }), { kind: 'limited', waitMs: 60_000 }],
    [answer(404, 'Not Found'), { kind: 'missing', passes: false }],
    [answer(410, 'Gone'), { kind: 'missing' }],
    [answer(422, 'Validation Failed'), { kind: 'refused', passes: false }],
    [answer(503, '', { 'retry-after': '2' }), { kind: 'server', waitMs: 2_000, passes: true }],
    [
      { status: 500, name: 'TimeoutError', message: 'aborted' },
      { kind: 'timeout', passes: true },
    ],
    [{ status: 500, message: 'aborted', cause: { name: 'TimeoutError' } }, { kind: 'timeout' }],
    [
      { status: 500, message: 'getaddrinfo', cause: { cause: { code: 'ENOTFOUND' } } },
      { kind: 'unreachable', message: 'getaddrinfo, ENOTFOUND', passes: true },
    ],
    ['no error at all', { kind: 'unreachable' }],
  ])('is told from %j', (error, expected) => expect(apiFaultOf(error, NOW)).toMatchObject(expected))
})

describe('what is told of a fault', () => {
  const facts = {
    fromFork: false,
    dependabot: false,
    baseUrl: 'https://github.example/api/v3',
    reportDir: 'out',
    token: 'sesame-42',
  }

  it('names the permission that is missing and how to give it', () => {
    expect(commentFaultText(new ApiFault('forbidden', ''), facts)).toBe(
      'The token lacks the permission `pull-requests: write`. Give it to the job: `permissions: { contents: read, pull-requests: write }`. Its text is in out/comment.md; verdict and job summary are as they are.',
    )
  })

  it('tells who cannot be given it, and who is not by default', () => {
    const fork = commentFaultText(new ApiFault('forbidden', ''), { ...facts, fromFork: true })
    expect(fork).toContain('`pull-requests: write`, which GitHub gives to no run for a pull request from a fork')
    expect(commentFaultText(new ApiFault('forbidden', ''), { ...facts, dependabot: true })).toContain('Dependabot')
  })

  it.each([
    ['unauthorized', 'the token of the input github-token (401: said)'],
    ['locked', 'is locked'],
    ['missing', 'no such pull request (401: said)'],
    ['refused', 'GitHub refused the comment (401: said).'],
    ['limited', 'asks to wait 1 m 00 s'],
    ['server', 'GitHub has a fault of its own (401: said)'],
    ['timeout', 'https://github.example/api/v3 did not answer in time'],
    ['unreachable', 'There is no connection to https://github.example/api/v3 (401: said)'],
  ] as const)('of the kind %s says what it is', (kind, words) => {
    const fault = new ApiFault(kind, 'said\n', { status: 401, waitMs: 60_000 })
    expect(commentFaultText(fault, facts)).toContain(words)
  })

  it('hides the token, also where the words are cut', () => {
    const fault = new ApiFault('refused', `${'x'.repeat(285)} sesame-42 ${'y'.repeat(300)}`, { status: 422 })
    expect(commentFaultText(fault, facts)).not.toContain('sesame')
  })
})
