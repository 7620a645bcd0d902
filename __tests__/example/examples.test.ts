import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createJqEngine } from '../../src/expression/jq.ts'
import { kinds } from '../../src/kinds/index.ts'
import { parseChecklist } from '../../src/language/parse.ts'
import { validateChecklist } from '../../src/language/validate.ts'
import { locate } from '../../src/model/source.ts'
import { ROOT } from './assistance.ts'

const engine = createJqEngine()
afterAll(() => engine.close())

/** Everything that is wrong with a checklist, as `line: code: message`, with the names of its targets. */
async function lint(path: string, target: string | null): Promise<{ faults: string[]; targets: readonly string[] }> {
  const source = { path, text: readFileSync(join(ROOT, path), 'utf8') }
  const { checklist, diagnostics } = parseChecklist(source, { kinds, target })
  const more = checklist === undefined ? [] : await validateChecklist(checklist, { kinds, engine, overrides: {} })
  return {
    faults: [...diagnostics, ...more].map(({ code, span, message }) => `${locate(span).line}: ${code}: ${message}`),
    targets: checklist?.targetNames ?? [],
  }
}

describe('the checklists for readers', () => {
  const files = readdirSync(join(ROOT, 'examples')).filter(name => name.endsWith('.yml'))

  it.each(['checklist.yml', ...files.map(name => `examples/${name}`)])(
    '%s has no fault, for any target',
    async path => {
      const { faults, targets } = await lint(path, null)
      expect(faults).toEqual([])
      for (const target of targets) expect((await lint(path, target)).faults).toEqual([])
    },
  )

  it('include one for each of the questions people begin with', () => {
    expect(files).toEqual([
      'compose.yml',
      'database.yml',
      'graphql.yml',
      'quick-start.yml',
      'rate-limit.yml',
      'this-machine.yml',
      'wait-for-release.yml',
      'websocket.yml',
    ])
  })

  it('cover the real page and the demonstration', async () => {
    expect((await lint('checklist.yml', null)).targets).toEqual(['production', 'demo'])
  })
})
