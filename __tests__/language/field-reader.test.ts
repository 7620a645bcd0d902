import { describe, expect, it } from 'vitest'
import { readSyntax } from '../../src/language/field-reader.ts'
import type { SyntaxNode } from '../../src/language/syntax.ts'
import { isExactNumber, type Json } from '../../src/model/json.ts'

function read(text: string) {
  const { root, diagnostics } = readSyntax({ path: 'c.yml', text })
  return { value: root && plain(root), codes: diagnostics.map(({ code }) => code) }
}

function plain(node: SyntaxNode): Json {
  if (node.node === 'broken') return '(broken)'
  if (node.node === 'list') return node.items.map(plain)
  if (node.node === 'scalar') return isExactNumber(node.value) ? `exactly ${node.value.rawJSON}` : node.value
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]))
}

describe('readSyntax', () => {
  it.each<[string, string, Json]>([
    [
      'types of the core schema',
      'a: [1, 1.5, true, null, ~, yes, 0x1F, 0o17, "1", 2026-01-14]',
      [1, 1.5, true, null, null, 'yes', 31, 15, '1', '2026-01-14'],
    ],
    [
      '64-bit integers',
      'a: [9007199254740993, 0xFFFFFFFFFFFFFFFF, 0.1234567890123456789]',
      ['exactly 9007199254740993', 'exactly 18446744073709551615', 'exactly 0.1234567890123456789'],
    ],
    ['odd spellings of numbers', 'a: [+1, 007, .5, 1., -0.50]', [1, 7, 0.5, 1, -0.5]],
    ['keys as they are spelled', 'a: { 429: x, true: y, "q r": z }', { '429': 'x', true: 'y', 'q r': 'z' }],
    ['anchors and aliases', 'a: [&x { b: 1 }, *x, *x]', [{ b: 1 }, { b: 1 }, { b: 1 }]],
    ['core tags', 'a: [!!str 1, !!int "2"]', ['1', 2]],
    ['empty texts, lists and maps', 'a: ["", [], {}]', ['', [], {}]],
    ['comments with a space, markers and separators', 'a: one # two\n#x\n', 'one'],
    ['a number sign within a word', 'a: one#two', 'one#two'],
    ['a comment behind quotes', 'a: "one" #two', 'one'],
    ['a comment behind a key with a map', 'a: #one\n  b: 1', { b: 1 }],
    ['a quoted hole', 'a: "{{ $x }}"', '{{ $x }}'],
  ])('reads %s', (_what, text, value) => {
    expect(read(text)).toEqual({ value: { a: value }, codes: [] })
  })

  it('resolves a hundred aliases and not one more', () => {
    const many = (count: number): string => `a: &x 1\nb: [${Array.from({ length: count }, () => '*x').join(', ')}]`
    expect(read(many(100)).codes).toEqual([])
    expect(read(many(101)).codes).toEqual(['too-many-aliases'])
    expect(read(many(500)).codes).toEqual(['too-many-aliases'])
  })

  it('reports a bomb of nested aliases once and at once', () => {
    const levels = Array.from(
      { length: 20 },
      (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}]`,
    )
    const began = performance.now()
    expect(read(['a0: &a0 x', ...levels].join('\n')).codes).toEqual(['too-many-aliases'])
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  it.each([
    ['brackets', '['.repeat(5_000)],
    ['maps', Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['dashes', `${'- '.repeat(2_000)}x`],
  ])('reports a file that nests %s without end', (_what, text) => {
    expect(read(text).codes).toEqual(['nested-too-deep'])
  })

  it('reports each slip of its own', () => {
    expect(read('a: one #two\nb:\nc: *no\nd: { x, y: 1 }\n').codes).toEqual([
      'swallowed-comment',
      'missing-value',
      'bad-alias',
      'flow-entry-without-colon',
    ])
  })
})
