import { afterEach, describe, expect, it, vi } from 'vitest'
import { deliverAnnotations } from '../../src/action/deliver/annotations.ts'
import { createRunner } from '../../src/action/runner.ts'
import type { Report } from '../../src/model/result.ts'
import { renderComment } from '../../src/report/comment.ts'
import { reporters } from '../../src/report/index.ts'
import { renderTerminal } from '../../src/report/terminal.ts'
import { errored, failed, failure, finished } from '../report/builders.ts'
import { commentFacts, pastRun } from '../report/comment-facts.ts'
import { SECRETS } from './canaries.ts'
import { leaksIn } from './secret-forms.ts'

/*
 * The twin of the canaries: reporters redact nothing, so a secret that gets into a report stands in what they make of it. If the
 * search did not find it there, its silence after a real run would mean nothing.
 */

afterEach(() => void vi.restoreAllMocks())

const textOf = (rendered: string | Iterable<string>): string =>
  typeof rendered === 'string' ? rendered : [...rendered].join('')

/** The workflow commands as they are written. */
function annotationsOf(report: Report): string {
  let written = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    written += text
    return true
  })
  deliverAnnotations(report, createRunner({}))
  vi.restoreAllMocks()
  return written
}

const DESTINATIONS: readonly (readonly [string, (report: Report) => string])[] = [
  ...reporters.map(({ file, render }) => [file, (report: Report) => textOf(render(report))] as const),
  ['comment.md', report => renderComment(report, commentFacts(report))],
  ['the annotations', annotationsOf],
  ['the log', report => renderTerminal(report, { color: true, width: 110 })],
  // As octokit sends it.
  ['the body of a request', report => JSON.stringify({ body: renderComment(report, commentFacts(report)) })],
]

const PLACES: readonly (readonly [string, (words: string) => Report])[] = [
  ['a name', words => finished([failed(words, [failure({ expected: '200', actual: '500' })])])],
  ['a message', words => finished([errored('Answers', { message: `The host ${words} is not known.` })])],
  ['a fix', words => finished([failed('Answers', [failure({ expected: '1', actual: '2' })], { fix: words })])],
]

describe.each(DESTINATIONS)('a canary that is not redacted, in %s', (_destination, render) => {
  it.each(PLACES)('is found in %s', (_place, reportWith) => {
    for (const [name, secret] of Object.entries(SECRETS)) {
      expect(leaksIn(render(reportWith(secret)), { [name]: secret }), name).not.toEqual([])
    }
    expect(leaksIn(render(reportWith('nothing of the kind')), SECRETS)).toEqual([])
  })

  it('is found when only eight characters of it are there', () => {
    for (const [name, secret] of Object.entries(SECRETS)) {
      const line = secret.split('\n').at(-2) ?? secret
      const report = finished([errored('Answers', { message: `It said ${line.slice(2, 10)}.` })])
      expect(leaksIn(render(report), { [name]: secret }), name).not.toEqual([])
    }
  })
})

describe('the search for leaks', () => {
  it('finds every form', () => {
    const secret = SECRETS.password
    const bytes = Buffer.from(`xx${secret}yy`)
    for (const text of [
      secret,
      `a${secret.slice(4, 12)}b`,
      JSON.stringify(secret),
      encodeURIComponent(secret),
      bytes.toString('base64'),
      bytes.toString('hex'),
    ]) {
      expect(leaksIn(text, { secret }), text).not.toEqual([])
    }
    expect(leaksIn('nothing of the kind', { secret })).toEqual([])
  })

  it('finds them in the hidden line of a comment, in a path and in a header', () => {
    const secret = SECRETS.literal
    const report = finished([])
    const { key, url } = commentFacts(report)
    const runs = [pastRun({ workflow: secret })]
    expect(
      leaksIn(renderComment(report, { key, url, runs, evidence: 'limited' }).split('\n')[0] ?? '', { secret }),
    ).not.toEqual([])
    expect(leaksIn(renderComment(report, { key: secret, url, runs: [], evidence: 'limited' }), { secret })).not.toEqual(
      [],
    )
    expect(leaksIn(`/repos/octo/shop/pulls?head=${encodeURIComponent(secret)}`, { secret })).not.toEqual([])
    expect(leaksIn(JSON.stringify({ 'user-agent': secret }), { secret })).not.toEqual([])
  })
})
