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

  describe('of a list of many hundreds', () => {
    const FORMS: readonly (readonly [string, Json])[] = [
      ['{ a: 1, b: [x, y] }', { a: 1, b: ['x', 'y'] }],
      ['k: v\n  l: |\n    two\n    lines\n', { k: 'v', l: 'two\nlines\n' }],
      ["'it''s' # said", "it's"],
      ['- n1\n  - n2\n  # and no more\n', ['n1', 'n2']],
      ['inner:\n  - 1\n  -\n    deep: 2\n', { inner: [1, { deep: 2 }] }],
    ]
    const LENGTHS = [127, 128, 129, 130, 131, 257, 600]
    const forms = (length: number) =>
      Array.from({ length }, (_, index) => FORMS[index % FORMS.length] ?? (['', null] as const))
    const listOf = (length: number): string =>
      `list:\n${forms(length)
        .map(([text]) => `- ${text}\n`)
        .join('')}end: 1\n`

    it.each(LENGTHS)('reads every element of %d, in order', length => {
      expect(read(listOf(length))).toEqual({
        value: { list: forms(length).map(([, value]) => value), end: 1 },
        codes: [],
      })
    })

    it.each(LENGTHS)('knows where every element of %d stands, and where the list ends', length => {
      const text = listOf(length)
      const { root } = readSyntax({ path: 'c.yml', text })
      const list = root?.node === 'map' ? root.entries[0]?.value : undefined
      const items = list?.node === 'list' ? list.items : []
      const written = items.map(({ span }) => text.slice(span.start, span.end).trimEnd())
      const expected = forms(length).map(([form]) => form.replace(/ # said$|# and no more\n$/, '').trimEnd())
      expect(written).toEqual(expected)
      expect(list?.span.start).toBe(text.indexOf('- '))
      const bare = (end = 0): string => text.slice(0, end).replace(/\s*(#.*)?\s*$/, '')
      expect(bare(list?.span.end)).toBe(bare(text.indexOf('end: 1')))
    })

    it.each<[string, string, string]>([
      ['an anchor in its first element', 'first: &x 1', '*x'],
      ['no anchor', '1', 'v'],
    ])('resolves what a late element says of %s', (_what, first, last) => {
      const middle = Array.from({ length: 400 }, () => '- m\n').join('')
      expect(read(`- ${first}\n${middle}- ${last}\n`).codes).toEqual([])
    })

    it.each<[string, string]>([
      ['yaml-syntax', '{ a: [1, 2 }'],
      ['unknown-tag', '!mine x'],
      ['nested-too-deep', `${'['.repeat(70)}${']'.repeat(70)}`],
      ['nested-too-deep', `${'- '.repeat(70)}x`],
    ])('finds %s in the midst of it', (code, element) => {
      const many = Array.from({ length: 300 }, () => '- m\n').join('')
      const [found] = read(`${many}- ${element}\n${many}`).codes
      expect(found).toBe(read(`- ${element}\n`).codes[0])
      expect([found]).toEqual(code === 'yaml-syntax' ? [expect.any(String)] : [code])
    })
  })

  it('resolves a hundred aliases and not one more', () => {
    const many = (count: number): string => `a: &x 1\nb: [${Array.from({ length: count }, () => '*x').join(', ')}]`
    expect(read(many(100)).codes).toEqual([])
    expect(read(many(101)).codes).toEqual(['too-many-aliases'])
    expect(read(many(500)).codes).toEqual(['too-many-aliases'])
  })

  it('reports a bomb of nested aliases once, and comes to an end', () => {
    const levels = Array.from(
      { length: 20 },
      (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}]`,
    )
    expect(read(['a0: &a0 x', ...levels].join('\n')).codes).toEqual(['too-many-aliases'])
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
