import { describe, expect, it } from 'vitest'
import { type GanttBar, ganttOf } from '../../../src/report/summary/gantt.ts'

const bar = (fields: Partial<GanttBar> = {}): GanttBar => ({
  label: '✓ a',
  state: 'done',
  startMs: 0,
  durationMs: 100,
  ...fields,
})

describe('ganttOf', () => {
  it('writes a section and its bars, with room for the names', () => {
    const bars = [bar(), bar({ label: '✗ b', state: 'crit', startMs: 100, durationMs: 1 }), bar({ state: '' })]
    expect(
      ganttOf(
        [
          { name: 'Login', bars },
          { name: '', bars: [bar({ state: 'crit, done' })] },
        ],
        1_000,
      ),
    ).toBe(
      [
        '%%{init: {"gantt":{"leftPadding":63}}}%%',
        'gantt',
        '  dateFormat x',
        '  axisFormat %Q ms',
        '  tickInterval 200millisecond',
        '  todayMarker off',
        '  section Login',
        '  ✓ a :done, 0, 100ms',
        '  ✗ b :crit, 100, 3ms',
        '  ✓ a :0, 100ms',
        '  ✓ a :crit, done, 0, 100ms',
      ].join('\n'),
    )
  })

  it.each([
    [20, '%Q ms', '5millisecond'],
    [200, '%Q ms', '50millisecond'],
    [3_999, '%Q ms', '500millisecond'],
    [4_000, '%s s', '1second'],
    [59_000, '%s s', '10second'],
    [179_999, '%s s', '20second'],
    [180_000, '%s min', '1second'],
    [900_000, '%s min', '2second'],
    [7_200_000, '%s min', '15second'],
    [86_400_000, '%s h', '5second'],
  ])('has a few ticks over %i ms', (span, format, tick) => {
    const text = ganttOf([{ name: '', bars: [bar()] }], span)
    expect(text).toContain(`  axisFormat ${format}\n  tickInterval ${tick}\n`)
  })

  it('draws minutes as seconds, which no time zone shifts', () => {
    const text = ganttOf([{ name: '', bars: [bar({ startMs: 300_000, durationMs: 90_000 })] }], 900_000)
    expect(text).toContain('  ✓ a :done, 5000, 1500ms')
  })

  it.each([
    ['a: b', 'a∶ b'],
    ['a; b # c %% d', 'a⁏ b ＃ c ％％ d'],
    ['%%{init: {}}%%', '％％(init∶ ())％％'],
    ['one\nsection two\r\nclick x href "y"', 'one section two click x href ″y″'],
    ['<br/> `code` &lt; $x$ [a] {b} \\n | ~ ^', '‹br/› ′code′ ＆lt⁏ ＄x＄ (a) (b) ∖n ∣ ∼ ˆ'],
    ['\u202ertl \u0000 \ud800', '∖u202ertl ∖x00 ∖ud800'],
    ['👩‍🚀 密码 end', '👩‍🚀 密码 end'],
    ['__proto__', '＿_proto__'],
    ['x'.repeat(90), `${'x'.repeat(59)}…`],
  ])('makes a name of %j', (label, name) => {
    expect(
      ganttOf([{ name: '', bars: [bar({ label })] }], 1_000)
        .split('\n')
        .slice(6),
    ).toEqual([`  ${name} :done, 0, 100ms`])
  })

  it('shortens the names of sections, and counts wide characters twice', () => {
    const text = ganttOf([{ name: '密'.repeat(40), bars: [bar()] }], 1_000)
    expect(text).toContain(`  section ${'密'.repeat(29)}…\n`)
    expect(text).toContain('{"leftPadding":414}')
  })
})
