import { describe, expect, it } from 'vitest'
import { element, escapeXml } from '../../../src/report/format/xml.ts'

describe('escapeXml', () => {
  it.each([
    ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
    [']]>', ']]&gt;'],
    ['\u0000\u001b[0m\uffff\ud800', '\\x00\\x1b[0m\\uffff\\ud800'],
    ['line\n\ttab "quote"', 'line\n\ttab "quote"'],
  ])('writes %j as %j', (text, xml) => {
    expect(escapeXml(text)).toBe(xml)
  })
})

it('writes attributes so that line breaks, tabs and quotes survive a parser', () => {
  expect(element('a', { b: 'x\n\t"<&>', c: undefined, d: 1 })).toBe('<a b="x&#10;&#9;&quot;&lt;&amp;&gt;" d="1"/>')
})

it('puts children between the tags', () => {
  expect(element('a', {}, element('b', {}))).toBe('<a><b/></a>')
})
