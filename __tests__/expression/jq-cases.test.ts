import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { createJqEngine } from '../../src/expression/jq.ts'
import { equalJson, parseJson } from '../../src/model/json.ts'

interface Case {
  readonly line: number
  readonly program: string
  readonly document: string
  readonly expected: readonly string[]
}

const engine = createJqEngine()
afterAll(() => engine.close())

describe('jq 1.8', () => {
  const cases = readCases(readFileSync(new URL('./jq-cases.txt', import.meta.url), 'utf8'))

  test('has at least a hundred cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(100)
  })

  test.each(cases)('line $line: $program', async ({ program, document, expected }) => {
    const [outcome = { values: [] }] = await engine.evaluate({ programs: [program], document, variables: {} })
    const error = outcome.values === undefined ? outcome.error : undefined
    const [first = ''] = expected
    if (expected.some(line => line.startsWith('! '))) {
      expect(error).toContain((expected.at(-1) ?? '').slice(2))
    } else {
      expect(error).toBeUndefined()
      const texts = (outcome.values ?? []).map(value => JSON.stringify(value))
      const equal = texts.length === expected.length && texts.every((text, at) => same(text, expected[at] ?? ''))
      expect({ equal, texts }, first).toEqual({ equal: true, texts })
    }
  })

  test('gives the same when all cases over one document are evaluated together', async () => {
    const overNull = cases.filter(({ document }) => document === 'null')
    const outcomes = await engine.evaluate({
      programs: overNull.map(({ program }) => program),
      document: 'null',
      variables: {},
    })
    for (const [index, { program }] of overNull.entries()) {
      const [alone] = await engine.evaluate({ programs: [program], document: 'null', variables: {} })
      expect(JSON.stringify(outcomes[index]), program).toEqual(JSON.stringify(alone))
    }
  })
})

function same(left: string, right: string): boolean {
  return left === right || equalJson(parseJson(left), parseJson(right))
}

function readCases(text: string): readonly Case[] {
  const cases: Case[] = []
  let block: string[] = []
  for (const [index, line] of [...text.split('\n'), ''].entries()) {
    if (line.startsWith('#') && block.length === 0) continue
    if (line !== '') block.push(line)
    else if (block.length > 0) {
      const [first = '', ...rest] = block
      const more = rest.findIndex(each => !each.startsWith('| '))
      const [document = '', ...expected] = rest.slice(more)
      const program = [first, ...rest.slice(0, more).map(each => each.slice(2))].join('\n')
      cases.push({ line: index + 1 - block.length, program, document, expected })
      block = []
    }
  }
  return cases
}
