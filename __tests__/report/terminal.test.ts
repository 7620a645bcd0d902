import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/result.ts'
import { displayWidth } from '../../src/report/format/width.ts'
import { renderTerminal } from '../../src/report/terminal.ts'
import { bigReport } from './big.ts'
import { check, cleanupOf, errored, failed, failure, finished, section, skipped } from './builders.ts'
import { scenarios } from './scenarios.ts'

const plain = (report: Report, width = 80): string => renderTerminal(report, { color: false, width })
const scenario = (name: string): Report => {
  const report = scenarios[name]
  if (report === undefined) throw new Error(`There is no scenario ${name}.`)
  return report
}
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? ''

describe.each(Object.entries(scenarios))('the terminal report of %s', (_, report) => {
  it('holds no control character without colour', () => {
    expect(plain(report)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/)
  })

  it('says the same with colour', () => {
    const colored = renderTerminal(report, { color: true, width: 80 })
    expect(colored).toContain('\u001b[')
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(plain(report))
  })

  it('holds no line that a workflow log takes for a command', () => {
    expect(plain(report)).not.toMatch(/^\s*::|##\[/m)
  })

  it('ends with the verdict, with and without the rest', () => {
    const quiet = renderTerminal(report, { color: false, width: 80, quiet: true })
    expect(lastLine(quiet)).toBe(lastLine(plain(report)))
    expect(lastLine(quiet)).toMatch(/^[✓✗] (passed|failed|cancelled|invalid) · /)
  })
})

describe('the tree', () => {
  const lines = plain(
    finished([
      section('S', [check('short', { durationMs: 7 }), check('密码 wide', { durationMs: 61_000 })]),
      section('T', [failed('f', []), errored('e', { message: 'm' }), failed('w', [], { severity: 'warning' })]),
      check('loose'),
    ]),
  )
    .split('\n')
    .slice(2, 13)

  it('has a line a check, its times below one another, sections set apart', () => {
    expect(lines).toEqual([
      'S · 1 m 01 s',
      '  ✓ short          7 ms',
      '  ✓ 密码 wide  1 m 01 s',
      '',
      'T · 120 ms',
      '  ✗ f             40 ms  failed',
      '  ✗ e             40 ms  errored',
      '  ! w             40 ms  warning (failed)',
      '',
      '✓ loose           40 ms',
      '',
    ])
  })

  it('tells many that were skipped for one reason in a line, and few one by one', () => {
    const skip = (name: string, message: string): ReturnType<typeof skipped> =>
      skipped(name, { because: 'condition', message })
    const text = plain(
      finished([skip('a', 'x'), skip('b', 'x'), skip('c', 'y'), skip('d', 'z'), skip('e', 'z'), skip('f', 'z')]),
    )
    expect(text.match(/^–.*$/gm)).toEqual([
      '– a  skipped: x',
      '– b  skipped: x',
      '– c  skipped: y',
      '– 3 checks  skipped: z',
    ])
  })
})

describe('a failure', () => {
  it('shows its line with a caret, expected, actual, the fix, how to repeat it and its evidence', () => {
    const text = plain(scenario('one-status'))
    for (const part of [
      '✗ Authentication › Log in · failed · 1.2 s\n    The status is 502, expected 200.\n',
      '    41 │ expect: { status: 200, json: { id: { is: integer } } }\n       │           ^^^^^^^^^^^\n',
      '    expected   200\n    actual     502\n',
      '    fix        Restart the backend; then look at its log.\n',
      '    reproduce  curl -sS -X POST',
      '    Response\n    │ HTTP/1.1 502 Bad Gateway\n',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('is told after the tree and before what to fix, the verdict last', () => {
    const text = plain(scenario('one-status'))
    const places = ['Authentication · ', '✗ Authentication ›', 'What to fix', '✗ failed · '].map(part =>
      text.indexOf(part),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('of a fault shows what was said and what to do', () => {
    const text = plain(scenario('errored-connection'))
    expect(text).toContain('    endpoint   https://assistance.example/health\n    code       connection-refused\n')
    expect(text).toContain('    sqlstate   42P01\n')
  })
})

describe('quiet', () => {
  const quiet = (name: string): string => renderTerminal(scenario(name), { color: false, width: 80, quiet: true })

  it('says only the verdict when nothing failed', () => {
    expect(quiet('all-passed')).toBe('✓ passed · 7 checks: 7 passed · 2.1 s\n')
  })

  it('shows what failed, and no tree', () => {
    expect(quiet('one-status')).toMatch(/^✗ Authentication › Log in · failed/)
    expect(quiet('one-status')).not.toContain('Register a user')
  })
})

it('wraps prose at the width and never takes less than forty columns', () => {
  const words = 'word '.repeat(60).trim()
  const report = finished([failed('a', [failure({ expected: '1', actual: '2', message: words })], { fix: words })])
  for (const width of [10, 40, 80]) {
    const widest = Math.max(...plain(report, width).split('\n').map(displayWidth))
    expect(widest).toBeLessThanOrEqual(Math.max(40, width))
  }
})

it('shows fifty failures in full and says how many more there are', () => {
  const text = plain(bigReport({ checks: 300, everyFails: 3, evidence: 10 }))
  expect(text.match(/^ {4}actual/gm)).toHaveLength(50)
  expect(text).toContain('50 more are not shown here; the report files hold them all.')
  expect(lastLine(text)).toContain('300 checks: 200 passed, 100 failed')
})

it('tells the slowest only where there is something to choose from', () => {
  expect(plain(scenario('all-passed'))).toContain('Slowest\n     1.2 s  Public API › Pages › Front page\n')
  expect(plain(scenario('one-status'))).not.toContain('Slowest')
})

it('tells cleanup in a line when it worked, in full when it did not', () => {
  expect(plain(scenario('all-passed'))).toContain('\nCleanup: 1 step done\n')
  expect(plain(scenario('cleanup-failed'))).toContain(
    'Cleanup: 1 of 3 steps failed; the verdict is not changed by that\n',
  )
})

it('names the steps of cleanup that time left no room for', () => {
  const late = skipped('Delete the user', { because: 'cancelled', message: "Cleanup's timeout of 1.0 s was over." })
  const cleanup = [
    cleanupOf('Register', errored('Log out', { message: 'There was no result after 1.0 s.' })),
    cleanupOf('Register', late),
  ]
  const told = plain(finished([check('Register')], { cleanup }))
  expect(told).toContain('Cleanup: 1 of 2 steps failed, 1 not begun; the verdict is not changed by that\n')
  expect(told).toContain('Delete the user (of Register)')
  expect(told).toContain("Cleanup's timeout of 1.0 s was over.")
})
