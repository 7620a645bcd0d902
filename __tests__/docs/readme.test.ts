import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { OPTIONS } from '../../src/cli/arguments.ts'
import { EXIT } from '../../src/edge/exit-code.ts'
import { kinds } from '../../src/kinds/index.ts'

const root = join(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'README.md'), 'utf8')
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly outputs: Readonly<Record<string, unknown>>
}

function section(heading: string): string {
  const start = text.indexOf(`\n${heading}\n`)
  expect(start, heading).toBeGreaterThan(0)
  const rest = text.slice(start + heading.length + 2)
  const end = rest.search(/^#{2,3} /m)
  return end === -1 ? rest : rest.slice(0, end)
}

describe('README.md', () => {
  it('has every input of the Action with its default', () => {
    const rows = [...section('### Inputs').matchAll(/^\| `([\w-]+)` \| (?:`([^`]*)`)? ?\|/gm)]
    const documented = Object.fromEntries(rows.map(([, name, value = '']) => [name, value]))
    const inputs = Object.entries(action.inputs).map(([name, input]) => [name, input.default])
    expect(documented).toEqual(Object.fromEntries(inputs))
  })

  it('has every output of the Action', () => {
    const cells = [...section('### Outputs').matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell = '']) => cell)
    const documented = cells.flatMap(cell => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name))
    expect(documented).toEqual(Object.keys(action.outputs))
  })

  it('has every option and exit code of the command line, and no other', () => {
    const commands = readFileSync(join(root, 'docs/command-line.md'), 'utf8')
    const documented = [...commands.matchAll(/`--([a-z-]+)/g)].map(([, name = '']) => name)
    expect([...new Set(documented)].toSorted()).toEqual(Object.keys(OPTIONS).toSorted())
    expect(Object.values(EXIT).filter(code => !new RegExp(`\\b${code}\\b`).test(commands))).toEqual([])
  })

  it('shows every kind of check', () => {
    const shown = section('## What a checklist can say')
    expect([...kinds.keys()].filter(name => !shown.includes(`\`${name}:`))).toEqual([])
  })

  it('can be read in ten minutes', () => expect(text.split('\n').length).toBeLessThan(200))
})
