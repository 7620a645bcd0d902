import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OUTPUTS } from '../../src/action/deliver/outputs.ts'
import { EXIT } from '../../src/edge/exit-code.ts'
import { reporters } from '../../src/report/index.ts'

const root = join(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'docs/reports.md'), 'utf8')
const goldens = join(root, '__tests__/report/golden')

/** The words in code in the first cells of the table below a sentence. */
function firstCells(after: string): readonly string[] {
  const start = text.indexOf(after)
  expect(start, after).toBeGreaterThan(0)
  const rows = text.slice(start).split('\n').slice(1)
  const first = rows.findIndex(row => row.startsWith('|'))
  const table = rows.slice(first + 2)
  return table
    .slice(
      0,
      table.findIndex(row => !row.startsWith('|')),
    )
    .flatMap(row => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, word = '']) => word))
}

interface Ctrf {
  readonly results: { readonly extra: object; readonly tests: readonly { readonly extra?: object }[] }
}
const reports = readdirSync(goldens).map(
  name => JSON.parse(readFileSync(join(goldens, name, 'report.json'), 'utf8')) as Ctrf,
)
const keysOf = (values: readonly object[]): readonly string[] => [...new Set(values.flatMap(Object.keys))].toSorted()

describe('docs/reports.md', () => {
  it('has every field of the whole run', () => {
    const documented = firstCells('`results.extra` is of the whole run:').toSorted()
    expect(documented).toEqual(keysOf(reports.map(({ results }) => results.extra)))
  })

  it('has every field of a test', () => {
    const extras = reports.flatMap(({ results }) => results.tests.map(({ extra }) => extra ?? {}))
    expect(firstCells('`extra` of a test:').toSorted()).toEqual(keysOf(extras))
  })

  it('has every output, file and exit code', () => {
    expect(firstCells('## Outputs')).toEqual([...OUTPUTS])
    expect(reporters.filter(({ file }) => !text.includes(`| \`${file}\` |`))).toEqual([])
    const codes = [...text.matchAll(/^\| `(\w+)` \|[^|]*\| (\d+)\b/gm)].map(([, name, code]) => [name, Number(code)])
    expect(Object.fromEntries(codes)).toEqual(EXIT)
  })
})
