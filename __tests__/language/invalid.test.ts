import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createJqEngine } from '../../src/expression/jq.ts'
import { diagnose, render } from './diagnose.ts'

const folder = join(import.meta.dirname, 'invalid')
const names = readdirSync(folder)
  .filter(name => name.endsWith('.yml'))
  .map(name => name.replace(/\.yml$/, ''))
const engine = createJqEngine()
afterAll(() => engine.close())

describe('a broken checklist', () => {
  it('is shown in more than fifty ways', () => {
    expect(names.length).toBeGreaterThan(50)
  })

  it.each(names)('says of %s what is wrong, where, and how to mend it', async name => {
    const { diagnostics } = await diagnose(readFileSync(join(folder, `${name}.yml`), 'utf8'), engine)
    const rendered = render(diagnostics)
    const golden = join(folder, `${name}.txt`)
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, rendered)
    expect(existsSync(golden) ? readFileSync(golden, 'utf8') : '').toBe(rendered)
  })

  it.each(names.filter(name => !name.startsWith('several-slips')))(
    'gives exactly one diagnostic for %s',
    async name => {
      const { diagnostics } = await diagnose(readFileSync(join(folder, `${name}.yml`), 'utf8'), engine)
      const [only] = diagnostics
      expect(diagnostics).toHaveLength(1)
      expect(name === only?.code || name.startsWith(`${only?.code}-`)).toBe(true)
      expect(only?.hint).not.toBe('')
    },
  )

  it('gives every fault of several slips at once', async () => {
    const { diagnostics } = await diagnose(readFileSync(join(folder, 'several-slips.yml'), 'utf8'), engine)
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'number-spelling',
      'unknown-key',
      'duration-unit',
      'needs-itself',
    ])
  })
})
