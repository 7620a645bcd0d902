import { describe, expect, it } from 'vitest'
import { locate, type MappedText, sliceMapped, spanOf } from '../../src/model/source.ts'

const source = { path: 'checklist.yml', text: 'name: a\r\nchecks:\n  - tcp: "x\\ty:1"\n' }

describe('locate', () => {
  it('counts lines and columns from one and shows the line', () => {
    const start = source.text.indexOf('tcp')
    expect(locate({ source, start, end: start + 3 })).toEqual({
      file: 'checklist.yml',
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 8,
      lineText: '  - tcp: "x\\ty:1"',
    })
  })

  it('leaves a carriage return out of the line', () => {
    expect(locate({ source, start: 0, end: 4 }).lineText).toBe('name: a')
  })

  it('finds the beginning and the end of a text, and nothing beyond it', () => {
    expect(locate({ source, start: 0, end: 0 })).toMatchObject({ line: 1, column: 1 })
    expect(locate({ source: { path: 'x', text: '' }, start: 9, end: 12 })).toMatchObject({
      line: 1,
      column: 1,
      lineText: '',
    })
    expect(locate({ source, start: 999, end: 999 })).toMatchObject({ line: 4, column: 1 })
  })
})

describe('mapped text', () => {
  const quote = source.text.indexOf('"x')
  const mapped: MappedText = {
    text: 'x\ty:1',
    span: { source, start: quote, end: quote + 8 },
    map: [
      [0, quote + 1],
      [2, quote + 4],
    ],
  }

  it('points into the source past an escape', () => {
    expect(spanOf(mapped, 2, 3)).toMatchObject({ start: quote + 4, end: quote + 5 })
    expect(spanOf(mapped, 0, 1)).toMatchObject({ start: quote + 1, end: quote + 2 })
  })

  it('is cut without losing its place', () => {
    const cut = sliceMapped(mapped, 1, 4)
    expect(cut.text).toBe('\ty:')
    expect(spanOf(cut, 1, 2)).toMatchObject({ start: quote + 4 })
  })
})
