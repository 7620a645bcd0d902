import { afterAll, describe, expect, it } from 'vitest'
import { checkNamed, createEngine, run } from './builders.ts'

const engine = createEngine()
afterAll(() => engine.close())

/** A check with this expectation of a deployment that does not know its commit; nor does the run. */
async function one(expectation: string) {
  const yaml = `
name: Toy
checks:
  - name: it
    toy: ask
    expect: ${expectation}
`
  const { result } = await run(engine, yaml, { ask: { json: { commit: null } } })
  return checkNamed(result, 'it')
}

describe('what is expected and not known', () => {
  it.each([
    ['{ json: { commit: "{{ $run.sha }}" } }', 'hole-null'],
    ['{ json: { commit: { one_of: [a, "{{ $run.sha }}"] } } }', 'hole-null'],
    ['{ jq: { .commit: "{{ $run.sha[0:7] }}" } }', 'hole-null'],
    ['{ jq: .commit == $run.sha }', 'run-fact-unknown'],
    ['{ jq: "$run.sha[0:7] == .commit" }', 'run-fact-unknown'],
  ])('is not what came, when that is null too: %s', async (expectation, code) => {
    const { outcome } = await one(expectation)
    expect(outcome).toMatchObject({ status: 'errored', fault: { code } })
  })

  it.each([
    '{ json: { commit: null } }',
    '{ jq: "($run.sha == null) or .commit == $run.sha" }',
    '{ jq: ".commit == ($run.sha // null)" }',
    '{ jq: "($run.ref == \\"refs/heads/main\\") | not" }',
    '{ jq: .commit != $run.id }',
  ])('is left to those who thought of it: %s', async expectation => {
    const { outcome } = await one(expectation)
    expect(outcome.status).toBe('passed')
  })
})
