import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { githubHtml } from '../../scripts/github-markdown.ts'
import { OPTIONS } from '../../src/cli/arguments.ts'
import { EXIT } from '../../src/edge/exit-code.ts'
import { kinds } from '../../src/kinds/index.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const text = read('README.md')

/** Up to the next heading of its level or above. */
function section(heading: string): string {
  const start = text.indexOf(`\n${heading}\n`)
  expect(start, heading).toBeGreaterThan(0)
  const rest = text.slice(start + heading.length + 2)
  const end = rest.search(new RegExp(`^#{1,${heading.indexOf(' ')}} `, 'm'))
  return end === -1 ? rest : rest.slice(0, end)
}

describe('README.md', () => {
  it('says what it is in ten lines, shows it, and only then says more', () => {
    const [first = ''] = text.split(/^!\[/m)
    expect(first.split('\n').filter(line => line !== '').length).toBeLessThanOrEqual(12)
    expect([...text.matchAll(/^!\[.+\]\(docs\/images\/(\w+)\.png\)$/gm)].map(([, name]) => name)).toEqual([
      'summary',
      'comment',
    ])
    expect(text.indexOf('## Quick start')).toBeGreaterThan(text.indexOf('comment.png'))
  })

  it('has every option and exit code of the command line, and no other', () => {
    const commands = read('docs/command-line.md')
    const documented = [...commands.matchAll(/`--([a-z-]+)/g)].map(([, name = '']) => name)
    expect([...new Set(documented)].toSorted()).toEqual(Object.keys(OPTIONS).toSorted())
    expect(Object.values(EXIT).filter(code => !new RegExp(`\\b${code}\\b`).test(commands))).toEqual([])
  })

  it('shows every kind of check', () => {
    const shown = section('## What a checklist can say')
    expect([...kinds.keys()].filter(name => !shown.includes(`\`${name}:`))).toEqual([])
  })

  it('has five recipes, each with something to copy or a page that has it', () => {
    const recipes = section('## Recipes').split(/^### /m).slice(1)
    expect(recipes).toHaveLength(5)
    expect(recipes.filter(recipe => !/^```yaml|\]\(docs\/reports\.md#/m.test(recipe))).toEqual([])
  })

  it('has whole tables on GitHub', () => {
    const rows = [...githubHtml(text).matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => row)
    expect(rows).toHaveLength([...text.matchAll(/^\| /gm)].length)
    expect(rows.filter(row => /<t[dh]><\/t[dh]>\s*$/.test(row))).toEqual([])
  })

  it('can be read in ten minutes', () => expect(text.split('\n').length).toBeLessThanOrEqual(290))
})

describe('its table of what can go wrong', () => {
  const cells = [...section('## When it does not work').matchAll(/^\| ([`“].*?) \|/gm)].map(([, cell = '']) => cell)
  const explained = read('docs/errors.md') + read('docs/diagnostics.md')
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => read(join('src', name)))
    .join('\n')

  it('names only codes that are explained', () => {
    const codes = cells.flatMap(cell => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code))
    expect(codes.length).toBeGreaterThanOrEqual(10)
    expect(codes.filter(code => !new RegExp(`^\\|[^|]*\`${code}\``, 'm').test(explained))).toEqual([])
  })

  it('quotes only what is said', () => {
    const quoted = cells.flatMap(cell => [...cell.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words))
    expect(quoted.length).toBeGreaterThan(0)
    expect(quoted.filter(words => !sources.includes(words))).toEqual([])
  })
})

describe('the pictures of the documentation', () => {
  const pictures = readdirSync(join(root, 'docs/images'))

  it('are small enough to be waited for', () => {
    expect(pictures.filter(name => statSync(join(root, 'docs/images', name)).size > 250 * 1024)).toEqual([])
  })

  it('are all shown', () => {
    const shown = text + read('docs/reports.md')
    expect(pictures.filter(name => !shown.includes(`images/${name})`))).toEqual([])
  })
})
