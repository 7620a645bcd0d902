import { describe, expect, it } from 'vitest'
import { inertLine, oneLine, shorten, visible, visibleJson } from '../../src/model/visible.ts'

describe('visible', () => {
  it.each([
    ['a\r\nb\tc', 'a\nb\tc'],
    ['\u001b[31mred', '\\x1b[31mred'],
    ['bell\u0007 nul\u0000 del\u007f csi\u009b', 'bell\\x07 nul\\x00 del\\x7f csi\\x9b'],
    ['over\rwrite', 'over\\x0dwrite'],
    ['\u202egnp.exe\u2069', '\\u202egnp.exe\\u2069'],
    ['line\u2028paragraph\u2029', 'line\\u2028paragraph\\u2029'],
    ['\ufeffzero\u200bwidth', '\\ufeffzero\\u200bwidth'],
    ['\ud800 and \uffff', '\\ud800 and \\uffff'],
    ['tag \u{e0041}', 'tag \\u{e0041}'],
    ['a\u2028b\u0085c\n', 'a\\u2028b\\x85c\n'],
    ['密码 ქ é 👩‍👩‍👧', '密码 ქ é 👩‍👩‍👧'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })
})

describe('oneLine', () => {
  it.each([
    ['  a\r\n\tb \u001b[0m\n\nc ', 'a b \\x1b[0m c'],
    [' plain  text of\tASCII ', 'plain text of ASCII'],
    [' plain text ', 'plain text'],
    ['', ''],
    ['\n', ''],
    ['é  \u2003 é', 'é é'],
  ])('makes of %j the line %j', (text, line) => {
    expect(oneLine(text)).toBe(line)
  })
})

describe('shorten', () => {
  it.each([
    ['short', 5, 'short'],
    ['longer', 5, 'long…'],
    ['ab😀cd', 4, 'ab…'],
  ])('makes of %j at most %i units', (text, limit, shown) => {
    expect(shorten(text, limit)).toBe(shown)
  })
})

it('writes JSON that is the same data without a hidden character', () => {
  const data = { text: 'a\u202eb\u009b\u{e0041}\ufeff\u007f' }
  const json = visibleJson(JSON.stringify(data))
  expect(JSON.parse(json)).toEqual(data)
  expect(json).toMatch(/^[\x20-\x7e]*$/)
})

describe('inertLine', () => {
  it.each([
    ['::error::forged', '\\::error::forged'],
    ['  ::add-mask::x', '  \\::add-mask::x'],
    ['all ##[error]forged', 'all #\\#[error]forged'],
    ['std::vector and C:: stay', 'std::vector and C:: stay'],
    ['## heading', '## heading'],
  ])('writes %j as %j', (line, inert) => {
    expect(inertLine(line)).toBe(inert)
  })
})
