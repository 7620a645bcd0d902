import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareNumbers,
  equalJson,
  isExactNumber,
  type Json,
  numberFromText,
  parseJson,
  textsIn,
} from '../../src/model/json.ts'

describe('parseJson', () => {
  it('keeps 64-bit integers and long decimals, and writes them back unchanged', () => {
    const text = '{"id":12345678901234567890,"price":0.1234567890123456789,"list":[9007199254740993,1e400]}'
    expect(JSON.stringify(parseJson(text))).toBe(text)
  })

  it('gives plain numbers where a double is exact', () => {
    expect(parseJson('[1, 2.5, -0, 1e3, 9007199254740992]')).toEqual([1, 2.5, -0, 1000, 9007199254740992])
  })

  it('agrees with JSON.parse on every document of plain numbers', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), value => {
        const text = JSON.stringify(value)
        expect(JSON.stringify(parseJson(text))).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('rejects what is no JSON', () => {
    expect(() => parseJson('{')).toThrow(SyntaxError)
    expect(() => parseJson('[12345678901234567890,]')).toThrow(SyntaxError)
  })
})

describe('equalJson', () => {
  const same: [string, string][] = [
    ['1', '1.0'],
    ['1e2', '100'],
    ['12345678901234567890', '12345678901234567890.0'],
    ['{"a":1,"b":[true,null]}', '{"b":[true,null],"a":1}'],
    ['0', '-0'],
  ]
  it.each(same)('holds %s equal to %s', (left, right) => {
    expect(equalJson(parseJson(left), parseJson(right))).toBe(true)
  })

  const different: [string, string][] = [
    ['1', '"1"'],
    ['12345678901234567890', '12345678901234567891'],
    ['null', 'false'],
    ['[1,2]', '[2,1]'],
    ['{"a":1}', '{"a":1,"b":2}'],
    ['{}', '[]'],
    ['0.1', '0.10000000000000000001'],
  ]
  it.each(different)('tells %s from %s', (left, right) => {
    expect(equalJson(parseJson(left), parseJson(right))).toBe(false)
  })

  it('tells absence from null', () => expect(equalJson(undefined, null)).toBe(false))

  it('does not find inherited names in an object', () => {
    expect(equalJson({ toString: 1 } as Json, { x: 1 })).toBe(false)
  })
})

describe('compareNumbers', () => {
  const ordered = [
    '-1e30',
    '-12345678901234567891',
    '-12345678901234567890',
    '-1',
    '0',
    '1e-30',
    '0.5',
    '1',
    '12345678901234567890',
    '12345678901234567891',
    '1e30',
    '1e400',
  ]
  it('orders exact numbers by value', () => {
    const numbers = ordered.map(numberFromText)
    for (const [index, number] of numbers.entries()) {
      for (const [other, against] of numbers.entries()) {
        expect(Math.sign(compareNumbers(number, against)), `${ordered[index]} and ${ordered[other]}`).toBe(
          Math.sign(index - other),
        )
      }
    }
  })

  it('agrees with doubles', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (a, b) => {
          const exact = JSON as unknown as { rawJSON(text: string): { rawJSON: string } }
          const left = exact.rawJSON(JSON.stringify(a))
          expect(isExactNumber(left)).toBe(true)
          expect(Math.sign(compareNumbers(left, b))).toBe(a === b ? 0 : Math.sign(a - b))
        },
      ),
    )
  })
})

describe('textsIn', () => {
  it('names every text and number of a value, and no key', () => {
    const value = parseJson('{"a": "x", "b": [1, {"c": "y"}, null, true], "d": 12345678901234567890}')
    expect(textsIn(value)).toEqual(['x', '1', 'y', '12345678901234567890'])
    expect([textsIn(null), textsIn('z'), textsIn([])]).toEqual([[], ['z'], []])
  })
})
