import { describe, expect, it } from 'vitest'
import { eventFacts } from '../../src/edge/event-facts.ts'

const ON_A_RUNNER = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SHA: 'abc123',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_ACTOR: 'mona',
  GITHUB_REPOSITORY: 'octo/app',
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_NUMBER: '7',
  GITHUB_RUN_ATTEMPT: '2',
}

describe('eventFacts', () => {
  it('reads the environment of a runner', () => {
    expect(eventFacts(ON_A_RUNNER)).toEqual({
      sha: 'abc123',
      ref: 'refs/heads/main',
      actor: 'mona',
      repository: 'octo/app',
      url: 'https://github.example/octo/app/actions/runs/42',
      number: '7',
      attempt: '2',
    })
  })

  it.each([
    ['outside a workflow, whatever is set', { ...ON_A_RUNNER, GITHUB_ACTIONS: undefined }],
    ['when nothing is set', {}],
  ])('is all null %s', (_when, environment) => {
    expect(Object.values(eventFacts(environment)).filter(fact => fact !== null)).toEqual([])
  })

  it('has no address of the run without its number', () => {
    expect(eventFacts({ ...ON_A_RUNNER, GITHUB_RUN_ID: '' }).url).toBeNull()
  })
})
