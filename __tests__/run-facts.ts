import type { RunFacts } from '../src/model/result.ts'
import type { Settings } from '../src/model/settings.ts'

/** A run that no event of GitHub started. */
export const NO_EVENT: Settings['event'] = {
  sha: null,
  ref: null,
  actor: null,
  repository: null,
  url: null,
  number: null,
  attempt: null,
}

/** Of such a run, without a target. */
export const FACTS: RunFacts = { id: 'k3v9x2', startedAt: '2026-01-14T04:30:00.000Z', ...NO_EVENT, target: null }
