import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSyntax } from '../../src/language/field-reader.ts'
import { entryOf, type SyntaxScalar } from '../../src/language/syntax.ts'
import { type MappedText, spanOf } from '../../src/model/source.ts'

function scalar(text: string): SyntaxScalar {
  const { root } = readSyntax({ path: 'c.yml', text })
  const value = root?.node === 'map' ? entryOf(root, 'a')?.value : undefined
  if (value?.node !== 'scalar') throw new Error(`No scalar in ${text}`)
  return value
}

/** The source text from which the one place of a word in a value comes. */
function sourceOf(mapped: MappedText, word: string): string {
  const at = mapped.text.indexOf(word)
  const span = spanOf(mapped, at, at + word.length)
  return span.source.text.slice(span.start, span.end)
}

describe('mapScalar', () => {
  it.each([
    ['a plain text', 'a: one target\n', 'one target'],
    ['a plain text over lines', 'a: one\n  two\n\n  target end\n', 'one two\ntarget end'],
    ['single quotes', "a: 'it''s a target'\n", "it's a target"],
    ['single quotes over lines', "a: 'it''s\n   a\n\n\n   target'\n", "it's a\n\ntarget"],
    ['double quotes', 'a: "a\\tb\\u00fc\\x41 \\"target\\""\n', 'a\tbüA "target"'],
    ['escapes beyond 16 bits', 'a: "\\U0001F600\\U00000041 target"\n', '😀A target'],
    ['an escaped line break', 'a: "one \\\n   two target"\n', 'one two target'],
    ['double quotes over lines', 'a: "one\n   two\n\n   target"\n', 'one two\ntarget'],
    ['a literal block', 'a: |\n  one\n    two\n\n  target\n', 'one\n  two\n\ntarget\n'],
    ['a literal block with CRLF', 'a: |\r\n  one\r\n  target\r\n', 'one\ntarget\n'],
    ['a folded block', 'a: >-\n  one\n  two\n\n  three\n    more\n  target\n', 'one two\nthree\n  more\ntarget'],
    ['a block with an indentation of its own', 'a: |2-\n    one\n  target\n', '  one\ntarget'],
    ['a block of repeated lines', 'a: |\n  x\n  x\n  x target\n', 'x\nx\nx target\n'],
    ['a number', 'a: 42 \n', '42'],
  ])('maps %s to where it stands', (_what, text, value) => {
    const node = scalar(text)
    expect(node.text.text).toBe(value)
    const word = value.includes('target') ? 'target' : value
    expect(sourceOf(node.text, word)).toBe(word)
  })

  it('maps every ordinary character of a quoted text to itself', () => {
    const piece = fc.constantFrom('x', 'yz', ' ', '\\n', '\\"', '\\u0041', '\\U0001F600', '\n\n  ', '\n  ', 'ü')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), pieces => {
        const { text } = scalar(`a: "${pieces.join('')}Q"\n`)
        expect(sourceOf(text, 'Q')).toBe('Q')
        for (let at = 0; at < text.text.length; at += 1) {
          const character = text.text[at] ?? ''
          const start = spanOf(text, at, at + 1).start
          if (/[xyzü]/.test(character)) expect(text.span.source.text[start]).toBe(character)
        }
      }),
    )
  })
})
