import { describe, expect, it } from 'vitest'
import { parseHtml } from '../../src/transport/html-document.ts'

const PAGE = `<!doctype html><html><head><title>
  Front   page </title><style>h1 { color: red }</style></head>
<body><main><h1 id="top" class="big">Hello <b>world</b></h1><p>One</p><p>Two</p>tail
<ul><li>a</li><li>b</li></ul><input name="email" required><script>let x</script></main></body></html>`

describe('parseHtml', () => {
  it('reads the title, white space collapsed', () => expect(parseHtml(PAGE).title).toBe('Front page'))

  it('has no title where none is', () => expect(parseHtml('<p>x</p>').title).toBeUndefined())

  it.each([
    ['h1', { text: 'Hello world', count: 1, attribute: { id: 'top', class: 'big' } }],
    ['main > p', { text: 'One', count: 2, attribute: {} }],
    ['input[name=email]', { text: '', count: 1, attribute: { name: 'email', required: '' } }],
    ['ul', { text: 'a b', count: 1, attribute: {} }],
    ['main', { text: 'Hello world One Two tail a b', count: 1, attribute: {} }],
    ['li:nth-child(2)', { text: 'b', count: 1, attribute: {} }],
    ['p:contains("Two")', { text: 'Two', count: 1, attribute: {} }],
    ['#nowhere', { count: 0 }],
    ['title', { text: 'Front page', count: 1, attribute: {} }],
  ])('finds %s', (selector, expected) => expect(parseHtml(PAGE).find(selector)).toEqual(expected))

  it.each(['h1[', '>>', '', ':unheard-of', '## x'])('refuses the selector %j', selector => {
    expect(() => parseHtml(PAGE).find(selector)).toThrow(expect.objectContaining({ code: 'selector-invalid' }))
  })

  it('refuses a page that is nested without end', () => {
    const page = parseHtml(`<title>deep</title>${'<div>'.repeat(1_000_000)}`)
    expect(page.title).toBeUndefined()
    expect(() => page.find('div')).toThrow(expect.objectContaining({ code: 'html-too-deep' }))
  })

  it('searches a long page', () => {
    expect(parseHtml(`<title>long</title>${'<p>x</p>'.repeat(100_000)}`).find('p').count).toBe(100_000)
  })
})
