import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locate } from '../../src/model/source.ts'
import { createLocator } from '../../src/run/locator.ts'

describe('the locator', () => {
  it('says what locate says, for any span of any text', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', 'ü', ' '), maxLength: 40 })
    fc.assert(
      fc.property(texts, fc.nat(60), fc.nat(60), (text, start, length) => {
        const span = { source: { path: 'a.yml', text }, start, end: start + length }
        expect(createLocator()(span)).toEqual(locate(span))
      }),
    )
  })
})
