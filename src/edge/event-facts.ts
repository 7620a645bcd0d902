import type { Settings } from '../model/settings.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What the runner's environment says of the event, for `$run`; everything is null outside a workflow. */
export function eventFacts(environment: Environment): Settings['event'] {
  const inWorkflow = environment.GITHUB_ACTIONS === 'true'
  const read = (name: string): string | null => (inWorkflow && environment[name]) || null
  const server = read('GITHUB_SERVER_URL')
  const repository = read('GITHUB_REPOSITORY')
  const run = read('GITHUB_RUN_ID')
  return Object.freeze({
    sha: read('GITHUB_SHA'),
    ref: read('GITHUB_REF'),
    actor: read('GITHUB_ACTOR'),
    repository,
    url: server === null || repository === null || run === null ? null : `${server}/${repository}/actions/runs/${run}`,
    number: read('GITHUB_RUN_NUMBER'),
    attempt: read('GITHUB_RUN_ATTEMPT'),
  })
}
