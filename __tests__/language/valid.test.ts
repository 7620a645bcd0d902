import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createJqEngine } from '../../src/expression/jq.ts'
import { diagnose, render } from './diagnose.ts'

const folder = join(import.meta.dirname, 'valid')
const engine = createJqEngine()
afterAll(() => engine.close())

describe('a sound checklist', () => {
  it.each(readdirSync(folder))('gives no diagnostic: %s', async name => {
    const { checklist, diagnostics } = await diagnose(readFileSync(join(folder, name), 'utf8'), engine)
    expect(render(diagnostics)).toBe('')
    for (const target of checklist?.targetNames ?? []) {
      const chosen = await diagnose(readFileSync(join(folder, name), 'utf8'), engine, { target })
      expect(render(chosen.diagnostics)).toBe('')
    }
  })

  it('may end its lines with CRLF', async () => {
    const text = readFileSync(join(folder, 'whole.yml'), 'utf8').replaceAll('\n', '\r\n')
    expect(render((await diagnose(text, engine)).diagnostics)).toBe('')
  })
})
