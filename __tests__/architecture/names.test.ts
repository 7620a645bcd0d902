import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import manifest from '../../package.json' with { type: 'json' }
import { OUTPUTS } from '../../src/action/deliver/outputs.ts'
import { INPUTS } from '../../src/action/inputs.ts'
import { OPTIONS } from '../../src/cli/arguments.ts'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import { VERSION } from '../../src/model/version.ts'
import { ROOT } from './sources.ts'

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description?: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description?: string }>>
  readonly runs: { readonly using: string; readonly main: string }
  readonly branding: { readonly icon: string; readonly color: string }
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const action = parse(read('action.yml')) as ActionFile

describe('action.yml', () => {
  it('has the inputs of the code with their defaults', () => {
    const declared = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]))
    expect(declared).toEqual(INPUTS)
  })

  it('has the outputs of the code, in their order', () => {
    expect(Object.keys(action.outputs)).toEqual([...OUTPUTS])
  })

  it('describes each of them', () => {
    const all = [...Object.values(action.inputs), ...Object.values(action.outputs)]
    expect(all.filter(({ description = '' }) => description.length < 20 || !/[.]$/.test(description))).toEqual([])
  })

  it('runs the bundle on Node 24 and has a badge', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/main.js' })
    expect(Object.keys(action.branding)).toEqual(['icon', 'color'])
  })
})

describe('the README', () => {
  it.each([
    ['inputs', Object.keys(INPUTS)],
    ['outputs', [...OUTPUTS]],
  ])('lists the %s in a table', (_what, names) => {
    const firstCells = [...read('README.md').matchAll(/^\|((?:\s*`[a-z-]+`)+)[^|`]*\|/gm)].map(([, cell = '']) => cell)
    const rows = firstCells.flatMap(cell => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name))
    expect(names.filter(name => !rows.includes(name))).toEqual([])
  })
})

describe('the options of the command line', () => {
  it('stand in the reference', () => {
    const text = read('docs/command-line.md')
    expect(Object.keys(OPTIONS).filter(name => !new RegExp(`\\| .*\`--${name}\\b`).test(text))).toEqual([])
  })
})

describe('names that two places share', () => {
  it('gives the command line the options of the inputs', () => {
    const elsewhere = {
      checklist: 'FILE',
      vars: '--var',
      summary: 'a page of GitHub',
      comment: 'GitHub',
      'comment-key': 'GitHub',
      evidence: 'what is public on GitHub',
      'github-token': 'GitHub',
      'allow-untrusted-checklist': 'GitHub',
    }
    const missing = Object.keys(INPUTS).filter(name => !(name in OPTIONS) && !(name in elsewhere))
    expect(missing).toEqual([])
  })

  it('has the defaults of the settings in the inputs', () => {
    expect(INPUTS.checklist).toBe(DEFAULT_SETTINGS.checklist)
    expect(INPUTS['fail-on']).toBe(DEFAULT_SETTINGS.failOn)
    expect(INPUTS.concurrency).toBe(String(DEFAULT_SETTINGS.concurrency))
    expect(INPUTS.timeout).toBe(`${DEFAULT_SETTINGS.timeoutMs / 60_000}m`)
    expect(INPUTS['cleanup-timeout']).toBe(`${DEFAULT_SETTINGS.cleanupTimeoutMs / 60_000}m`)
  })

  it('has the version of package.json', () => {
    expect(VERSION).toBe(manifest.version)
  })
})
