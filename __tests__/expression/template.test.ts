import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeProgram, parseTemplate } from '../../src/expression/template.ts'
import { type MappedText, type Span, sliceMapped } from '../../src/model/source.ts'
import { isProgram, type Place } from '../../src/model/template.ts'
import { mapped, readTable } from './tables.ts'

function stretch({ source, start, end }: Span): string {
  return source.text.slice(start, end)
}

function describeTemplate(place: Place, text: MappedText): string {
  const { template, diagnostics } = parseTemplate(place, text)
  if (diagnostics.length > 0) return diagnostics.map(({ code, span }) => `${code} «${stretch(span)}»`).join(' ; ')
  return [
    'ok',
    template.parts
      .filter(isProgram)
      .map(({ source }) => source.text)
      .join(' ; '),
  ]
    .join(' ')
    .trim()
}

describe('parseTemplate', () => {
  const rows = readTable(readFileSync(new URL('./template-cases.txt', import.meta.url), 'utf8'))

  test.each(rows)('line $line: $place | $text', ({ place, text, result }) => {
    expect(describeTemplate(place, mapped(text))).toBe(result)
  })

  test('gives every diagnostic a sentence and a hint', () => {
    for (const { place, text } of rows) {
      for (const { message, hint } of parseTemplate(place, mapped(text)).diagnostics) {
        expect(message).toMatch(/^\S.*[.]$/)
        expect(hint).toMatch(/[.]$/)
      }
    }
  })

  test('keeps a number, a boolean and null only where any value may stand', () => {
    expect(parseTemplate('json', mapped('010'), 8).template.literal).toBe(8)
    expect(parseTemplate('json', mapped('null'), null).template.literal).toBeNull()
    expect(parseTemplate('text', mapped('2.10'), 2.1).template).toMatchObject({ parts: ['2.10'] })
    expect(parseTemplate('text', mapped('2.10'), 2.1).template.literal).toBeUndefined()
    expect(parseTemplate('duration', mapped('10'), 10).diagnostics[0]?.code).toBe('duration-unit')
  })

  test('points into the source through escapes and indentation', () => {
    // What a reader gives for the YAML `"a\n{{ $x }}"`: one character of text for two of the source.
    const source = { path: 'checklist.yml', text: 'k: "a\\n{{ $x | y }}"' }
    const text: MappedText = {
      text: 'a\n{{ $x | y }}',
      span: { source, start: 3, end: 20 },
      map: [
        [0, 4],
        [1, 5],
        [2, 7],
      ],
    }
    const { template } = parseTemplate('text', text)
    const program = template.parts.find(isProgram)
    expect(program && stretch(program.source.span)).toBe('$x | y')
    expect(program?.uses).toEqual(['x'])
    const pipe = program && sliceMapped(program.source, 3, 4)
    expect(pipe && stretch(pipe.span)).toBe('|')
  })

  test('names the variables each hole reads', () => {
    const { template } = parseTemplate('text', mapped('{{ $a + $b }} {{ . as $c | $c }}'))
    expect(template.parts.filter(isProgram).map(({ uses }) => uses)).toEqual([['a', 'b'], []])
  })
})

describe('makeProgram', () => {
  test.each([
    ['.a == "{{ $version }}"', '{{ $version }}'],
    ['{{ .a }}', '{{ .a }}'],
    ['.a == {{$b}} and .c', '{{$b}}'],
  ])('says that %j is no template', (text, marked) => {
    const { diagnostics } = makeProgram(mapped(text))
    expect(diagnostics.map(({ code, span }) => [code, stretch(span)])).toEqual([['hole-in-program', marked]])
  })

  test.each(['.a', '{a: {b: 1}}', '{a:{b:1}}', '"\\(.a)"', '.a == $version'])('takes %j as it is', text => {
    const { program, diagnostics } = makeProgram(mapped(text))
    expect(diagnostics).toEqual([])
    expect(program.source.text).toBe(text)
  })
})
