import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createJqEngine } from '../../src/expression/jq.ts'
import { kinds } from '../../src/kinds/index.ts'
import { parseChecklist } from '../../src/language/parse.ts'
import { validateChecklist } from '../../src/language/validate.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { locate } from '../../src/model/source.ts'
import { documentationFiles } from './documentation.ts'

const root = join(import.meta.dirname, '../..')
const engine = createJqEngine()
afterAll(() => engine.close())

/** A fenced block: ```` ```yaml checklist ````, `checks` (a list of entries), `check` (one entry), `workflow`, or `broken CODE`. */
interface Example {
  readonly where: string
  readonly tag: string
  readonly text: string
}

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps?: readonly { readonly uses?: string; readonly with?: object }[] }>
  >
}

function examplesIn(file: string): Example[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  const examples: Example[] = []
  for (let line = 0; line < lines.length; line += 1) {
    const fence = /^(\s*)```ya?ml(.*)$/.exec(lines[line] ?? '')
    if (fence === null) continue
    const end = lines.findIndex((text, index) => index > line && text.trim() === '```')
    const body = lines.slice(line + 1, end).map(text => text.slice(fence[1]?.length ?? 0))
    examples.push({ where: `${file}:${line + 1}`, tag: (fence[2] ?? '').trim(), text: body.join('\n') })
    line = end
  }
  return examples
}

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
  const examples = documentationFiles(root).flatMap(examplesIn)
  const inputs = Object.keys(parse(readFileSync(join(root, 'action.yml'), 'utf8')).inputs)

  it('has examples', () => expect(examples.length).toBeGreaterThan(10))

  for (const example of examples) {
    const [tag = '', code] = example.tag.split(' ')
    if (tag === 'workflow') {
      it(`uses only inputs that exist in the workflow at ${example.where}`, () => {
        const { jobs } = parse(example.text) as Workflow
        const steps = Object.values(jobs).flatMap(job => job.steps ?? [])
        const ours = steps.filter(({ uses = '' }) => /^(?:<owner>\/verify-deploy@|\.\/$)/.test(uses))
        const given = ours.flatMap(step => Object.keys(step.with ?? {}))
        expect(given.filter(name => !inputs.includes(name))).toEqual([])
      })
    } else if (tag === 'broken') {
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
