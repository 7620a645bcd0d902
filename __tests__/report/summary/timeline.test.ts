import { describe, expect, it } from 'vitest'
import type { FinishedReport } from '../../../src/model/result.ts'
import { timeline } from '../../../src/report/summary/timeline.ts'
import { bigReport } from '../big.ts'
import { check, cleanupOf, errored, failed, failure, finished, open, section, skipped } from '../builders.ts'

const drawn = (report: FinishedReport): readonly string[] =>
  timeline(report.run)
    .map(({ text }) => text)
    .join('\n')
    .split('\n')
const bars = (report: FinishedReport): readonly string[] => drawn(report).filter(line => / :.*ms$/.test(line))
const slow = (name: string, durationMs = 1_000) => check(name, { durationMs })
const bad = failure({ expected: '1', actual: '2' })

describe('the timeline', () => {
  it('has a bar for every check that was started, by section, and cleanup', () => {
    const late = skipped('Late', { because: 'cancelled', message: 'x' }, { offsetMs: 4_000, durationMs: 500 })
    const report = finished(
      [
        section('Login', [slow('a'), failed('b', [bad], { durationMs: 1_000 })]),
        errored('c', { message: 'x' }, { durationMs: 1_000 }),
        failed('d', [bad], { durationMs: 1_000, severity: 'warning' }),
        late,
        skipped('never', { because: 'condition', message: 'x' }),
        open('by hand', 'x'),
      ],
      { cleanup: [cleanupOf('a', slow('e', 100))] },
    )
    expect(drawn(report).slice(0, 2)).toEqual(['### Timeline', '```mermaid'])
    expect(drawn(report).slice(8)).toEqual([
      '  section Login',
      '  ✓ a · 1.0 s :done, 0, 1000ms',
      '  ✗ b · 1.0 s :crit, 1000, 1000ms',
      '  section Outside of sections',
      '  ✗ c · 1.0 s :crit, 2000, 1000ms',
      '  ▲ d · 1.0 s :crit, done, 3000, 1000ms',
      '  – Late · 500 ms :4000, 500ms',
      '  section Cleanup',
      '  ✓ e · 100 ms :done, 4000, 100ms',
      '```',
    ])
  })

  it.each([
    ['nothing began', finished([open('a', 'x')])],
    ['one check ran', finished([slow('a'), open('b', 'x')])],
    ['all was over at once', finished([slow('a', 1), slow('b', 1)])],
  ])('is not there when %s', (_, report) => {
    expect(timeline(report.run)).toEqual([])
  })

  it('has a bar for a section where there are many checks, in the colour of its worst', () => {
    const report = bigReport({ checks: 300, everyFails: 100, evidence: 10 })
    expect(bars(report)).toEqual([
      '  ✗ Section 0 · 2.0 s :crit, 0, 2000ms',
      '  ✓ Section 1 · 2.0 s :done, 2000, 2000ms',
      '  ✗ Section 2 · 2.0 s :crit, 4000, 2000ms',
      '  ✓ Section 3 · 2.0 s :done, 6000, 2000ms',
      '  ✗ Section 4 · 2.0 s :crit, 8000, 2000ms',
      '  ✓ Section 5 · 2.0 s :done, 10000, 2000ms',
    ])
  })

  it('has the sections that took longest where there are many sections', () => {
    const sections = Array.from({ length: 90 }, (_, at) =>
      section(`s${at}`, [slow(`c${at}`, at % 2 === 0 ? 5 : 2_000)]),
    )
    const report = finished(sections)
    expect(bars(report)).toHaveLength(32)
    expect(bars(report)[0]).toContain('✓ s1 · 2.0 s')
    expect(drawn(report).at(-1)).toBe('The 32 longest of 90 sections.')
  })

  it('has the checks that took longest where there are many in a single section', () => {
    const report = finished([
      section(
        'All',
        Array.from({ length: 90 }, (_, at) => slow(`c${at}`, 10 + at)),
      ),
    ])
    expect(bars(report)).toHaveLength(32)
    expect(bars(report)[0]).toContain('✓ c58 · 68 ms')
    expect(drawn(report)).not.toContain('  section All')
    expect(drawn(report).at(-1)).toBe('The 32 longest of 90 checks.')
  })

  it('has ticks for what it shows, where the longest are a small part of the run', () => {
    const checks = Array.from({ length: 900 }, (_, at) => slow(`c${at}`, at < 40 ? 70 : 60))
    const short = drawn(finished([section('All', checks)]))
    expect(short).toEqual(expect.arrayContaining(['  axisFormat %Q ms', '  tickInterval 500millisecond']))
  })

  it('stays far below the limits of Mermaid', () => {
    const long = Array.from({ length: 90 }, (_, at) => section('密'.repeat(5_000), [slow('密'.repeat(9_000), at + 50)]))
    expect(
      timeline(finished(long).run)
        .map(({ text }) => text)
        .join('').length,
    ).toBeLessThan(5_000)
  })
})
