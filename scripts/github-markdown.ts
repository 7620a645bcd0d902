import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const require = createRequire(import.meta.url)

/** The element tree, made safe by the rules that GitHub publishes (the default schema of hast-util-sanitize). */
export type GithubTree = ReturnType<typeof githubTree>

/** What GitHub makes of Markdown in a job summary or a comment, as far as GFM and its rules of sanitising tell. */
export function githubTree(markdown: string) {
  const reader = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true })
  const tree = reader.use(rehypeRaw).use(rehypeSanitize)
  return tree.runSync(tree.parse(markdown))
}

export function githubHtml(markdown: string): string {
  return unified().use(rehypeStringify).stringify(githubTree(markdown))
}

/**
 * A page that looks as on GitHub and fetches nothing. Mermaid fences become pictures as soon as a browser runs it; then
 * `data-rendered` of the body is `yes`, or `no` when a picture could not be drawn.
 */
export function githubPage(markdown: string, theme: 'light' | 'dark' = 'light'): string {
  const style = readFileSync(require.resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8')
  const mermaid = readFileSync(require.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js'), 'utf8')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>GitHub</title><style>${style}
body { margin: 0; background: ${theme === 'light' ? '#ffffff' : '#0d1117'} }
.markdown-body { box-sizing: border-box; max-width: 980px; margin: 0 auto; padding: 32px }
</style></head><body><article class="markdown-body">${githubHtml(markdown)}</article>
<script>${mermaid.replaceAll('</script', '<\\/script')}</script>
<script type="module">${drawing(theme)}</script></body></html>`
}

function drawing(theme: 'light' | 'dark'): string {
  return `
mermaid.initialize({ startOnLoad: false, theme: '${theme === 'light' ? 'default' : 'dark'}' })
let rendered = 'yes'
for (const [at, code] of [...document.querySelectorAll('pre > code.language-mermaid')].entries()) {
  try {
    const { svg } = await mermaid.render('picture-' + at, code.textContent)
    const place = document.createElement('div')
    place.innerHTML = svg
    code.parentElement.replaceWith(place)
  } catch (error) {
    rendered = 'no'
    code.dataset.fault = String(error)
  }
}
document.body.dataset.rendered = rendered`
}
