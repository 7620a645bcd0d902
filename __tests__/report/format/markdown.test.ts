import { describe, expect, it } from 'vitest'
import {
  codeCell,
  codeSpan,
  escapeMarkdown,
  evidenceFold,
  fence,
  fold,
  proseMarkdown,
  table,
} from '../../../src/report/format/markdown.ts'
import { evidence } from '../builders.ts'
import { structureOf } from '../markdown-structure.ts'

describe('escapeMarkdown', () => {
  it.each([
    ['Log in, then out (2.2.1)', 'Log in, then out (2.2.1)'],
    ['refresh_token and _emphasis_', 'refresh_token and &#95;emphasis&#95;'],
    ['*b* ~s~ `c` [l](u) !', '&#42;b&#42; &#126;s&#126; &#96;c&#96; &#91;l&#93;(u) !'],
    ['</details> & <b>"x"', '&lt;/details&gt; &amp; &lt;b&gt;"x"'],
    ['a | b \\| c', 'a &#124; b &#92;&#124; c'],
    ['$x^2$', '&#36;x&#94;2&#36;'],
    ['@octocat and me@mail.example, @ alone', '@&#8203;octocat and me@&#8203;mail.example, @ alone'],
    ['#1, owner/repo#12, GH-3, gh-4', '#&#8203;1, owner/repo#&#8203;12, GH-&#8203;3, gh-&#8203;4'],
    ['https://a.example ftp://b www.c.example', 'https:&#8203;//a.example ftp:&#8203;//b www&#8203;.c.example'],
    ['mailto:a', 'mailto:&#8203;a'],
    [':bomb: at 04:30:00', ':&#8203;bomb: at 04:30:00'],
    ['a :bomb', 'a :&#8203;bomb'],
    ['at 1:100:3, 04:100', 'at 1:&#8203;100:3, 04:&#8203;100'],
    [':8ball: :1st_place_medal:', ':&#8203;8ball: :&#8203;1st_place_medal:'],
    ['commit 4f1c2d3e of 12345678', 'commit 4f1c&#8203;2d3e of 12345678'],
    ['# heading', '&#35; heading'],
    ['### heading', '&#35;## heading'],
    ['- item', '&#45; item'],
    ['+ item', '&#43; item'],
    ['=== rule', '&#61;== rule'],
    ['1. item', '1&#46; item'],
    ['2) item', '2&#41; item'],
    ['1.2 s', '1.2 s'],
    ['two\n\nparagraphs\u202e', 'two paragraphs&#92;u202e'],
  ])('writes %j as %j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown)
  })
})

describe('fence', () => {
  it.each([
    ['plain', '```\nplain\n```'],
    ['```\ncode\n```', '````\n```\ncode\n```\n````'],
    ['a ````` b', '``````\na ````` b\n``````'],
    ['~~~', '```\n~~~\n```'],
    ['\u001b[0m\r\n', '```\n\\x1b[0m\n```'],
  ])('holds %j whole', (text, markdown) => {
    expect(fence(text)).toBe(markdown)
    expect(structureOf(markdown)).toMatchObject({ faults: [], active: expect.stringMatching(/^\s*$/) })
  })

  it('names the language', () => {
    expect(fence('{}', 'json')).toBe('```json\n{}\n```')
  })
})

describe('codeSpan', () => {
  it.each([
    ['plain', '`plain`'],
    ['a`b``c', '```a`b``c```'],
    ['`x`', '`` `x` ``'],
    ['a | b', '`a | b`'],
    ['', '`  `'],
  ])('writes %j as %j', (text, markdown) => {
    expect(codeSpan(text)).toBe(markdown)
  })
})

it('keeps a pipe in the cell of a table', () => {
  expect(codeCell('a | b')).toBe('`a \\| b`')
  expect(codeCell('a \\| b')).toBe('`a \\\u200b\\| b`')
})

describe('proseMarkdown', () => {
  it.each([
    ['`.a | length` is *34*, expected 35.', '`.a | length` is &#42;34&#42;, expected 35.'],
    ['a `b` c `@octocat` d', 'a `b` c `@octocat` d'],
    ['`a``@octocat`', '`a``@octocat`'],
    ['an open ` stays', 'an open &#96; stays'],
    ['`` @octocat ``', '&#96;`@octocat`&#96;'],
  ])('writes %j as %j', (text, markdown) => {
    expect(proseMarkdown(text)).toBe(markdown)
  })
})

it('folds evidence under its escaped title, with its size', () => {
  const folded = evidenceFold(evidence('</summary>@x', '</details>\n```', { language: 'json' }), 100)
  expect(folded).toBe(
    '<details><summary>&lt;/summary&gt;@&#8203;x · 14 B</summary>\n\n````json\n</details>\n```\n````\n\n</details>',
  )
  expect(structureOf(folded)).toMatchObject({ faults: [], folds: 1 })
})

it.each([
  [evidence('Body', 'x'.repeat(50)), 'first 10 of 50 characters'],
  [evidence('Body', 'x'.repeat(50), { fullLength: 900 }), 'first 10 of 900 characters'],
  [evidence('Body', 'xyz', { fullLength: 900 }), 'first 3 of 900 characters'],
])('says how much of evidence is shown', (piece, words) => {
  expect(evidenceFold(piece, 10)).toContain(words)
})

it('writes whole tables', () => {
  expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| :--- | :--- |\n| 1 | 2 |')
})

describe('structureOf', () => {
  it.each([
    ['an open fence', '```\ncode'],
    ['a fence ended early', '```\n```\n```'],
    ['an open fold', fold('a', 'b').replace('</details>', '')],
    ['a stray end of a fold', 'a </details>'],
    ['a row cut short', '| a | b |\n| --- | --- |\n| 1 |'],
    ['a table without a head', 'text\n\n| --- | --- |\n| 1 | 2 |'],
  ])('finds %s', (_, markdown) => {
    expect(structureOf(markdown).faults).not.toEqual([])
  })
})
