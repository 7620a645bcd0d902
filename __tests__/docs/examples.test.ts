import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createJqEngine } from '../../src/expression/jq.ts'
import { kinds } from '../../src/kinds/index.ts'
import { parseChecklist } from '../../src/language/parse.ts'
import { validateChecklist } from '../../src/language/validate.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { locate } from '../../src/model/source.ts'
import { documentationFiles, type Example, examplesIn } from './documentation.ts'

const root = join(import.meta.dirname, '../..')
const engine = createJqEngine()
afterAll(() => engine.close())

const SURROUNDINGS = [
  'vars: { token: a-token-for-examples, password: a-password-for-examples, version: "1.0" }',
  'databases: { main: { address: "localhost:5432", user: reader, database: shop } }',
  'defaults: { request: { base_url: https://shop.example.com } }',
  'checks:',
].join('\n')

function wholeChecklist({ tag, text }: Example): string {
  if (tag === 'checks') return `${SURROUNDINGS}\n${indent(text, '  ')}`
  if (tag === 'check') return `${SURROUNDINGS}\n  -\n${indent(text, '    ')}`
  return text
}

function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by)
}

async function diagnose(text: string): Promise<readonly Diagnostic[]> {
  const { checklist, diagnostics } = parseChecklist({ path: 'example.yml', text }, { kinds, target: null })
  if (checklist === undefined) return diagnostics
  return [...diagnostics, ...(await validateChecklist(checklist, { kinds, engine, overrides: {} }))]
}

const show = ({ code, span, message }: Diagnostic): string => `${locate(span).line}: ${code}: ${message}`

describe('the documentation', () => {
  const examples = documentationFiles(root).flatMap(file => examplesIn(root, file))

  it('has examples', () => expect(examples.length).toBeGreaterThan(10))

  for (const example of examples) {
    const [tag = '', code] = example.tag.split(' ')
    // The tests in `__tests__/workflows` look at these.
    if (tag === 'workflow') continue
    if (tag === 'broken') {
      it(`shows ${code} at ${example.where}`, async () => {
        expect((await diagnose(example.text)).map(diagnostic => diagnostic.code)).toContain(code)
      })
    } else {
      it(`is a sound checklist at ${example.where}`, async () => {
        expect(['checklist', 'checks', 'check']).toContain(tag)
        expect((await diagnose(wholeChecklist(example))).map(show)).toEqual([])
      })
    }
  }
})
