import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name}`)

/** Files in which every code is a diagnostic's. Elsewhere, codes of errors stand beside them. */
const DIAGNOSING = [
  ...filesBelow('src/language'),
  ...filesBelow('src/plan'),
  ...['hole-places', 'measures', 'pattern-text', 'template'].map(name => `src/expression/${name}.ts`),
  'src/action/trust.ts',
]

const documented = new Set(
  [...read('docs/diagnostics.md').matchAll(/^\| (`[a-z0-9`, -]+`) \|/gm)].flatMap(([, codes = '']) =>
    [...codes.matchAll(/`([a-z0-9-]+)`/g)].map(([, code = '']) => code),
  ),
)

function codesIn(path: string): readonly string[] {
  const text = read(path)
  const literal = /code:[^,{}\n]*?'([a-z0-9-]+)'(?:\s*:\s*'([a-z0-9-]+)')?/g
  return [...text.matchAll(literal)].flatMap(([, first, second]) => [first, second]).filter(code => code !== undefined)
}

/** Faults that kinds report when they review what they read. */
function reportedIn(path: string): readonly string[] {
  return [...read(path).matchAll(/report\(\{\s*code: '([a-z0-9-]+)'/g)].map(([, code = '']) => code)
}

describe('docs/diagnostics.md', () => {
  it.each(DIAGNOSING.filter(path => codesIn(path).length > 0))('lists every code of %s', path => {
    expect(codesIn(path).filter(code => !documented.has(code))).toEqual([])
  })

  it('lists every code that kinds report', () => {
    const reported = filesBelow('src/kinds').flatMap(reportedIn)
    expect(reported.length).toBeGreaterThan(5)
    expect(reported.filter(code => !documented.has(code))).toEqual([])
  })

  it('lists no code that is not in the source', () => {
    const source = filesBelow('src').map(read).join('\n')
    const composed = ['unknown-host', 'unknown-database', 'duration', 'size', 'time']
    const isThere = (code: string): boolean =>
      source.includes(`'${code}'`) ||
      composed.some(name => code === name || /^(.*)-(unit|invalid)$/.exec(code)?.[1] === name)
    expect([...documented].filter(code => !isThere(code))).toEqual([])
  })

  it('shows most of them in a broken checklist of the tests', () => {
    const shown = readdirSync(join(import.meta.dirname, 'invalid')).join(' ')
    const own = filesBelow('src/language').flatMap(codesIn)
    const unshown = [...new Set(own)].filter(code => !shown.includes(code))
    // What a file's own text cannot show: its place, its size, what the run was asked for.
    const elsewhere =
      /^checklist-|^(too-many-aliases|nested-too-deep|more-faults|unknown-target|undeclared-variable|several-variables|literal-value)$/
    expect(unshown.filter(code => !elsewhere.test(code))).toEqual([])
  })
})
