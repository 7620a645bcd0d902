import { describe, expect, it } from 'vitest'
import { cut, visible, visibleLine } from '../../src/run/visible.ts'

describe('visible text', () => {
  it.each([
    ['\x1b[31mred\x1b[0m', '\\x1b[31mred\\x1b[0m'],
    ['a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
    ['a\u2028b\u0085c', 'a\\u2028b\\x85c'],
    ['a\r\nb\tc\n', 'a\nb\tc\n'],
    ['over\rwritten\x00\x07\x7f', 'over\\x0dwritten\\x00\\x07\\x7f'],
    ['zero\u200bwidth\ufeff', 'zero\\u200bwidth\\ufeff'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['lone \ud800 surrogate', 'lone \\ud800 surrogate'],
    ['Привет, 世界 👨‍👩‍👧', 'Привет, 世界 👨‍👩‍👧'],
  ])('writes %j as %j', (text, expected) => {
    expect(visible(text)).toBe(expected)
  })

  it('fits on a line', () => {
    expect(visibleLine(' a\n  b\r\n\n c\x1b ')).toBe('a b c\\x1b')
  })

  it('is cut between characters', () => {
    expect(cut('abcdef', 6)).toBe('abcdef')
    expect(cut('abcdef', 5)).toBe('abcd…')
    expect(cut('abc😀def', 5)).toBe('abc…')
  })
})
