import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/result.ts'
import { annotationsOf } from '../../src/report/annotations.ts'
import { at, attempts, check, diagnostic, errored, evidence, failed, failure, finished, invalid } from './builders.ts'
import { scenarios } from './scenarios.ts'

const told = (report: Report): readonly string[] => annotationsOf(report).map(({ level, title }) => `${level} ${title}`)

describe('annotationsOf', () => {
  it('is empty when all is well', () => {
    expect(annotationsOf(finished([check('a')]))).toEqual([])
  })

  it('puts the most telling first', () => {
    const report = finished(
      [
        check('flaky', { attempts: attempts(['', 'no', '']) }),
        failed('slow', [], { severity: 'warning' }),
        errored('gone', { message: 'Refused.' }),
        failed('wrong', []),
      ],
      {
        diagnostics: [diagnostic({ severity: 'warning', code: 'odd' })],
        stopped: { reason: 'timeout', message: 'The time is over.' },
        cleanup: [{ of: 'wrong', check: failed('undo', []) }],
      },
    )
    expect(told(report)).toEqual([
      'error gone: errored',
      'error wrong: failed',
      'error The run ended early: timeout',
      'warning slow: warning (failed)',
      'warning Cleanup of wrong, undo: failed',
      'warning Checklist: odd',
      'notice flaky: flaky',
    ])
  })

  it('stands at the line of the first expectation that does not hold, or of the fault', () => {
    const location = at(41, '  expect: { status: 200 }', 'status')
    const report = finished([
      failed('a', [failure({ expected: '1', actual: '2', location })]),
      errored('b', { message: 'No.', location }),
    ])
    expect(annotationsOf(report).map(annotation => annotation.location)).toEqual([location, location])
  })

  it('tells expected, actual and the fix, but no evidence', () => {
    const one = failed('a', [failure({ expected: '200', actual: '502' })], {
      fix: 'Restart.',
      evidence: [evidence('Body', 'private')],
    })
    const [annotation] = annotationsOf(finished([one]))
    expect(annotation?.message).toBe(
      'status is 502, expected 200.\n  expected: 200\n  actual:   502\n  at checklist.yml:1:1\nFix: Restart.',
    )
  })

  it('shows no body, and says why there is none where one is missing', () => {
    const messages = [
      failure({ subject: 'json', expected: '1', actual: '{"private":1}' }),
      {
        ...failure({ subject: 'json', expected: '1', actual: 'absent' }),
        message: 'json is absent. The body is empty.',
      },
    ].map(one => annotationsOf(finished([failed('a', [one])]))[0]?.message.split('\n')[0])
    expect(messages).toEqual(['json is not as expected.', 'json is absent. The body is empty.'])
  })

  it('makes errors of warnings that count', () => {
    expect(told(scenarios['warning-only'] ?? invalid([]))).toEqual(['warning Fast enough: warning (failed)'])
    expect(told(scenarios['warning-counts'] ?? invalid([]))).toEqual(['error Fast enough: warning (failed)'])
  })

  it('says at the top of the checklist that nothing ran', () => {
    expect(annotationsOf(scenarios['nothing-ran'] ?? invalid([]))).toMatchObject([
      { level: 'error', title: 'Nothing ran', location: { file: 'checklist.yml', line: 1, column: 1 } },
    ])
  })

  it('tells the diagnostics of an invalid checklist, errors first', () => {
    const report = invalid([
      diagnostic({ severity: 'warning', code: 'b' }),
      diagnostic({ code: 'a', message: 'M.', hint: 'H.' }),
    ])
    expect(annotationsOf(report)).toMatchObject([
      { level: 'error', title: 'Checklist: a', message: 'M.\nH.', location: { line: 3, column: 5 } },
      { level: 'warning', title: 'Checklist: b' },
    ])
    expect(told(invalid([diagnostic({ code: 'unknown-input' })]))).toEqual(['error Input: unknown-input'])
  })

  it.each(['body', 'json', '`.`', 'stdout', 'last.body', 'rows'])(
    'shows nothing of what came when it is the whole of %s',
    subject => {
      const given = [
        failure({ subject, expected: 'x', actual: 'of the outside', message: `${subject} is of the outside.` }),
      ]
      const [told] = annotationsOf(finished([failed('a', given)]))
      expect(told?.message).toContain(`${subject} is not as expected.`)
      expect(told?.message).not.toContain('outside')
    },
  )

  it('shows nothing of it where it is why the run ended early, either', () => {
    const given = failure({
      subject: 'body',
      expected: 'x',
      actual: 'of the outside',
      message: 'body is of\nthe outside.',
    })
    const stopped = { reason: 'not-ready', message: 'It was not ready. a: body is of\nthe outside.' } as const
    const annotations = annotationsOf(finished([failed('a', [given])], { stopped }))
    expect(annotations.map(({ message }) => message)).toHaveLength(2)
    for (const { message } of annotations) expect(message).not.toContain('outside')
    expect(annotations[1]?.message).toContain('body is not as expected.')
  })

  it('shows all of it where full evidence is asked for', () => {
    const given = failure({
      subject: 'body',
      expected: 'x',
      actual: 'of the outside',
      message: 'body is of the outside.',
    })
    const stopped = { reason: 'not-ready', message: 'It was not ready. a: body is of the outside.' } as const
    const annotations = annotationsOf(finished([failed('a', [given])], { stopped }), 'full')
    for (const { message } of annotations) expect(message).toContain('of the outside')
    expect(annotations).toHaveLength(2)
  })

  it('shows the value that was asked for', () => {
    const given = [failure({ subject: 'json.version', expected: 'x', actual: '"2.2.0"' })]
    expect(annotationsOf(finished([failed('a', given)]))[0]?.message).toContain('2.2.0')
  })

  it('keeps to what GitHub takes, without a hidden character', () => {
    const long = Array.from({ length: 20 }, () => failure({ expected: '😀'.repeat(600), actual: '2' }))
    const annotations = [
      ...annotationsOf(finished([failed('n'.repeat(900), long)])),
      ...annotationsOf(scenarios.hostile ?? invalid([])),
    ]
    for (const { title, message } of annotations) {
      expect(title.length).toBeLessThanOrEqual(255)
      expect(message.length).toBeLessThanOrEqual(4_096)
      expect(title).toMatch(/^[^\p{Cc}\p{Cs}\u202e]*$/u)
      expect(message.replaceAll('\n', '')).toMatch(/^[^\p{Cc}\p{Cs}\u202e]*$/u)
    }
    expect(annotations[0]?.message).toHaveLength(4_096)
  })
})
