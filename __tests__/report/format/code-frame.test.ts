import { describe, expect, it } from 'vitest'
import { codeFrame, markedLine } from '../../../src/report/format/code-frame.ts'
import { displayWidth } from '../../../src/report/format/width.ts'
import { at } from '../builders.ts'

const show = (location: ReturnType<typeof at>, width = 60): string => codeFrame(location, { width }).join('\n')

describe('codeFrame', () => {
  it.each([
    [
      'under a word',
      at(41, '  expect: { status: 200 }', 'status'),
      '41 │ expect: { status: 200 }\n   │           ^^^^^^',
    ],
    ['behind tabs', at(3, '\t\tbearer:\t$tokn', '$tokn'), '3 │ bearer:  $tokn\n  │          ^^^^^'],
    ['behind wide characters', at(3, 'имя: 密码 x', 'x'), '3 │ имя: 密码 x\n  │           ^'],
    ['under wide characters', at(3, 'a: 密码', '密码'), '3 │ a: 密码\n  │    ^^^^'],
    ['behind an emoji', at(3, 'a: 🚀 b', 'b'), '3 │ a: 🚀 b\n  │       ^'],
    ['behind an escape', at(3, 'a\u001b[0m b', 'b'), '3 │ a\\x1b[0m b\n  │          ^'],
    ['at the end of a line', { ...at(3, 'name:'), column: 6, endColumn: 6 }, '3 │ name:\n  │      ^'],
    [
      'to the end where more lines follow',
      { ...at(3, '  - a: 1', 'a'), endLine: 5, endColumn: 2 },
      '3 │ - a: 1\n  │   ^^^^',
    ],
    ['in the indentation', { ...at(3, '    a: 1', 'a'), column: 2, endColumn: 3 }, '3 │    a: 1\n  │ ^'],
  ])('puts the caret %s', (_, location, lines) => {
    expect(show(location).split('\n').slice(1).join('\n')).toBe(lines)
  })

  it('names the place first', () => {
    expect(show(at(41, '  expect: x', 'expect'))).toMatch(/^ {3}checklist\.yml:41:3\n/)
  })

  it('shows only the place of an empty line', () => {
    expect(show({ ...at(1, ''), lineText: '   ' })).toBe('  checklist.yml:1:1')
  })

  it('shows a long line around what is meant, within the width', () => {
    const [, line = '', caret = ''] = codeFrame(at(7, `${'y'.repeat(5_000)} HERE ${'z'.repeat(5_000)}`, 'HERE'), {
      width: 60,
    })
    expect(line).toMatch(/^7 │ …y+ HERE z+…$/)
    expect(displayWidth(line)).toBeLessThanOrEqual(60)
    expect(caret.indexOf('^')).toBe(line.indexOf('HERE'))
    expect(caret.trim()).toBe('│ '.concat(' '.repeat(line.indexOf('HERE') - 4), '^^^^'))
  })

  it('keeps the carets of a long stretch within the width', () => {
    const frame = codeFrame(at(7, `a: ${'z'.repeat(5_000)}`, 'z'.repeat(5_000)), { width: 60 })
    expect(Math.max(...frame.map(displayWidth))).toBeLessThanOrEqual(60)
  })
})

describe('markedLine', () => {
  it.each([
    ['a word', at(41, '  expect: { status: 200 }', 'status'), ['expect: { ', 'status', ': 200 }']],
    ['behind tabs', at(3, '\t\tbearer:\t$tokn', '$tokn'), ['bearer:  ', '$tokn', '']],
    ['at the end of a line', { ...at(3, 'name:'), column: 6, endColumn: 6 }, ['name:', '', '']],
    ['behind an escape', at(3, 'a\u001b[0m b', 'b'), ['a\\x1b[0m ', 'b', '']],
  ])('parts the line at %s', (_, location, parts) => {
    const { before, marked, after } = markedLine(location, 60)
    expect([before, marked, after]).toEqual(parts)
  })

  it('shows only what is around the mark', () => {
    const line = `${'x'.repeat(500)} here ${'y'.repeat(500)}`
    const { before, marked, after } = markedLine(at(1, line, 'here'), 60)
    expect(marked).toBe('here')
    expect(before).toMatch(/^…x+ $/)
    expect(after).toMatch(/^ y+…$/)
    expect(before.length + marked.length + after.length).toBeLessThanOrEqual(61)
  })
})
