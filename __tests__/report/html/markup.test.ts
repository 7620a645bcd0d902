import { describe, expect, it } from 'vitest'
import { html, own, prose } from '../../../src/report/html/markup.ts'

describe('html', () => {
  it.each([
    ['<b>&"\'', '&lt;b&gt;&amp;&quot;&#39;'],
    ['\u0000\u001b[0m\u202e\ud800', '\\x00\\x1b[0m\\u202e\\ud800'],
    ['line\n\ttab', 'line\n\ttab'],
    [41, '41'],
    [undefined, ''],
    [[], ''],
  ])('writes %j as %j', (hole, markup) => {
    expect(html`<p>${hole}</p>`.markup).toBe(`<p>${markup}</p>`)
  })

  it('takes markup as it is, and lists in their order', () => {
    expect(html`<ul>${['a', 'b<'].map(text => html`<li>${text}</li>`)}</ul>`.markup).toBe(
      '<ul><li>a</li><li>b&lt;</li></ul>',
    )
    expect(html`<style>${own('a > b {}')}</style>`.markup).toBe('<style>a > b {}</style>')
  })
})

describe('prose', () => {
  it.each([
    ['`fail-on` is `never`.', '<code>fail-on</code> is <code>never</code>.'],
    ['`<b>` and <i>', '<code>&lt;b&gt;</code> and &lt;i&gt;'],
    ['one ` alone', 'one ` alone'],
    ['``', '``'],
  ])('writes %j as %j', (text, markup) => {
    expect(prose(text).markup).toBe(markup)
  })
})
