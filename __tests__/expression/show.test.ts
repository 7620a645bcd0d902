import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { showJson } from '../../src/expression/show.ts'
import { type Json, parseJson } from '../../src/model/json.ts'

describe('showJson', () => {
  test.each<[value: Json | undefined, shown: string]>([
    [undefined, 'absent'],
    [null, 'null'],
    [true, 'true'],
    ['a "b"\n', '"a \\"b\\"\\n"'],
    [1.5, '1.5'],
    [parseJson('12345678901234567890'), '12345678901234567890'],
    [{ a: [1, null, 'x'], 'b c': {} }, '{"a":[1,null,"x"],"b c":{}}'],
    [[], '[]'],
  ])('shows %j on one line', (value, shown) => {
    expect(showJson(value)).toBe(shown)
  })

  test('cuts long values and says so', () => {
    expect(showJson('x'.repeat(1_000), 20)).toBe(`"${'x'.repeat(18)}…"`)
    expect(
      showJson(
        Array.from({ length: 1_000 }, (_, n) => n),
        20,
      ),
    ).toBe('[0,1,2,3,4,5,6,7,8,…')
    expect(showJson(`${'x'.repeat(17)}😀😀`, 20)).toBe(`"${'x'.repeat(17)}…"`)
  })

  test('redacts texts, names and numbers whole before anything is cut', () => {
    const redact = (text: string): string => text.replaceAll('hunter22hunter22', '***').replaceAll('987654', '***')
    const value = { hunter22hunter22: 'a hunter22hunter22', pin: 987654 }
    expect(showJson(value, 160, redact)).toBe('{"***":"a ***","pin":***}')
    expect(showJson(`${'x'.repeat(10)}hunter22hunter22`, 20, redact)).toBe('"xxxxxxxxxx***"')
  })

  test('never breaks a line and never becomes much longer than asked', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 5, max: 200 }), (value, limit) => {
        const shown = showJson(value as Json, limit)
        expect(shown).not.toMatch(/[\n\r]/)
        expect(shown.length).toBeLessThanOrEqual(limit + 2)
      }),
    )
  })
})
