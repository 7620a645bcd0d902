import { afterAll, describe, expect, it } from 'vitest'
import { createJqEngine } from '../../src/expression/jq.ts'
import { isPlainProgram } from '../../src/language/plain-program.ts'

const engine = createJqEngine()
afterAll(() => engine.close())

const PLAIN = [
  '.',
  '.a',
  '.a.b[0].c[]',
  '.["a b"].c',
  '.a["x-y"]?',
  '."a b"',
  '.[]',
  '.[-1]',
  '$token',
  '$run.id',
  '$captured.x',
  '.access_token | length > 20',
  '.items | length',
  '.status == "ok"',
  '.a == 1 and .b != null or .c',
  '.a and .b | not',
  'length == 3',
  '.x | keys | first',
  '$a == $b',
  ' .a ',
  '"text" == .a',
]
const DOUBTFUL = [
  '.a..b',
  '.a b',
  'lenght',
  '.a | ',
  '.a ==',
  '.a == 1 == 2',
  '.[',
  '.a]',
  '"open',
  '.a | map(.b)',
  'lengthy',
  '.a.',
  '$',
  '$1',
  '',
  '1.2.3',
  '. .a',
  'keys.a',
]

describe('isPlainProgram', () => {
  it.each(PLAIN)('recognises %s', program => {
    expect(isPlainProgram(program)).toBe(true)
  })

  it.each(DOUBTFUL)('leaves %s to the engine', program => {
    expect(isPlainProgram(program)).toBe(false)
  })

  it('recognises only what the engine finds sound', async () => {
    const faults = await engine.check(PLAIN.map(text => ({ text, variables: ['token', 'run', 'captured', 'a', 'b'] })))
    expect(faults).toEqual(PLAIN.map(() => undefined))
  })
})
