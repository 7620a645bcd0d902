import { describe, expect, it } from 'vitest'
import { cutToWidth, displayWidth, padEnd, wrap } from '../../../src/report/format/width.ts'

describe('displayWidth', () => {
  it.each([
    ['plain', 5],
    ['密码', 4],
    ['ｆｕｌｌ', 8],
    ['한국', 4],
    ['e\u0301', 1],
    ['✓ ✗ ! – ○', 9],
    ['🚀', 2],
    ['қазақ', 5],
  ])('counts the columns of %j', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

it('pads by columns, not by characters', () => {
  expect(padEnd('密', 4)).toBe('密  ')
  expect(padEnd('toolong', 4)).toBe('toolong')
})

describe('cutToWidth', () => {
  it.each([
    ['fits', 4, 'fits'],
    ['does not', 5, 'does…'],
    ['密码密码', 5, '密码…'],
    ['密码密码', 4, '密…'],
  ])('cuts %j to %i columns', (line, width, cut) => {
    expect(cutToWidth(line, width)).toBe(cut)
    expect(displayWidth(cut)).toBeLessThanOrEqual(width)
  })
})

describe('wrap', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['a https://a.very.long.example/path b', 10, ['a', 'https://a.very.long.example/path', 'b']],
    ['', 10, ['']],
  ])('breaks %j at %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })
})
